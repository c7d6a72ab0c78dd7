#!/usr/bin/env python3
"""What the desk is told of, and how: a real receiver and a real mail server on this machine.
Usage: alert_test.py BINARY BUILD_FOLDER"""
import base64
import hashlib
import hmac
import http.server
import json
import re
import socketserver
import threading
import time

from case import FORM, ServiceCase, main

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


class MailServer(socketserver.ThreadingTCPServer):
    """As much of RFC 5321 as taking a message needs."""
    allow_reuse_address = daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), MailHandler)
        self.messages = []
        threading.Thread(target=self.serve_forever, daemon=True).start()


class MailHandler(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"220 test\r\n")
        recipients = []
        while line := self.rfile.readline().decode().strip():
            verb = line.split()[0].upper()
            if verb == "RCPT":
                recipients.append(line)
            if verb == "DATA":
                self.wfile.write(b"354 go on\r\n")
                lines = []
                while (text := self.rfile.readline().decode()) != ".\r\n":
                    lines.append(text)
                self.server.messages.append((recipients, "".join(lines)))
            self.wfile.write(b"221 bye\r\n" if verb == "QUIT" else b"250 ok\r\n")
            if verb == "QUIT":
                return


def eventually(condition, seconds=20):
    """What `condition` gives when it is true; waits for it, and judges nothing by the clock."""
    end = time.time() + seconds
    while time.time() < end:
        if found := condition():
            return found
        time.sleep(0.05)
    raise AssertionError("it did not come")


class Alerts(ServiceCase):
    people = 0

    @classmethod
    def configure(cls, text):
        head, alerts = text.split("\nalerts:", 1)
        for before, after in ((r"enabled: false\n    url: .*", f"enabled: true\n    url: http://127.0.0.1:{cls.receiver.server_port}/hook"),
                              (r"secret_files: .*", f"secret_files: [{cls.files[0]}, {cls.files[1]}]"),
                              (r"private_addresses: false", "private_addresses: true"),
                              (r"enabled: false\n    server: .*", f"enabled: true\n    plaintext: true\n    server: smtp://127.0.0.1:{cls.mail.server_address[1]}"),
                              (r"escalate_after_s: .*", "escalate_after_s: 2"), (r"retry_first_s: .*", "retry_first_s: 1")):
            alerts, count = re.subn(before, after, alerts)
            assert count == 1, before
        return head + "\nalerts:" + alerts

    @classmethod
    def setUpClass(cls):
        import pathlib
        import tempfile
        cls.receiver, cls.mail = Receiver(), MailServer()
        cls.secrets = tempfile.TemporaryDirectory()
        cls.files = []
        for number, secret in enumerate(SECRETS):
            file = pathlib.Path(cls.secrets.name) / f"webhook-{number}.secret"
            file.write_text(secret)
            file.chmod(0o600)
            cls.files.append(file)
        super().setUpClass()

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        cls.receiver.shutdown()
        cls.mail.shutdown()
        cls.secrets.cleanup()

    def setUp(self):
        self.receiver.posted.clear()
        self.receiver.statuses.clear()
        self.mail.messages.clear()

    def leave_details(self, *before):
        """A request of a number of its own: one person is one card."""
        Alerts.people += 1
        form = [f"213-555-01{Alerts.people:02}" if line.startswith("213") else line for line in FORM]
        token = None
        for line in (*before, *form):
            turn = self.say(line, token)
            token = turn["conversation"]
        return turn["lead"]["id"]

    def posts(self, kind, about):
        found = [post for post in self.receiver.posted if json.loads(post[2])["data"]["id"] == about
                 and json.loads(post[2])["type"] == kind]
        return found

    def test_new_request(self):
        """A new request is posted, signed with every secret, and mailed; nothing of the visitor is in it"""
        about = self.leave_details()
        path, headers, body, _ = eventually(lambda: self.posts("callback.new", about))[0]
        self.assertEqual(path, "/hook")
        names = {name.lower(): value for name, value in headers.items()}
        signed = f"{names['webhook-id']}.{names['webhook-timestamp']}.".encode() + body
        expected = ["v1," + base64.b64encode(hmac.new(secret.encode(), signed, hashlib.sha256).digest()).decode()
                    for secret in SECRETS]
        self.assertEqual(names["webhook-signature"].split(" "), expected)
        recipients, message = eventually(lambda: self.mail.messages)[0]
        self.assertIn("desk@clinic.example", recipients[0])
        self.assertIn(about, message)
        for sent in (body.decode(), message):
            for word in ("Dana", "213", "0187", "crisis"):
                self.assertNotIn(word, sent.replace(about, ""))

    def test_tried_again_until_taken(self):
        """Failures, a redirect and 429 are tried again, with the same id and no shorter than was asked"""
        self.receiver.statuses[:] = [503, 302, 429]
        about = self.leave_details()
        posts = eventually(lambda: (found := self.posts("callback.new", about)) and len(found) == 4 and found)
        self.assertEqual({post[0] for post in posts}, {"/hook"})
        self.assertEqual(len({post[1]["webhook-id"] for post in posts}), 1)
        self.assertGreaterEqual(posts[3][3] - posts[2][3], 2.9)

    def test_gone_is_not_tried_again(self):
        """410: the receiver wants no more of it"""
        self.receiver.statuses[:] = [410]
        about = self.leave_details()
        eventually(lambda: self.posts("callback.new", about))
        eventually(lambda: re.search(r"alert msg_\S+ new webhook never status 410", self.server.log()))

    def test_urgent_until_taken(self):
        """After danger the request is urgent, and told again and again until somebody claims it"""
        about = self.leave_details("i want to kill myself")
        eventually(lambda: self.posts("callback.urgent", about))
        eventually(lambda: len(self.posts("callback.urgent_waiting", about)) >= 2)
        self.assertEqual(self.server.desk("POST", f"/api/callbacks/{about}/claim", {"holder": "dana"})[0], 200)

    def test_survives_a_kill(self):
        """What was not told before the service was killed is told after"""
        self.receiver.statuses[:] = [503]
        about = self.leave_details()
        eventually(lambda: self.posts("callback.new", about))
        self.server.kill()
        self.receiver.posted.clear()
        self.server.start()
        eventually(lambda: self.posts("callback.new", about))


if __name__ == "__main__":
    main("the desk hears of every new and urgent request, signed, by mail too, and nothing of the visitor is told")
