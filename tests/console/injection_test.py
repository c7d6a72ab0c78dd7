"""Stored XSS: what a visitor, a coordinator or a program wrote is text wherever the console shows it, and nothing else.
Every payload goes through the real service: chat, edit, note, attempt, holder."""
import json
import pathlib
import unittest

from console import BINARY, ConsoleTest
from desk import Person, machine

LISTED = json.loads((pathlib.Path(__file__).resolve().parent.parent / "widget" / "injections.json").read_text())
OWN = ["javascript:hit(1)", "tel:+13235550142<img src=x onerror=hit(1)>", "=HYPERLINK(\"http://evil.example\")",
       "${hit(1)}", "{{constructor.constructor('hit(1)')()}}", "#/callback/x\" onmouseover=\"hit(1)",
       "<a href=javascript:hit(1)>Dana</a>", "</script><script>hit(1)</script>", "<base href=//evil.example>",
       "<meta http-equiv=refresh content=0;url=//evil.example>", "<form><button formaction=javascript:hit(1)>Call",
       "<style>*{display:none}</style>", "<<script>hit(1)//<</script>", "&lt;script&gt;hit(1)&lt;/script&gt;",
       "__proto__", "constructor", "[object Object]", "<svg><animate onbegin=hit(1) attributeName=x>",
       "<input autofocus onfocus=hit(1)>", "<details open ontoggle=hit(1)>", "<math><mtext></form><form><mglyph><style></math>"
       "<img src onerror=hit(1)>"]
PAYLOADS = OWN + LISTED[::10]
SHOWN = """() => {
  const all = [...document.querySelectorAll('body *')];
  return {tags: [...new Set(all.map((node) => node.localName))],
    handlers: all.flatMap((node) => node.getAttributeNames()).filter((name) => /^on|^srcdoc$|^formaction$|^style$/.test(name)),
    links: [...new Set(all.flatMap((node) => ['href', 'src', 'action'].map((name) => node.getAttribute(name)))
      .filter((at) => at !== null).map((at) => /^[a-z]+:|^[#/]/i.exec(at)?.[0] ?? at))]};
}"""
MAY_LINK = {"#", "/", "tel:"}


