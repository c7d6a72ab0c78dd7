#!/usr/bin/env python3
"""GET /openapi.json: what a linter says to it, whether it has the program's routes and no others, and whether what
the program answers is what it says. Usage: openapi_test.py BINARY BUILD_FOLDER"""
import base64
import hashlib
import hmac
import json
import re
import urllib.parse

from case import FORM, ServiceCase, main, new_id
from desk import PASSWORD, command, machine, signed_in, totp
from openapi_peer import Checker
from twilio_peer import AUTH_TOKEN, PATH as TWILIO, PUBLIC_URL, with_twilio

METHODS = ("get", "post", "put", "patch", "delete", "options")
UNKNOWN = "0123456789abcdef-9"
# What no test here brings about: too many at once, a database that takes nothing, a program without its console, a
# sheet of more than 50,000 lines, a secret that was shown an hour ago. Other tests do, or it is one line of code.
UNSEEN = {"429", "503", "501", "get /api/export.csv 422", "post /api/accounts/{name}/second-factor 409"}
# A path's own parameter is all that can be wrong there, and is 404; or nothing can be.
NO_BAD_REQUEST = re.compile(r"get (/|/healthz|/readyz|/metrics|/openapi\.json|/site\.css|/favicon\.svg|/widget\.js|/chat"
                            r"|/console|/console/)$")


def blank(path):
    """"/console/styles-0123ABCD.css" and "/console/{file}" are one address."""
    return re.sub(r"\{\w+\}", "{}", re.sub(r"^/console/[^/{]+$", "/console/{}", path))


class Documented(ServiceCase):
    @classmethod
    def configure(cls, text):
        text = re.sub(r"(attempts: \{burst:) \d+, per_minute: \d+", r"\1 1000, per_minute: 1000", text)
        return with_twilio(cls.folder, text)

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        status, headers, body = cls.server.request("GET", "/openapi.json")
        assert (status, headers["Content-Type"]) == (200, "application/json")
        cls.document = json.loads(body)
        cls.checker = Checker(cls.build_folder, body)
        cls.operations = {(method, path): operation for path, operations in cls.document["paths"].items()
                          for method, operation in operations.items() if method in METHODS}

    @classmethod
    def tearDownClass(cls):
        cls.checker.close()
        super().tearDownClass()


class Document(Documented):
    def test_linted(self):
        """OpenAPI 3.1 by Redocly's strict rules: no error and no warning, its examples fit its schemas"""
        self.assertEqual(self.checker.lint, [])

    def test_they_find_something(self):
        """An example that is none, a reference that leads nowhere; a status, type or member that is not documented"""
        broken = json.loads(json.dumps(self.document))
        broken["components"]["schemas"]["Problem"]["example"]["status"] = "zebrafinch"
        broken["paths"]["/healthz"]["get"]["responses"]["200"] = {"$ref": "#/components/responses/Nowhere"}
        checker = Checker(self.build_folder, json.dumps(broken).encode())
        checker.close()
        self.assertGreaterEqual(len(checker.lint), 2, checker.lint)
        good = {"Content-Type": "application/json"}
        for status, headers, body in ((418, good, b"{}"), (200, {"Content-Type": "text/html"}, b"{}"), (200, good, b"{}"),
                                      (200, good, b'{"status": 7}'), (200, good, b'{"status": "ok", "more": 1}')):
            self.assertNotEqual(self.checker.problems(("get", "/healthz"), status, headers, body), [], (status, body))
        self.assertEqual(self.checker.problems(("get", "/healthz"), 200, good, b'{"status": "ok"}'), [])

    def test_routes_both_ways(self):
        """Every route of the program is documented with its permission, and nothing else is"""
        self.server.stop()
        listed = command(self.server, "serve", "--list-routes")
        self.server.start()
        routes = {(method, blank(path), permission) for method, path, permission in
                  (line.split() for line in listed.stdout.splitlines())}
        said = {(method.upper(), blank(path), operation["x-permission"])
                for (method, path), operation in self.operations.items()}
        self.assertGreater(len(routes), 45)
        self.assertEqual(said - routes, set(), "documented, and not there")
        self.assertEqual(routes - said, set(), "there, and not documented")

    def test_security(self):
        """What needs a permission says how to show it; what changes something for a person needs the header"""
        for (method, path), operation in self.operations.items():
            with self.subTest(operation=(method, path)):
                ways = operation.get("security", [])
                self.assertTrue(any(status[0] == "2" for status in operation["responses"]) or path == "/console")
                if operation["x-permission"] == "open":
                    self.assertFalse(any("session" in way for way in ways))
                    continue
                self.assertIn("401", operation["responses"])
                self.assertIn("403", operation["responses"])
                person = next(way for way in ways if "session" in way)
                self.assertEqual("desk_header" in person, method != "get")


