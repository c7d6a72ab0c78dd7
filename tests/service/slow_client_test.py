#!/usr/bin/env python3
"""Senders that drip, stall or never read cannot hold the service: they are cut off, what is too much is turned away
with 503, and visitors are answered. Usage: slow_client_test.py BINARY BUILD_FOLDER"""
import contextlib
import json
import re
import socket
import threading
import time

from case import ServiceCase, main, new_id

THREADS, WAITING_MAX = 4, 8
HEAD = (b"POST /webhooks/web HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
        b"Content-Length: 60000\r\n\r\n")


class Slow(ServiceCase):
    @classmethod
    def configure(cls, text):
        for key, value in (("threads", THREADS), ("requests_waiting_max", WAITING_MAX), ("read_timeout_s", 1),
                           ("write_timeout_s", 1)):
            text = re.sub(rf"(?m)^(  {key}:).*$", rf"\1 {value}", text)
        return text

    def links(self, count):
        for _ in range(count):
            link = socket.create_connection(("127.0.0.1", self.server.port), timeout=60)
            self.addCleanup(link.close)
            yield link

    def assert_serves(self):
        """A visitor who tries again when told to is answered, however many drip."""
        body = {"message_id": new_id(), "text": "how many hours a week is it?"}
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError):
                answer = self.post(body)
                if answer[0] == 200:
                    return json.loads(answer[2])
                self.assert_problem(answer, 503)
            time.sleep(0.05)
        self.fail("no visitor was answered in a minute")

    def read_all(self, link):
        answer = b""
        with contextlib.suppress(ConnectionResetError):
            while chunk := link.recv(65536):
                answer += chunk
        return answer

    def drip(self, links, sent):
        """One byte to each in turn until all are cut off."""
        stop = threading.Event()
        self.addCleanup(stop.set)

        def run():
            at = 0
            while not stop.wait(0.1):
                for link in links:
                    with contextlib.suppress(OSError):
                        link.sendall(sent[at % len(sent):][:1])
                at += 1
        threading.Thread(target=run, daemon=True).start()

    def test_dripped_headers(self):
        """Headers that come a byte at a time: each sender is cut off, none is waited for"""
        links = list(self.links(3 * THREADS))
        self.drip(links, b"GET / HTTP/1.1\r\nX-A: " + b"a" * 10000)
        self.assert_serves()
        for link in links:
            self.read_all(link)  # returns when the service has hung up

    def test_dripped_bodies(self):
        """Bodies that come a byte at a time, well within any time between two bytes"""
        links = list(self.links(3 * THREADS))
        for link in links:
            link.sendall(HEAD)
        self.drip(links, b" ")
        self.assert_serves()
        for link in links:
            self.assertNotIn(b" 200 ", self.read_all(link)[:20])

    def test_silence(self):
        """Connections on which nothing comes"""
        links = list(self.links(3 * THREADS))
        self.assert_serves()
        for link in links:
            self.read_all(link)

    def test_many(self):
        """More than may wait at once: the rest is told to come again, at once"""
        links = list(self.links(20 * (THREADS + WAITING_MAX)))
        for link in links:
            with contextlib.suppress(OSError):
                link.sendall(HEAD)
        shed = 0
        for link in links:
            answer = self.read_all(link)
            if answer.startswith(b"HTTP/1.1 503 "):
                shed += 1
                self.assertIn(b"retry-after:", answer.lower())
                self.assertIn(b"application/problem+json", answer)
        self.assertGreater(shed, 0)
        self.assert_serves()
        self.assertTrue(self.server.alive())

    def test_never_reads(self):
        """Senders that ask and ask and never read an answer"""
        request = b"GET / HTTP/1.1\r\nHost: h\r\n\r\n"
        for link in self.links(2 * THREADS):
            link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            link.setblocking(False)
            with contextlib.suppress(OSError):
                for _ in range(2000):
                    link.send(request)
        self.assert_serves()


if __name__ == "__main__":
    main("slow senders are cut off, the surplus is told to come again, and visitors are answered")
