#!/usr/bin/env python3
"""Whole conversations with planted words - a lead, dangers, corrections, text messages, refusals, failures, the desk,
an ending - and neither the log nor the database's files contain one of them. Usage:
log_test.py BINARY BUILD_FOLDER"""
import contextlib
import signal
import sqlite3

from case import ServiceCase, main, new_id
from twilio_peer import Gateway, with_twilio

# What a visitor or coordinator can tell, each in a spelling that occurs nowhere else.
WORDS = ["Zebulonia", "Quixley", "213-555-0187", "2135550187", "zebulonia@example.org", "gazpacho", "marmalade",
         "kill myself", "beats me", "overdos", "Boise", "trapezoid", "3235550142", "wombat", "bumblebee",
         "kaleidoscope", "dana-of-the-desk"]
NUMBERS = ["+12135550187", "12135550187", "+13235550142"]


class Log(ServiceCase):
    @classmethod
    def configure(cls, text):
        return with_twilio(cls.folder, text.replace("busy_timeout_ms: 2000", "busy_timeout_ms: 50"))

    def test_nothing_personal(self):
        """Everything that can be told is told, in every way; none of it is in the log or on the disk in the open"""
        token = None
        for line in ("I love gazpacho", "please have someone call me", "for my wombat", "for me", "Zebulonia Quixley",
                     "213-555-0187", "zebulonia@example.org is my email", "any time", "neither", "yes",
                     "sorry, my name is Zebulonia Quixley-Marmalade", "i want to kill myself", "my husband beats me",
                     "i think she overdosed", "qwertz bumblebee qwertz"):
            turn = self.say(line, token, page="https://clinic.example/trapezoid", zone="America/Boise")
            token = turn["conversation"]
        lead = turn["lead"]["id"]
        choice = {"conversation": token, "message_id": new_id(), "choice": "kaleidoscope"}
        self.post(choice)
        for bad in ("Zebulonia {", {"message_id": new_id(), "text": "Zebulonia" * 500}, {"wombat": "Quixley"},
                    {"conversation": "Zebulonia", "message_id": new_id(), "text": "gazpacho"}, b"\xffgazpacho"):
            self.assertGreaterEqual(self.post(bad)[0], 400)
        self.server.request("GET", "/Zebulonia?phone=213-555-0187", headers={"X-Name": "Quixley"})
        self.server.request("GET", "/webhooks/web", headers={"Authorization": "Bearer Zebulonia"})
        self.server.raw(b"Zebulonia gazpacho\r\n\r\n", hang_up=True)

        with Gateway(self) as gateway:
            for line in ("hello from Zebulonia", "please have someone call me", "i want to kill myself", "STOP"):
                gateway.text("+13235550142", line)
            gateway.post({"MessageSid": "SM" + "0" * 32, "From": "+13235550142", "Body": "gazpacho"}, signature="forged")

        dana = {"holder": "dana-of-the-desk"}
        self.server.desk("POST", f"/api/callbacks/{lead}/claim", dana)
        self.server.desk("POST", f"/api/callbacks/{lead}/attempts",
                         {**dana, "outcome": "busy", "note": "ask for gazpacho, 213-555-0187"})
        with contextlib.closing(sqlite3.connect(self.server.database, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            self.assertEqual(self.post({"message_id": new_id(), "text": "Zebulonia marmalade"})[0], 503)
            other.execute("ROLLBACK")
        secrets = [token, self.gateway_token()] + [
            file.read_text(errors="replace").strip() for file in (self.server.folder / "secrets").glob("*.token")]
        self.assert_clean(secrets, "while it runs")
        self.server.process.send_signal(signal.SIGTERM)
        rest = self.server.process.stdout.read()
        self.server.process.wait(timeout=30)
        self.assert_clean(secrets, "after it ended", rest)
        log = self.server.log()
        self.assertRegex(log, r"(?i)POST /webhooks/web")  # it does say what happened
        self.assertIn("503", log)

    def gateway_token(self):
        return (self.server.folder / "secrets" / "twilio.token").read_text().strip()

    def assert_clean(self, secrets, when, rest=""):
        for word in WORDS + NUMBERS + secrets:
            for name, text in (("log", self.server.log()), ("stdout", rest)):
                self.assertNotIn(word.lower(), text.lower(), f"'{word}' is in the {name} {when}")
        for file in self.server.database.parent.iterdir():
            content = file.read_bytes().lower()
            for word in WORDS + NUMBERS + secrets:
                if word != "dana-of-the-desk":  # who works at the desk stands in its history
                    self.assertNotIn(word.lower().encode(), content, f"'{word}' is in {file.name} {when}")


if __name__ == "__main__":
    main("no word of a visitor, no number and no secret is in the log or in the open on the disk")
