#!/usr/bin/env python3
"""Alerts by mail: over TLS or not at all, with a login, to a real mail server on this machine.
Usage: mail_test.py BINARY BUILD_FOLDER"""
import re

from alert_case import AlertCase, eventually
from case import main
from mail_server import MailServer, certificate

LOGIN = ("desk-bot", "a password of the mail server")


class MailCase(AlertCase):
    """Mail alone, over TLS and with a login, by a server whose certificate we were told to trust."""
    webhook = False
    scheme, tls, trusted, password = "smtps", "implicit", True, LOGIN[1]

    @classmethod
    def make_mail(cls):
        cls.certificate = certificate(cls.secrets.name)
        return MailServer(cls.tls, LOGIN, cls.certificate)

    @classmethod
    def email_lines(cls):
        lines = [f"server: {cls.scheme}://localhost:{cls.mail.port}", f"user: {LOGIN[0]}",
                 f"password_file: {cls.secret_file('mail.password', cls.password)}"]
        if cls.trusted:
            lines.append(f"ca_file: {cls.certificate[0]}")
        return "\n    ".join(lines)

    def assert_told(self):
        about = self.leave_details()
        recipients, message, secure = eventually(lambda: self.mail.messages)[0]
        self.assertTrue(secure)
        self.assertIn("desk@clinic.example", recipients[0])
        self.assertIn(about, message)
        for line, is_secure in self.mail.heard:
            self.assertTrue(is_secure or line.split()[0] in ("EHLO", "STARTTLS"), line)

    def assert_not_told(self, why):
        """It is tried again and again, and nothing of it leaves in the clear."""
        about = self.leave_details()
        eventually(lambda: len(re.findall(rf"alert msg_\S+ new email later {why}", self.server.log())) >= 2)
        self.assertEqual(self.mail.messages, [])
        for line, is_secure in self.mail.heard:
            self.assertTrue(is_secure or line.split()[0] in ("EHLO", "STARTTLS", "QUIT"), line)
        return about


class ImplicitTls(MailCase):
    def test_told_over_tls_after_the_login(self):
        """smtps: TLS from the first byte, then the login, then the message"""
        self.assert_told()


class StartTls(MailCase):
    scheme, tls = "smtp", "starttls"

    def test_told_after_starttls_and_the_login(self):
        """smtp: STARTTLS before anything that matters"""
        self.assert_told()


class TlsStripped(MailCase):
    scheme, tls = "smtp", ""

    def test_starttls_stripping_sends_nothing(self):
        """A server, or who stands before it, that offers no TLS hears neither password nor message"""
        self.assert_not_told("no TLS")


class Untrusted(MailCase):
    trusted = False

    def test_an_unknown_certificate_sends_nothing(self):
        """Somebody else's certificate is refused"""
        self.assert_not_told("certificate refused")


class WrongPassword(MailCase):
    password = "not the password"

    def test_a_refused_login_is_tried_again(self):
        """Told when the server's password has been put right; the password stands in no log"""
        about = self.assert_not_told("login refused")
        self.mail.login = (LOGIN[0], self.password)
        _, message, _ = eventually(lambda: self.mail.messages)[0]
        self.assertIn(about, message)
        self.assertNotIn(self.password, self.server.log())


if __name__ == "__main__":
    main("mail goes over TLS, after a login, or not at all")
