"""The list: page after page, filters that stay, and why somebody stands where they do."""
import json
import re
import unittest

import texter
from console import PHONE, ConsoleTest

WAITING = 57  # more than the fifty that one page holds
CRISIS = ["i want to kill myself"]


class PagesTest(ConsoleTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.waiting = sorted(cls.many(WAITING))

    def test_more_than_fifty_are_read_by_the_links_of_the_service(self):
        page = self.enter("ana")
        page.get_by_text("Page 1").wait_for()
        first = self.names(page)
        self.assertEqual(len(first), 50)
        with page.expect_response(re.compile(r"/api/callbacks\?")) as looked:
            page.reload()
        link = re.search(r"<([^>]+)>; rel=\"next\"", looked.value.headers["link"])[1]
        page.get_by_text("Page 1").wait_for()
        with page.expect_request(re.compile(r"cursor=")) as asked:
            page.get_by_role("button", name="More", exact=True).click()
        self.assertTrue(asked.value.url.endswith(link), (asked.value.url, link))
        page.get_by_text("Page 2").wait_for()
        page.wait_for_function(f"() => document.querySelectorAll('.item').length === {WAITING - 50}")
        self.assertEqual(sorted(first + self.names(page)), self.waiting, "nobody twice, nobody left out")
        self.assertTrue(page.get_by_role("button", name="More", exact=True).is_disabled())
        page.get_by_role("button", name="Back", exact=True).click()
        page.get_by_text("Page 1").wait_for()
        self.assertEqual(self.names(page), first)


class FiltersTest(ConsoleTest):
    @classmethod
    def configured(cls, text):
        return texter.with_sms(cls.folder.name, super().configured(text))

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ask_for_call("Wendy", "323-555-0101")
        cls.ask_for_call("Carla", "323-555-0102", before=CRISIS)
        texter.ask_for_call(cls.server, "+13235550103", "Sam")

    def assert_names(self, page, *wanted):
        page.wait_for_function("""(wanted) => JSON.stringify([...document.querySelectorAll('.item .who')]
          .map((node) => node.textContent)) === wanted""", arg=json.dumps(list(wanted), separators=(",", ":")))

    def test_channel_and_urgency_stay_while_polling_on_reload_and_beside_a_card(self):
        page = self.enter("ana")
        self.assert_names(page, "Carla", "Wendy", "Sam")
        page.get_by_role("button", name="Filter").click()
        page.get_by_label("Channel").select_option("sms")
        self.assert_names(page, "Sam")
        self.assertIn("channel=sms", page.url)
        texter.ask_for_call(self.server, "+13235550104", "Tina")
        self.ask_for_call("Nadia", "323-555-0105")
        self.assert_names(page, "Sam", "Tina")  # the next look has the new text, and not the new chat
        page.reload()
        self.assert_names(page, "Sam", "Tina")
        self.open(page, "Sam")
        self.assertIn("channel=sms", page.url)
        page.reload()
        page.get_by_role("heading", name="Sam", level=1).wait_for()
        self.assert_names(page, "Sam", "Tina")
        page.get_by_label("Urgency").select_option("Crisis only")
        page.get_by_text("Nobody in this list fits the filter.").wait_for()
        page.get_by_label("Channel").select_option("Any channel")
        self.assert_names(page, "Carla")
        page.get_by_role("link", name="All", exact=True).click()
        self.assert_names(page, "Carla")
        self.assertIn("#/queue/all?urgent=true", page.url)
        page.get_by_role("button", name="Show all").click()
        page.wait_for_function("() => document.querySelectorAll('.item').length === 5")
        self.assertNotIn("urgent", page.url)
        self.assertEqual(page.get_by_label("Urgency").count(), 0)

    def test_filters_by_keyboard_alone(self):
        page = self.enter("bea")
        self.item(page, "Carla").wait_for()
        page.keyboard.press("f")
        label = "document.activeElement.getAttribute('aria-label')"
        page.wait_for_function(f"() => {label} === 'Channel'")
        self.assert_accessible(page, "filters")
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate(label), "Urgency")
        page.keyboard.type("Crisis")
        self.assert_names(page, "Carla")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        self.item(page, "Wendy").wait_for()
        self.assertEqual(page.evaluate("document.activeElement.textContent.trim()"), "Filter")

    def test_filters_on_a_phone_and_an_address_that_somebody_made_up(self):
        page = self.enter("cleo", viewport=PHONE)
        page.goto(f"{self.address}#/queue/nonsense?channel=pigeon&urgent=true")
        self.assert_names(page, "Carla")
        self.assertFalse(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
        self.assert_accessible(page, "filters on a phone")

    def test_call_next_says_that_no_filter_narrows_it(self):
        page = self.enter("elsa", viewport=PHONE)
        self.assert_names(page, *self.names(page))
        page.get_by_role("button", name="Call next", exact=True).wait_for()
        whole = page.get_by_role("button", name="Call next from the whole queue", exact=True)
        self.assertEqual(whole.count(), 0)
        for part in ("queue?channel=sms", "queue/mine", "queue/queue?urgent=false"):
            page.goto(f"{self.address}#/{part}")
            whole.wait_for()
        self.assert_accessible(page, "call next beside a filter")
        self.assertFalse(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
        self.open(page, "Wendy")  # the same button on the card
        whole.wait_for()
        page.get_by_role("link", name="Back to the list").click()
        page.get_by_role("button", name="Show all").click()
        page.get_by_role("button", name="Call next", exact=True).wait_for()
        page.get_by_label("Find a phone number").fill("323-555-0102")
        page.get_by_role("button", name="Find", exact=True).click()
        whole.wait_for()

    def test_more_than_the_service_gives_at_once_are_said_to_be_more(self):
        page = self.enter("fay")
        page.route("**/api/search", lambda route: route.fulfill(json={**route.fetch().json(), "more": True}))
        page.get_by_label("Find a phone number").fill("323-555-0101")
        page.get_by_role("button", name="Find", exact=True).click()
        said = page.get_by_text("More than 1 callbacks have this number. These are 1 of them.")
        said.wait_for()
        self.open(page, "Wendy")
        page.get_by_role("button", name="Look", exact=True).click()
        page.locator(".merge").get_by_text("More than 1 callbacks").wait_for()
        page.unroute("**/api/search")
        page.get_by_role("button", name="Find", exact=True).click()
        page.locator(".list").get_by_text("More than 1 callbacks").wait_for(state="detached")

    def test_the_reason_for_the_place_is_shown(self):
        self.ask_for_call("Zoe", "323-555-0106", before=CRISIS)
        page = self.enter("dora")
        crisis = self.item(page, "Zoe").locator(".why")
        crisis.wait_for()
        self.assertRegex(crisis.inner_text(), r"^Crisis, \d+ min$")
        self.assertRegex(self.item(page, "Wendy").locator(".why").inner_text(), r"^(Promised by|Waiting) ")
        self.assertEqual(self.names(page)[:2], ["Carla", "Zoe"], "a crisis first, then the older one")
        self.open(page, "Zoe")
        self.assertRegex(page.locator(".head .why").inner_text(), r"^Crisis, \d+ min$")
        self.open(page, "Wendy")
        page.get_by_role("button", name="Claim", exact=True).click()
        page.get_by_role("button", name="No answer").click()
        page.get_by_text("Logged: no answer").wait_for()
        page.get_by_role("link", name="Later").click()
        self.item(page, "Wendy").wait_for()
        self.assertRegex(self.item(page, "Wendy").locator(".why").inner_text(), r"^Call again (at|tomorrow)")


if __name__ == "__main__":
    unittest.main()
