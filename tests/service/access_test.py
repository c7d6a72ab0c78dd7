#!/usr/bin/env python3
"""Who may do what at the desk: every route, every caller; and what an attacker tries, by the items of OWASP's ASVS 5.0.
Usage: access_test.py BINARY BUILD_FOLDER"""
import contextlib
import json
import re
import sqlite3
import time

from case import FORM, ServiceCase, main
from desk import PASSWORD, Person, change_account, command, machine, totp

# What each role may do, written down once more, so that a change is a decision.
MAY = {"coordinator": {"signed_in", "read_queue", "work_queue", "read_transcript", "read_reports"},
       "editor": {"signed_in", "read_reports", "edit_content"},
       "admin": {"signed_in", "read_queue", "work_queue", "take_over", "read_transcript", "export_leads", "read_reports",
                 "edit_content", "manage_accounts", "read_audit"}}
SCOPES = ["read_queue", "work_queue", "read_transcript", "export_leads", "read_reports"]
# Who asks nobody. One more is a decision too.
OPEN = re.compile(r"(GET|POST|OPTIONS|DELETE) (/|/widget.*|/site\.css|/favicon\.svg|/chat.*|/webhooks/.*|/healthz|/readyz"
                  r"|/metrics|/openapi\.json|/console/.*|/console)$|POST /api/session$")


def of_test(text):
    """Limits that a test does not meet by the way."""
    return re.sub(r"(attempts: \{burst:) \d+, per_minute: \d+", r"\1 1000, per_minute: 1000", text)


def type_of(answer):
    return json.loads(answer[2])["type"].rsplit(":", 1)[-1] if answer[2].startswith(b'{"type"') else None


class EveryRoute(ServiceCase):
    """Generated from the routes that the program has: each with each caller."""
    configure = staticmethod(of_test)

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server.stop()
        listed = command(cls.server, "serve", "--list-routes")
        assert listed.returncode == 0, listed.stderr
        cls.routes = [line.split() for line in listed.stdout.splitlines()]
        cls.server.start()
        cls.people = {role: Person(cls.server, role, role) for role in MAY}
        cls.tokens = {scope: command(cls.server, "token", "add", "m-" + scope.replace("_", "-"), "--scope", scope)
                      .stdout.strip() for scope in SCOPES}
        cls.desk = (cls.server.folder / "secrets" / "desk.token").read_text().strip()

    def test_the_routes_are_those_of_the_program(self):
        """The list is not empty, and what is open is known to be"""
        self.assertGreater(len(self.routes), 30)
        for method, path, permission in self.routes:
            if permission == "open":
                self.assertRegex(f"{method} {path}", OPEN)
            else:
                self.assertTrue(path.startswith("/api/"), path)

    def judge(self, route, may, answer, who):
        with self.subTest(route=" ".join(route), who=who):
            if may is None:
                self.assert_problem(answer, 401)
                self.assertEqual(answer[1]["WWW-Authenticate"], "Bearer")
            elif may:
                self.assertNotEqual(type_of(answer), "forbidden")
                self.assertNotEqual(type_of(answer), "unauthorized")
                self.assertLess(answer[0], 500)
            else:
                self.assert_problem(answer, 403)
                self.assertEqual(type_of(answer), "forbidden")

    def test_every_route_with_every_caller(self):
        """No login, each role, the desk's token, each scope, and tokens that are none"""
        for person in self.people.values():
            self.assertEqual(person.sign_in()[0], 200)
        for route in self.routes:
            method, path, permission = route
            if permission == "open":
                continue
            path = path.replace("{id}", "0123456789abcdef-9")
            body = None if method in ("GET", "DELETE") else {}
            for who, headers in (("nobody", {}), ("guess", {"Authorization": "Bearer " + "0" * 64}),
                                 ("other scheme", {"Authorization": "Basic " + self.desk}),
                                 ("other cookie", {"Cookie": "__Host-desk=" + "0" * 64})):
                answer = self.server.request(method, path, json.dumps(body) if body is not None else None,
                                             {"Content-Type": "application/json", "X-Admissions-Desk": "1", **headers})
                self.judge(route, None, answer, who)
            for role, person in self.people.items():
                may = permission in MAY[role]
                self.judge(route, may, person.ask(method, path, body), role)
                if may and method == "DELETE" and path == "/api/session":
                    self.assertEqual(person.sign_in()[0], 200)
            machines = {scope: (token, {scope}) for scope, token in self.tokens.items()}
            machines["desk"] = (self.desk, MAY["coordinator"] - {"signed_in"})
            for who, (token, may) in machines.items():
                self.judge(route, permission in may, machine(self.server, method, path, token, body), who)


