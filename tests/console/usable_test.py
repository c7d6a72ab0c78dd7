"""One thumb, no mouse, a dark room, and what a visitor can try against whoever reads their name."""
import unittest

from playwright.sync_api import expect

from console import PHONE, WIDE, ConsoleTest

LOOKS = {"light": {}, "dark": {"color_scheme": "dark"}, "forced colours": {"forced_colors": "active"}}
HOSTILE = "Ann<img src=x onerror=document.title='owned'>"
OVERFLOW = "document.documentElement.scrollWidth > innerWidth"
COVERED = """() => {
  const {left, right, top, bottom} = document.querySelector('.toast').getBoundingClientRect();
  return [...document.querySelectorAll('.number-link, .marks, .outcomes button, .back, .head, .top nav a')]
    .filter((node) => node.checkVisibility() && (innerWidth > 860 || !node.closest('.top')))
    .map((node) => [node.textContent, node.getBoundingClientRect()])
    .filter(([, at]) => at.left < right && at.right > left && at.top < bottom && at.bottom > top).map(([name]) => name);
}"""
CUT = "() => [...document.querySelectorAll('.views a')].filter((a) => a.scrollWidth > a.clientWidth).map((a) => a.textContent)"
SMALL_TARGETS = """() => [...document.querySelectorAll('button, .button, .number-link, .card-link, .back, .views a, nav a, summary, input, select')]
  .filter((node) => node.checkVisibility() && !node.closest('.hidden, .check'))
  .map((node) => [node.textContent || node.id, node.getBoundingClientRect()])
  .filter(([, {width, height}]) => Math.min(width, height) < 44 - 0.5).map(([name, {width, height}]) => [name, width, height])"""


