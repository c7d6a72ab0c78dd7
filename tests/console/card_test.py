"""The card: two cards of one person, two people at one card, and a number that may not be called."""
import unittest

from console import ConsoleTest

CRISIS_RED = {"light": (168, 18, 30), "dark": (255, 141, 141)}


class CardTest(ConsoleTest):
    def edit(self, page, label, text):
        page.get_by_role("button", name="Edit").click()
        page.get_by_label(label, exact=True).fill(text)

    def test_two_cards_of_one_person_are_joined_and_parted_again(self):
        self.ask_for_call("Mona", "323-555-0201")
        self.ask_for_call("M. Lee", "323-555-0202")
        page = self.enter("ana")
        self.open(page, "M. Lee")
        self.edit(page, "Phone", "323-555-0201")
        page.get_by_role("button", name="Save", exact=True).click()
        page.locator(".pairs").get_by_text("(323) 555-0201").wait_for()
        page.get_by_text("The other request of this number is on this card now.").wait_for()
        self.item(page, "Mona").wait_for(state="detached")
        self.assertIn("#/callback/", page.locator(".merged a").get_attribute("href"), "what they said there can be read")
        page.locator(".merged").get_by_role("button", name="Undo").click()
        self.item(page, "Mona").wait_for()
        page.get_by_role("button", name="Look").click()
        join = page.locator(".merge li", has_text="Mona").get_by_role("button")
        join.click()
        self.assertEqual(self.item(page, "M. Lee").count(), 1, "one tap only asks")
        join.click()
        page.get_by_role("heading", name="Mona", level=1).wait_for()
        page.get_by_role("heading", name="Joined with this one").wait_for()
        self.item(page, "M. Lee").wait_for(state="detached")
        self.assert_accessible(page, "a joined card")
        page.locator(".merged").get_by_role("button", name="Undo").click()
        self.item(page, "M. Lee").wait_for()
        page.get_by_role("heading", name="Joined with this one").wait_for(state="detached")

    def test_whom_an_admin_takes_it_from_is_told_and_keeps_what_was_typed(self):
        self.ask_for_call("Tara", "323-555-0203")
        holder, admin = self.enter("bea"), self.enter("root", "admin")
        self.claim(holder, "Tara")
        holder.get_by_label("New note").fill("her mother answered")
        self.edit(holder, "Insurance", "Aetna")
        self.open(admin, "Tara")
        self.assertEqual(admin.get_by_role("button", name="Edit").count(), 0, "only its holder changes a held one")
        other = self.enter("cleo")
        self.open(other, "Tara")
        other.get_by_text("bea has this one").wait_for()
        self.assertEqual(other.get_by_role("button", name="Take over").count(), 0, "an admin's to do")
        admin.get_by_role("button", name="Take over").click()
        admin.get_by_role("button", name="Take it from bea?").click()
        admin.get_by_text("Yours for").wait_for()
        holder.get_by_role("status").get_by_text("root took this one over").wait_for(timeout=6000)
        holder.locator(".holding", has_text="root has this one").wait_for()
        self.assertIn("What you typed is still here.", holder.locator(".holding").inner_text())
        self.assertEqual(holder.locator("a[href^='tel']").count(), 0)
        self.assertEqual(holder.get_by_role("button", name="No answer").count(), 0)
        self.assertEqual(holder.get_by_label("New note").input_value(), "her mother answered")
        self.assertEqual(holder.get_by_label("Insurance").input_value(), "Aetna")
        self.assert_accessible(holder, "taken over")

    def test_who_lets_go_is_told_nothing_about_a_take_over(self):
        self.ask_for_call("Uma", "323-555-0204")
        page = self.enter("cleo")
        self.claim(page, "Uma")
        page.get_by_role("button", name="Release").click()
        page.get_by_text("Nobody has this one").wait_for()
        page.wait_for_timeout(5000)  # a look of the page's own
        self.assertEqual(page.get_by_text("What you typed is still here").count(), 0)

    def test_two_who_edit_the_same_detail_see_both_and_choose(self):
        self.ask_for_call("Vic", "323-555-0205")
        first, second = self.enter("ana"), self.enter("bea")
        for page in (first, second):
            self.open(page, "Vic")
        self.edit(first, "Name", "Victor")
        self.edit(second, "Name", "Victoria")
        second.get_by_label("Insurance").fill("Cigna")
        first.get_by_role("button", name="Save", exact=True).click()
        first.get_by_role("heading", name="Victor", level=1).wait_for()
        second.get_by_role("button", name="Save", exact=True).click()
        clash = second.locator(".clash")
        clash.get_by_text("ana changed this while you were typing").wait_for()
        self.assertEqual(clash.locator("tbody tr").all_inner_texts(), ["Name\tVictor\tVictoria"])
        self.assert_accessible(second, "an edit conflict")
        clash.get_by_role("button", name="Keep what is there").click()
        second.locator(".pairs").get_by_text("Cigna").wait_for()  # what nobody else touched is saved
        second.get_by_role("heading", name="Victor", level=1).wait_for()
        # And the other way round.
        for page, name in ((first, "Vincent"), (second, "Violet")):
            self.edit(page, "Name", name)
        first.get_by_role("button", name="Save", exact=True).click()
        first.get_by_role("heading", name="Vincent", level=1).wait_for()
        second.get_by_role("button", name="Save", exact=True).click()
        second.get_by_role("button", name="Save mine").click()
        second.get_by_role("heading", name="Violet", level=1).wait_for()
        first.get_by_role("heading", name="Violet", level=1).wait_for()

    def test_an_edit_that_was_left_is_there_again(self):
        for name, phone in (("Xena", "323-555-0208"), ("Yara", "323-555-0209")):
            self.ask_for_call(name, phone)
        page, other = self.enter("ana"), self.enter("bea")
        self.open(page, "Xena")
        page.get_by_role("button", name="Edit").click()
        self.open(page, "Yara")
        self.open(page, "Xena")
        page.get_by_role("button", name="Edit").wait_for()  # nothing was typed: nothing to come back to
        self.edit(page, "Name", "Xenia")
        page.get_by_label("Insurance").fill("Cigna")
        self.open(page, "Yara")
        self.assertEqual(page.get_by_label("Insurance").count(), 0, "another card's draft")
        self.open(page, "Xena")
        page.get_by_text("You have not saved this yet.").wait_for()
        self.assertEqual([page.get_by_label(label, exact=True).input_value() for label in ("Name", "Insurance", "Phone")],
                         ["Xenia", "Cigna", "(323) 555-0208"])
        self.assertEqual(page.evaluate("document.activeElement.id"), "card-name", "a draft takes no focus")
        self.assert_accessible(page, "a draft of an edit")
        # Meanwhile somebody else changes the same detail: both are shown, and leaving there loses nothing either.
        self.open(other, "Xena")
        self.edit(other, "Name", "Xandra")
        other.get_by_role("button", name="Save", exact=True).click()
        other.get_by_role("heading", name="Xandra", level=1).wait_for()
        page.get_by_role("heading", name="Xandra", level=1).wait_for()
        for _ in range(2):
            page.get_by_role("button", name="Save", exact=True).click()
            page.locator(".clash").get_by_text("bea changed this while you were typing").wait_for()
            self.open(page, "Yara")
            self.open(page, "Xandra")
        self.assertEqual(page.get_by_label("Name", exact=True).input_value(), "Xenia")
        page.get_by_role("button", name="Save", exact=True).click()
        page.get_by_role("button", name="Save mine").click()
        page.get_by_role("heading", name="Xenia", level=1).wait_for()
        page.locator(".pairs").get_by_text("Cigna").wait_for()
        self.open(page, "Yara")
        self.open(page, "Xenia")
        page.get_by_role("button", name="Edit").click()  # saved: no draft is left
        self.assertEqual(page.get_by_text("You have not saved this yet.").count(), 0)
        page.get_by_label("Name", exact=True).fill("Xaver")
        page.get_by_role("button", name="Cancel").click()
        self.open(page, "Yara")
        self.open(page, "Xenia")
        page.get_by_role("button", name="Edit").wait_for()

    def test_a_change_beside_another_is_saved_without_asking(self):
        self.ask_for_call("Wes", "323-555-0206")
        first, second = self.enter("ana"), self.enter("bea")
        for page in (first, second):
            self.open(page, "Wes")
        self.edit(second, "Name", "Wesley")
        first.get_by_label("New note").fill("call after lunch")
        first.get_by_role("button", name="Save note").click()
        first.locator(".notes li", has_text="call after lunch").wait_for()
        with second.expect_response(lambda answer: answer.status == 412):
            second.get_by_role("button", name="Save", exact=True).click()
        second.get_by_role("heading", name="Wesley", level=1).wait_for()
        self.assertEqual(second.locator(".clash").count(), 0)

    def test_a_suppressed_number_stands_in_red_and_is_no_link(self):
        self.ask_for_call("Stan", "323-555-0207")
        page = self.enter("dora")
        self.claim(page, "Stan")
        page.get_by_role("button", name="Asked us to stop").click()
        page.get_by_role("button", name="Asked us to stop: tap again").click()
        stop = page.locator(".stop")
        stop.wait_for()
        self.assertIn("(323) 555-0207", stop.inner_text())
        for scheme, red in CRISIS_RED.items():
            page.emulate_media(color_scheme=scheme)
            self.assertEqual(stop.evaluate("node => getComputedStyle(node).backgroundColor"), f"rgb{red}")
            self.assert_accessible(page, f"suppressed, {scheme}")
        self.assertEqual(page.locator("a[href^='tel']").count(), 0)
        self.assertEqual(page.locator(".dial .marks, .dial .script").count(), 0, "nothing to say on a call that nobody makes")
        page.get_by_role("link", name="All", exact=True).click()
        self.item(page, "Stan").locator(".tag.bad", has_text="Do not contact").wait_for()
        self.assertEqual(self.item(page, "Stan").locator(".tag").all_inner_texts(), ["Do not contact"], "said once")

    def test_the_history_says_each_thing_once(self):
        self.ask_for_call("Hugo", "323-555-0210")
        page = self.enter("cleo")
        self.open(page, "Hugo")
        self.edit(page, "Name", "Hugo B.")
        page.get_by_role("button", name="Save", exact=True).click()
        page.get_by_role("heading", name="Hugo B.", level=1).wait_for()
        page.get_by_text("Claim it before you call").wait_for()
        page.get_by_role("button", name="Claim", exact=True).click()
        page.get_by_role("button", name="Busy").click()
        page.locator(".history li").nth(3).wait_for()
        self.assertEqual(page.locator(".history li p:first-child").all_inner_texts(),
                         ["Called: busy", "Claimed", "Changed: name", "Asked for a call"])
        page.get_by_text("Nobody has this one").wait_for()
        admin = self.enter("root", "admin")
        admin.goto(page.url)
        admin.get_by_role("heading", name="Hugo B.", level=1).wait_for()
        page.get_by_role("button", name="Claim", exact=True).click()
        admin.get_by_text("cleo has this one").wait_for()
        self.assertEqual(admin.get_by_text("Claim it before you call").count(), 0, "nobody claims what somebody has")


if __name__ == "__main__":
    unittest.main()