class InjectionTest(ConsoleTest):
    innocent = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server.binary = BINARY
        cls.editor = Person(cls.server, "nora", "coordinator")
        assert cls.editor.sign_in()[0] == 200
        cls.token = (cls.server.folder / "secrets" / "desk.token").read_text().strip()
        cls.stored = [cls.store(number, payload) for number, payload in enumerate(PAYLOADS)]

    @classmethod
    def store(cls, number, payload):
        """A visitor who writes the payload as a question and as their name; the desk then has it as name, note and more."""
        turn = cls.server.say(payload)
        for text in ("please call me", "for me", payload, "Dana", f"323-555-{1000 + number}", "any time", "both", "yes", "yes",
                     "yes"):
            if turn["lead"] or (text == "Dana" and turn["asks"] != "name"):
                continue
            turn = cls.server.say(text, turn["conversation"])
        assert turn["lead"], (payload, turn)
        card = turn["lead"]["id"]

        def done(answer):
            assert answer[0] == 200, (payload, answer)
            return json.loads(answer[2])
        path = "/api/callbacks/" + card
        etag = done(cls.editor.ask("GET", path))["etag"]
        done(cls.editor.ask("PATCH", path, {"fields": {"name": payload}}, If_Match=etag))
        done(cls.editor.ask("POST", path + "/notes", {"text": payload}))
        done(cls.editor.ask("POST", path + "/claim", {}))
        done(cls.editor.ask("POST", path + "/attempts", {"outcome": "wrong_number", "note": payload}))
        etag = done(cls.editor.ask("GET", path))["etag"]
        done(cls.editor.ask("PATCH", path, {"status": "attempting"}, If_Match=etag))
        if len(payload) <= 64:
            done(machine(cls.server, "POST", path + "/claim", cls.token, {"holder": payload}))
        return card

    def watched(self, name, role="coordinator"):
        page = self.enter(name, role)
        page.on("dialog", lambda dialog: self.complaints.append("a dialog"))
        page.evaluate("() => { window.hit = () => { window.wasHit = true; }; window.alert = window.hit; }")
        return page

    def assert_only_text(self, page, allowed, payload):
        shown = page.evaluate(SHOWN)
        self.assertLessEqual(set(shown["tags"]), allowed, payload)
        self.assertEqual(shown["handlers"], [], payload)
        self.assertLessEqual(set(shown["links"]), MAY_LINK, payload)
        self.assertIsNone(page.evaluate("window.wasHit ?? null"), payload)
        self.assertEqual(page.evaluate("location.host"), self.address.split("/")[2], payload)

    def allowed(self, page):
        """The elements of the same places when nobody attacks; looked at once."""
        if not InjectionTest.innocent:
            InjectionTest.innocent = self.innocent_elements(page)
        return InjectionTest.innocent

    def innocent_elements(self, page):
        card = self.ask_for_call("Grace", "323-555-0199", before=["xyzzy plugh"])
        tags = set()
        for step in ("#/queue", "#/callback/" + card):
            page.goto(self.address + step)
            page.get_by_text("Grace").first.wait_for()
            tags |= set(page.evaluate(SHOWN)["tags"])
        page.get_by_role("button", name="Claim", exact=True).click()
        page.get_by_role("link", name="Call Grace").wait_for()
        page.get_by_label("New note").fill("a note")
        page.get_by_role("button", name="Save note").click()
        page.locator(".notes li").wait_for()
        page.locator(".transcript").get_by_role("button", name="Show").click()
        page.locator(".theirs").first.wait_for()
        page.get_by_role("button", name="Look", exact=True).click()
        page.get_by_text("No other callback has this number").wait_for()
        tags |= set(page.evaluate(SHOWN)["tags"])
        page.get_by_role("button", name="Release").click()
        return tags | {"textarea", "ul", "ol", "li", "small", "strong", "q"}

    def test_stored_xss_in_the_list(self):
        self.assertGreaterEqual(len(PAYLOADS), 40)
        page = self.watched("ana")
        allowed = self.allowed(page)
        found = []
        page.goto(self.address + "#/queue/all")
        page.locator(".item").first.wait_for()
        while True:
            self.assert_only_text(page, allowed, "the list")
            found += page.locator(".who").all_text_contents()
            more = page.get_by_role("button", name="More")
            if more.count() == 0 or more.is_disabled():
                break
            first = page.locator(".card-link").first.get_attribute("data-id")
            more.click()
            page.wait_for_function("id => document.querySelector('.card-link')?.dataset.id !== id", arg=first)
        self.assertLessEqual(set(PAYLOADS), set(found))

    def test_stored_xss_in_the_card_its_dialling_script_and_its_transcript(self):
        page = self.watched("bea", "admin")
        allowed = self.allowed(page)
        for payload, card in zip(PAYLOADS, self.stored):
            page.goto(f"{self.address}#/callback/{card}")
            page.locator("article.card").wait_for()
            page.wait_for_function("name => document.querySelector('#card-name')?.textContent === name", arg=payload)
            self.assertIn(payload, page.locator(".script").text_content())
            self.assertIn(payload, page.locator(".notes .said").all_text_contents())
            self.assertIn(payload, page.locator(".history").text_content())
            page.locator(".transcript").get_by_role("button", name="Show").click()
            page.locator(".theirs").first.wait_for()
            self.assertIn(payload, page.locator(".transcript").text_content())
            if len(payload) <= 64:
                page.get_by_text(payload + " has this one", exact=True).wait_for()
                page.get_by_role("button", name="Take over").click()
            self.assert_only_text(page, allowed, payload)
            self.assertEqual(page.title(), "Callback desk")

    def test_stored_xss_in_the_link_that_calls(self):
        """The name stands on the link that dials; its address is a number and nothing else"""
        page = self.watched("cleo", "admin")
        allowed = self.allowed(page)
        for payload, card in list(zip(PAYLOADS, self.stored))[:15]:
            self.assertEqual(machine(self.server, "POST", f"/api/callbacks/{card}/release", self.token,
                                     {"holder": payload})[0], 200)
            page.goto(f"{self.address}#/callback/{card}")
            page.wait_for_function("name => document.querySelector('#card-name')?.textContent === name", arg=payload)
            page.get_by_role("button", name="Claim", exact=True).click()
            link = page.locator(".number-link")
            link.wait_for()
            self.assertIn("Call " + payload, link.text_content())
            self.assertRegex(link.get_attribute("href"), r"^tel:\+1323555\d{4}$")
            self.assert_only_text(page, allowed, payload)
            page.get_by_role("button", name="Release").click()
            page.get_by_role("button", name="Claim", exact=True).wait_for()
            self.assertEqual(machine(self.server, "POST", f"/api/callbacks/{card}/claim", self.token,
                                     {"holder": payload})[0], 200)

    def test_stored_xss_in_a_toast(self):
        """Whatever a refusal says, it is read as text"""
        page = self.watched("dora")
        allowed = self.allowed(page)
        said = []
        page.route("**/api/callbacks/next", lambda route: route.fulfill(
            status=409, content_type="application/problem+json",
            body=json.dumps({"type": "x", "title": said[-1], "detail": said[-1], "status": 409})))
        page.goto(self.address + "#/queue")
        for payload in PAYLOADS:
            said.append(payload)
            page.get_by_role("button", name="Call next").click()
            page.wait_for_function("text => document.querySelector('.toast')?.textContent.startsWith(text)", arg=payload)
            self.assert_only_text(page, allowed, payload)


if __name__ == "__main__":
    unittest.main()