class UsableTest(ConsoleTest):
    def test_axe_finds_nothing_in_any_place_look_or_size(self):
        self.ask_for_call("Dana", before=["how many hours a week is it?"])
        for look, options in LOOKS.items():
            for size in (WIDE, PHONE):
                door = self.profile(viewport=size, **options).new_page()
                door.goto(self.address)
                door.get_by_label("Password").wait_for()
                self.assert_accessible(door, f"log-in, {look}, {size}")
                page = self.enter("ana", "admin", viewport=size, **options)
                self.item(page, "Dana").first.wait_for()
                page.get_by_label("Find a phone number").fill("323-555-0142")
                page.get_by_role("button", name="Find", exact=True).click()
                page.get_by_role("heading", name="Found by phone").wait_for()
                self.assert_accessible(page, f"found, {look}, {size}")
                page.get_by_role("button", name="Back to the list").click()
                self.assert_accessible(page, f"queue, {look}, {size}")
                self.assertFalse(page.evaluate(OVERFLOW), (look, size))
                if size == PHONE:
                    self.assertEqual(page.evaluate(SMALL_TARGETS), [], ("list", look))
                    page.get_by_label("Account: ana").click()
                    self.assert_accessible(page, f"menu, {look}")
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
                for button in page.get_by_role("button", name="More", exact=True).all():
                    button.click()
                    self.assert_accessible(page, f"all outcomes, {look}, {size}")
                page.locator(".moves summary").click()
                page.locator(".transcript").get_by_role("button", name="Show").click()
                page.locator(".theirs").first.wait_for()
                self.assert_accessible(page, f"card with all unfolded, {look}, {size}")
                self.assertFalse(page.evaluate(OVERFLOW), (look, size))
                page.get_by_role("button", name="Release").click()
                page.get_by_role("button", name="Claim", exact=True).wait_for()
                for place, heading in (("accounts", "Accounts"), ("audit", "Audit"), ("password", "Change password"),
                                       ("reports", "Reports")):
                    page.goto(f"{self.address}#/{place}")
                    page.get_by_role("heading", name=heading, level=1).wait_for()
                    self.assert_accessible(page, f"{place}, {look}, {size}")
                    self.assertFalse(page.evaluate(OVERFLOW), (place, look, size))
                    if size == PHONE:
                        self.assertEqual(page.evaluate(SMALL_TARGETS), [], (place, look))
                for view in ("mine", "sleeping", "review", "closed", "all"):
                    page.goto(f"{self.address}#/queue/{view}?channel=web")
                    page.locator(".rows, .list .empty:not(:text('Loading'))").first.wait_for()
                    self.assert_accessible(page, f"{view}, {look}, {size}")
                    self.assertFalse(page.evaluate(OVERFLOW), (view, look, size))
                page.context.close()

    def test_one_thumb_on_a_phone(self):
        """Claim, log, next, each under the thumb; the tap on the number itself leaves the browser and is not made here."""
        self.ask_for_call("Tess", "323-555-0150")
        self.ask_for_call("Theo", "323-555-0151")
        page = self.enter("bea", viewport=PHONE, has_touch=True, is_mobile=True)
        taps = 0

        def tap(button):
            nonlocal taps
            taps += 1
            box = button.bounding_box()
            self.assertGreaterEqual(min(box["height"], box["width"]), 44)
            self.assertGreater(box["y"], PHONE["height"] / 3, "in the reach of a thumb")
            self.assertLessEqual(box["y"] + box["height"], PHONE["height"], "in sight without scrolling")
            button.tap()

        page.get_by_role("button", name="Call next").wait_for()
        tap(page.get_by_role("button", name="Call next"))
        called = []
        for outcome in ("Busy", "No answer"):
            call = page.locator(".number-link")
            call.wait_for()
            self.assertGreater(call.bounding_box()["width"], 250)
            self.assertLess(call.bounding_box()["y"] + call.bounding_box()["height"], PHONE["height"] - 140)
            called.append(page.get_by_role("heading", level=1).inner_text())
            tap(page.get_by_role("button", name=outcome, exact=True))
            page.get_by_text(f"Logged: {outcome.lower()}").wait_for()
            tap(page.get_by_role("button", name="Call next"))
        self.assertEqual(len(set(called)), len(called), "each person once")
        self.assertEqual(taps, 1 + 2 * 2)

    def test_who_was_reached_is_asked_about_at_once(self):
        self.ask_for_call("Rita", "323-555-0155")
        page = self.enter("rea", viewport=PHONE, has_touch=True, is_mobile=True)
        self.claim(page, "Rita")
        page.get_by_role("button", name="Reached them").tap()
        asked = page.get_by_role("heading", name="What comes of it?")
        asked.wait_for()
        page.wait_for_timeout(300)
        for choice in ("Scheduled", "Referred elsewhere"):
            box = page.get_by_role("button", name=choice).bounding_box()
            self.assertGreater(box["y"], 46)
            self.assertLess(box["y"] + box["height"], PHONE["height"] - 78, "in sight above the bar")
        self.assert_accessible(page, "reached, on a phone")
        page.get_by_role("button", name="Scheduled").tap()
        page.get_by_text("Now: scheduled.").wait_for()

    def test_a_hasty_second_tap_presses_nothing(self):
        for name in ("Hal", "Hedy"):
            self.ask_for_call(name, "323-555-0153" if name == "Hal" else "323-555-0154")
        page = self.enter("hasty", viewport=PHONE, has_touch=True, is_mobile=True)
        attempts = []
        page.on("request", lambda request: request.method == "POST" and "/api/callbacks" in request.url
                and attempts.append(request.url.rsplit("/", 1)[1]))
        for x in (60, 180, 300):
            page.get_by_role("button", name="Call next").wait_for()
            page.touchscreen.tap(x, PHONE["height"] - 40)
            page.locator(".number-link").wait_for()
            page.touchscreen.tap(x, PHONE["height"] - 40)  # where an outcome stands by now
            page.wait_for_timeout(700)
            page.get_by_role("button", name="Release").tap()
            page.locator(".holding", has_text="Nobody has this one").wait_for()
            page.get_by_role("link", name="Back to the list").tap()
        self.assertEqual([what for what in attempts if what != "renew"], ["next", "release"] * 3)

    def test_the_whole_header_shows_on_a_phone(self):
        for name, role, places in (("cleo", "coordinator", ["Callbacks", "Reports"]),
                                   ("ana", "admin", ["Callbacks", "Reports", "Accounts", "Audit"])):
            self.ask_for_call("Carl", "323-555-0152", before=["i want to kill myself"])
            page = self.enter(name, role, viewport=PHONE)
            page.get_by_text("crisis").first.wait_for()
            self.assertEqual(page.evaluate("""() => [...document.querySelectorAll('.top nav, .top nav a, .top .badge, .top button')]
              .filter((node) => node.checkVisibility())
              .filter((node) => node.scrollWidth > node.clientWidth || node.getBoundingClientRect().right > innerWidth)
              .map((node) => node.textContent)"""), [])
            page.get_by_label(f"Account: {name}").click()
            shown = [place for place in ("Callbacks", "Reports", "Accounts", "Audit")
                     if page.get_by_role("link", name=place).filter(visible=True).count()]
            self.assertEqual(shown, places)

    def test_a_message_covers_nothing_that_a_call_needs(self):
        self.ask_for_call("Olga", "323-555-0156")
        for name, size in (("pia", PHONE), ("quin", {"width": 1280, "height": 800})):
            page = self.enter(name, viewport=size)
            self.claim(page, "Olga")
            page.get_by_text("It is yours.").wait_for()
            self.assertEqual(page.evaluate(COVERED), [], size)
            page.get_by_role("button", name="Release").click()
            page.get_by_text("Nobody has this one").wait_for()

    def test_the_lists_stand_side_by_side_and_the_shown_one_in_sight(self):
        for number, (name, tap) in enumerate((("Lou", ["No answer"]), ("Lena", ["Wrong number", "Wrong number: tap again"]))):
            self.ask_for_call(name, f"323-555-016{number + 1}")
            page = self.enter("ria", viewport=PHONE)
            self.claim(page, name)
            page.get_by_role("button", name="More", exact=True).click()
            for button in tap:
                page.get_by_role("button", name=button, exact=True).click()
            page.get_by_text("Logged: ").wait_for()
        page.goto(f"{self.address}#/queue/all")
        page.get_by_role("link", name="All", exact=True).and_(page.locator("[aria-current]")).wait_for()
        self.assertGreaterEqual(page.locator(".views .badge").count(), 2)
        boxes = [link.bounding_box() for link in page.locator(".views a").all()]
        for left, right in zip(boxes, boxes[1:]):
            self.assertLessEqual(left["x"] + left["width"], right["x"] + 0.5)
        self.assertEqual(page.evaluate(CUT), [], "words that are wider than their tab")
        self.assertLessEqual(boxes[-1]["x"] + boxes[-1]["width"], PHONE["width"] + 0.5)

    def test_keyboard_only(self):
        self.ask_for_call("Kim", "323-555-0160")
        page = self.enter("cleo")
        self.item(page, "Kim").wait_for()
        for _ in range(20):
            page.keyboard.press("j")
            if "Kim" in page.evaluate("document.activeElement.closest('a.card-link')?.textContent ?? ''"):
                break
        page.keyboard.press("c")
        page.get_by_role("heading", name="Kim", level=1).wait_for()
        page.get_by_text("Yours for").wait_for()
        page.keyboard.press("m")
        page.keyboard.type("j and k are letters here")
        self.assertEqual(page.get_by_label("New note").input_value(), "j and k are letters here")
        page.get_by_label("New note").fill("")
        page.get_by_role("heading", name="Kim", level=1).focus()
        expect(page.get_by_role("button", name="Wrong number")).to_be_enabled()
        page.keyboard.press("7")  # a wrong number ends our calling: asked again
        page.get_by_text("Wrong number: tap again").wait_for()
        page.keyboard.press("1")
        page.get_by_text("Logged: no answer").wait_for()
        page.keyboard.press("?")
        page.get_by_role("dialog", name="Help").wait_for()
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
