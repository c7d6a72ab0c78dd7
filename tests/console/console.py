"""Debian's Chromium, the real program, and coordinators who log in to its console."""
import base64
import hashlib
import hmac
import os
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import time
import unittest

from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.append(str(ROOT / "tests" / "service"))
from server import Server  # noqa: E402

BINARY = os.environ.get("ADMISSIONS_BOT", str(ROOT / "build" / "release" / "admissions-bot"))
AXE = (HERE.parent / "widget" / "node_modules" / "axe-core" / "axe.min.js").read_text()
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PASSWORD = "four calm horses at night"
FIRST = ["Anna", "Brian", "Clara", "David", "Elena", "Frank", "Grace", "Henry", "Irene"]
LAST = ["Adams", "Baker", "Cooper", "Dalton", "Ellis", "Foster", "Garcia", "Harris"]
PHONE = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 860}


def totp(secret, at=None):
    """RFC 6238: six digits, SHA-1, 30 seconds."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int((at or time.time()) // 30)), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


class Account:
    """Made with the program's own command; gives a code that was not used yet."""

    def __init__(self, server, name, role):
        made = subprocess.run([BINARY, "user", "add", name, "--role", role, "--config", str(server.config)],
                              input=PASSWORD + "\n", capture_output=True, text=True, timeout=60)
        assert made.returncode == 0, made.stderr
        self.name = name
        self.secret = re.search(r"secret=([A-Z2-7]+)", made.stdout)[1]
        self.recovery = [line.strip() for line in made.stdout.split("safe):")[-1].splitlines()
                         if re.fullmatch(r"\s+\S+", line) and "otpauth" not in line]


class ConsoleTest(unittest.TestCase):
    """One program and one browser a class; a browser profile a coordinator."""

    lease_minutes = 15

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.server = Server(BINARY, cls.folder.name, cls.configured).start()
        cls.accounts = {}
        cls.driver = sync_playwright().start()
        cls.chromium = cls.driver.chromium.launch(executable_path="/usr/bin/chromium",
                                                  args=["--no-sandbox", "--disable-gpu"])

    @classmethod
    def configured(cls, text):
        """It is noon at the clinic, whenever the tests run: people may be called."""
        ahead = time.gmtime().tm_hour - 12
        return text.replace("zone: America/Los_Angeles", f"zone: Etc/GMT{ahead:+d}").replace(
            "lease_minutes: 15", f"lease_minutes: {cls.lease_minutes}").replace(
            "\n  attempts: {burst: 10,", "\n  attempts: {burst: 100,")  # one person enters again and again

    @classmethod
    def tearDownClass(cls):
        cls.chromium.close()
        cls.driver.stop()
        cls.server.kill()
        cls.folder.cleanup()

    def setUp(self):
        self.complaints = []

    def tearDown(self):
        self.assertEqual(self.complaints, [], "the browser complained")

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.port}/console/"

    def account(self, name, role="coordinator"):
        if name not in self.accounts:
            self.accounts[name] = Account(self.server, name, role)
        return self.accounts[name]

    def profile(self, **options):
        context = self.chromium.new_context(**{"locale": "en-US", "viewport": WIDE, **options})
        context.set_default_timeout(15000)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("console", lambda message: self.complaints.append(message.text)
                   if message.type == "error" and "Failed to load resource" not in message.text else None)
        self.addCleanup(context.close)
        return context

    def enter(self, name, role="coordinator", **options):
        """A page of that person, who is logged in."""
        account = self.account(name, role)
        page = self.profile(**options).new_page()
        page.goto(self.address)
        page.get_by_label("Name").fill(name)
        self.give_password(page)
        page.get_by_role("button", name="Use a recovery code").click()
        page.get_by_label("Recovery code").fill(account.recovery.pop())
        page.get_by_role("button", name="Log in").click()
        page.get_by_role("navigation", name="Main").wait_for()
        return page

    def give_password(self, page):
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()

    @classmethod
    def ask_for_call(cls, name="Dana", phone="323-555-0142", before=()):
        """A visitor's whole chat up to the stored request; gives its id."""
        conversation = None
        for text in (*before, "please call me", "for me", name, phone, "any time", "both", "yes", "yes"):
            turn = cls.server.say(text, conversation)
            conversation = turn["conversation"]
        assert turn["lead"], turn
        return turn["lead"]["id"]

    @classmethod
    def many(cls, n):
        """So many visitors, at most 72, who ask for a call one after the other; gives their names."""
        names = [f"{first} {last}" for last in LAST for first in FIRST][:n]
        for number, name in enumerate(names):
            cls.ask_for_call(name, f"323-555-{9000 + number:04d}")
        return names

    def claim(self, page, name):
        self.open(page, name)
        page.get_by_role("button", name="Claim", exact=True).click()
        page.get_by_role("link", name=f"Call {name}").wait_for()

    def names(self, page):
        return page.locator(".item .who").all_inner_texts()

    def item(self, page, name):
        return page.locator(".item", has=page.get_by_text(name, exact=True))

    def open(self, page, name):
        self.item(page, name).locator("a").click()
        page.get_by_role("heading", name=name, level=1).wait_for()

    def violations(self, page):
        page.evaluate(AXE)
        return page.evaluate("""(tags) => axe.run(document, {runOnly: tags}).then(
          ({violations}) => violations.map(({id, nodes}) => [id, ...nodes.map((node) =>
            node.target.flat().join(' ') + ' ' + node.failureSummary)]))""", AXE_RULES)

    def assert_accessible(self, page, state):
        page.wait_for_timeout(200)
        self.assertEqual(self.violations(page), [], f"in the state '{state}'")