class Answers(Documented):
    """Asks everything there is, well and badly, and holds every answer to the document."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.root, cls.dana, cls.ed = (signed_in(cls.server, name, role) for name, role in
                                      (("root", "admin"), ("dana", "coordinator"), ("ed", "editor")))
        cls.seen = set()

    def fits(self, operation, answer, want=None):
        status, headers, body = answer
        with self.subTest(operation=operation, status=status):
            self.assertEqual(self.checker.problems(operation, status, headers, body), [], body[:2000])
            if want is not None:
                self.assertEqual(status, want, body[:500])
        self.seen.add(f"{operation[0]} {operation[1]} {status}")
        return json.loads(body) if headers.get("Content-Type", "").split(";")[0].endswith("json") else body

    def ask(self, want, method, path, body=None, who=None, _filled=(), **headers):
        """`path` as the document has it; each {parameter} is the next of `_filled`."""
        left = list(_filled)
        url = re.sub(r"\{\w+\}", lambda _: left.pop(0), path)
        template = path.split("?")[0]
        return self.fits((method, template), (who or self.root).ask(method.upper(), url, body, **headers), want)

    def chat(self, want, method="post", token=None, body=None, **headers):
        sent = {"Content-Type": "application/json", **{name.replace("_", "-"): value for name, value in headers.items()}}
        if token:
            sent["Authorization"] = "Bearer " + token
        answer = self.server.request(method.upper(), "/webhooks/web", json.dumps(body) if body is not None else None, sent)
        return self.fits((method, "/webhooks/web"), answer, want)

    def lead(self, number):
        """The callback, and the conversation with the message that began it."""
        token, first = None, None
        for line in (*FORM[:3], f"213-555-{number}", *FORM[4:]):
            body = {"message_id": new_id(), "text": line, **({"conversation": token} if token else {})}
            first = first or body
            turn = self.chat(200, body=body)
            token = turn["conversation"]
        return turn["lead"]["id"], (token, first)

    def test_all(self):
        """Every operation answers well once, each refusal that it documents occurs, and none that it does not"""
        for steps in (self.visitors, self.pages, self.texts, self.queue, self.cards, self.figures, self.accounts,
                      self.tokens, self.refusals):
            steps()
        said = {f"{method} {path} {status}" for (method, path), operation in self.operations.items()
                for status in operation["responses"]}
        missing = {one for one in said - self.seen if one not in UNSEEN and one.split()[-1] not in UNSEEN
                   and not (one.endswith(" 400") and NO_BAD_REQUEST.match(one[:-4]))}
        self.assertEqual(missing, set(), "documented, and never seen")
        self.assertGreater(len(self.seen), 200)

    def visitors(self):
        self.chat(204, "options")
        first = {"message_id": new_id(), "text": "how many hours a week is it?"}
        turn = self.chat(200, body=first)
        self.chat(200, body={"message_id": new_id(), "text": "i want to kill myself"})
        self.chat(409, body={**first, "text": "zebrafinch"})
        self.chat(400, body={"message_id": "x"})
        self.chat(404, body={"message_id": new_id(), "text": "hi", "conversation": "0" * 48})
        self.chat(415, body={}, Content_Type="text/plain")
        for method in ("options", "post", "get", "delete"):
            self.chat(403, method, body={} if method == "post" else None, Origin="https://evil.example")
        self.chat(200, "get", turn["conversation"])
        self.chat(401, "get")
        self.chat(204, "delete", turn["conversation"])
        self.chat(401, "delete", turn["conversation"])

    def pages(self):
        file = re.search(r'src="([^"/]+\.js)"', self.server.request("GET", "/console/")[2].decode())[1]
        for path, operation in self.document["paths"].items():
            if operation.get("get", {}).get("x-permission") == "open" and path != "/webhooks/web":
                url = re.sub(r"\{(\w+)\}", lambda one: {"file": file, "language": "es", "version": "1"}[one[1]], path)
                self.fits(("get", path), self.server.request("GET", url))
                if url != path:
                    bad = re.sub(r"\{\w+\}", "NOT%20THERE", path)
                    self.fits(("get", path), self.server.request("GET", bad), 404)
        form = {"message_id": new_id(), "text": "hello", "language": "en"}
        for want, fields, headers in ((200, form, {}), (400, {"text": "hello"}, {}), (415, form, {"Content-Type": "text/plain"}),
                                      (403, form, {"Origin": "https://evil.example"})):
            answer = self.server.request("POST", "/chat", urllib.parse.urlencode(fields),
                                         {"Content-Type": "application/x-www-form-urlencoded", **headers})
            self.fits(("post", "/chat"), answer, want)

    def texts(self):
        def post(want, path, fields, signed=True, kind="application/x-www-form-urlencoded"):
            url = PUBLIC_URL + path + "".join(name + fields[name] for name in sorted(fields))
            mac = hmac.new(AUTH_TOKEN.encode(), url.encode(), hashlib.sha1).digest()
            self.fits(("post", path), self.server.request(
                "POST", path, urllib.parse.urlencode(fields), {"Content-Type": kind, "X-Twilio-Signature":
                                                               base64.b64encode(mac).decode() if signed else "x"}), want)
        text = {"MessageSid": "SM1", "From": "+13235550142", "Body": "hello"}
        for path in (TWILIO, TWILIO + "/status"):
            post(403, path, text, signed=False)
            post(415, path, text, kind="text/plain")
        post(200, TWILIO, text)
        post(409, TWILIO, {**text, "Body": "another"})
        post(400, TWILIO, {**text, "MessageSid": ""})
        post(204, TWILIO + "/status", {"MessageSid": "SM1", "MessageStatus": "delivered"})
        for sid, body in (("SM2", "delete my data"), ("SM3", "yes")):
            post(200, TWILIO, {**text, "MessageSid": sid, "Body": body})

    def queue(self):
        nobody = self.ask(204, "post", "/api/callbacks/next", {})
        self.assertEqual(nobody, b"")
        self.first, _ = self.lead("0187")
        self.second, self.chat_of_second = self.lead("0188")
        page = self.ask(200, "get", "/api/callbacks")
        self.assertEqual(len(page["callbacks"]), 2)
        tag = self.root.ask("GET", "/api/callbacks")[1]["ETag"]
        again = self.root.ask("GET", "/api/callbacks", If_None_Match=tag)
        self.fits(("get", "/api/callbacks"), again)
        self.ask(200, "get", "/api/callbacks?limit=1")
        self.ask(400, "get", "/api/callbacks?view=zebrafinch")
        schemas, parameters = self.document["components"]["schemas"], self.document["components"]["parameters"]
        for name, known in (("state", schemas["State"]["enum"]), ("view", parameters["view"]["schema"]["enum"]),
                            ("channel", schemas["Channel"]["enum"])):
            for value in known:
                self.ask(200, "get", f"/api/callbacks?{name}={value}")
        self.ask(200, "post", "/api/search", {"phone": "(213) 555-0187"})
        self.ask(400, "post", "/api/search", {"phone": "7"})
        claimed = self.ask(200, "post", "/api/callbacks/next", {})
        self.assertEqual(claimed["holder"], "root")
        self.ask(200, "post", "/api/callbacks/{id}/release", {}, _filled=[claimed["id"]])
        self.ask(409, "post", "/api/callbacks/{id}/release", {}, _filled=[claimed["id"]])
        self.ask(400, "post", "/api/callbacks/next", {"holder": "somebody else"})

    def cards(self):
        at = "/api/callbacks/{id}"
        one, other = [self.first], [self.second]
        self.ask(200, "post", at + "/claim", {}, _filled=one)
        self.assertEqual(self.ask(200, "get", at, _filled=one)["outcomes"],
                         self.document["components"]["schemas"]["Outcome"]["enum"])
        self.ask(409, "post", at + "/claim", {}, self.dana, _filled=one)
        self.ask(403, "post", at + "/claim", {"take_over": True}, self.dana, _filled=one)
        self.ask(200, "post", at + "/renew", {}, _filled=one)
        self.ask(409, "post", at + "/renew", {}, _filled=other)
        self.ask(200, "post", at + "/notes", {"text": "calls back"}, _filled=one, Idempotency_Key="n1")
        self.ask(422, "post", at + "/notes", {"text": "another"}, _filled=one, Idempotency_Key="n1")
        self.ask(400, "post", at + "/notes", {"text": ""}, _filled=one)
        self.ask(200, "post", at + "/attempts", {"outcome": "no_answer", "note": "rang"}, _filled=one, Idempotency_Key="a1")
        self.ask(422, "post", at + "/attempts", {"outcome": "busy"}, _filled=one, Idempotency_Key="a1")
        self.ask(409, "post", at + "/attempts", {"outcome": "busy"}, _filled=one)
        self.ask(400, "post", at + "/attempts", {"outcome": "zebrafinch"}, _filled=one)
        self.ask(200, "post", at + "/undo", {}, _filled=one, Idempotency_Key="u1")
        self.ask(422, "post", at + "/undo", {"holder": "root"}, _filled=one, Idempotency_Key="u1")
        self.ask(409, "post", at + "/undo", {}, _filled=one)
        self.ask(409, "post", at + "/acknowledge", {}, _filled=one)
        urgent = self.urgent_lead()
        self.ask(200, "post", at + "/acknowledge", {}, _filled=[urgent])
        self.ask(200, "post", at + "/merge", {"into": self.first}, _filled=other)
        self.ask(409, "post", at + "/merge", {"into": self.second}, _filled=other)
        self.ask(200, "get", at, _filled=one)
        self.ask(200, "post", at + "/unmerge", {}, _filled=other)
        self.ask(409, "post", at + "/unmerge", {}, _filled=other)
        card = self.ask(200, "get", at, _filled=one)
        self.ask(200, "patch", at, {"fields": {"name": "Ana", "callback_time": "tomorrow after 5"}}, _filled=one,
                 If_Match=card["etag"])
        self.ask(412, "patch", at, {"status": "reached"}, _filled=one, If_Match=card["etag"])
        self.ask(428, "patch", at, {"status": "reached"}, _filled=one)
        card = self.ask(200, "get", at, _filled=one)
        self.ask(400, "patch", at, {"status": "zebrafinch"}, _filled=one, If_Match=card["etag"])
        self.ask(409, "patch", at, {"status": "erased"}, _filled=one, If_Match=card["etag"])
        self.ask(200, "patch", at, {"status": "scheduled"}, _filled=one, If_Match=card["etag"])
        self.ask(200, "get", at + "/transcript", _filled=one)
        token, first = self.chat_of_second
        self.chat(204, "delete", token)
        self.chat(410, body=first)
        self.ask(200, "get", at, _filled=other)
        self.ask(409, "post", at + "/notes", {"text": "x"}, _filled=other)

    def urgent_lead(self):
        token = None
        for line in ("i want to kill myself", *FORM[:3], "213-555-0189", *FORM[4:]):
            turn = self.say(line, token)
            token = turn["conversation"]
        return turn["lead"]["id"]

    def figures(self):
        self.ask(200, "get", "/api/reports")
        self.ask(200, "get", "/api/reports", who=self.ed)
        self.ask(400, "get", "/api/reports?from=zebrafinch")
        self.ask(200, "get", "/api/export.csv")
        self.ask(400, "get", "/api/export.csv?view=zebrafinch")
        self.ask(200, "post", "/api/topics/draft", {"text": "is there parking?"}, self.ed)

    def accounts(self):
        good = {"name": "zoe", "role": "editor", "password": PASSWORD}
        self.ask(200, "get", "/api/accounts")
        self.ask(201, "post", "/api/accounts", good)
        self.ask(409, "post", "/api/accounts", good)
        etags = {account["name"]: account["etag"] for account in self.ask(200, "get", "/api/accounts")["accounts"]}
        for want, name, headers in ((428, "zoe", {}), (200, "zoe", {"If_Match": etags["zoe"]}), (412, "zoe", {"If_Match": etags["zoe"]}),
                                    (409, "root", {"If_Match": etags["root"]})):
            self.ask(want, "patch", "/api/accounts/{name}", {"disabled": True}, _filled=[name], **headers)
        self.ask(200, "post", "/api/accounts/{name}/second-factor", _filled=["zoe"])
        self.ask(204, "delete", "/api/accounts/{name}/sessions", _filled=["zoe"])
        self.ask(200, "get", "/api/audit?limit=5")
        self.ask(400, "get", "/api/audit?limit=0")
        reading = {"user": "dana", "command": "explain", "about": ""}
        self.ask(403, "post", "/api/audit/readings", reading)
        door = self.server.database.with_name(self.server.database.name + ".lock").read_text().split()[2]
        for want, body in ((204, reading), (400, {**reading, "user": "two words"}), (400, {**reading, "command": ""})):
            answer = machine(self.server, "POST", "/api/audit/readings", door, body)
            self.fits(("post", "/api/audit/readings"), answer, want)
        self.ask(200, "get", "/api/session")
        self.fits(("post", "/api/session"), self.ed.sign_in(code=totp(self.ed.secret)), 200)
        self.fits(("post", "/api/session"), self.ed.sign_in(password="wrong password"), 401)
        self.ask(403, "put", "/api/session/password", {"old": "wrong password", "new": "another good one"}, self.ed)
        self.ask(204, "put", "/api/session/password", {"old": PASSWORD, "new": "another good one"}, self.ed)
        self.ask(400, "put", "/api/session/password", {"old": "another good one", "new": "short"}, self.ed)
        self.ask(204, "delete", "/api/session", who=self.ed)
        self.ed.password = "another good one"
        self.assertEqual(self.ed.sign_in()[0], 200)

    def tokens(self):
        good = {"name": "crm", "scopes": ["read_queue", "export_leads"]}
        self.ask(201, "post", "/api/tokens", good)
        self.ask(409, "post", "/api/tokens", good)
        self.ask(200, "get", "/api/tokens")
        self.ask(204, "delete", "/api/tokens/{name}", _filled=["crm"])

    def refusals(self):
        """What is alike everywhere: nobody, somebody who may not, another website, no JSON, no such thing."""
        for (method, path), operation in self.operations.items():
            if not path.startswith("/api/"):
                continue
            answers, filled = operation["responses"], ["zz" if "{name}" in path else UNKNOWN]
            body = {} if "requestBody" in operation else None
            if path != "/api/session" or method != "post":
                self.ask(401, method, path, body, _filled=filled, Cookie=None)
            self.ask(403, method, path, body, _filled=filled, Origin="https://evil.example")
            if "404" in answers:
                good = {"outcome": "busy"} if path.endswith("attempts") else {"text": "x"} if path.endswith("notes") else body
                if path.startswith("/api/accounts"):
                    good = {"disabled": True} if method == "patch" else None
                self.ask(404, method, path, good, _filled=filled, If_Match='"1"')
            if "415" in answers:
                self.ask(415, method, path, {}, _filled=filled, Content_Type="text/plain")
            if "400" in answers and "requestBody" in operation:
                self.ask(400, method, path, [], _filled=filled, If_Match='"1"')
            if method != "get" and "422" in answers:
                self.once(method, path, body)

    def once(self, method, path, body):
        """A key is of one request, and the first that came with this one was a note."""
        body = {"attempts": {"outcome": "busy"}, "notes": {"text": "x"}, "accounts": {"name": "kim", "role": "editor", "password": PASSWORD},
                "tokens": {"name": "kim", "scopes": ["read_queue"]}}.get(path.rsplit("/", 1)[-1], body)
        if method == "patch":
            body = {"disabled": True} if "accounts" in path else {"status": "reached"}
        filled = ["zoe" if "{name}" in path else self.first]
        for want, key in ((400, "k" * 129), (422, "n1")):
            self.ask(want, method, path, body, _filled=filled, If_Match='"1"', Idempotency_Key=key)


if __name__ == "__main__":
    main("the document is OpenAPI 3.1, has the program's routes and no others, and says what they answer")
