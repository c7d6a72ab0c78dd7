"""People and machines at the desk, for the tests: accounts made with the program's own commands, their authenticator
apps, and their browsers."""
import base64
import hashlib
import hmac
import json
import re
import struct
import subprocess
import time
import urllib.parse

PASSWORD = "four plain words here"


def totp(secret, at=None):
    """RFC 6238, as an authenticator app does it."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    mac = hmac.new(key, struct.pack(">Q", int((time.time() if at is None else at) // 30)), hashlib.sha1).digest()
    at = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[at:at + 4])[0] & 0x7FFFFFFF) % 1000000:06d}"


def command(server, *words, typed=""):
    """A command of the program on the server's database, beside the server where it runs."""
    return subprocess.run([server.binary, *words, "--config", str(server.config)], input=typed, text=True,
                          capture_output=True, timeout=60)


class Person:
    """An account and the browser it is used from."""

    def __init__(self, server, name, role, password=PASSWORD, address="203.0.113.7"):
        self.server, self.name, self.password, self.address = server, name, password, address
        made = command(server, "user", "add", name, "--role", role, typed=password + "\n")
        self.take_second_factor(made)
        self.cookie = None

    def take_second_factor(self, made):
        assert made.returncode == 0, made.stderr
        uri = re.search(r"otpauth://\S+", made.stdout)[0]
        self.secret = urllib.parse.parse_qs(urllib.parse.urlparse(uri).query)["secret"][0]
        self.recovery_codes = re.findall(r"(?m)^  ([a-z2-7]{5}-[a-z2-7]{5})$", made.stdout)

    def next_code(self):
        """Something that was not used yet. There is one code of the app in thirty seconds, so: a recovery code."""
        if not self.recovery_codes:
            self.take_second_factor(command(self.server, "user", "reset-totp", self.name))
        return self.recovery_codes.pop()

    def sign_in(self, **change):
        """Gives the answer; keeps the cookie where there is one."""
        body = {"name": self.name, "password": self.password, **change}
        if "code" not in change:
            body["code"] = self.next_code()
        answer = self.ask("POST", "/api/session", {k: v for k, v in body.items() if v is not None})
        if "Set-Cookie" in answer[1]:
            self.cookie = answer[1]["Set-Cookie"].split(";")[0]
        return answer

    def ask(self, method, path, body=None, **headers):
        """As the console asks; a header that is None is left out."""
        sent = {"Content-Type": "application/json", "X-Admissions-Desk": "1", "X-Real-IP": self.address,
                "Cookie": self.cookie, **{name.replace("_", "-"): value for name, value in headers.items()}}
        return self.server.request(method, path, json.dumps(body) if body is not None else None,
                                   {name: value for name, value in sent.items() if value is not None})


def change_account(person, name, body, **headers):
    """As an admin does it: on the account as it is now."""
    listed = json.loads(person.ask("GET", "/api/accounts")[2])["accounts"]
    etag = next(account["etag"] for account in listed if account["name"] == name)
    return person.ask("PATCH", "/api/accounts/" + name, body, If_Match=etag, **headers)


def signed_in(server, name, role):
    """A new account whose browser has a session."""
    person = Person(server, name, role)
    assert person.sign_in()[0] == 200
    return person


def machine(server, method, path, token, body=None, scheme="Bearer", **headers):
    return server.request(method, path, json.dumps(body) if body is not None else None,
                          {"Authorization": f"{scheme} {token}", "Content-Type": "application/json",
                           **{name.replace("_", "-"): value for name, value in headers.items()}})
