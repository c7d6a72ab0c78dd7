"""A tired thumb taps the wrong outcome: it is taken back, and the card is held again."""
import unittest

from console import PHONE, ConsoleTest


class TakeBackTest(ConsoleTest):
    def log(self, page, outcome):
        page.get_by_role("button", name=outcome, exact=True).click()
        page.get_by_text(f"Logged: {outcome.lower()}.").wait_for()

    def toast(self, page):
        return page.get_by_role("status").get_by_role("button", name="Take back")

    def assert_held_again(self, page, name, outcome):
        page.get_by_text("Taken back. It is yours again.").wait_for()
        page.get_by_role("link", name=f"Call {name}").wait_for()
        page.locator(".holding.mine", has_text="Yours for").wait_for()
        undone = page.locator(".history li", has=page.locator("s", has_text=f"Called: {outcome.lower()}"))
        undone.first.wait_for()
        self.assertIn("Taken back", undone.first.inner_text())
        self.assertEqual(page.locator(".history").get_by_text("Taken back").count(), page.locator(".history s").count(), "each said once")

    def test_from_the_message_by_one_thumb(self):
        self.ask_for_call("Tom", "323-555-0401")
        page = self.enter("ana", viewport=PHONE, has_touch=True, is_mobile=True)
        self.claim(page, "Tom")
        self.log(page, "Busy")
        button = self.toast(page)
        box = button.bounding_box()
        self.assertGreaterEqual(min(box["width"], box["height"]), 44)
        self.assertGreater(box["y"], PHONE["height"] / 2, "in the reach of a thumb")
        bar = page.locator(".holding .bar").bounding_box()
        self.assertLessEqual(box["y"] + box["height"], bar["y"], "beside the buttons that take the next one")
        self.assert_accessible(page, "an outcome that can be taken back")
        button.tap()
        self.assert_held_again(page, "Tom", "Busy")
        self.assertEqual(self.toast(page).count(), 0)
        self.log(page, "No answer")  # the right one
        page.locator(".history li p", has_text="Called: no answer").first.wait_for()

    def test_the_message_stays_for_slow_readers_and_under_the_hand(self):
        self.ask_for_call("Tess", "323-555-0402")
        page = self.enter("ana")
        self.claim(page, "Tess")
        self.log(page, "Busy")
        page.wait_for_timeout(15000)
        self.toast(page).focus()
        page.wait_for_timeout(9000)
        self.toast(page).press("Enter")
        self.assert_held_again(page, "Tess", "Busy")

    def test_on_the_card_when_the_message_has_gone_and_only_for_who_logged_it(self):
        self.ask_for_call("Tara", "323-555-0403")
        page, other = self.enter("ana"), self.enter("bea")
        self.claim(page, "Tara")
        self.log(page, "Busy")
        page.get_by_role("button", name="Dismiss").click()
        page.goto(f"{self.address}#/queue/sleeping")
        page.reload()
        self.open(page, "Tara")
        page.get_by_text("Your last call: busy").wait_for()
        self.assert_accessible(page, "a card whose outcome can be taken back")
        other.goto(page.url)
        other.get_by_role("heading", name="Tara", level=1).wait_for()
        self.assertEqual(other.get_by_role("button", name="Take back").count(), 0)
        page.get_by_role("button", name="Take back").click()
        self.assert_held_again(page, "Tara", "Busy")
        page.get_by_text("Your last call: busy").wait_for(state="detached")

    def test_u_takes_back_the_last_one_from_wherever_one_is(self):
        for number, name in enumerate(("Ursula", "Uwe")):
            self.ask_for_call(name, f"323-555-041{number}")
        page = self.enter("cleo")
        self.claim(page, "Ursula")
        self.log(page, "No answer")
        self.open(page, "Uwe")
        page.keyboard.press("u")
        page.get_by_role("heading", name="Ursula", level=1).wait_for()
        self.assert_held_again(page, "Ursula", "No answer")
        page.keyboard.press("u")
        page.get_by_text("You have logged nothing that can be taken back.").wait_for()
        self.log(page, "Busy")
        page.get_by_text("Your last call: busy").wait_for()
        page.keyboard.press("u")  # and on the card itself
        self.assert_held_again(page, "Ursula", "Busy")
        page.keyboard.press("?")
        page.get_by_role("dialog").get_by_text("Take back what you logged last").wait_for()

    def test_who_never_asked_us_to_stop_can_be_called_again(self):
        self.ask_for_call("Theo", "323-555-0405")
        page = self.enter("dora")
        self.claim(page, "Theo")
        page.get_by_role("button", name="Asked us to stop").click()
        page.get_by_role("button", name="Asked us to stop: tap again").click()
        page.get_by_text("This number asked us to stop").wait_for()
        self.assertEqual(page.locator("a[href^='tel']").count(), 0)
        page.get_by_text("Your last call: asked us to stop").wait_for()
        self.toast(page).click()
        self.assert_held_again(page, "Theo", "Asked us to stop")
        self.assertEqual(page.locator("a[href^='tel']").get_attribute("href"), "tel:+13235550405")
        self.assertEqual(page.get_by_text("This number asked us to stop").count(), 0)

    def test_what_somebody_has_gone_on_with_is_too_late(self):
        self.ask_for_call("Tina", "323-555-0404")
        page, other = self.enter("ana"), self.enter("bea")
        self.claim(page, "Tina")
        self.log(page, "No answer")
        other.goto(page.url)
        other.get_by_role("button", name="Claim", exact=True).click()
        other.get_by_text("Yours for").wait_for()
        self.toast(page).click()
        page.get_by_role("status").get_by_text("too late to take this back").or_(
            page.get_by_role("status").get_by_text("Somebody else has this one")).wait_for()
        other.get_by_text("Yours for").wait_for()
        page.get_by_text("bea has this one").wait_for()
        self.assertEqual(page.get_by_role("button", name="Take back").count(), 0)


if __name__ == "__main__":
    unittest.main()
