#!/usr/bin/env python3
"""The database locked, read-only, or its disk full, while the service runs: 503 with Retry-After, the process lives,
serves again when the cause is gone, and nothing acknowledged is lost. Usage: world_test.py BINARY BUILD_FOLDER"""
import contextlib
import ctypes
import json
import os
import resource
import sqlite3

from case import FORM, ServiceCase, main, new_id

DISK_BYTES = 300_000
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2


def bound_by_file_modes():
    """In the child: root, too, may write only where the mode says so."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


def on_a_small_disk():
    """In the child: no file may grow past DISK_BYTES; the write fails, as on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (DISK_BYTES, resource.RLIM_INFINITY))


class World(ServiceCase):
    limits = None  # set in the child before the service starts

    @classmethod
    def configure(cls, text):
        return text.replace("busy_timeout_ms: 2000", "busy_timeout_ms: 100")

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if cls.limits:
            cls.server.kill()
            cls.server.start(preexec_fn=cls.limits)

    def setUp(self):
        self.acknowledged = {}  # token -> [(message id, text)]

    def tell(self, text, token=None, message_id=None):
        """A message with its id remembered when it is acknowledged; gives (status, token)."""
        message_id = message_id or new_id()
        body = {"message_id": message_id, "text": text, **({"conversation": token} if token else {})}
        answer = self.post(body)
        if answer[0] == 200:
            token = json.loads(answer[2])["conversation"]
            told = self.acknowledged.setdefault(token, [])
            if (message_id, text) not in told:
                told.append((message_id, text))
        else:
            self.assert_problem(answer, 503)
        return answer[0], token

    def assert_down(self, token):
        """Whatever would be stored is put off; the process lives and says what it can."""
        before = self.server.rows()
        for line in ("how many hours a week is it?", "what insurance do you take"):
            self.assertEqual(self.tell(line, token)[0], 503)
        self.assertEqual(self.tell("hello")[0], 503)
        self.assertEqual(self.server.request("GET", "/healthz")[0], 200)
        self.assertEqual(self.server.rows(), before)
        self.assertTrue(self.server.alive())

    def assert_takes_no_writes(self):
        self.assert_problem(self.server.request("GET", "/readyz"), 503)
        self.assertEqual(self.server.desk("POST", "/api/callbacks/next", {"holder": "dana"})[0], 503)

    def assert_up(self, token):
        self.assertEqual(self.server.request("GET", "/readyz")[0], 200)
        for line in FORM[1:]:
            self.assertEqual(self.tell(line, token)[0], 200)
        self.assert_kept()
        self.server.kill()
        self.server.start(preexec_fn=self.limits)
        self.assert_kept()

    def assert_kept(self):
        for token, told in self.acknowledged.items():
            kept = [(turn["message_id"], turn["text"]) for turn in self.server.transcript(token)["turns"]]
            self.assertEqual(kept, told)
        with contextlib.closing(sqlite3.connect(f"file:{self.server.database}?mode=ro", uri=True)) as database:
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchone(), ("ok",))


class Locked(World):
    def test_locked(self):
        """Locked by another program, twice; the message that failed is taken once when it comes again"""
        _, token = self.tell(FORM[0])
        with contextlib.closing(sqlite3.connect(self.server.database, isolation_level=None)) as other:
            for _ in range(2):
                other.execute("BEGIN EXCLUSIVE")
                self.assert_down(token)
                self.assert_takes_no_writes()
                message_id = new_id()
                self.assertEqual(self.tell("how much does it cost", token, message_id)[0], 503)
                other.execute("ROLLBACK")
                self.assertEqual(self.tell("how much does it cost", token, message_id)[0], 200)
                self.assertEqual(self.tell("how much does it cost", token, message_id)[0], 200)
        self.assert_up(token)


class ReadOnly(World):
    limits = staticmethod(bound_by_file_modes)

    def test_read_only(self):
        """Its files and folder lose their write permission while the service is opening them anew"""
        _, token = self.tell(FORM[0])
        data = self.server.database.parent
        with contextlib.closing(sqlite3.connect(self.server.database, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            self.assert_down(token)
            for file in data.iterdir():
                file.chmod(0o444)
            data.chmod(0o555)
            other.execute("ROLLBACK")
            try:
                self.assert_down(token)
                self.assert_takes_no_writes()
            finally:
                data.chmod(0o755)
                for file in data.iterdir():
                    file.chmod(0o644)
        self.assert_up(token)


class Full(World):
    limits = staticmethod(on_a_small_disk)

    def test_full(self):
        """The disk runs full in the middle of conversations, and has room again"""
        _, token = self.tell(FORM[0])
        refused = 0
        for _ in range(2000):  # a checkpoint makes room for some more, until the database's file is full as well
            refused = refused + 1 if self.tell("how many hours a week is it?")[0] == 503 else 0
            if refused == 10:
                break
        self.assertEqual(refused, 10, "the disk never ran full")
        for line in FORM[1:3]:  # what fits where a row has room may still be taken
            self.tell(line, token)
        self.assertEqual(self.server.request("GET", "/healthz")[0], 200)
        self.assertTrue(self.server.alive())
        free = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        resource.prlimit(self.server.process.pid, resource.RLIMIT_FSIZE, free)
        type(self).limits = None
        self.assert_up(token)


if __name__ == "__main__":
    main("locked, read-only and full are 503 and pass; nothing acknowledged was lost")