class Attacks(ServiceCase):
    """Each named after what it attacks."""
    configure = staticmethod(of_test)

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dana = Person(cls.server, "dana", "coordinator")
        cls.root = Person(cls.server, "root", "admin")

    def setUp(self):
        for person in (self.dana, self.root):
            if person.cookie is None or person.ask("GET", "/api/session")[0] != 200:
                self.assertEqual(person.sign_in()[0], 200)

    def audit(self, **query):
        asked = "&".join(f"{name}={value}" for name, value in query.items())
        return json.loads(self.root.ask("GET", "/api/audit?" + asked)[2])["entries"]

    def test_6_3_4_no_enumeration(self):
        """An unknown name, a wrong password and a disabled account are answered alike"""
        answers = [self.dana.sign_in(name="nobody")[2], self.dana.sign_in(password="wrong password")[2],
                   self.dana.sign_in(name="<script>")[2], self.dana.sign_in(code="000000")[2]]
        self.assertEqual(len(set(answers)), 1, answers)
        self.assertEqual(type_of((401, {}, answers[0])), "login-failed")
        failed = self.audit(what="login-failed", limit=4)
        self.assertEqual([entry["who"] for entry in failed], [""] * 4)
        self.assertEqual({entry["about"] for entry in failed}, {"dana", "unknown"})

    def test_6_5_1_codes_work_once(self):
        """A code that was used is worth nothing, nor is a recovery code"""
        code = totp(self.dana.secret)
        self.assertEqual(self.dana.sign_in(code=None)[0], 401)
        self.assertEqual(type_of(self.dana.sign_in(code=None)), "code-required")
        self.assertEqual(self.dana.sign_in(code=code)[0], 200)
        self.assertEqual(type_of(self.dana.sign_in(code=code)), "login-failed")
        recovery = self.dana.next_code()
        self.assertEqual(self.dana.sign_in(code=recovery.upper())[0], 200)
        self.assertEqual(self.dana.sign_in(code=recovery)[0], 401)

    def test_7_2_4_fixation(self):
        """Signing in makes a new token and ends the one that was there"""
        old = self.dana.cookie
        self.assertEqual(self.dana.sign_in()[0], 200)
        self.assertNotEqual(self.dana.cookie, old)
        self.assertEqual(self.dana.ask("GET", "/api/session", Cookie=old)[0], 401)
        planted = "__Host-desk=" + "a" * 64
        self.assertEqual(self.dana.sign_in()[0], 200)
        self.assertNotEqual(self.dana.cookie, planted)
        self.assertEqual(self.dana.ask("GET", "/api/session", Cookie=planted)[0], 401)

    def test_3_3_cookie(self):
        """__Host-, HttpOnly, Secure, SameSite=Strict, no Domain; a second one beside it is no session"""
        cookie = self.dana.sign_in()[1]["Set-Cookie"]
        for manner in ("__Host-desk=", "Path=/", "Secure", "HttpOnly", "SameSite=Strict"):
            self.assertIn(manner, cookie)
        self.assertNotIn("Domain", cookie)
        self.assertEqual(self.dana.ask("GET", "/api/session", Cookie=f"__Host-desk={'b' * 64}; {self.dana.cookie}")[0], 401)

    def test_3_5_csrf(self):
        """Without the header, from another site, from a sibling site: refused, and nothing is changed"""
        for headers in ({"X_Admissions_Desk": None}, {"Origin": "https://evil.example"}, {"Origin": "null"},
                        {"Sec_Fetch_Site": "cross-site"}, {"Sec_Fetch_Site": "same-site"}):
            with self.subTest(headers=headers):
                self.assert_problem(self.root.ask("PATCH", "/api/accounts/dana", {"disabled": True}, **headers), 403)
                self.assert_problem(self.root.ask("DELETE", "/api/session", **headers), 403)
        self.assertEqual(self.dana.ask("GET", "/api/session")[0], 200)
        own = f"http://127.0.0.1:{self.server.port}"
        answer = self.root.ask("DELETE", "/api/accounts/nobody/sessions", Origin=own, Sec_Fetch_Site="same-origin")
        self.assertEqual(answer[0], 404)
        foreign = self.dana.ask("POST", "/api/session", {"name": "dana", "password": PASSWORD},
                                Origin="https://evil.example")
        self.assert_problem(foreign, 403)

    def test_7_4_2_disabled(self):
        """A disabled account loses its sessions at once and gets no new one; an admin can end sessions"""
        eve = Person(self.server, "eve", "coordinator")
        self.assertEqual(eve.sign_in()[0], 200)
        self.assertEqual(command(self.server, "user", "disable", "eve").returncode, 0)
        self.assertEqual(eve.ask("GET", "/api/callbacks")[0], 401)
        self.assertEqual(type_of(eve.sign_in()), "login-failed")
        self.assertEqual(command(self.server, "user", "enable", "eve").returncode, 0)
        self.assertEqual(eve.ask("GET", "/api/callbacks")[0], 401)
        self.assertEqual(eve.sign_in()[0], 200)
        self.assertEqual(self.root.ask("DELETE", "/api/accounts/eve/sessions")[0], 204)
        self.assertEqual(eve.ask("GET", "/api/callbacks")[0], 401)

    def test_7_4_1_logout(self):
        """After signing out the token is worth nothing"""
        cookie = self.dana.cookie
        gone = self.dana.ask("DELETE", "/api/session")
        self.assertEqual(gone[0], 204)
        self.assertIn("Max-Age=0", gone[1]["Set-Cookie"])
        self.assertEqual(self.dana.ask("GET", "/api/session", Cookie=cookie)[0], 401)

    def test_6_2_passwords(self):
        """A new password needs the old one, is none of the most used, and ends the other sessions"""
        other = self.dana.cookie
        self.dana.cookie = None
        self.assertEqual(self.dana.sign_in()[0], 200)
        path = "/api/session/password"
        wrong = self.dana.ask("PUT", path, {"old": "wrong password", "new": "another good one"})
        self.assertEqual((wrong[0], type_of(wrong)), (403, "password-wrong"))
        for bad in ("short", "password1", "dana-12345", "invigorate"):
            self.assert_problem(self.dana.ask("PUT", path, {"old": PASSWORD, "new": bad}), 400)
        self.assertEqual(self.dana.ask("PUT", path, {"old": PASSWORD, "new": "another good one"})[0], 204)
        self.assertEqual(self.dana.ask("GET", "/api/session")[0], 200)
        self.assertEqual(self.dana.ask("GET", "/api/session", Cookie=other)[0], 401)
        self.assertEqual(self.dana.ask("PUT", path, {"old": "another good one", "new": PASSWORD})[0], 204)

    def test_8_2_2_idor(self):
        """An editor reads no card by its address; a coordinator no accounts; ids that are none are 404"""
        token = None
        for line in FORM:
            token = self.say(line, token)["conversation"]
        card = json.loads(self.root.ask("GET", "/api/callbacks")[2])["callbacks"][0]["id"]
        editor = Person(self.server, "ed", "editor")
        self.assertEqual(editor.sign_in()[0], 200)
        self.assertEqual(editor.ask("GET", "/api/callbacks/" + card)[0], 403)
        self.assertEqual(editor.ask("POST", f"/api/callbacks/{card}/claim", {"holder": "ed"})[0], 403)
        self.assertEqual(self.dana.ask("GET", "/api/accounts")[0], 403)
        self.assertEqual(self.dana.ask("GET", "/api/audit")[0], 403)
        for odd in ("0", "../accounts", "%2e%2e/accounts", card + "0", "1%20OR%201=1"):
            self.assertEqual(self.dana.ask("GET", "/api/callbacks/" + odd)[0], 404, odd)

    def test_1_2_1_stored_xss(self):
        """A name that is a script comes out as JSON text, with nosniff and a policy that runs nothing"""
        payload = "Ana <img src=x onerror=alert(1)>"
        token = None
        for line in ("please have someone call me", "for me", payload, *FORM[3:]):
            token = self.say(line, token)["conversation"]
        status, headers, body = self.root.ask("GET", "/api/callbacks")
        self.assertEqual(status, 200)
        self.assertEqual(headers["Content-Type"], "application/json")
        self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
        self.assertEqual(headers["Cache-Control"].split(",")[0], "no-store")
        self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
        json.loads(body)

    def test_bearer(self):
        """The scheme in any case, the token in its own; a bad token beside a good cookie is refused"""
        token = command(self.server, "token", "add", "crm", "--scope", "read_queue").stdout.strip()
        for scheme in ("Bearer", "bearer", "BEARER"):
            self.assertEqual(machine(self.server, "GET", "/api/callbacks", token, scheme=scheme)[0], 200)
        self.assertEqual(machine(self.server, "GET", "/api/callbacks", token.upper())[0], 401)
        self.assertEqual(self.dana.ask("GET", "/api/callbacks", Authorization="Bearer x")[0], 401)
        self.assertEqual(machine(self.server, "GET", "/api/accounts", token)[0], 403)
        self.assertEqual(command(self.server, "token", "revoke", "crm").returncode, 0)
        self.assertEqual(machine(self.server, "GET", "/api/callbacks", token)[0], 401)

    def test_16_audit(self):
        """Logins, good and failed, changes and refusals stand in the audit, in pages; nobody's words do"""
        self.dana.sign_in(password="zebrafinch password")
        self.dana.ask("GET", "/api/audit")
        whats = {entry["what"] for entry in self.audit(limit=500)}
        for what in ("login", "login-failed", "refused", "account-added"):
            self.assertIn(what, whats)
        self.assertNotIn("zebrafinch", json.dumps(self.audit(limit=500)))
        status, headers, body = self.root.ask("GET", "/api/audit?limit=2")
        first = json.loads(body)["entries"]
        following = re.search(r'<([^>]+)>; rel="next"', headers["Link"])[1]
        second = json.loads(self.root.ask("GET", following)[2])["entries"]
        self.assertLess(second[0]["id"], first[-1]["id"])
        for bad in ("limit=0", "limit=501", "cursor=x", "who=%00", "what=A'"):
            self.assert_problem(self.root.ask("GET", "/api/audit?" + bad), 400)

    def test_a_secret_whose_answer_was_lost_is_answered_again(self):
        """An account, a second factor, a token: the same request with its key is done once and shows the same secret"""
        account = {"name": "ida", "role": "editor", "password": PASSWORD}
        token = {"name": "lost", "scopes": ["read_queue"]}
        for path, body, other in (("/api/accounts", account, {**account, "password": "four other words here"}),
                                  ("/api/accounts/ida/second-factor", None, {}),
                                  ("/api/tokens", token, {**token, "scopes": ["work_queue"]})):
            with self.subTest(path=path):
                first = self.root.ask("POST", path, body, Idempotency_Key=path)
                self.assertIn(first[0], (200, 201))
                rows = self.server.rows()
                again = self.root.ask("POST", path, body, Idempotency_Key=path)
                self.assertEqual((again[0], again[2]), (first[0], first[2]))
                self.assertEqual(self.server.rows(), rows)
                reused = self.root.ask("POST", path, other, Idempotency_Key=path)
                self.assert_problem(reused, 422)
                self.assertEqual(type_of(reused), "idempotency-key-reused")
                self.assert_problem(self.root.ask("POST", path, body, Idempotency_Key="k" * 129), 400)
        secret = json.loads(again[2])["token"]
        self.assertEqual(machine(self.server, "GET", "/api/callbacks", secret)[0], 200)
        self.assertNotIn(secret, self.server.log())
        for path in ("/api/accounts/ida/sessions", "/api/tokens/lost"):
            for _ in range(2):
                self.assertEqual(self.root.ask("DELETE", path, Idempotency_Key=path)[0], 204)
        self.assertEqual(self.root.ask("DELETE", "/api/tokens/lost")[0], 404)
        self.assert_problem(self.root.ask("DELETE", "/api/tokens/ida", Idempotency_Key="/api/tokens/lost"), 422)

    def test_after_an_hour_a_secret_is_not_shown_again(self):
        """The repeat says so and makes nothing; neither secret nor password lies readable in the database"""
        body = {"name": "old", "scopes": ["read_queue"]}
        made = json.loads(self.root.ask("POST", "/api/tokens", body, Idempotency_Key="old-1")[2])["token"]
        self.server.stop()
        with contextlib.closing(sqlite3.connect(self.server.database)) as database:
            database.execute("UPDATE idempotency SET at_ms = at_ms - 3600000")
            database.commit()
        self.server.start()
        gone = self.root.ask("POST", "/api/tokens", body, Idempotency_Key="old-1")
        self.assert_problem(gone, 409)
        self.assertEqual(type_of(gone), "reply-gone")
        self.assertEqual(self.root.ask("GET", "/api/callbacks")[0], 200)
        for file in self.server.database.parent.iterdir():
            self.assertNotIn(made.encode(), file.read_bytes())
            self.assertNotIn(PASSWORD.encode(), file.read_bytes())
        with contextlib.closing(sqlite3.connect(f"file:{self.server.database}?mode=ro", uri=True)) as database:
            self.assertEqual(database.execute("SELECT count(sealed_answer) FROM idempotency").fetchone(), (0,))

    def test_last_admin(self):
        """The only admin cannot lock everybody out, over the web or by command"""
        self.assert_problem(change_account(self.root, "root", {"disabled": True}), 409)
        self.assertEqual(command(self.server, "user", "disable", "root").returncode, 1)
        self.assertEqual(self.root.ask("GET", "/api/session")[0], 200)

    def test_a_refused_change_of_an_account_changes_nothing(self):
        """Several at once are made together or not at all: neither the audit nor a session tells of what was refused"""
        before = self.server.rows()
        for change in ({"role": "admin", "disabled": True}, {"role": "editor", "disabled": False, "password": PASSWORD},
                       {"role": "admin", "disabled": True, "password": PASSWORD}):
            self.assert_problem(change_account(self.root, "root", change), 409)
            self.assertEqual(self.server.rows(), before)
            self.assertEqual(self.root.ask("GET", "/api/session")[0], 200)
        made = Person(self.server, "yan", "editor")
        self.assertEqual(change_account(self.root, "yan", {"role": "admin", "disabled": True})[0], 200)
        self.assertEqual(made.sign_in()[0], 401)
        self.assertEqual([entry["what"] for entry in self.audit(about="yan", limit=3)],
                         ["login-failed", "account-disabled", "role-changed"])

    def test_a_change_of_an_account_is_made_on_what_was_seen(self):
        """428 without If-Match, 412 with another: two admins do not undo each other; the command works beside them"""
        path, change = "/api/accounts/uma", {"role": "coordinator"}
        Person(self.server, "uma", "editor")
        account = lambda: next(one for one in json.loads(self.root.ask("GET", "/api/accounts")[2])["accounts"] if one["name"] == "uma")
        first = account()["etag"]
        self.assert_problem(self.root.ask("PATCH", path, change), 428)
        for other in ('"99"', "*", first.strip('"'), f"W/{first}", '"x"', '""'):
            self.assert_problem(self.root.ask("PATCH", path, change, If_Match=other), 412)
        self.assertEqual((account()["role"], account()["etag"]), ("editor", first))
        for verb in ("disable", "enable"):
            before = account()["etag"]
            self.assertEqual(command(self.server, "user", verb, "uma").returncode, 0)
            self.assertNotEqual(account()["etag"], before)
            self.assert_problem(self.root.ask("PATCH", path, change, If_Match=before), 412)
        seen = account()["etag"]
        status, headers, body = self.root.ask("PATCH", path, change, If_Match=seen, Idempotency_Key="uma-1")
        self.assertEqual((status, json.loads(body)["role"]), (200, "coordinator"))
        self.assertEqual({headers["ETag"], account()["etag"]}, {json.loads(body)["etag"]})
        again = self.root.ask("PATCH", path, change, If_Match=seen, Idempotency_Key="uma-1")
        self.assertEqual((again[0], again[2]), (200, body))
        for factor in ({"password": "four other words here"}, None):
            before = account()["etag"]
            answer = (change_account(self.root, "uma", factor) if factor else self.root.ask("POST", path + "/second-factor"))
            self.assertEqual(answer[0], 200)
            self.assertNotEqual(account()["etag"], before)

    def test_bodies(self):
        """What is no account, no token and no change is a problem, and changes nothing"""
        before = self.server.rows()
        good = {"name": "zoe", "role": "editor", "password": PASSWORD}
        for bad in ({}, [], {**good, "name": "Zoe"}, {**good, "name": "../x"}, {**good, "role": "owner"},
                    {**good, "password": "password1"}, {**good, "password": 7}, {**good, "more": 1}, {"name": {"a": 1}}):
            self.assert_problem(self.root.ask("POST", "/api/accounts", bad), 400)
        for bad in ({}, {"disabled": "yes"}, {"role": "owner"}, {"role": 7}, {"password": "short"}):
            self.assert_problem(change_account(self.root, "dana", bad), 400)
        for bad in ({"name": "m"}, {"name": "m", "scopes": []}, {"name": "m", "scopes": ["manage_accounts"]},
                    {"name": "m", "scopes": "read_queue"}, {"name": "desk", "scopes": ["read_queue"]}):
            self.assert_problem(self.root.ask("POST", "/api/tokens", bad), 400)
        self.assertEqual(self.server.rows(), before)

    def test_commands_say_what_is_wrong(self):
        """Names that are taken or unknown, roles and scopes that are none: exit code 1 and a sentence"""
        for words in (("user", "add", "dana", "--role", "editor"), ("user", "disable", "zoe"), ("token", "revoke", "zoe"), ("token", "add", "x", "--scope", "all")):
            done = command(self.server, *words, typed=PASSWORD + "\n")
            self.assertEqual(done.returncode, 1, words)
            self.assertTrue(done.stderr.startswith("admissions-bot: "), done.stderr)
        self.assertIn("dana\tcoordinator\tenabled", command(self.server, "user", "list").stdout)

    def test_what_cannot_be_is_said_before_a_password_is_asked_for(self):
        """A role that is none, a name that is none: used wrongly, exit code 2, and nobody typed a password for it"""
        for words, says in ((("user", "add", "zoe", "--role", "owner"), "coordinator, admin or editor"),
                            (("user", "add", "Zoe X", "--role", "editor"), "lower-case letters"),
                            (("user", "disable", "../accounts"), "lower-case letters")):
            done = command(self.server, *words)
            self.assertEqual(done.returncode, 2, words)
            self.assertIn(says, done.stderr)


