"""A service that tells what waits to a real receiver of webhooks and a real mail server on this machine."""
import http.server
import json
import pathlib
import re
import tempfile
import threading
import time

from case import FORM, ServiceCase
from mail_server import MailServer

SECRETS = ["first secret of the receiver", "second secret of the receiver"]


class Receiver(http.server.ThreadingHTTPServer):
    """Keeps what is posted; answers with the next of `statuses`, then with 204."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.posted, self.statuses = [], []
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status = self.server.statuses.pop(0) if self.server.statuses else 204
        self.server.posted.append((self.path, dict(self.headers), body, time.time()))
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/elsewhere")
        if status == 429:
            self.send_header("Retry-After", "3")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def eventually(condition, seconds=20):
    """What `condition` gives when it is true; waits for it, and judges nothing by the clock."""
    end = time.time() + seconds
    while time.time() < end:
        if found := condition():
            return found
        time.sleep(0.05)
    raise AssertionError("it did not come")


class AlertCase(ServiceCase):
    people = 0
    webhook = True

    @classmethod
    def email_lines(cls):
        """`server` and what follows from it."""
        return f"plaintext: true\n    server: smtp://127.0.0.1:{cls.mail.port}"

    @classmethod
    def limits(cls):
        return {"escalate_after_s": 2, "retry_first_s": 1}

    @classmethod
    def configure(cls, text):
        head, alerts = text.split("\nalerts:", 1)
        changes = [(r"enabled: false\n    server: .*", f"enabled: true\n    {cls.email_lines()}")]
        if cls.webhook:
            changes += [(r"enabled: false\n    url: .*",
                         f"enabled: true\n    url: http://127.0.0.1:{cls.receiver.server_port}/hook"),
                        (r"secret_files: .*", f"secret_files: [{', '.join(str(file) for file in cls.files)}]"),
                        (r"private_addresses: false", "private_addresses: true")]
        changes += [(rf"(?m)^  {key}: .*", f"  {key}: {value}") for key, value in cls.limits().items()]
        for before, after in changes:
            alerts, count = re.subn(before, after, alerts)
            assert count == 1, before
        return head + "\nalerts:" + alerts

    @classmethod
    def make_mail(cls):
        return MailServer()

    @classmethod
    def secret_file(cls, name, secret):
        file = pathlib.Path(cls.secrets.name) / name
        file.write_text(secret)
        file.chmod(0o600)
        return file

    @classmethod
    def setUpClass(cls):
        cls.secrets = tempfile.TemporaryDirectory()
        cls.receiver, cls.mail = Receiver(), cls.make_mail()
        cls.files = [cls.secret_file(f"webhook-{number}.secret", secret) for number, secret in enumerate(SECRETS)]
        super().setUpClass()

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        for server in (cls.receiver, cls.mail):
            server.shutdown()
            server.server_close()
        cls.secrets.cleanup()

    def setUp(self):
        self.receiver.posted.clear()
        self.receiver.statuses.clear()
        self.mail.messages.clear()

    def leave_details(self, *before):
        """A request of a number of its own: one person is one card. Gives its id; `self.token` is the visitor's."""
        AlertCase.people += 1
        form = [f"213-555-01{AlertCase.people:02}" if line.startswith("213") else line for line in FORM]
        self.token = None
        for line in (*before, *form):
            turn = self.say(line, self.token)
            self.token = turn["conversation"]
        return turn["lead"]["id"]

    def posts(self, kind, about):
        return [post for post in list(self.receiver.posted) if json.loads(post[2])["data"]["id"] == about
                and json.loads(post[2])["type"] == kind]

    def metric(self, name):
        text = self.server.request("GET", "/metrics")[2].decode()
        found = re.search(rf"(?m)^{re.escape(name)} (\d+)$", text)
        return int(found[1]) if found else 0
