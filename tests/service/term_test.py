#!/usr/bin/env python3
"""SIGTERM: what was accepted is answered and kept, nothing new is taken, and the process ends with 0.
Usage: term_test.py BINARY BUILD_FOLDER"""
import contextlib
import http.client
import json
import signal
import socket
import threading
import time
import uuid

from case import ServiceCase, main


class Term(ServiceCase):
    def setUp(self):
        if not self.server.alive():
            self.server.start()

    def half_sent(self, text):
        """A request of which half has arrived; gives the connection, its id and the other half."""
        message_id = str(uuid.uuid4())
        body = json.dumps({"message_id": message_id, "text": text}).encode()
        head = (b"POST /webhooks/web HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nConnection: close\r\n"
                b"Content-Length: %d\r\n\r\n" % len(body))
        link = socket.create_connection(("127.0.0.1", self.server.port), timeout=30)
        link.sendall(head + body[:10])
        return link, message_id, body[10:]

    def read_all(self, link):
        answer = b""
        with contextlib.suppress(ConnectionResetError):
            while chunk := link.recv(65536):
                answer += chunk
        link.close()
        return answer

    def test_accepted_is_finished(self):
        """Requests of which half had arrived are taken whole, answered, and there after the next start"""
        begun = [self.half_sent("how many hours a week is it?") for _ in range(8)]
        self.assertEqual(self.server.request("GET", "/healthz")[0], 200)  # the eight were accepted before it
        self.server.process.send_signal(signal.SIGTERM)
        tokens = {}
        for link, message_id, rest in begun:
            link.sendall(rest)
            answer = self.read_all(link)
            self.assertTrue(answer.startswith(b"HTTP/1.1 200 "), answer[:200])
            tokens[json.loads(answer.split(b"\r\n\r\n", 1)[1])["conversation"]] = message_id
        self.assertEqual(self.server.process.wait(timeout=30), 0)
        self.server.start()
        for token, message_id in tokens.items():
            self.assertEqual([turn["message_id"] for turn in self.server.transcript(token)["turns"]], [message_id])

    def test_under_load(self):
        """In the middle of many conversations: every answer that was given is kept"""
        told = []

        def talk():
            token = None
            while True:
                message_id = str(uuid.uuid4())
                try:
                    token = self.server.say("how many hours a week is it?", token, message_id)["conversation"]
                except (OSError, AssertionError, ValueError, http.client.HTTPException):
                    return
                told.append((token, message_id))
        threads = [threading.Thread(target=talk) for _ in range(16)]
        for thread in threads:
            thread.start()
        while len(told) < 50:
            self.assertTrue(self.server.alive())
            time.sleep(0.01)
        self.assertEqual(self.server.stop(), 0)
        for thread in threads:
            thread.join()
        self.server.start()
        kept = {(token, turn["message_id"]) for token in {token for token, _ in told}
                for turn in self.server.transcript(token)["turns"]}
        self.assertEqual(set(told) - kept, set())

    def test_idle_connections(self):
        """Connections that nobody uses do not keep it from ending"""
        links = [socket.create_connection(("127.0.0.1", self.server.port)) for _ in range(4)]
        links[0].sendall(b"GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n")
        self.assertIn(b"200", links[0].recv(4096))
        self.assertEqual(self.server.stop(), 0)
        for link in links:
            link.close()

    def test_twice(self):
        """SIGTERM and SIGINT, several at once"""
        for number in (signal.SIGTERM, signal.SIGTERM, signal.SIGINT):
            with contextlib.suppress(ProcessLookupError):
                self.server.process.send_signal(number)
        self.assertEqual(self.server.process.wait(timeout=30), 0)


if __name__ == "__main__":
    main("SIGTERM finishes what was accepted and ends with 0")
