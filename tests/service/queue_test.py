#!/usr/bin/env python3
"""The queue over HTTP, as the console and programs use it: who holds what, what comes of a call, changes that do not
overwrite each other, requests that may be sent twice, lists page by page. Usage: queue_test.py BINARY BUILD_FOLDER"""
import datetime
import json
import re
import time

from case import FORM, ServiceCase, main
from desk import Person, command, machine, signed_in

MINUTE_S = 60
DANGER = "i want to kill myself"


def at_noon(text):
    """It is noon at the clinic, whenever the tests run; nobody's messages are too many."""
    ahead = time.gmtime().tm_hour - 12
    text = text.replace("zone: America/Los_Angeles", f"zone: Etc/GMT{ahead:+d}")
    text = re.sub(r"(attempts: \{burst:) \d+, per_minute: \d+", r"\1 1000, per_minute: 1000", text)
    return re.sub(r"(_messages_(?:burst|per_minute):) \d+", r"\1 60000", text)


def moment(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


class QueueCase(ServiceCase):
    configure = staticmethod(at_noon)
    people = 0

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.dana, cls.omar = (signed_in(cls.server, name, "coordinator") for name in ("dana", "omar"))
        cls.root = signed_in(cls.server, "root", "admin")

    def asks_for_call(self, *before, phone=None, time="any time"):
        """A visitor's whole chat; gives the request's id. The number is their own unless one is given."""
        QueueCase.people += 1
        self.phone = phone or f"213-555-{100 + QueueCase.people // 100:04}"[:8] + f"{QueueCase.people:04}"
        form = [self.phone if line.startswith("213") else line for line in FORM]
        form[form.index("call me right now")] = time
        self.token = None
        for line in (*before, *form):
            turn = self.say(line, self.token)
            self.token = turn["conversation"]
        self.assertIsNotNone(turn["lead"], turn)
        return turn["lead"]["id"]

    def post(self, person, card, verb, body=None, **headers):
        return person.ask("POST", f"/api/callbacks/{card}/{verb}", body or {}, **headers)

    def done(self, answer, status=200):
        self.assertEqual(answer[0], status, answer[2])
        return json.loads(answer[2])

    def card(self, card, person=None):
        return self.done((person or self.root).ask("GET", "/api/callbacks/" + card))

    def claimed(self, *before, **more):
        card = self.asks_for_call(*before, **more)
        self.done(self.post(self.dana, card, "claim"))
        return card

    def log(self, card, outcome, person=None, **more):
        return self.post(person or self.dana, card, "attempts", {"outcome": outcome, **more})

    def refused(self, answer, status, kind):
        self.assertEqual(self.assert_problem(answer, status)["type"].rsplit(":", 1)[-1], kind)

    def whats(self, card):
        return [event["what"] for event in self.card(card)["events"]]


class Holding(QueueCase):
    def setUp(self):
        while self.dana.ask("POST", "/api/callbacks/next", {})[0] == 200:
            pass

    def test_next_gives_a_crisis_first_then_by_age_then_nothing(self):
        """Each is given once; who finds nothing gets 204 and no body"""
        first, second, crisis = self.asks_for_call(), self.asks_for_call(), self.asks_for_call(DANGER)
        given = [self.done(person.ask("POST", "/api/callbacks/next", {})) for person in (self.dana, self.omar, self.dana)]
        self.assertEqual([one["id"] for one in given], [crisis, first, second])
        self.assertEqual([one["holder"] for one in given], ["dana", "omar", "dana"])
        self.assertEqual({one["status"] for one in given}, {"claimed"})
        status, headers, body = self.omar.ask("POST", "/api/callbacks/next", {})
        self.assertEqual((status, body), (204, b""))

    def test_a_claim_holds_until_it_is_given_back(self):
        """Others are refused whatever they try; the holder may claim again, renew, and release"""
        card = self.claimed()
        for verb, body in (("claim", {}), ("renew", {}), ("release", {}), ("attempts", {"outcome": "reached"})):
            self.refused(self.post(self.omar, card, verb, body), 409, "not-held")
        self.refused(self.omar.ask("PATCH", "/api/callbacks/" + card, {"status": "reached"},
                                   If_Match=self.card(card)["etag"]), 409, "not-held")
        self.assertEqual(self.card(card)["holder"], "dana")
        before = self.card(card)
        time.sleep(0.01)
        renewed = self.done(self.post(self.dana, card, "renew"))
        self.assertGreater(renewed["lease_until"], before["lease_until"])
        self.assertEqual(renewed["version"], before["version"], "a lease that goes on is no change to the card")
        self.assertAlmostEqual(moment(renewed["lease_until"]) - time.time(), 15 * MINUTE_S, delta=30)
        released = self.done(self.post(self.dana, card, "release"))
        self.assertEqual((released["status"], released["holder"], released["lease_until"]), ("new", None, None))
        self.refused(self.post(self.dana, card, "renew"), 409, "not-held")
        self.assertEqual(self.done(self.post(self.omar, card, "claim"))["holder"], "omar")
        self.assertEqual(self.whats(card), ["stored", "claimed", "released", "claimed"])

    def test_only_an_admin_takes_over(self):
        """A coordinator may not, a machine may not; an admin does, and it stands in events and audit"""
        card = self.claimed()
        self.refused(self.post(self.omar, card, "claim", {"take_over": True}), 403, "forbidden")
        status, problem = self.server.desk("POST", f"/api/callbacks/{card}/claim", {"holder": "crm", "take_over": True})
        self.assertEqual(status, 403)
        self.assertEqual(self.done(self.post(self.root, card, "claim", {"take_over": True}))["holder"], "root")
        self.refused(self.log(card, "reached"), 409, "not-held")
        self.assertIn("taken over", self.whats(card))
        taken = self.done(self.root.ask("GET", "/api/audit?what=callback-taken-over"))["entries"][0]
        self.assertEqual((taken["who"], taken["about"]), ("root", card))

    def test_somebody_signed_in_works_as_nobody_else(self):
        """A person is the holder; naming another is refused; a machine must say who calls"""
        card = self.asks_for_call()
        self.refused(self.post(self.dana, card, "claim", {"holder": "omar"}), 400, "holder-differs")
        for holder in (None, "", "x" * 65, 7, "a\u0000b"):
            body = {} if holder is None else {"holder": holder}
            self.assertEqual(self.server.desk("POST", f"/api/callbacks/{card}/claim", body)[0], 400, holder)
        self.assertEqual(self.card(card)["status"], "new")
        self.assertEqual(self.server.desk("POST", f"/api/callbacks/{card}/claim", {"holder": "crm"})[1]["holder"], "crm")


class Attempts(QueueCase):
    def test_each_outcome_leads_where_it_should(self):
        """The state, when to call next, and whether the number is closed"""
        table = (("no_answer", "attempting", 15), ("busy", "attempting", 5), ("voicemail", "attempting", 240),
                 ("voicemail_not_allowed", "attempting", 15), ("wrong_number", "wrong_number", None),
                 ("reached", "reached", None), ("reached_family", "reached", None),
                 ("asked_to_stop", "do_not_contact", None))
        self.assertEqual(self.card(self.claimed())["outcomes"], [row[0] for row in table])
        for outcome, state, minutes in table:
            with self.subTest(outcome=outcome):
                card = self.claimed()
                created = self.card(card)["created_at"]
                told = self.done(self.log(card, outcome, note="after the beep"))
                self.assertEqual((told["status"], told["holder"], told["attempts"]), (state, None, 1))
                shown = self.card(card)
                attempt, = shown["attempts_log"]
                self.assertEqual((attempt["outcome"], attempt["by"], attempt["note"]), (outcome, "dana", "after the beep"))
                self.assertEqual(shown["created_at"], created, "it keeps its age")
                self.assertEqual(shown["suppressed"], outcome == "asked_to_stop")
                if minutes is None:
                    self.assertIsNone(attempt["next_at"])
                else:
                    wait = moment(attempt["next_at"]) - moment(attempt["at"])
                    self.assertAlmostEqual(wait, minutes * MINUTE_S, delta=1)
                    self.assertEqual(shown["opens_at"], attempt["next_at"], "it sleeps until then")
                    self.refused(self.log(card, outcome), 409, "not-held")

    def test_a_time_that_was_agreed_is_kept(self):
        """`next_at` goes before the ladder; one that is past, or none at all, is refused and logs nothing"""
        card = self.claimed()
        for bad in ("2020-01-01T00:00:00Z", "tomorrow", "2030-02-31T00:00:00Z", "9999-12-31T23:59:59Z", ""):
            self.refused(self.log(card, "no_answer", next_at=bad), 400, "next-at-invalid")
        self.assertEqual(self.card(card)["attempts"], 0)
        agreed = datetime.datetime.fromtimestamp(time.time() + 90 * MINUTE_S, datetime.timezone.utc)
        agreed = agreed.strftime("%Y-%m-%dT%H:%M:00Z")
        self.done(self.log(card, "no_answer", next_at=agreed))
        self.assertEqual(moment(self.card(card)["attempts_log"][0]["next_at"]), moment(agreed))

    def test_used_up_it_is_for_a_person_to_decide(self):
        """After the sixth try it is on the review list, never closed by itself, and can be put back"""
        card = self.asks_for_call()
        for number in range(1, 7):
            self.done(self.post(self.dana, card, "claim"))
            told = self.done(self.log(card, "busy"))
            self.assertEqual(told["status"], "attempting" if number < 6 else "unreachable", number)
        self.refused(self.post(self.dana, card, "claim"), 409, "closed")
        listed = self.done(self.root.ask("GET", "/api/callbacks?view=review"))["callbacks"]
        self.assertIn(card, [row["id"] for row in listed])
        shown = self.card(card)
        self.assertIn("attempting", shown["transitions"])
        self.done(self.dana.ask("PATCH", "/api/callbacks/" + card, {"status": "attempting"}, If_Match=shown["etag"]))
        self.done(self.post(self.dana, card, "claim"))

    def test_what_is_no_outcome_is_refused(self):
        """Another word, another type, a note that is too long: 400, and nothing is logged"""
        card = self.claimed()
        for body in ({}, {"outcome": "gone"}, {"outcome": 7}, {"outcome": ["busy"]}, {"outcome": "busy", "note": "x" * 2001},
                     {"outcome": "busy", "more": 1}):
            self.assert_problem(self.post(self.dana, card, "attempts", body), 400)
        self.assertEqual(self.card(card)["attempts_log"], [])

    def test_a_number_that_asked_to_stop_is_red_wherever_it_comes_back(self):
        """A new request of the same number is shown as suppressed, in list, card and dialling script"""
        card = self.claimed()
        phone = self.phone
        self.done(self.log(card, "asked_to_stop"))
        again = self.asks_for_call(phone=phone)
        self.assertNotEqual(again, card)
        shown = self.card(again)
        self.assertTrue(shown["suppressed"])
        self.assertIn("asked not to be contacted", shown["safe_contact"]["script"][0])
        self.assertEqual(shown["safe_contact"]["script"][-1], "Send no text.")
        rows = self.done(self.root.ask("GET", "/api/callbacks?limit=100"))["callbacks"]
        self.assertEqual([row["suppressed"] for row in rows if row["id"] == again], [True])

    def test_next_gives_no_request_that_is_older_than_the_wish_to_stop(self):
        """Two cards of one number: when the one asks to stop, the other is given to nobody; a new request is"""
        card = self.claimed()
        phone = self.phone
        other = self.asks_for_call()
        self.done(self.patch_number(other, phone))
        self.done(self.log(card, "asked_to_stop"))
        given = self.all_that_next_gives()
        self.assertNotIn(other, given)
        self.asks_for_call(phone=phone)
        self.assertIn(other, self.all_that_next_gives(), "a new request of that number is on that card, and is a new consent")

    def patch_number(self, card, phone):
        return self.dana.ask("PATCH", "/api/callbacks/" + card, {"fields": {"phone": phone}}, If_Match=self.card(card)["etag"])

    def all_that_next_gives(self):
        given = []
        while True:
            answer = self.dana.ask("POST", "/api/callbacks/next", {})
            if answer[0] == 204:
                return given
            given.append(self.done(answer)["id"])


class Changes(QueueCase):
    def patch(self, card, body, etag, person=None):
        headers = {"If_Match": etag} if etag is not None else {}
        return (person or self.dana).ask("PATCH", "/api/callbacks/" + card, body, **headers)

    def test_a_change_names_the_card_it_was_made_on(self):
        """428 without If-Match, 412 with another, 200 with the card's; a lost update is impossible"""
        card = self.asks_for_call()
        etag = self.card(card)["etag"]
        change = {"fields": {"name": "Dana M."}}
        self.refused(self.patch(card, change, None), 428, "if-match-required")
        for other in ('"999"', "*", etag.strip('"'), f"W/{etag}", '"x"', '"-1"', '""'):
            self.refused(self.patch(card, change, other), 412, "stale")
        self.assertEqual(self.card(card)["etag"], etag)
        status, headers, body = self.patch(card, change, etag)
        changed = self.done((status, headers, body))
        self.assertEqual(changed["fields"]["name"], "Dana M.")
        self.assertEqual(headers["ETag"], changed["etag"])
        self.assertNotEqual(changed["etag"], etag)
        self.refused(self.patch(card, {"fields": {"name": "Diana"}}, etag, self.omar), 412, "stale")
        self.assertEqual(self.card(card)["fields"]["name"], "Dana M.")

    def test_an_edit_keeps_what_stood_there(self):
        """Who, when, the field, before and after; the search finds the new number and no more the old"""
        card = self.asks_for_call()
        old = self.phone
        new = "213-555-8877"
        shown = self.card(card)
        self.done(self.patch(card, {"fields": {"phone": new, "insurer": "Aetna"}}, shown["etag"]))
        edits = {edit["field"]: edit for edit in self.card(card)["edits"]}
        self.assertEqual(edits["phone"]["old"], shown["fields"]["phone"])
        self.assertEqual(edits["phone"]["new"], "+12135558877")
        self.assertIsNone(edits["insurer"]["old"])
        self.assertEqual({edit["by"] for edit in edits.values()}, {"dana"})
        for phone, expected in ((new, [card]), (old, [])):
            found = self.done(self.dana.ask("POST", "/api/search", {"phone": phone}))["callbacks"]
            self.assertEqual([one["id"] for one in found], expected)
        audited = self.done(self.root.ask("GET", "/api/audit?what=callback-changed"))["entries"][0]
        self.assertEqual((audited["who"], audited["about"]), ("dana", card))
        self.assertNotIn("8877", json.dumps(audited))

    def test_what_is_no_change_is_refused(self):
        """States that are none, that do not follow, fields that cannot be edited, values that are none"""
        card = self.asks_for_call()
        etag = self.card(card)["etag"]
        for body in ({"status": "done"}, {"status": 7}, {"fields": {"zone": "UTC"}}, {"fields": {"phone": "soon"}},
                     {"fields": {"name": ""}}, {"fields": {"name": 7}}, {"fields": []}, {"fields": {"id": "x"}},
                     {"fields": {"may_text": "perhaps"}}, {"version": 9}, []):
            self.assert_problem(self.patch(card, body, etag), 400)
        for state in ("claimed", "duplicate", "erased", "cancelled", "unreachable", "attempting"):
            self.refused(self.patch(card, {"status": state}, etag), 409, "not-allowed")
        self.assertEqual(self.card(card)["etag"], etag)

    def test_every_decision_that_the_card_offers_can_be_made(self):
        """`transitions` is what PATCH takes, and nothing else is"""
        states = ["new", "claimed", "attempting", "reached", "scheduled", "referred", "declined", "unreachable",
                  "wrong_number", "do_not_contact", "duplicate", "cancelled", "erased"]
        card = self.asks_for_call()
        for step in (None, "reached", "scheduled", "referred", "declined", "attempting", "unreachable", "wrong_number"):
            if step:
                self.done(self.patch(card, {"status": step}, self.card(card)["etag"]))
            shown = self.card(card)
            for state in states:
                if state in shown["transitions"] or state == shown["status"]:
                    continue
                self.refused(self.patch(card, {"status": state}, shown["etag"]), 409, "not-allowed")
            self.assertEqual(self.card(card)["etag"], shown["etag"])
        self.assertEqual([edit["new"] for edit in self.card(card)["edits"] if edit["field"] == "status"],
                         ["reached", "scheduled", "referred", "declined", "attempting", "unreachable", "wrong_number"])

    def test_the_same_request_sent_twice_is_carried_out_once(self):
        """Attempts and notes with an Idempotency-Key; the key is the sender's own"""
        card = self.claimed()
        for _ in range(3):
            self.done(self.post(self.dana, card, "notes", {"text": "call the side door"}, Idempotency_Key="n-1"))
        self.assertEqual(len(self.card(card)["notes"]), 1)
        self.done(self.post(self.omar, card, "notes", {"text": "call the side door"}, Idempotency_Key="n-1"))
        self.assertEqual([note["by"] for note in self.card(card)["notes"]], ["dana", "omar"])
        for _ in range(3):
            told = self.done(self.post(self.dana, card, "attempts", {"outcome": "busy"}, Idempotency_Key="a-1"))
            self.assertEqual((told["status"], told["attempts"]), ("attempting", 1))
        self.assertEqual(len(self.card(card)["attempts_log"]), 1)

    def test_a_key_of_another_request_is_refused(self):
        """The same key with another body, verb or card: 422, and nothing is done"""
        card, other = self.claimed(), self.claimed()
        self.done(self.post(self.dana, card, "notes", {"text": "one"}, Idempotency_Key="k-1"))
        for wrong in ((card, "notes", {"text": "two"}), (other, "notes", {"text": "one"}),
                      (card, "attempts", {"outcome": "reached"})):
            self.refused(self.post(self.dana, *wrong, Idempotency_Key="k-1"), 422, "idempotency-key-reused")
        self.refused(self.post(self.dana, card, "notes", {"text": "x"}, Idempotency_Key="k" * 129), 400,
                     "idempotency-key-invalid")
        self.assertEqual((len(self.card(card)["notes"]), self.card(card)["attempts"]), (1, 0))
        self.assertEqual(self.card(other)["notes"], [])

    def test_a_lost_answer_of_next_claims_no_second_card(self):
        """Asked for again with its key it gives the same card, also by a machine; without a key it is another request"""
        while self.dana.ask("POST", "/api/callbacks/next", {})[0] == 200:
            pass
        first, second, third = (self.asks_for_call() for _ in range(3))
        for _ in range(3):
            given = self.done(self.dana.ask("POST", "/api/callbacks/next", {}, Idempotency_Key="next-1"))
            self.assertEqual((given["id"], given["holder"]), (first, "dana"))
        self.assertEqual(self.done(self.omar.ask("POST", "/api/callbacks/next", {}, Idempotency_Key="next-1"))["id"], second)
        token = command(self.server, "token", "add", "dana", "--scope", "work_queue").stdout.strip()
        for _ in range(2):
            answer = machine(self.server, "POST", "/api/callbacks/next", token, {"holder": "dana"}, Idempotency_Key="next-1")
            self.assertEqual(self.done(answer)["id"], third, "a machine of that name is another caller")
        self.refused(machine(self.server, "POST", "/api/callbacks/next", token, {"holder": "x"}, Idempotency_Key="next-1"), 422,
                     "idempotency-key-reused")
        for _ in range(2):
            self.assertEqual(self.dana.ask("POST", "/api/callbacks/next", {}, Idempotency_Key="next-2")[0], 204)
        fourth = self.asks_for_call()
        self.assertEqual(self.done(self.dana.ask("POST", "/api/callbacks/next", {}, Idempotency_Key="next-2"))["id"], fourth)

    def test_every_change_of_a_card_can_be_sent_twice(self):
        """Claim, renew, release, acknowledge, merge, unmerge, PATCH: done once, answered twice; the key is of one request"""
        other = self.asks_for_call()
        card = self.asks_for_call(DANGER)
        etag = self.card(card)["etag"]
        patch = lambda body, key: self.dana.ask("PATCH", "/api/callbacks/" + card, body, If_Match=etag, Idempotency_Key=key)
        for _ in range(2):
            self.assertEqual(self.done(patch({"fields": {"name": "Ana"}}, card + "-p"))["fields"]["name"], "Ana")
        self.refused(patch({"fields": {"name": "Eva"}}, card + "-p"), 422, "idempotency-key-reused")
        for verb, body in (("claim", {}), ("acknowledge", {}), ("renew", {}), ("merge", {"into": other}), ("unmerge", {}),
                           ("claim", {"take_over": False}), ("release", {})):
            key = f"{card}-{verb}-{len(body)}"
            before = self.done(self.post(self.dana, card, verb, body, Idempotency_Key=key))
            again = self.done(self.post(self.dana, card, verb, body, Idempotency_Key=key))
            self.assertEqual(again["version"], before["version"], verb)
            self.refused(self.post(self.dana, other, verb, body, Idempotency_Key=key), 422, "idempotency-key-reused")
        whats = self.whats(card)
        self.assertEqual([whats.count(what) for what in ("edited", "claimed", "released")], [1, 2, 1])

    def test_a_refused_request_keeps_its_key_free(self):
        """What was not done can be tried again with the same key, when it may be done"""
        card = self.asks_for_call()
        body, key = {"outcome": "busy"}, {"Idempotency_Key": "r-1"}
        self.refused(self.post(self.dana, card, "attempts", body, **key), 409, "not-held")
        self.done(self.post(self.dana, card, "claim"))
        self.done(self.post(self.dana, card, "attempts", body, **key))

    def test_a_wrong_outcome_is_taken_back(self):
        """By who logged it, while nothing else happened: held again, the attempt stays as undone, the audit has both"""
        card = self.claimed()
        self.assertIsNone(self.card(card)["undo"])
        self.refused(self.post(self.dana, card, "undo"), 409, "not-allowed")
        self.done(self.log(card, "asked_to_stop"))
        undo = self.card(card)["undo"]
        self.assertEqual((undo["outcome"], undo["by"]), ("asked_to_stop", "dana"))
        self.assertTrue(self.card(card)["suppressed"])
        self.refused(self.post(self.omar, card, "undo"), 409, "not-allowed")
        told = self.done(self.post(self.dana, card, "undo", Idempotency_Key="u-1"))
        self.assertEqual((told["status"], told["holder"], told["attempts"]), ("claimed", "dana", 0))
        again = self.done(self.post(self.dana, card, "undo", Idempotency_Key="u-1"))
        self.assertEqual(again["version"], told["version"])
        shown = self.card(card)
        self.assertIsNone(shown["undo"])
        self.assertFalse(shown["suppressed"])
        self.assertIsNotNone(shown["attempts_log"][0]["undone_at"])
        undone = self.done(self.root.ask("GET", "/api/audit?what=callback-outcome-undone"))["entries"]
        self.assertEqual([(entry["who"], entry["about"]) for entry in undone], [("dana", card)])
        self.done(self.log(card, "reached"))
        self.assertEqual([attempt["outcome"] for attempt in self.card(card)["attempts_log"]], ["asked_to_stop", "reached"])

    def test_a_corrected_number_that_another_card_has_makes_one_card(self):
        """Nobody is called twice because a digit was wrong"""
        card = self.asks_for_call()
        number = self.phone
        other = self.asks_for_call()
        tag = self.card(other)["etag"]
        changed = self.done(self.root.ask("PATCH", f"/api/callbacks/{other}", {"fields": {"phone": number}}, If_Match=tag))
        self.assertEqual([one["id"] for one in changed["merged"]], [card])
        self.assertEqual(self.card(card)["merged_into"], other)

    def test_one_number_is_one_card_and_a_merge_can_be_undone(self):
        """A second chat with the number goes on the first card; undone they are two, and can be joined by hand"""
        card = self.asks_for_call()
        second = self.asks_for_call("how many hours a week is it?", phone=self.phone)
        shown = self.card(second)
        self.assertEqual((shown["status"], shown["merged_into"]), ("duplicate", card))
        self.assertTrue(self.card(card)["unread_bump"])
        self.assertEqual([one["id"] for one in self.card(card)["merged"]], [second])
        self.assertEqual(self.card(card)["topics"], ["hours_per_week"], "what they asked in the other chat")
        self.refused(self.post(self.dana, second, "claim"), 409, "closed")
        self.assertEqual(self.done(self.post(self.dana, second, "unmerge"))["status"], "new")
        self.assertEqual(self.card(card)["merged"], [])
        self.refused(self.post(self.dana, second, "unmerge"), 409, "not-allowed")
        for into in (second, "", "0123456789abcdef-9"):
            self.assertIn(self.post(self.dana, second, "merge", {"into": into})[0], (404, 409))
        self.done(self.post(self.omar, second, "claim"))
        self.refused(self.post(self.dana, second, "merge", {"into": card}), 409, "not-held")
        self.done(self.post(self.omar, second, "merge", {"into": card}))
        self.assertEqual(self.card(second)["merged_into"], card)
        merged = self.done(self.root.ask("GET", "/api/audit?who=omar&what=callback-merged"))["entries"]
        self.assertEqual([entry["about"] for entry in merged], [second])

    def test_danger_after_it_was_settled_is_a_crisis_in_the_queue(self):
        """Who was reached yesterday and is in danger today waits for a call again, first of all, and until it is taken"""
        card = self.claimed()
        self.done(self.log(card, "reached"))
        self.say("thank you", self.token)
        self.assertEqual(self.card(card)["status"], "reached")
        self.say(DANGER, self.token)
        shown = self.card(card)
        self.assertEqual((shown["status"], shown["urgent"], shown["unread_bump"]), ("attempting", True, True))
        self.assertIn("danger again", self.whats(card))
        taken = self.done(self.omar.ask("POST", "/api/callbacks/next", {}))
        self.assertEqual((taken["id"], taken["acknowledged_by"]), (card, "omar"))
        self.done(self.log(card, "no_answer", person=self.omar))
        self.assertIsNotNone(self.card(card)["opens_at"], "the ladder's wait")
        self.say(DANGER, self.token)
        shown = self.card(card)
        self.assertEqual((shown["opens_at"], shown["acknowledged_by"]), (None, None))

    def test_every_change_stands_in_the_audit(self):
        """Claims, releases, attempts, notes, acknowledgements: once each, by whom, about which; refused ones do not"""
        card = self.asks_for_call(DANGER)
        self.done(self.post(self.dana, card, "acknowledge"))
        self.done(self.post(self.dana, card, "claim"))
        self.refused(self.post(self.omar, card, "claim"), 409, "not-held")
        self.done(self.post(self.dana, card, "renew"))
        self.done(self.post(self.dana, card, "release"))
        while self.done(self.omar.ask("POST", "/api/callbacks/next", {}))["id"] != card:
            pass
        for _ in range(2):
            self.done(self.post(self.omar, card, "notes", {"text": "zebrafinch"}, Idempotency_Key="note-" + card))
            self.done(self.post(self.omar, card, "attempts", {"outcome": "busy", "note": "zebrafinch"},
                                Idempotency_Key="call-" + card))
        self.done(self.root.ask("PATCH", "/api/callbacks/" + card, {"status": "declined"}, If_Match=self.card(card)["etag"]))
        entries = self.done(self.root.ask("GET", "/api/audit?about=" + card))["entries"]
        self.assertEqual([(entry["kind"], entry["who"], entry["what"], entry["detail"]) for entry in reversed(entries)],
                         [("person", "dana", "callback-acknowledged", ""), ("person", "dana", "callback-claimed", ""),
                          ("person", "dana", "callback-released", ""), ("person", "omar", "callback-claimed", ""),
                          ("person", "omar", "callback-noted", ""), ("person", "omar", "card-read", ""),
                          ("person", "omar", "callback-attempted", "outcome=busy"), ("person", "root", "card-read", ""),
                          ("person", "root", "callback-changed", "status=declined")])
        self.assertNotIn("zebrafinch", json.dumps(entries))

    def test_a_transcript_is_read_by_name(self):
        """The visitor's words, in order; who read them stands in the audit; an editor may not"""
        card = self.asks_for_call("how many hours a week is it?")
        turns = self.done(self.dana.ask("GET", f"/api/callbacks/{card}/transcript"))["turns"]
        self.assertEqual(turns[0]["text"], "how many hours a week is it?")
        self.assertEqual([turn["text"] for turn in turns][-1], "yes")
        self.assertIn("hours_per_week", [reply["topic"] for reply in turns[0]["replies"]])
        self.assertTrue(all(turn["replies"] for turn in turns), "what we answered is read, too")
        read = self.done(self.root.ask("GET", "/api/audit?what=transcript-read"))["entries"][0]
        self.assertEqual((read["who"], read["about"]), ("dana", card))
        self.assertEqual(self.card(card)["topics"], ["hours_per_week"], "what they want done is no question")
        editor = Person(self.server, "ed", "editor")
        self.assertEqual(editor.sign_in()[0], 200)
        self.assert_problem(editor.ask("GET", f"/api/callbacks/{card}/transcript"), 403)
        self.assert_problem(self.dana.ask("GET", "/api/callbacks/0123456789abcdef-9/transcript"), 404)

    def test_a_card_is_read_by_name(self):
        """It shows what had no answer, in the visitor's words: once per reader and card while a page polls it"""
        card = self.asks_for_call("zxcv qwerty plugh")
        for headers in ({}, {"X_Admissions_Desk": "background"}, {}):
            shown = self.done(self.dana.ask("GET", "/api/callbacks/" + card, **headers))
            self.assertIn("zxcv qwerty plugh", shown["open_questions"])
        self.done(self.omar.ask("GET", "/api/callbacks/" + card, X_Admissions_Desk="background"))
        self.assertEqual(self.server.desk("GET", "/api/callbacks/" + card)[0], 200)
        self.assertEqual(self.dana.ask("GET", "/api/callbacks/0123456789abcdef-9")[0], 404)
        entries = self.done(self.root.ask("GET", "/api/audit?what=card-read&about=" + card))["entries"]
        self.assertEqual([(entry["kind"], entry["who"], entry["detail"]) for entry in reversed(entries)],
                         [("person", "dana", ""), ("person", "omar", ""), ("machine", "desk", "")])
        self.assertEqual(self.done(self.root.ask("GET", "/api/audit?what=card-read&about=0123456789abcdef-9"))["entries"], [])

    def test_a_search_stands_in_the_audit(self):
        """Who searched and how much was found; never for which number, and not what was refused"""
        self.asks_for_call()
        self.done(self.dana.ask("POST", "/api/search", {"phone": self.phone}))
        self.done(self.omar.ask("POST", "/api/search", {"phone": "213-555-9998"}))
        self.assert_problem(self.omar.ask("POST", "/api/search", {"phone": "7"}), 400)
        entries = self.done(self.root.ask("GET", "/api/audit?what=searched"))["entries"][:2]
        self.assertEqual([(entry["who"], entry["about"], entry["detail"]) for entry in entries],
                         [("omar", "", "found=0"), ("dana", "", "found=1")])


class Lists(QueueCase):
    def page(self, address, person=None):
        """The ids of a page, and the address of the next as its Link header says it."""
        answer = (person or self.root).ask("GET", address)
        ids = [row["id"] for row in self.done(answer)["callbacks"]]
        links = {rel: link for link, rel in re.findall(r'<([^>]+)>; rel="(\w+)"', answer[1]["Link"])}
        self.assertNotIn("cursor", links.pop("first"))
        return ids, links.get("next")

    def walk(self, address, meanwhile=lambda number, ids: None):
        """All pages to the end: each address with its ids."""
        pages = []
        while address:
            ids, following = self.page(address)
            pages.append((address, ids))
            meanwhile(len(pages), ids)
            address = following
            self.assertLess(len(pages), 100, "the pages have no end")
        return pages

    def test_pages_to_the_end_and_back(self):
        """Every view, in pages of three: each row once, none left out, the same on the way back"""
        for number in range(7):
            self.asks_for_call()
            self.done(self.log(self.claimed(), "busy"))
            self.done(self.log(self.claimed(), "wrong_number"))
            self.done(self.log(self.claimed(), "reached"))
            if number < 4:
                self.claimed()
        for view, at_least in (("queue", 7), ("open", 18), ("mine", 4), ("sleeping", 7), ("review", 7), ("closed", 7),
                               ("all", 32)):
            with self.subTest(view=view):
                person = self.dana if view == "mine" else self.root
                whole, none = self.page(f"/api/callbacks?view={view}&limit=100", person)
                self.assertIsNone(none)
                self.assertGreaterEqual(len(whole), at_least)
                address, pages = f"/api/callbacks?view={view}&limit=3", []
                while address:
                    ids, following = self.page(address, person)
                    pages.append((address, ids))
                    address = following
                self.assertEqual([card for _, ids in pages for card in ids], whole)
                self.assertTrue(all(len(ids) == 3 for _, ids in pages[:-1]))
                for address, ids in reversed(pages):
                    self.assertEqual(self.page(address, person)[0], ids)

    def test_pages_while_the_desk_works(self):
        """Between pages rows are claimed, released, noted, closed, and new ones come: a row that keeps its place is
        seen once, none that stays is left out, none is seen twice"""
        cards = [self.asks_for_call() for _ in range(24)]
        seen, closed, fresh = [], [], []

        def work(number, ids):
            seen.extend(ids)
            if number > 8:
                return
            unseen = [card for card in cards if card not in seen and card not in closed]
            mine = [card for card in ids if card in cards]
            if mine:
                self.done(self.post(self.dana, mine[0], "claim"))
                if number % 2:
                    self.done(self.post(self.dana, mine[0], "release"))
            if len(unseen) > 3:
                self.done(self.post(self.omar, unseen[1], "notes", {"text": "a word"}))
                self.done(self.post(self.omar, unseen[2], "claim"))
                self.done(self.log(unseen[2], "reached", self.omar))
                closed.append(unseen[2])
            fresh.append(self.asks_for_call())

        self.walk("/api/callbacks?view=queue&limit=4", work)
        self.assertGreaterEqual(len(closed), 3)
        self.assertEqual(len(seen), len(set(seen)), "a row was seen twice")
        self.assertEqual([card for card in seen if card in cards], [card for card in cards if card not in closed])

    def test_filters(self):
        """State, channel, urgency, alone and together; the Link of the next page keeps them"""
        crisis, busy, plain = self.asks_for_call(DANGER), self.claimed(), self.asks_for_call()
        self.done(self.log(busy, "busy"))
        where = {"urgent=true": (crisis, busy), "urgent=false": (plain, crisis), "state=attempting": (busy, plain),
                 "state=new": (plain, busy), "channel=web": (plain, None), "state=new&urgent=true&channel=web": (crisis, plain)}
        for asked, (has, lacks) in where.items():
            with self.subTest(asked=asked):
                listed = [card for _, ids in self.walk(f"/api/callbacks?limit=2&{asked}") for card in ids]
                self.assertIn(has, listed)
                self.assertNotIn(lacks, listed)
        self.assertEqual(self.page("/api/callbacks?channel=sms"), ([], None))
        for bad in ("view=secret", "state=gone", "channel=fax", "urgent=1", "limit=0", "limit=101", "limit=-1", "limit=x",
                    "limit=9999999999999999999", "cursor=x", "cursor=1.2.3", "cursor=0.1.0.0.",
                    "cursor=0.1.99999999999999999999.0.a", "view=closed&cursor=0.1.0.0.a"):
            with self.subTest(bad=bad):
                self.assert_problem(self.root.ask("GET", "/api/callbacks?" + bad), 400)

    def test_a_machine_pages_through_what_somebody_holds(self):
        """The Link keeps the holder, whatever is in the name"""
        token = command(self.server, "token", "add", "crm", "--scope", "read_queue", "--scope", "work_queue").stdout.strip()
        headers = {"Authorization": "Bearer " + token, "Content-Type": "application/json"}
        holder, cards = "night desk & co=1>", [self.asks_for_call() for _ in range(3)]
        for card in cards:
            answer = self.server.request("POST", f"/api/callbacks/{card}/claim", json.dumps({"holder": holder}), headers)
            self.assertEqual(answer[0], 200)
        address, found = "/api/callbacks?view=mine&limit=2&holder=night+desk+%26+co%3D1%3E", []
        while address:
            status, sent, body = self.server.request("GET", address, headers=headers)
            found += [row["id"] for row in json.loads(body)["callbacks"]]
            link = re.search(r'<([^>]+)>; rel="next"', sent["Link"])
            address = link and link[1]
        self.assertEqual(sorted(found), sorted(cards))

    def test_search_by_the_exact_number(self):
        """However it is written; a part of it finds nothing; what is no number is refused and not echoed"""
        card = self.asks_for_call()
        digits = re.sub(r"\D", "", self.phone)
        for written in (self.phone, digits, f"({digits[:3]}) {digits[3:6]} {digits[6:]}", "+1" + digits):
            found = self.done(self.dana.ask("POST", "/api/search", {"phone": written}))["callbacks"]
            self.assertEqual([one["id"] for one in found], [card], written)
        other = digits[:-4] + "9999"
        self.assertEqual(self.done(self.dana.ask("POST", "/api/search", {"phone": other}))["callbacks"], [])
        for bad in (digits[:7], "zebrafinch", "", "' OR 1=1 --", "%"):
            self.assert_problem(self.dana.ask("POST", "/api/search", {"phone": bad}), 400)

    def test_the_first_page_is_found_from_every_page(self):
        """rel="first" keeps the filters and has no cursor; it gives what the first page gave"""
        for _ in range(3):
            self.asks_for_call()
        first = self.root.ask("GET", "/api/callbacks?view=queue&limit=2&channel=web")
        _, following = self.page("/api/callbacks?view=queue&limit=2&channel=web")
        for address in ("/api/callbacks?view=queue&limit=2&channel=web", following):
            link = re.search(r'<([^>]+)>; rel="first"', self.root.ask("GET", address)[1]["Link"])[1]
            self.assertEqual([row["id"] for row in self.done(self.root.ask("GET", link))["callbacks"]],
                             [row["id"] for row in self.done(first)["callbacks"]])

    def test_the_newest_request_is_known_on_every_page(self):
        """However far down it stands, claimed or asleep too; what is no longer to be called does not count"""
        def newest(address="/api/callbacks?limit=1"):
            return self.done(self.root.ask("GET", address))["newest_at"]

        self.asks_for_call()
        older = newest()
        card = self.asks_for_call()
        came = self.card(card)["created_at"]
        self.assertGreater(came, older)
        for step in (lambda: None, lambda: self.done(self.post(self.dana, card, "claim")), lambda: self.done(self.log(card, "busy"))):
            step()
            self.assertEqual({newest(), newest("/api/callbacks?view=closed"), newest("/api/callbacks?view=queue&urgent=true")}, {came})
        self.done(self.post(self.dana, card, "claim"))
        self.done(self.log(card, "reached"))
        self.assertEqual(newest(), older)

    def test_an_unchanged_list_is_304(self):
        """The tag is of this list, this caller and this minute; whatever a list shows changes it"""
        card = self.asks_for_call()
        for _ in range(3):  # a new minute may begin in between
            status, headers, _ = self.dana.ask("GET", "/api/callbacks?view=queue")
            tag = headers["ETag"]
            again = self.dana.ask("GET", "/api/callbacks?view=queue", If_None_Match=tag)
            if again[0] == 304:
                break
        self.assertEqual((again[0], again[2], again[1]["ETag"]), (304, b"", tag))
        for person, address in ((self.omar, "/api/callbacks?view=queue"), (self.dana, "/api/callbacks?view=closed")):
            self.assertEqual(person.ask("GET", address, If_None_Match=tag)[0], 200)
        for change in (lambda: self.post(self.omar, card, "claim"), lambda: self.post(self.omar, card, "release"),
                       lambda: self.post(self.omar, card, "notes", {"text": "x"}), self.asks_for_call):
            tag = self.dana.ask("GET", "/api/callbacks?view=queue")[1]["ETag"]
            change()
            self.assertEqual(self.dana.ask("GET", "/api/callbacks?view=queue", If_None_Match=tag)[0], 200)


class OneNumber(QueueCase):
    def test_one_number_shows_a_hundred_at_most(self):
        """Search and card give the newest hundred, and search says that there are more"""
        cards = [self.asks_for_call()]
        phone = self.phone
        for _ in range(99):
            cards.append(self.asks_for_call(phone=phone))
        found = self.done(self.dana.ask("POST", "/api/search", {"phone": phone}))
        self.assertEqual(([row["id"] for row in found["callbacks"]], found["more"]), (cards[::-1], False))
        cards += [self.asks_for_call(phone=phone) for _ in range(3)]
        found = self.done(self.dana.ask("POST", "/api/search", {"phone": phone}))
        self.assertEqual(([row["id"] for row in found["callbacks"]], found["more"]), (cards[:-101:-1], True))
        self.assertEqual([one["id"] for one in self.card(cards[0])["merged"]], cards[-100:])


if __name__ == "__main__":
    main("the queue's routes do what they say, and refuse the rest with nothing done")
