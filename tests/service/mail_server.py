"""A mail server of this machine, for the tests: as much of RFC 5321, 3207 (STARTTLS) and 4954 (login) as taking a
message needs."""
import base64
import pathlib
import socketserver
import ssl
import subprocess
import threading


def certificate(folder):
    """A certificate of its own for localhost, and its key: which nobody trusts who was not told to."""
    made, key = pathlib.Path(folder) / "mail.pem", pathlib.Path(folder) / "mail.key"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", made],
                   check=True, capture_output=True, timeout=60)
    return made, key


class MailServer(socketserver.ThreadingTCPServer):
    """`tls`: "" (none is offered), "starttls" or "implicit". With `login`, (user, password), nothing is taken before
    it. `heard` holds every command in clear text, each with whether it came over TLS."""
    allow_reuse_address = daemon_threads = True

    def __init__(self, tls="", login=None, certificate=None):
        super().__init__(("127.0.0.1", 0), MailHandler)
        self.tls, self.login, self.messages, self.heard = tls, login, [], []
        if certificate:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(*certificate)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self.server_address[1]

    def handle_error(self, *_):
        """Who does not trust our certificate hangs up; that is their right."""


class MailHandler(socketserver.BaseRequestHandler):
    def handle(self):
        self.secure = False
        self.open(self.request)
        if self.server.tls == "implicit":
            self.start_tls()
        self.say("220 test")
        self.known, self.recipients = self.server.login is None, []
        while line := self.line():
            self.server.heard.append((line, self.secure))
            verb = line.split()[0].upper()
            getattr(self, "on_" + verb.lower(), self.on_other)(line)
            if verb == "QUIT":
                return

    def open(self, stream):
        self.stream = stream
        self.reader = stream.makefile("rb")

    def finish(self):
        self.reader.close()
        self.stream.close()

    def start_tls(self):
        self.open(self.server.context.wrap_socket(self.stream, server_side=True))
        self.secure = True

    def line(self):
        return self.reader.readline().decode().strip()

    def say(self, text):
        self.stream.sendall(text.encode() + b"\r\n")

    def on_ehlo(self, _):
        offers = ["SIZE 1000000"]
        if self.server.tls == "starttls" and not self.secure:
            offers.append("STARTTLS")
        if self.server.login:
            offers.append("AUTH PLAIN")
        self.say("\r\n".join(["250-test", *("250-" + offer for offer in offers[:-1]), "250 " + offers[-1]]))

    def on_starttls(self, _):
        self.say("220 go on")
        self.start_tls()

    def on_auth(self, line):
        words = line.split()
        if len(words) == 2:
            self.say("334 ")
            words.append(self.line())
        _, user, password = base64.b64decode(words[2]).decode().split("\0")
        self.known = (user, password) == self.server.login
        self.say("235 welcome" if self.known else "535 no")

    def on_mail(self, _):
        self.say("250 ok" if self.known else "530 log in first")

    def on_rcpt(self, line):
        self.recipients.append(line)
        self.say("250 ok")

    def on_data(self, _):
        self.say("354 go on")
        lines = []
        while (text := self.reader.readline().decode()) != ".\r\n":
            lines.append(text)
        self.server.messages.append((self.recipients, "".join(lines), self.secure))
        self.say("250 ok")

    def on_quit(self, _):
        self.say("221 bye")

    def on_other(self, _):
        self.say("250 ok")