class Throttled(ServiceCase):
    """With the limits as they are shipped."""

    def test_6_1_1_brute_force_without_lockout(self):
        """Guessing runs dry; the one who is guessed at still signs in from where they do"""
        dana = Person(self.server, "dana", "coordinator")
        self.assertEqual(dana.sign_in()[0], 200)
        statuses = []
        for i in range(60):
            dana.address = f"198.51.100.{i % 4}"
            statuses.append(dana.sign_in(password="wrong password", code="000000")[0])
        self.assertEqual(set(statuses), {401, 429})
        self.assertLessEqual(statuses.count(401), 30)
        status, headers, _ = dana.sign_in(password="wrong password", code="000000")
        self.assertEqual(status, 429)
        self.assertGreater(int(headers["Retry-After"]), 0)
        dana.address = "203.0.113.7"
        self.assertEqual(dana.sign_in()[0], 200)

    def test_addresses_of_one_network_are_one(self):
        """IPv6 by /64, and an IPv4 address however it is written: guessing from each of them runs dry together"""
        root = Person(self.server, "vera", "coordinator")
        for written in (lambda i: f"2001:db8:7:7:{i:x}::{i:x}", lambda i: ("192.0.2.77", "::ffff:192.0.2.77")[i % 2]):
            statuses = []
            for i in range(14):
                root.address = written(i)
                statuses.append(root.sign_in(password="wrong password", code="000000")[0])
            self.assertEqual(statuses, [401] * 10 + [429] * 4)
        root.address = "2001:db8:8:8::1"
        self.assertEqual(root.sign_in()[0], 200)
        root.address = "2001:db8:8:8:1:2:3:4"
        self.assertEqual(root.sign_in()[0], 200)

    def test_refused_attempts_stand_in_the_audit(self):
        """Somebody sees that an account is guessed at: an entry for each address, not one for each attempt"""
        root, began = Person(self.server, "root", "admin"), time.monotonic()
        self.assertEqual(root.sign_in()[0], 200)
        statuses = []
        for i in range(40):
            root.address = f"192.0.2.{i % 2}"
            statuses.append(root.ask("POST", "/api/session", {"name": "root", "password": "zebrafinch", "code": "1"},
                                     Cookie=None)[0])
        self.assertGreater(statuses.count(429), 10)
        root.address = "203.0.113.7"
        entries = json.loads(root.ask("GET", "/api/audit?what=login-refused&about=root")[2])["entries"]
        self.assertGreaterEqual(len(entries), 1)
        self.assertLessEqual(len(entries), 2 * (1 + (time.monotonic() - began) // 60))
        self.assertEqual({(entry["kind"], entry["who"], entry["detail"]) for entry in entries}, {("nobody", "", "throttled")})


if __name__ == "__main__":
    main("every route holds every caller to its permission, and the attacks of the list fail")
