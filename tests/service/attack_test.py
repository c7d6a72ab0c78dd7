#!/usr/bin/env python3
"""More of what an attacker tries against the desk, each test by the name of the attack and the chapter of OWASP's ASVS
5.0 (6 authentication, 7 sessions, 8 authorization, 3.5 origins); access_test.py has the others.
Usage: attack_test.py BINARY BUILD_FOLDER"""
import concurrent.futures
import json
import re
import time

from access_test import of_test, type_of
from case import FORM, ServiceCase, main, new_id
from desk import PASSWORD, Person, change_account, command, machine, signed_in, totp

EVIL = "https://evil.example"


class Attacks(ServiceCase):
    configure = staticmethod(of_test)
    people = 0

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dana, cls.root = signed_in(cls.server, "dana", "coordinator"), signed_in(cls.server, "root", "admin")
        cls.routes = None

    def all_routes(self):
        """As the program lists them; it is asked beside the service, with a database of its own."""
        if Attacks.routes is None:
            listed = command(self.server, "serve", "--list-routes", "--db", str(self.server.folder / "routes.sqlite"))
            self.assertEqual(listed.returncode, 0, listed.stderr)
            Attacks.routes = [line.split() for line in listed.stdout.splitlines()]
        return Attacks.routes

    def leave_details(self):
        Attacks.people += 1
        token = self.begin(*(f"213-555-01{Attacks.people:02}" if line.startswith("213") else line for line in FORM))
        return token, self.server.transcript(token)["turns"][-1]["turn"]["lead"]["id"]

    def test_3_5_1_csrf_of_every_route_that_changes(self):
        """From another site, a sibling site, a sandboxed frame, or by a form that cannot set our header"""
        _, card = self.leave_details()
        changing = [(method, path) for method, path, permission in self.all_routes()
                    if method not in ("GET", "OPTIONS") and permission != "open"]
        self.assertGreater(len(changing), 15)
        before = self.server.rows()
        for method, path in changing:
            path = path.replace("{id}", card if "callbacks" in path else "dana")
            for forged in ({"X_Admissions_Desk": None}, {"Origin": EVIL}, {"Origin": "null"},
                           {"Sec_Fetch_Site": "cross-site"}, {"Sec_Fetch_Site": "same-site"},
                           {"X_Admissions_Desk": None, "Content_Type": "text/plain"},
                           {"X_Admissions_Desk": None, "Content_Type": "application/x-www-form-urlencoded"}):
                with self.subTest(route=f"{method} {path}", forged=forged):
                    self.assert_problem(self.root.ask(method, path, {}, **forged), 403)
        self.assertEqual(self.server.rows(), before)
        self.assertEqual(self.root.ask("GET", "/api/session")[0], 200)

    def test_3_5_2_no_preflight_is_granted(self):
        """Another site's preflight to the desk gets no permission, and an answer none to be read"""
        for path in ("/api/callbacks", "/api/callbacks/next", "/api/session"):
            asked = {"Origin": EVIL, "Access-Control-Request-Method": "POST",
                     "Access-Control-Request-Headers": "x-admissions-desk,content-type"}
            for answer in (self.server.request("OPTIONS", path, headers=asked),
                           self.server.request("GET", path, headers={"Origin": EVIL, "Cookie": self.dana.cookie,
                                                                     "X-Admissions-Desk": "1"})):
                self.assertFalse([name for name in answer[1] if name.lower().startswith("access-control-allow")], path)

    def test_3_5_3_reading_changes_nothing(self):
        """No GET route changes a row but the audit; a method cannot be smuggled in a header or the query"""
        _, card = self.leave_details()
        before = self.server.rows()
        for method, path, permission in self.all_routes():
            if method == "GET" and permission != "open":
                self.root.ask("GET", path.replace("{id}", card if "callbacks" in path else "dana"))
        for smuggled in ({"X_HTTP_Method_Override": "DELETE"}, {"X_HTTP_Method": "DELETE"}, {"X_Method_Override": "DELETE"}):
            self.root.ask("GET", "/api/session?_method=DELETE", **smuggled)
        after = self.server.rows()
        after["audit"] = before["audit"]
        self.assertEqual(after, before)
        self.assertEqual(self.root.ask("GET", "/api/session")[0], 200)

    def test_3_5_8_answers_cannot_be_embedded(self):
        """Neither framed, nor loaded as script, style or picture by another site, nor kept by a cache"""
        for path in ("/api/callbacks", "/api/session", "/console/"):
            headers = {name.lower(): value for name, value in self.dana.ask("GET", path)[1].items()}
            self.assertEqual(headers["cross-origin-resource-policy"], "same-origin", path)
            self.assertEqual(headers["x-content-type-options"], "nosniff", path)
            self.assertIn("frame-ancestors 'none'", headers["content-security-policy"], path)
            if path.startswith("/api/"):
                self.assertIn("no-store", headers["cache-control"], path)

    def test_6_5_1_one_code_raced_opens_one_session(self):
        """The same code of the app, and the same recovery code, sent eight times at once"""
        eve = Person(self.server, "eve", "coordinator")
        for code in (totp(eve.secret), eve.next_code()):
            with concurrent.futures.ThreadPoolExecutor(8) as pool:
                answers = list(pool.map(lambda _, code=code: self.server.request(
                    "POST", "/api/session", json.dumps({"name": "eve", "password": PASSWORD, "code": code}),
                    {"Content-Type": "application/json", "X-Admissions-Desk": "1"})[0], range(8)))
            self.assertEqual(answers.count(200), 1, answers)
            self.assertLessEqual(set(answers), {200, 401, 429})  # so many passwords are checked at once, and no more
            self.assertEqual(eve.sign_in(code=code)[0], 401)

    def test_6_5_5_codes_of_another_time(self):
        """A code of some minutes ago, or of some minutes to come, is none"""
        old = Person(self.server, "olga", "coordinator")
        for away_s in (-300, -90, 90, 300):
            self.assertEqual(type_of(old.sign_in(code=totp(old.secret, time.time() + away_s))), "login-failed", away_s)
        for odd in ("", "12345", "1234567", "abcdef", " 123456", "１２３４５６", "0" * 4096, "000000\u0000"):
            self.assertIn(old.sign_in(code=odd)[0], (400, 401), odd)

    def test_7_2_3_a_stolen_database_opens_no_session(self):
        """Neither a session's token nor an API token, password, or app's secret lies in the database's files"""
        token = command(self.server, "token", "add", "thief", "--scope", "read_queue").stdout.strip()
        cookie = self.dana.cookie.split("=", 1)[1]
        self.assertRegex(cookie, r"^[0-9a-f]{32,}$")
        kept = b"".join(file.read_bytes() for file in self.server.database.parent.glob("leads.sqlite*"))
        for secret in (cookie, token, PASSWORD, self.dana.secret, self.dana.recovery_codes[0]):
            self.assertNotIn(secret.encode(), kept)
        self.assertNotIn(bytes.fromhex(cookie), kept)

    def test_7_2_1_a_token_in_the_address_is_none(self):
        """Addresses end in logs and histories: a credential there is not looked at"""
        session, desk = self.dana.cookie.split("=", 1)[1], (self.server.folder / "secrets" / "desk.token").read_text().strip()
        for name in ("token", "session", "access_token", "__Host-desk", "Authorization"):
            for secret in (session, desk):
                answer = self.server.request("GET", f"/api/callbacks?{name}={secret}", headers={"X-Admissions-Desk": "1"})
                self.assert_problem(answer, 401, never=secret)

    def test_7_4_3_a_new_password_by_an_admin_ends_every_session(self):
        """What a thief holds is worth nothing once the account is reset"""
        mia = Person(self.server, "mia", "coordinator")
        self.assertEqual(mia.sign_in()[0], 200)
        stolen = mia.cookie
        answer = change_account(self.root, "mia", {"password": "another set of plain words"})
        self.assertLess(answer[0], 300, answer)
        self.assertEqual(mia.ask("GET", "/api/callbacks", Cookie=stolen)[0], 401)

    def test_8_2_1_a_taken_role_is_gone_at_once(self):
        """An admin who is made a coordinator manages nothing more in the session that is open"""
        boss = Person(self.server, "boss", "admin")
        self.assertEqual(boss.sign_in()[0], 200)
        self.assertEqual(boss.ask("GET", "/api/accounts")[0], 200)
        self.assertLess(change_account(self.root, "boss", {"role": "coordinator"})[0], 300)
        self.assertIn(boss.ask("GET", "/api/accounts")[0], (401, 403))
        self.assertIn(boss.ask("PATCH", "/api/accounts/boss", {"role": "admin"})[0], (401, 403))
        if boss.ask("GET", "/api/session")[0] != 200:
            self.assertEqual(boss.sign_in()[0], 200)
        self.assert_problem(boss.ask("PATCH", "/api/accounts/boss", {"role": "admin"}), 403)

    def test_8_2_2_idor_between_visitors_and_desk(self):
        """A callback's or conversation's id is no credential; a visitor's token opens nothing of the desk, nor the
        desk's a visitor's chat"""
        token, card = self.leave_details()
        conversation = card.split("-")[0]
        desk = (self.server.folder / "secrets" / "desk.token").read_text().strip()
        for guess in (conversation, card, desk, token[:-1], token + "0", token.upper() + "x"):
            for method in ("GET", "DELETE"):
                answer = self.server.request(method, "/webhooks/web", headers={"Authorization": "Bearer " + guess})
                self.assertIn(answer[0], (401, 404), guess)
        for guess in (conversation, card):
            answer = self.post({"message_id": new_id(), "text": "hello", "conversation": guess})
            self.assertGreaterEqual(answer[0], 400)
        self.assertEqual(machine(self.server, "GET", "/api/callbacks/" + card, token)[0], 401)
        self.assertEqual(self.server.transcript(token)["turns"][-1]["turn"]["lead"]["id"], card)

    def test_8_2_2_idor_of_what_was_erased(self):
        """Who kept a card's address finds nothing of the visitor there after the visitor had it erased"""
        token, card = self.leave_details()
        path = "/api/callbacks/" + card
        self.dana.ask("POST", path + "/notes", {"text": "quokka note"})
        self.assertEqual(self.server.request("DELETE", "/webhooks/web", headers={"Authorization": "Bearer " + token})[0], 204)
        shown = b"".join(self.dana.ask("GET", path + part)[2] for part in ("", "/transcript"))
        for word in (b"Dana", b"quokka", b"213555", b"call me right now"):
            self.assertNotIn(word, shown)
        for verb, body in (("claim", {}), ("notes", {"text": "x"}), ("attempts", {"outcome": "reached"}), ("merge", {"into": card})):
            self.assertIn(self.dana.ask("POST", f"{path}/{verb}", body)[0], (404, 409), verb)

    def test_8_2_3_mass_assignment(self):
        """Nothing of a card is set but what may be: not its holder, age, urgency, promise or history"""
        _, card = self.leave_details()
        etag = json.loads(self.dana.ask("GET", "/api/callbacks/" + card)[2])["etag"]
        for name, value in (("holder", "omar"), ("urgent", True), ("created_at", "2020-01-01T00:00:00Z"), ("attempts", 0),
                            ("version", 1), ("promise", {}), ("suppressed", False), ("id", "x-1"), ("acknowledged_by", "x"),
                            ("merged_into", "x-1"), ("consent", None)):
            self.assert_problem(self.dana.ask("PATCH", "/api/callbacks/" + card, {name: value}, If_Match=etag), 400)
            self.assert_problem(self.dana.ask("PATCH", "/api/callbacks/" + card, {"fields": {name: "x"}}, If_Match=etag), 400)
        self.assertEqual(json.loads(self.dana.ask("GET", "/api/callbacks/" + card)[2])["etag"], etag)

    def test_8_2_4_audit_cannot_be_rewritten(self):
        """No route changes or deletes what stands in the audit, and neither does the database"""
        for method in ("DELETE", "PATCH", "PUT", "POST"):
            self.assertEqual(self.root.ask(method, "/api/audit", {})[0], 405, method)
            self.assertIn(self.root.ask(method, "/api/audit/1", {})[0], (404, 405), method)
        self.assertEqual([route[:2] for route in self.all_routes() if "audit" in route[1] and route[0] != "GET"],
                         [["POST", "/api/audit/readings"]], "adds an entry, for the program's own commands")

    def test_8_2_4_nobody_writes_an_entry_in_another_name(self):
        """What the program's commands say of who read, no admin and no machine can say: nothing is added"""
        made = command(self.server, "token", "add", "forger", *(f"--scope={scope}" for scope in ("read_queue", "work_queue", "export_leads")))
        body = {"user": "dana", "command": "explain", "about": ""}
        before = self.server.rows()["audit"]
        self.assert_problem(self.root.ask("POST", "/api/audit/readings", body), 403)
        self.assertEqual(self.server.rows()["audit"], before)
        desk = (self.server.folder / "secrets" / "desk.token").read_text().strip()
        for token in (made.stdout.strip(), desk):
            self.assert_problem(machine(self.server, "POST", "/api/audit/readings", token, body), 403)
        for name in ("operator", "desk"):
            self.assertEqual(command(self.server, "token", "add", name, "--scope", "read_queue").returncode, 1)
        entries = json.loads(self.root.ask("GET", "/api/audit?what=transcripts-read")[2])["entries"]
        self.assertEqual(entries, [])


