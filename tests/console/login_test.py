"""Who gets in, and what happens when a session ends in the middle of work."""
import unittest

from console import PHONE, ConsoleTest, totp


class LoginTest(ConsoleTest):
    def test_password_then_the_code_of_the_app(self):
        account = self.account("ana")
        page = self.profile(viewport=PHONE).new_page()
        page.goto(self.address)
        self.assert_accessible(page, "log-in")
        page.get_by_label("Name").fill("ana")
        self.give_password(page)
        field = page.get_by_label("Code from your authenticator app")
        field.wait_for()
        self.assert_accessible(page, "code")
        field.fill("000000" if totp(account.secret) != "000000" else "111111")
        page.get_by_role("button", name="Log in").click()
        page.get_by_text("That did not match").wait_for()
        field.fill(totp(account.secret))
        field.press("Enter")
        page.get_by_role("button", name="Call next").wait_for()
        page.reload()
        page.get_by_role("button", name="Call next").wait_for()
        page.get_by_label("Account: ana").click()
        page.get_by_role("button", name="Log out").click()
        page.get_by_role("heading", name="Callback desk").wait_for()

    def test_wrong_password_says_nothing_about_the_name(self):
        self.account("bea")
        page = self.profile().new_page()
        page.goto(self.address)
        for name in ("bea", "nobody-here"):
            page.get_by_label("Name").fill(name)
            page.get_by_label("Password").fill("not the password at all")
            page.get_by_role("button", name="Log in").click()
            page.get_by_text("That did not match. Check the name, the password and the code.").wait_for()

    def test_a_session_that_ends_loses_nothing_that_was_typed(self):
        self.ask_for_call("Nora")
        page = self.enter("cleo")
        self.open(page, "Nora")
        page.get_by_label("New note").fill("her sister will answer")
        page.context.clear_cookies()
        dialog = page.get_by_role("dialog", name="Log in again")
        dialog.wait_for()
        self.assert_accessible(page, "log in again")
        self.assertEqual(dialog.get_by_label("Name").input_value(), "cleo")
        self.give_password(dialog)
        dialog.get_by_role("button", name="Use a recovery code").click()
        dialog.get_by_label("Recovery code").fill(self.account("cleo").recovery.pop())
        dialog.get_by_role("button", name="Log in").click()
        dialog.wait_for(state="detached")
        self.assertEqual(page.get_by_label("New note").input_value(), "her sister will answer")

    def test_somebody_else_does_not_find_what_was_typed(self):
        self.ask_for_call("Vera", "323-555-0143")
        page = self.enter("dora")
        self.open(page, "Vera")
        page.get_by_label("New note").fill("private")
        page.context.clear_cookies()
        page.get_by_role("dialog").get_by_role("button", name="I am somebody else").click()
        page.get_by_role("heading", name="Callback desk").wait_for()
        self.assertNotIn("private", page.content())


if __name__ == "__main__":
    unittest.main()
