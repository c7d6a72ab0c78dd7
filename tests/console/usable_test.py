"""One thumb, no mouse, a dark room, and what a visitor can try against whoever reads their name."""
import unittest

from console import PHONE, WIDE, ConsoleTest

LOOKS = {"light": {}, "dark": {"color_scheme": "dark"}, "forced colours": {"forced_colors": "active"}}
HOSTILE = "Ann<img src=x onerror=document.title='owned'>"
OVERFLOW = "document.documentElement.scrollWidth > innerWidth"
SMALL_TARGETS = """() => [...document.querySelectorAll('button, .number-link, .views a, nav a, summary, input')]
  .filter((node) => node.checkVisibility() && !node.closest('.hidden'))
  .map((node) => [node.textContent || node.id, node.getBoundingClientRect()])
  .filter(([, {width, height}]) => Math.min(width, height) < 24).map(([name]) => name)"""


class UsableTest(ConsoleTest):
    def test_axe_finds_nothing_in_any_place_look_or_size(self):
        self.ask_for_call("Dana", before=["how many hours a week is it?"])
        for look, options in LOOKS.items():
            for size in (WIDE, PHONE):
                page = self.enter("ana", "admin", viewport=size, **options)
                self.item(page, "Dana").first.wait_for()
                self.assert_accessible(page, f"queue, {look}, {size}")
                self.assertFalse(page.evaluate(OVERFLOW), (look, size))
                page.get_by_role("button", name="Help and keys").click()
                self.assert_accessible(page, f"help, {look}, {size}")
                page.keyboard.press("Escape")
                self.item(page, "Dana").first.locator("a").click()
                page.get_by_role("heading", name="Dana", level=1).wait_for()
                page.get_by_role("button", name="Claim", exact=True).click()
                page.get_by_role("link", name="Call Dana").wait_for()
                self.assert_accessible(page, f"card, {look}, {size}")
                self.assertFalse(page.evaluate(OVERFLOW), (look, size))
                self.assertEqual(page.evaluate(SMALL_TARGETS), [], (look, size))
                page.get_by_role("button", name="Release").click()
                page.get_by_role("button", name="Claim", exact=True).wait_for()
                for place, heading in (("accounts", "Accounts"), ("audit", "Audit"), ("password", "Change password"),
                                       ("reports", "Reports")):
                    page.goto(f"{self.address}#/{place}")
                    page.get_by_role("heading", name=heading, level=1).wait_for()
                    self.assert_accessible(page, f"{place}, {look}, {size}")
                    self.assertFalse(page.evaluate(OVERFLOW), (place, look, size))
                page.context.close()

    def test_one_thumb_on_a_phone(self):
        self.ask_for_call("Tess", "323-555-0150")
        page = self.enter("bea", viewport=PHONE, has_touch=True, is_mobile=True)
        page.get_by_role("button", name="Call next").tap()
        call = page.locator(".number-link")
        call.wait_for()
        box = call.bounding_box()
        self.assertGreater(box["height"], 60)
        self.assertGreater(box["width"], 250)
        page.get_by_role("button", name="Busy").tap()
        page.get_by_text("Logged: busy").wait_for()
        page.get_by_role("link", name="Back to the list").tap()
        page.get_by_role("button", name="Call next").wait_for()

    def test_keyboard_only(self):
        self.ask_for_call("Kim", "323-555-0160")
        page = self.enter("cleo")
        self.item(page, "Kim").wait_for()
        for _ in range(20):
            page.keyboard.press("j")
            if "Kim" in page.evaluate("document.activeElement.textContent"):
                break
        page.keyboard.press("c")
        page.get_by_role("heading", name="Kim", level=1).wait_for()
        page.get_by_text("Yours for").wait_for()
        page.keyboard.press("m")
        page.keyboard.type("j and k are letters here")
        self.assertEqual(page.get_by_label("New note").input_value(), "j and k are letters here")
        page.get_by_label("New note").fill("")
        page.get_by_role("heading", name="Kim", level=1).focus()
        page.keyboard.press("7")  # a wrong number ends our calling: asked again
        page.get_by_text("Wrong number: tap again").wait_for()
        page.keyboard.press("1")
        page.get_by_text("Logged: no answer").wait_for()
        page.keyboard.press("?")
        page.get_by_role("dialog", name="Keys").wait_for()
        page.keyboard.press("Escape")
        page.keyboard.press("/")
        self.assertEqual(page.evaluate("document.activeElement.getAttribute('aria-label')"), "Find a phone number")

    def test_stored_xss_from_a_visitors_name_is_text(self):
        self.ask_for_call("Ann", "323-555-0170")
        page = self.enter("dora")
        # Whatever the service lets through: the page is given it in every field.
        def answer(route):
            fetched = route.fetch()
            text = fetched.text()
            route.fulfill(response=fetched, body=text.replace('"Ann"', '"' + HOSTILE + '"')
                          .replace("+13235550170", "javascript:document.title=1"))
        page.route("**/api/callbacks**", answer)
        page.reload()
        self.open(page, HOSTILE)
        page.get_by_role("button", name="Claim", exact=True).click()
        page.get_by_text("Yours for").wait_for()
        self.assertEqual(page.locator("#console img").count(), 0)
        self.assertEqual(page.locator("a[href^='javascript'], a[href^='tel']").count(), 0)
        self.assertNotEqual(page.title(), "owned")

    def test_the_policy_allows_no_inline_code_and_no_other_host(self):
        status, headers, body = self.server.request("GET", "/console/")
        self.assertEqual(status, 200)
        policy = headers["Content-Security-Policy"]
        for part in ("default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'"):
            self.assertIn(part, policy)
        self.assertNotIn("unsafe", policy)
        self.assertNotIn(b"<style", body)
        self.assertNotRegex(body, rb"<script(?![^>]*\bsrc=)|https?://")
        self.assertEqual(self.server.request("GET", "/console/nothing.js")[0], 404)


if __name__ == "__main__":
    unittest.main()
