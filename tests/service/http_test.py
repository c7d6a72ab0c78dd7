#!/usr/bin/env python3
"""Every route, and every kind of bad input on it: a problem by RFC 9457, nothing stored, nothing of it said again,
and the conversation goes on unharmed. Usage: http_test.py BINARY BUILD_FOLDER"""
import json

from case import FORM, PLANTED, ServiceCase, main, new_id

TEXT_MAX = 2000
BODY_MAX = 65536


class BadMessages(ServiceCase):
    """What a widget, or somebody who plays one, can send to POST /webhooks/web."""

    def setUp(self):
        self.token = self.begin("please have someone call me", "for me")
        self.before = self.server.rows()

    def tearDown(self):
        self.assertEqual(self.server.rows(), self.before, "something was stored")
        self.assertNotIn(PLANTED, self.server.log())
        self.assertTrue(self.server.alive())
        turn = self.say("Dana", self.token)
        self.assertEqual(turn["asks"], "phone", "the conversation was harmed")

    def message(self, **change):
        body = {"conversation": self.token, "message_id": new_id(), "text": "how many hours a week is it?"}
        body.update(change)
        return {name: value for name, value in body.items() if value is not ...}

    def refused(self, body, status, mentions="", **headers):
        return self.assert_problem(self.post(body, headers), status, mentions)

    def test_not_json(self):
        """Not JSON, cut short, or more than one value"""
        good = json.dumps(self.message(text=PLANTED))
        for body in (PLANTED, good[:-1], good[:20], good + PLANTED, good + good, "", " ", "{" + PLANTED, b"\x00",
                     "{'text': 'zebrafinch'}", good.replace('"text"', PLANTED), '{"text": NaN}', "\ufeff" + PLANTED):
            with self.subTest(body=body[:40]):
                self.refused(body, 400)

    def test_nesting(self):
        """Nested without end"""
        for deep in ("[" * 30000, '{"a":' * 10000, '{"text":' + "[" * 20000 + f'"{PLANTED}"' + "]" * 20000 + "}"):
            self.refused(deep, 400)

    def test_not_an_object(self):
        """JSON, but no object"""
        for body in ("null", "7", f'"{PLANTED}"', f'["{PLANTED}"]', "true", "1e999"):
            with self.subTest(body=body):
                self.refused(body, 400)

    def test_wrong_types(self):
        """A member of another type"""
        for name in ("conversation", "message_id", "text", "choice", "language", "zone", "page"):
            for value in (7, 1.5, True, [PLANTED], {PLANTED: PLANTED}):
                with self.subTest(member=name, value=value):
                    change = {name: value, **({"text": ...} if name == "choice" else {})}
                    self.refused(self.message(**change), 400, name)

    def test_unknown_members(self):
        """A member that nobody knows is refused, and not by its name: that is the sender's"""
        self.refused(self.message(**{PLANTED: "x"}), 400)
        self.refused(self.message(Text="x"), 400)

    def test_missing_members(self):
        """No id, no text, or both a text and a choice"""
        self.refused(self.message(message_id=...), 400, "message_id")
        self.refused(self.message(text=...), 400)
        self.refused(self.message(choice=PLANTED), 400)
        self.refused({}, 400)

    def test_message_ids(self):
        """An id that is empty, too long or made of odd characters"""
        for bad in ("", " ", PLANTED * 20, f"a\n{PLANTED}", "a\u0000b", "é"):
            with self.subTest(id=bad[:20]):
                self.refused(self.message(message_id=bad), 400, "message_id")

    def test_blank_text(self):
        """Empty or nothing but white space, in any script"""
        for text in ("", " ", "\n\t\r\n ", "\u00a0\u2003\u3000", "\u200b\u200b", "\ufeff"):
            with self.subTest(text=text):
                self.refused(self.message(text=text), 400)

    def test_long_text(self):
        """Longer than the limit: the limit is named, in characters and not bytes"""
        for text in (PLANTED * 500, "é" * (TEXT_MAX + 1), "😀" * (TEXT_MAX + 1), "a " * 2500):
            self.refused(self.message(text=text), 400, str(TEXT_MAX))

    def test_bad_characters(self):
        """NUL, bidi controls, lone surrogates"""
        for text in (f"{PLANTED}\u0000", f"\u202e{PLANTED}", f"\u2066{PLANTED}\u2069", f"{PLANTED}\u202a",
                     "\ud800" + PLANTED):
            with self.subTest(text=text.encode("unicode_escape")):
                self.refused(self.message(text=text), 400)

    def test_invalid_utf8(self):
        """Bytes that are no UTF-8: cut short, overlong, a surrogate, beyond Unicode"""
        for bad in (b"\xff", b"\xc3", b"\xc0\xaf", b"\xe0\x80\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x80"):
            with self.subTest(bytes=bad):
                body = json.dumps(self.message(text=PLANTED)).encode().replace(b"finch", bad)
                self.refused(body, 400)

    def test_bad_hints(self):
        """A language, a zone or a page that cannot be"""
        self.refused(self.message(zone=f"Mars/{PLANTED}"), 400, "zone")
        self.refused(self.message(zone="../../etc/passwd"), 400, "zone")
        self.refused(self.message(language=PLANTED * 4), 400, "language")
        self.refused(self.message(page="https://clinic.example/" + PLANTED * 100), 400, "page")

    def test_bad_choices(self):
        """A choice longer than any can be"""
        self.refused(self.message(text=..., choice=PLANTED * 1000), 400, "choice")

    def test_unknown_conversation(self):
        """A token that was never given out; an id in place of the token"""
        for token in (PLANTED, "0" * 48, self.token + "0", self.token[:-1], f"{PLANTED}\n", PLANTED * 20):
            with self.subTest(token=token[:10]):
                self.refused(self.message(conversation=token), 404)

    def test_wrong_content_type(self):
        """Anything that does not call itself JSON"""
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
                     "application/jsonp", "", PLANTED, "text/json-" + PLANTED):
            with self.subTest(kind=kind):
                self.refused(self.message(), 415, **{"Content-Type": kind})

    def test_too_large(self):
        """A body over the limit, its length stated"""
        self.refused(json.dumps(self.message(page="x")) + " " * BODY_MAX, 413, str(BODY_MAX))

    def test_too_large_chunked(self):
        """A body over the limit in chunks, which state no length"""
        body = json.dumps(self.message(text=PLANTED)).encode() + b" " * (3 * BODY_MAX)
        chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part)
                          for part in (body[i:i + 4096] for i in range(0, len(body), 4096)))
        head = (b"POST /webhooks/web HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                b"Transfer-Encoding: chunked\r\n\r\n")
        answer = self.server.raw(head + chunks + b"0\r\n\r\n")
        self.assertTrue(answer.startswith(b"HTTP/1.1 413 "), answer[:100])
        self.assertNotIn(PLANTED.encode(), answer)

    def test_chunks_without_end(self):
        """Chunks that go on for ever are cut off"""
        head = (b"POST /webhooks/web HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                b"Transfer-Encoding: chunked\r\n\r\n")
        answer = self.server.raw(head + (b"1000\r\n" + b"z" * 4096 + b"\r\n") * 256)
        self.assertIn(answer[:13], (b"HTTP/1.1 413 ", b""))

    def test_cut_short(self):
        """A body that ends before its stated length"""
        body = json.dumps(self.message(text=PLANTED)).encode()
        head = (b"POST /webhooks/web HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                b"Content-Length: %d\r\n\r\n" % (len(body) + 1))
        answer = self.server.raw(head + body, hang_up=True)
        self.assertFalse(answer.startswith(b"HTTP/1.1 200"), answer[:100])
        self.assertNotIn(PLANTED.encode(), answer)

    def test_replayed_id(self):
        """A message id that came before, with another text"""
        body = self.message()
        self.assertEqual(self.post(body)[0], 200)
        self.before = self.server.rows()
        self.assert_problem(self.post({**body, "text": PLANTED}), 409)
        self.assert_problem(self.post({**{k: v for k, v in body.items() if k != "text"}, "choice": "self"}), 409)
        first, second = self.post(body), self.post(body)
        self.assertEqual((first[0], first[2]), (second[0], second[2]))


class BadRequests(ServiceCase):
    """What is wrong with the request itself."""

    def setUp(self):
        self.before = self.server.rows()

    def tearDown(self):
        self.assertEqual(self.server.rows(), self.before, "something was stored")
        self.assertNotIn(PLANTED, self.server.log())
        self.assertEqual(self.server.request("GET", "/healthz")[0], 200)

    def head_of(self, *lines, method="POST", body=b"{}"):
        return ("\r\n".join([f"{method} /webhooks/web HTTP/1.1", "Host: h", *lines, "", ""])).encode() + body

    def assert_refused(self, answer):
        self.assertFalse(answer.startswith(b"HTTP/1.1 2"), answer[:200])
        self.assertNotIn(PLANTED.encode(), answer)
        self.assertNotIn(b"EXCEPTION_WHAT", answer.upper())

    def test_huge_headers(self):
        """A header line, a request line or a number of headers beyond all reason"""
        json_type = "Content-Type: application/json"
        self.assert_refused(self.server.raw(self.head_of(json_type, "X-A: " + PLANTED * 10000)))
        self.assert_refused(self.server.raw(self.head_of(json_type, *[f"X-{i}: {PLANTED}" for i in range(5000)])))
        self.assert_refused(self.server.raw(f"GET /{PLANTED * 10000} HTTP/1.1\r\nHost: h\r\n\r\n".encode()))

    def test_headers_come_back_nowhere(self):
        """A percent-encoded line break in a header, or a spoofed address, changes no answer"""
        for line in (f"Authorization: Bearer x%0d%0aX-Evil:%20{PLANTED}", f"X-A: a%0D%0ASet-Cookie:{PLANTED}",
                     f"REMOTE_ADDR: {PLANTED}", f"X-Forwarded-For: {PLANTED}", f"Origin: http://{PLANTED}",
                     f"Host: {PLANTED}%0d%0a", f"EXCEPTION_WHAT: {PLANTED}", f"Accept: {PLANTED}",
                     f"Range: bytes=0-{PLANTED}", f"Accept-Encoding: {PLANTED}"):
            for method, path in (("GET", "/webhooks/web"), ("GET", "/healthz"), ("GET", "/nowhere")):
                with self.subTest(line=line, path=path):
                    answer = self.server.raw(f"{method} {path} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
                                             f"{line}\r\n\r\n".encode())
                    self.assertTrue(answer.startswith(b"HTTP/1.1 "), answer[:100])
                    self.assertNotIn(PLANTED.encode(), answer)
                    self.assertNotIn(b"Set-Cookie", answer)

    def test_paths_come_back_nowhere(self):
        """An unknown path, and ways out of it, are a 404 that does not say them again"""
        for path in (f"/{PLANTED}", f"/webhooks/{PLANTED}?q={PLANTED}", f"/api/{PLANTED}%0d%0aX: y", "/../etc/passwd",
                     "/%2e%2e/%2e%2e/etc/passwd", "//webhooks//web", f"/webhooks/web/{PLANTED}", "/%00"):
            with self.subTest(path=path):
                answer = self.server.raw(f"GET {path.replace(' ', '%20')} HTTP/1.1\r\nHost: h\r\n"
                                         "Connection: close\r\n\r\n".encode())
                self.assertTrue(answer.startswith(b"HTTP/1.1 4"), answer[:100])
                self.assertNotIn(PLANTED.encode(), answer)
        self.assert_problem(self.server.request("GET", "/nowhere"), 404)

    def test_wrong_method(self):
        """A method that a route does not know: 405, with those that it does"""
        for method, path in (("PUT", "/webhooks/web"), ("GET", "/api/callbacks/next"), ("POST", "/healthz"),
                             ("DELETE", "/api/callbacks")):
            with self.subTest(method=method, path=path):
                answer = self.server.request(method, path, b"{}", {"Content-Type": "application/json"})
                self.assert_problem(answer, 405)
                self.assertIn("allow", {name.lower() for name in answer[1]})

    def test_smuggling(self):
        """Two lengths, a length and chunks, or a length that is none: refused, and nothing behind it is read"""
        hidden = b"POST /webhooks/web HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: "
        inner = json.dumps({"message_id": new_id(), "text": PLANTED}).encode()
        hidden += str(len(inner)).encode() + b"\r\n\r\n" + inner
        for lines in (["Content-Length: 2", f"Content-Length: {2 + len(hidden)}"],
                      ["Content-Length: 2", "Transfer-Encoding: chunked"],
                      ["Transfer-Encoding: chunked", "Content-Length: 2"], ["Content-Length: -2"],
                      ["Content-Length: 2, 2"], ["Content-Length: 0x2"], ["Content-Length: +2"],
                      ["Transfer-Encoding: identity", "Content-Length: 2"], ["Transfer-Encoding: chunked, chunked"],
                      ["Content-Length: 99999999999999999999"]):
            with self.subTest(lines=lines):
                answer = self.server.raw(self.head_of("Content-Type: application/json", *lines, body=b"{}" + hidden))
                self.assertLessEqual(answer.count(b"HTTP/1.1 "), 1, answer)
                self.assert_refused(answer)

    def test_not_http(self):
        """Bytes that are no HTTP at all"""
        for sent in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 300, PLANTED.encode() * 100 + b"\r\n\r\n",
                     b"\r\n\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x00" * 1000 + b"\r\n\r\n"):
            with self.subTest(sent=sent[:12]):
                self.assert_refused(self.server.raw(sent, hang_up=True))

    def test_transcript_needs_its_token(self):
        """GET and DELETE /webhooks/web without, and with a wrong token"""
        for method in ("GET", "DELETE"):
            self.assert_problem(self.server.request(method, "/webhooks/web"), 401)
            for authorization in (f"Basic {PLANTED}", "Bearer", "Bearer ", PLANTED, f"Bearer {PLANTED}"):
                answer = self.server.request(method, "/webhooks/web", headers={"Authorization": authorization})
                self.assert_problem(answer, 401)


class Routes(ServiceCase):
    """Every route does its own."""

    def test_the_main_job(self):
        """A visitor asks, leaves details, and a coordinator pulls, gives back, claims and calls"""
        token = self.begin("how many hours a week is it?", *FORM[:2])
        turn = self.say("how much does it cost", token)
        self.assertEqual(turn["asks"], "name")
        for line in FORM[2:]:
            turn = self.say(line, token)
        self.assertEqual(turn["lead"]["status"], "open")
        self.assertEqual(turn["lead"]["fields"]["phone"], "+12135550187")
        lead = turn["lead"]["id"]

        status, listed = self.server.desk("GET", "/api/callbacks")
        self.assertEqual(status, 200)
        self.assertIn(lead, json.dumps(listed))
        status, pulled = self.server.desk("POST", "/api/callbacks/next", {"holder": "dana"})
        self.assertEqual((status, pulled["id"], pulled["holder"]), (200, lead, "dana"))
        self.assertEqual(pulled["fields"]["name"], "Dana")
        self.assertEqual(self.server.desk("POST", f"/api/callbacks/{lead}/claim", {"holder": "omar"})[0], 409)
        self.assertEqual(self.server.desk("POST", f"/api/callbacks/{lead}/release", {"holder": "omar"})[0], 409)
        self.assertEqual(self.server.desk("POST", f"/api/callbacks/{lead}/release", {"holder": "dana"})[0], 200)
        self.assertEqual(self.server.desk("POST", f"/api/callbacks/{lead}/claim", {"holder": "omar"})[0], 200)
        attempt = {"holder": "omar", "outcome": "reached", "note": "will come on Monday"}
        self.assertIn(self.server.desk("POST", f"/api/callbacks/{lead}/attempts", attempt)[0], (200, 201))
        status, found = self.server.desk("GET", f"/api/callbacks/{lead}")
        self.assertEqual((status, found["status"], found["attempts"]), (200, "reached", 1))
        self.assertEqual(self.server.desk("POST", f"/api/callbacks/{lead}/claim", {"holder": "dana"})[0], 409)

    def test_transcript_and_erasing(self):
        """The transcript is the visitor's own; DELETE leaves nothing of it, and no second one"""
        token = self.begin(*FORM)
        lines = [turn["text"] for turn in self.server.transcript(token)["turns"]]
        self.assertEqual(lines, FORM)
        bearer = {"Authorization": "Bearer " + token}
        self.assertIn(self.server.request("DELETE", "/webhooks/web", headers=bearer)[0], (200, 204))
        self.assert_problem(self.server.request("GET", "/webhooks/web", headers=bearer), 401)
        self.assert_problem(self.server.request("DELETE", "/webhooks/web", headers=bearer), 401)
        self.assert_problem(self.post({"conversation": token, "message_id": new_id(), "text": "hello"}), 404)

    def test_limits_are_inclusive(self):
        """A text of exactly the limit, emoji and Spanish are welcome"""
        for text in ("é" * 2000, "😀" * 2000, "¿Cuántas horas por semana son?", "a\nb\tc", "x" * 1999 + "."):
            self.assertTrue(self.say(text)["replies"])

    def test_good_hints(self):
        """Language, zone and page are taken"""
        turn = self.say("hola", language="es", zone="America/New_York", page="https://clinic.example/iop?a=b")
        self.assertEqual(turn["language"], "es")
        self.assertTrue(self.say("hello", language="en-US")["replies"])

    def test_choice(self):
        """A pressed button is taken as an answer"""
        turn = self.say("please have someone call me")
        button = next(button["id"] for reply in turn["replies"] for button in reply["quick_replies"]
                      if button["label"] == "For me")
        status, _, data = self.post({"conversation": turn["conversation"], "message_id": new_id(), "choice": button})
        self.assertEqual(status, 200)
        self.assertEqual(json.loads(data)["slots"]["for_whom"], {"who": "self"})

    def test_content_type_with_charset(self):
        """application/json; charset=utf-8, in any case"""
        for kind in ("application/json; charset=utf-8", "Application/JSON;charset=UTF-8"):
            body = {"message_id": new_id(), "text": "hello"}
            self.assertEqual(self.post(body, {"Content-Type": kind})[0], 200)

    def test_health(self):
        """/healthz and /readyz, and the demo page"""
        for path in ("/healthz", "/readyz"):
            self.assertEqual(self.server.request("GET", path)[0], 200)
        status, headers, page = self.server.request("GET", "/")
        self.assertEqual(status, 200)
        self.assertIn("text/html", headers["Content-Type"])
        self.assertIn(b"automated", page)

    def test_keep_alive(self):
        """Many messages over one connection, and two at once in a pipeline"""
        one = json.dumps({"message_id": new_id(), "text": "hello"})
        request = ("POST /webhooks/web HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                   f"Content-Length: {len(one)}\r\n")
        answer = self.server.raw((request + "\r\n" + one + request + "Connection: close\r\n\r\n" + one).encode())
        self.assertEqual(answer.count(b"HTTP/1.1 200 "), 2)


class Desk(ServiceCase):
    """/api is for who holds the desk's token, and says what is wrong."""

    def ask(self, method, path, body=None, authorization=None):
        token = (self.server.folder / "secrets" / "desk.token").read_text().strip()
        headers = {"Content-Type": "application/json", "Authorization": authorization or "Bearer " + token}
        return self.server.request(method, path, body if body is None or isinstance(body, (str, bytes))
                                   else json.dumps(body), headers)

    def test_token(self):
        """Without, or with another token: 401, and it says how to ask"""
        token = (self.server.folder / "secrets" / "desk.token").read_text().strip()
        for method, path in (("GET", "/api/callbacks"), ("POST", "/api/callbacks/next"), ("GET", "/api/callbacks/x-1"),
                             ("POST", "/api/callbacks/x-1/claim"), ("POST", "/api/callbacks/x-1/release"),
                             ("POST", "/api/callbacks/x-1/attempts")):
            for authorization in (f"Bearer {PLANTED}", "Bearer ", f"Basic {token}", token, f"Bearer {token}0",
                                  f"Bearer {token[:-1]}", f"Bearer {token} {PLANTED}"):
                with self.subTest(path=path, authorization=authorization[:12]):
                    answer = self.ask(method, path, {"holder": "dana"} if method == "POST" else None, authorization)
                    self.assert_problem(answer, 401)
            answer = self.server.request(method, path)
            self.assert_problem(answer, 401)
            self.assertIn("www-authenticate", {name.lower() for name in answer[1]})
        self.assertNotIn(token, self.server.log())

    def test_unknown_callback(self):
        """A callback that is not there"""
        attempt = {"holder": "dana", "outcome": "busy"}
        for method, path, body in (("GET", f"/api/callbacks/{PLANTED}", None),
                                   ("POST", f"/api/callbacks/{PLANTED}/claim", {"holder": "dana"}),
                                   ("POST", f"/api/callbacks/{PLANTED}/release", {"holder": "dana"}),
                                   ("POST", f"/api/callbacks/{PLANTED}/attempts", attempt)):
            self.assert_problem(self.ask(method, path, body), 404)

    def test_empty_queue(self):
        """Nothing to pull is no error"""
        while (status := self.ask("POST", "/api/callbacks/next", {"holder": "dana"})[0]) == 200:
            pass  # what other tests left there
        self.assertEqual(status, 204)

    def test_bad_bodies(self):
        """No holder, a wrong outcome, an endless note: 400 and nothing changes"""
        lead = None
        token = None
        for line in FORM:
            turn = self.say(line, token)
            token, lead = turn["conversation"], turn["lead"]
        path = f"/api/callbacks/{lead['id']}"
        self.assertEqual(self.ask("POST", path + "/claim", {"holder": "dana"})[0], 200)
        before = self.server.rows()
        for verb in ("/claim", "/release", "/attempts"):
            for body in ("", PLANTED, "[]", {}, {"holder": ""}, {"holder": 7}, {"holder": PLANTED * 100},
                         {"holder": "dana", PLANTED: 1}, {"holder": "dana\u0000"}, '{"holder": "' + "[" * 9999):
                with self.subTest(verb=verb, body=str(body)[:30]):
                    self.assert_problem(self.ask("POST", path + verb, body), 400)
        for change in ({"outcome": PLANTED}, {"outcome": ""}, {"outcome": 1}, {"outcome": "busy", "note": 7},
                       {"outcome": "busy", "note": PLANTED * 2000}, {"outcome": ...}):
            body = {"holder": "dana", **{k: v for k, v in change.items() if v is not ...}}
            with self.subTest(body=str(change)[:40]):
                self.assert_problem(self.ask("POST", path + "/attempts", body), 400)
        self.assertEqual(self.server.rows(), before)
        status, _, data = self.ask("GET", path)
        self.assertEqual((status, json.loads(data)["holder"]), (200, "dana"))
        self.assertEqual(self.ask("POST", path + "/release", {"holder": "dana"})[0], 200)


if __name__ == "__main__":
    main("every route answers, and every bad input is a problem that stores, says again and harms nothing")
