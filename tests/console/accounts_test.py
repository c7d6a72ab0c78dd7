"""Two admins at one account: who looked at it earlier does not undo what the other has just done."""
import unittest

from playwright.sync_api import expect

from console import ConsoleTest


class AccountsTest(ConsoleTest):
    def accounts_page(self, name):
        page = self.enter(name, "admin")
        page.goto(f"{self.address}#/accounts")
        page.get_by_role("heading", name="Accounts", level=1).wait_for()
        return page

    def row(self, page, name):
        return page.locator(".account", has=page.get_by_role("heading", name=name, exact=True))

    def test_what_changed_meanwhile_is_shown_instead_of_overwritten(self):
        self.account("carl")
        first, second = self.accounts_page("ana"), self.accounts_page("bea")
        for page in (first, second):
            self.row(page, "carl").wait_for()
        first.get_by_label("Role of carl").select_option("editor")
        first.get_by_text("carl is editor now.").wait_for()
        second.get_by_label("Role of carl").select_option("admin")
        second.get_by_text("Somebody else changed this account just now.").wait_for()
        expect(second.get_by_label("Role of carl")).to_have_value("editor")
        self.assert_accessible(second, "an account that has changed")
        second.get_by_label("Role of carl").select_option("coordinator")  # now that it is known
        second.get_by_text("carl is coordinator now.").wait_for()
        first.reload()
        expect(first.get_by_label("Role of carl")).to_have_value("coordinator")

    def test_one_change_after_another(self):
        self.account("dora")
        page = self.accounts_page("ana")
        row = self.row(page, "dora")
        row.get_by_role("button", name="Disable").click()
        row.get_by_role("button", name="Disable: tap again").click()
        page.get_by_text("dora is disabled.").wait_for()
        row.get_by_role("button", name="Enable").click()
        page.get_by_text("dora may log in.").wait_for()
        row.get_by_role("button", name="Disable").wait_for()


if __name__ == "__main__":
    unittest.main()
