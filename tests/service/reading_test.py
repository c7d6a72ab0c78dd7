#!/usr/bin/env python3
"""The commands that only read: beside the running service, after its end, and after it was killed. SQLite 3.40 can
corrupt a database that two processes write or checkpoint, so not a byte of it may change by them.
Usage: reading_test.py BINARY BUILD_FOLDER"""
import contextlib
import getpass
import hashlib
import json
import pathlib
import sqlite3
import tempfile

from case import FORM, ServiceCase, main
from desk import command


class Reading(ServiceCase):
    def bytes_of_all(self):
        """Of the database and what lies beside it; the shared index is memory of those who read, too."""
        return {str(file.relative_to(self.server.folder)): hashlib.sha256(file.read_bytes()).hexdigest()
                for file in sorted(self.server.folder.rglob("*"))
                if file.is_file() and not file.name.endswith("-shm") and file.name != "log.txt"}

    def leave_details(self):
        token = self.begin("zxcv qwerty plugh", *FORM)
        return self.server.transcript(token) and self.server.desk("GET", "/api/callbacks")[1]["callbacks"][0]["id"]

    def read_all(self, *commands):
        """Each of these finds what is stored."""
        for words, expected in commands:
            done = command(self.server, *words)
            self.assertEqual(done.returncode, 0, (words, done.stderr))
            self.assertIn(expected, done.stdout, words)

    def readings(self):
        with contextlib.closing(sqlite3.connect(f"file:{self.server.database}?mode=ro", uri=True, timeout=10)) as database:
            return database.execute("SELECT kind, who, about, detail FROM audit WHERE what = 'transcripts-read' "
                                    "ORDER BY sequence").fetchall()

    def test_who_reads_what_visitors_wrote_is_in_the_audit(self):
        """Running, ended, killed: one entry for each command that shows their words, and nothing else is changed"""
        conversation = self.leave_details().split("-")[0]
        who = getpass.getuser()
        commands = ((("unanswered",), "plugh"), (("unanswered", "--json"), "plugh"), (("explain", conversation), "plugh"),
                    (("replay", conversation), "0 different"), (("replay", "--all"), "0 different"))
        expected = [("machine", who, about, detail) for about, detail in
                    (("", "unanswered"), ("", "unanswered"), (conversation, "explain"), (conversation, "replay"), ("", "replay"))]
        for end in (lambda: None, self.server.stop, lambda: (self.server.start(), self.say("hello"), self.server.kill())):
            end()
            rows, before = self.server.rows(), self.readings()
            self.read_all(*commands)
            self.assertEqual(self.readings()[len(before):], expected)
            after = self.server.rows()
            self.assertEqual(after, {**rows, "audit": rows["audit"] + len(commands), "sqlite_sequence": after["sqlite_sequence"]})
        self.server.start()
        self.assertEqual(self.server.request("GET", "/readyz")[0], 200)

    def test_what_cannot_be_audited_is_not_shown(self):
        """Beside a writer that takes no requests the words stay where they are"""
        self.leave_details()
        lock = self.server.database.with_name(self.server.database.name + ".lock")
        door = lock.read_text()
        lock.write_text("")
        try:
            done = command(self.server, "unanswered")
        finally:
            lock.write_text(door)
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("another process writes", done.stderr)

    def test_nothing_is_written(self):
        """Running, ended, killed: a command that shows nobody's words reads, and no byte changes"""
        self.leave_details()
        alerts = ((("alerts",), "tries"), (("alerts", "--json"), ""))
        before = self.bytes_of_all()
        self.assertIn("data/leads.sqlite-wal", before)
        self.read_all(*alerts)
        self.assertEqual(self.bytes_of_all(), before)
        self.assertEqual(self.server.request("GET", "/readyz")[0], 200)

        self.assertEqual(self.server.stop(), 0)
        before = self.bytes_of_all()
        self.read_all(*alerts)
        after = self.bytes_of_all()
        after.pop("data/leads.sqlite-wal", None)  # an empty one may be left by who reads alone
        before.pop("data/leads.sqlite-wal", None)
        self.assertEqual(after, before)

        # What was acknowledged but lies in the log only: read from there, and left there.
        self.server.start()
        self.say("hello")
        self.server.kill()
        before = self.bytes_of_all()
        self.assertIn("data/leads.sqlite-wal", before)
        self.read_all(*alerts)
        self.assertEqual(self.bytes_of_all(), before)
        self.server.start()
        self.assertEqual(self.server.request("GET", "/readyz")[0], 200)

    def test_nothing_is_made(self):
        """Without a database or without its key they say so and make neither"""
        with tempfile.TemporaryDirectory() as folder:
            done = command(self.server, "unanswered", "--db", folder + "/sub/none.sqlite")
            self.assertEqual(done.returncode, 1)
            self.assertIn("there is no database", done.stderr)
            self.assertEqual(list(pathlib.Path(folder).iterdir()), [])
            key = self.server.folder / "secrets" / "sealing.key"
            moved = key.rename(pathlib.Path(folder) / "key")
            try:
                done = command(self.server, "unanswered")
                self.assertEqual(done.returncode, 1)
                self.assertIn("cannot read the key file", done.stderr)
                self.assertFalse(key.exists())
            finally:
                moved.rename(key)

    def test_an_older_file_is_not_brought_forward(self):
        """A file of another release is left to the service, with a sentence that says so"""
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "old.sqlite"
            with contextlib.closing(sqlite3.connect(file)) as database:
                database.execute("PRAGMA user_version = 1")
                database.commit()
            before = file.read_bytes()
            done = command(self.server, "unanswered", "--db", str(file))
            self.assertEqual(done.returncode, 1)
            self.assertIn("start the service once", done.stderr)
            self.assertEqual(file.read_bytes(), before)

    def test_who_writes_holds_the_lock(self):
        """A second service and a stored chat are refused beside the running one; accounts go through it"""
        before = self.bytes_of_all()
        for words in (("serve", "--port", "0"), ("chat", "--db", str(self.server.database))):
            done = command(self.server, *words, typed="hello\n")
            self.assertEqual(done.returncode, 1, words)
            self.assertIn("another process writes", done.stderr)
        self.assertEqual(self.bytes_of_all(), before)
        self.assertEqual(command(self.server, "token", "add", "crm", "--scope", "read_queue").returncode, 0)
        self.assertIn("crm", command(self.server, "token", "list").stdout)
        self.assertEqual(json.loads(self.server.request("GET", "/readyz")[2])["status"], "ready")


if __name__ == "__main__":
    main("commands that read write nothing, and those that write hold the lock")
