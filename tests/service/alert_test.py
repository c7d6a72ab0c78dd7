#!/usr/bin/env python3
"""What the desk is told of, and how: a real receiver and a real mail server on this machine.
Usage: alert_test.py BINARY BUILD_FOLDER"""
import base64
import contextlib
import hashlib
import hmac
import json
import re
import sqlite3

from alert_case import SECRETS, AlertCase, eventually
from case import main
from desk import command

DANGER = "i want to kill myself"
DAY_MS = 24 * 60 * 60 * 1000


class Alerts(AlertCase):
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
        recipients, message, _ = eventually(lambda: self.mail.messages)[0]
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


class Reminders(AlertCase):
    """An urgent request is told again every two seconds here. That one is told no more is seen by another that is."""

    def reminders(self, about):
        return len(self.posts("callback.urgent_waiting", about))

    def claim(self, about, holder="dana"):
        self.assertEqual(self.server.desk("POST", f"/api/callbacks/{about}/claim", {"holder": holder})[0], 200)

    def assert_ends(self, end):
        """Both are told again and again; after `end` of the one only the other is."""
        ended, other = self.leave_details(DANGER), None
        token = self.token
        other = self.leave_details(DANGER)
        for about in (ended, other):
            eventually(lambda about=about: self.reminders(about) >= 1)
        end(ended, token)
        before = self.reminders(other)
        eventually(lambda: self.reminders(other) > before)  # what was on its way has come
        heard, before = self.reminders(ended), self.reminders(other)
        eventually(lambda: self.reminders(other) >= before + 3)
        self.assertEqual(self.reminders(ended), heard)
        self.claim(other)

    def test_acknowledged_it_is_told_no_more(self):
        """Somebody says that they are on it, without claiming it"""
        self.assert_ends(lambda about, _: self.assertEqual(
            self.server.desk("POST", f"/api/callbacks/{about}/acknowledge", {"holder": "sam"})[0], 200))

    def test_claimed_it_is_told_no_more(self):
        """Somebody claims it"""
        self.assert_ends(lambda about, _: self.claim(about))

    def test_erased_it_is_told_no_more(self):
        """The visitor has everything deleted"""
        self.assert_ends(lambda _, token: self.assertEqual(self.server.request(
            "DELETE", "/webhooks/web", headers={"Authorization": "Bearer " + token})[0], 204))

    def test_released_without_a_call_it_is_told_again(self):
        """A claim that came to nothing took nothing in hand; a note and a look do not either"""
        about = self.leave_details(DANGER)
        eventually(lambda: self.reminders(about) >= 1)
        self.claim(about)
        self.assertEqual(self.server.desk("GET", f"/api/callbacks/{about}")[1]["acknowledged_by"], "dana")
        self.assertEqual(self.server.desk("POST", f"/api/callbacks/{about}/release", {"holder": "dana"})[0], 200)
        for _ in range(2):
            before = self.reminders(about)
            eventually(lambda: self.reminders(about) > before)
            self.assertEqual(self.server.desk("GET", f"/api/callbacks/{about}")[0], 200)
            self.assertEqual(self.server.desk("POST", f"/api/callbacks/{about}/notes",
                                              {"holder": "dana", "text": "looked at it"})[0], 200)
        self.claim(about)

    def test_reminders_survive_a_kill(self):
        """Killed and started again, it goes on to remind"""
        about = self.leave_details(DANGER)
        eventually(lambda: self.reminders(about) >= 1)
        self.server.kill()
        self.receiver.posted.clear()
        self.server.start()
        eventually(lambda: self.reminders(about) >= 2)
        self.claim(about)


class GivenUp(AlertCase):
    """The first wait would be longer than an alert is tried: the first failure is the last."""

    @classmethod
    def limits(cls):
        return {"escalate_after_s": 86400, "retry_first_s": 86400, "retry_max_s": 86400, "give_up_after_hours": 1}

    def test_the_operator_sees_what_was_given_up(self):
        """In the log, in the metrics, and by a command: which, how, how often and why, and nothing of the visitor"""
        self.receiver.statuses[:] = [503]
        about = self.leave_details()
        eventually(lambda: self.mail.messages)
        counted = 'admissions_alerts_total{way="%s",result="%s"}'
        eventually(lambda: self.metric(counted % ("webhook", "never")) == 1)
        self.assertEqual(self.metric(counted % ("email", "told")), 1)
        self.assertRegex(self.server.log(), r"warning alert msg_\S+ new webhook never status 503")
        self.assertEqual(len(self.posts("callback.new", about)), 1)

        shown = command(self.server, "alerts")
        self.assertEqual(shown.returncode, 1, "something was given up")
        self.assertRegex(shown.stdout, rf"gave up +\S+Z +1 +webhook +new +{about} +status 503")
        row, = [json.loads(line) for line in command(self.server, "alerts", "--json").stdout.splitlines()]
        self.assertEqual((row["about"], row["way"], row["tries"], row["why"]), (about, "webhook", 1, "status 503"))
        self.assertIsNotNone(row["given_up_at"])
        for word in ("Dana", "213", "0187"):
            self.assertNotIn(word, shown.stdout.replace(about, ""))
        self.assertEqual(command(self.server, "alerts", "--db", "none.sqlite").returncode, 1)

    def test_what_has_ended_is_forgotten_after_its_time(self):
        """Alerts that were told a month ago are deleted; one that is still tried and an open crisis stay"""
        told, crisis = self.leave_details(), self.leave_details(DANGER)
        eventually(lambda: len(self.mail.messages) >= 2 and self.posts("callback.urgent", crisis)
                   and self.posts("callback.new", told))
        self.assertEqual(self.server.stop(), 0)
        with contextlib.closing(sqlite3.connect(self.server.database)) as database:
            database.execute("UPDATE alert SET told_at_ms = told_at_ms - ? WHERE told_at_ms > 0", (31 * DAY_MS,))
            database.execute("UPDATE alert SET given_up_at_ms = given_up_at_ms - ? WHERE given_up_at_ms > 0",
                             (31 * DAY_MS,))
            database.execute("INSERT INTO alert (id, kind, about, way, created_at_ms, due_at_ms) "
                             "VALUES ('msg_tried', 'new', 'c9-1', 'webhook', 1, 9000000000000)")
            database.commit()
        self.server.start()
        eventually(lambda: self.server.rows()["alert"] == 5)
        with contextlib.closing(sqlite3.connect(f"file:{self.server.database}?mode=ro", uri=True)) as database:
            left = {(kind, about) for kind, about in database.execute("SELECT kind, about FROM alert")}
        conversation = crisis.split("-")[0]
        self.assertEqual(left, {("urgent", crisis), ("urgent", conversation), ("new", "c9-1")})


if __name__ == "__main__":
    main("the desk hears of every new and urgent request, signed, by mail too, and nothing of the visitor is told")
