"""Debian's Chromium, the real program, and what the tests of the widget ask of both."""
import os
import pathlib
import sys
import tempfile
import unittest

from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "service"))
from server import Server  # noqa: E402

BINARY = os.environ.get("ADMISSIONS_BOT", str(ROOT / "build" / "release" / "admissions-bot"))
AXE = (HERE / "node_modules" / "axe-core" / "axe.min.js").read_text()
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The widget's style boundary is closed to pages; the tests look inside.
LOOK_INSIDE = """const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function(options) {
  return attach.call(this, {...options, mode: 'open'});
};"""


class WidgetTest(unittest.TestCase):
    """One program and one browser a class, one browser profile a test."""

    extra_config = staticmethod(lambda text: text)

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.server = Server(BINARY, cls.folder.name, cls.extra_config).start()
        cls.driver = sync_playwright().start()
        # The tests' websites are made up, so to the browser this machine is a stranger's network.
        cls.chromium = cls.driver.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-features=LocalNetworkAccessChecks"])

    @classmethod
    def tearDownClass(cls):
        cls.chromium.close()
        cls.driver.stop()
        cls.server.kill()
        cls.folder.cleanup()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.port}/"

    def profile(self, look_inside=True, **options):
        """A browser profile that fails the test when its pages complain."""
        context = self.chromium.new_context(**{"locale": "en-US", **options})
        context.set_default_timeout(20000)
        if look_inside:
            context.add_init_script(LOOK_INSIDE)
        self.complaints = []
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("console", lambda message: self.complaints.append(message.text)
                   if message.type == "error" and "net::ERR" not in message.text else None)
        self.addCleanup(context.close)
        return context

    def visit(self, context=None, address=None, opened=True, **options):
        page = (context or self.profile(**options)).new_page()
        page.goto(address or self.address)
        page.locator("admissions-assistant").wait_for(state="attached")
        if opened:
            self.launcher(page).click()
            self.panel(page).wait_for()
        return page

    def launcher(self, page):
        return page.locator("admissions-assistant .launcher button")

    def panel(self, page):
        return page.locator("admissions-assistant .panel.shown")

    def field(self, page):
        return self.panel(page).locator(".field:visible")

    def replies(self, page):
        return self.panel(page).locator(".exchange .reply")

    def answered(self, page, count):
        """Waits until `count` messages of the visitor have their answers."""
        page.wait_for_function(
            """([count]) => {
              const root = document.querySelector('admissions-assistant').shadowRoot;
              const all = [...root.querySelectorAll('.exchange')];
              return all.length === count && all.every((one) => one.querySelector('.reply'));
            }""", arg=[count])

    def say(self, page, *texts):
        for text in texts:
            before = self.panel(page).locator(".exchange").count()
            self.field(page).fill(text)
            self.field(page).press("Enter")
            self.answered(page, before + 1)

    def choose(self, page, label):
        before = self.panel(page).locator(".exchange").count()
        self.panel(page).get_by_role("button", name=label, exact=True).click()
        self.answered(page, before + 1)

    def last_answer(self, page):
        return self.panel(page).locator(".exchange").last.inner_text()

    def conversation(self, page):
        return self.panel(page).locator(".log").inner_text()

    def token(self, page):
        return page.evaluate("JSON.parse(localStorage.getItem('admissions.conversation'))")

    def violations(self, page, rules):
        page.evaluate(AXE)
        return page.evaluate("""(tags) => axe.run(document, {runOnly: tags}).then(
          ({violations}) => violations.map(({id, nodes}) => [id, ...nodes.map((node) =>
            node.target.flat().join(' ') + ' ' + node.failureSummary)]))""", rules)

    def assert_accessible(self, page, state):
        self.assertEqual(self.violations(page, AXE_RULES), [], f"in the state '{state}'")