class Throttled(ServiceCase):
    """With the limits as they are shipped."""

    def guess(self, name, password, code, **headers):
        body = {"name": name, "password": password, **({"code": code} if code else {})}
        return self.server.request("POST", "/api/session", json.dumps(body), {
            "Content-Type": "application/json", "X-Admissions-Desk": "1",
            **{key.replace("_", "-"): value for key, value in headers.items()}})[0]

    def test_6_3_1_brute_force_of_the_second_factor(self):
        """Who has the password guesses the code: dry after a few, far from a million"""
        fay = Person(self.server, "fay", "coordinator")
        answers = [self.guess("fay", PASSWORD, f"{number:06d}", X_Real_IP="198.51.100.9") for number in range(40)]
        self.assertLessEqual(answers.count(401), 12)
        self.assertEqual(answers[-1], 429)
        self.assertEqual(fay.sign_in()[0], 200, "from where the account is used")

    def test_6_3_1_credential_stuffing(self):
        """One address, many names with a password each: dry by the address"""
        answers = [self.guess(f"name-{number}", PASSWORD, None, X_Real_IP="198.51.100.10") for number in range(70)]
        self.assertLessEqual(answers.count(401), 45)
        self.assertEqual(answers[-1], 429)

    def test_6_3_1_brute_force_behind_made_up_addresses(self):
        """A header that anybody can send moves nobody to another address"""
        Person(self.server, "gil", "coordinator")
        answers = [self.guess("gil", f"guess {number}", None, X_Real_IP="198.51.100.11",
                              X_Forwarded_For=f"203.0.113.{number}", Forwarded=f"for=203.0.113.{number}",
                              Client_IP=f"203.0.113.{number}") for number in range(40)]
        self.assertLessEqual(answers.count(401), 12)
        self.assertEqual(answers[-1], 429)

    def test_6_2_4_a_password_of_the_list_of_the_most_used(self):
        """Neither by command nor over the web"""
        for password in ("password", "12345678", "qwertyuiop", "iloveyou1", "invigorate1"):
            made = command(self.server, "user", "add", "hal", "--role", "editor", typed=password + "\n")
            self.assertEqual(made.returncode, 1, password)
        self.assertNotIn("hal", command(self.server, "user", "list").stdout)


if __name__ == "__main__":
    main("what an attacker tries against the desk fails, by its name")
