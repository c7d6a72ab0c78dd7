"""Two coordinators at once: one person is called by one of them, and each sees what the other does."""
import re
import unittest

from playwright.sync_api import expect

from console import ConsoleTest


class TwoCoordinatorsTest(ConsoleTest):
    lease_minutes = 1

    def test_a_race_for_one_callback_has_one_winner(self):
        self.ask_for_call("Rachel")
        first, second = self.enter("ana"), self.enter("bea")
        for page in (first, second):
            self.open(page, "Rachel")
            expect(page.get_by_role("button", name="Claim", exact=True)).to_be_enabled()
        # Both taps leave before either page hears of the other's.
        for page in (first, second):
            page.get_by_role("button", name="Claim", exact=True).evaluate("button => setTimeout(() => button.click(), 300)")
        for page in (first, second):
            page.locator(".holding p", has_text=re.compile("Yours for|(ana|bea) has this one")).wait_for()
        shown = [page.locator(".holding p").inner_text() for page in (first, second)]
        self.assertEqual(sum("Yours" in text for text in shown), 1, shown)
        winner, loser = (first, second) if "Yours" in shown[0] else (second, first)
        self.assertEqual(winner.get_by_role("link", name="Call Rachel").get_attribute("href"), "tel:+13235550142")
        self.assertEqual(loser.get_by_role("link", name="Call Rachel").count(), 0)

        # The loser sees it freed without doing anything.
        winner.get_by_role("button", name="Release").click()
        loser.get_by_role("button", name="Claim", exact=True).wait_for()

    def test_a_new_request_shows_by_itself_and_call_next_takes_it(self):
        page = self.enter("cleo")
        page.get_by_role("button", name="Call next").wait_for()
        self.ask_for_call("Lucia", "323-555-0177")
        self.item(page, "Lucia").wait_for()
        self.open(page, "Lucia")
        page.get_by_role("button", name="Claim", exact=True).click()
        page.get_by_role("link", name="Call Lucia").wait_for()
        page.get_by_role("button", name="No answer").click()
        page.get_by_text("Logged: no answer").wait_for()
        page.get_by_text("Called: no answer").first.wait_for()

    def test_a_note_an_edit_and_the_chat(self):
        self.ask_for_call("Greta", "323-555-0191", before=["how many hours a week is it?"])
        page = self.enter("gina")
        self.open(page, "Greta")
        page.get_by_label("New note").fill("sounded <b>tired</b>")
        page.get_by_role("button", name="Save note").click()
        page.locator(".notes li", has_text="sounded <b>tired</b>").wait_for()
        page.get_by_role("button", name="Edit").click()
        page.get_by_label("Name", exact=True).fill("Greta M.")
        page.get_by_role("button", name="Save", exact=True).click()
        page.get_by_role("heading", name="Greta M.", level=1).wait_for()
        page.get_by_text("Greta → Greta M.").wait_for()
        page.locator(".transcript").get_by_role("button", name="Show").click()
        page.locator(".theirs", has_text="how many hours a week is it?").wait_for()

    def test_a_number_that_asked_us_to_stop_cannot_be_dialled(self):
        self.ask_for_call("Stella", "323-555-0192")
        page = self.enter("hana")
        self.open(page, "Stella")
        page.get_by_role("button", name="Claim", exact=True).click()
        page.get_by_role("link", name="Call Stella").wait_for()
        page.get_by_role("button", name="Asked us to stop").click()
        page.get_by_role("button", name="Asked us to stop: tap again").click()
        page.get_by_text("This number asked us to stop").wait_for()
        self.assertEqual(page.locator("a[href^='tel']").count(), 0)

    def test_a_lease_that_runs_out_frees_the_callback_for_others(self):
        self.ask_for_call("Laura", "323-555-0188")
        holder, other = self.enter("dora"), self.enter("ella")
        self.open(holder, "Laura")
        holder.get_by_role("button", name="Claim", exact=True).click()
        holder.get_by_text("Yours for").wait_for()
        self.open(other, "Laura")
        other.get_by_text("dora has this one").wait_for()
        holder.context.close()  # the phone died: nobody renews
        other.get_by_role("button", name="Claim", exact=True).click(timeout=75000)
        other.get_by_text("Yours for").wait_for()

    def test_an_open_card_keeps_its_lease(self):
        self.ask_for_call("Kate", "323-555-0189")
        page = self.enter("fay")
        self.open(page, "Kate")
        with page.expect_response("**/renew", timeout=45000) as renewed:
            page.get_by_role("button", name="Claim", exact=True).click()
        self.assertEqual(renewed.value.status, 200)
        page.locator(".holding", has_text=re.compile(r"Yours for (1:00|0:5\d)")).wait_for()


if __name__ == "__main__":
    unittest.main()
