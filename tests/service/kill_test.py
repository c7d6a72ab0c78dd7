#!/usr/bin/env python3
"""kill -9 in the middle of 200 concurrent conversations, ten times: every turn and every lead that was
acknowledged is there after the restart. Usage: kill_test.py BINARY BUILD_FOLDER"""
import random
import sys
import tempfile
import threading
import time
import uuid

from server import Server

CONVERSATIONS = 200
THREADS = 40
ROUNDS = 10
FORM = ["please have someone call me", "for me", "Dana", "213-555-0187", "any time", "neither", "yes"]


class Visitor:
    """Remembers exactly what the service acknowledged."""

    def __init__(self):
        self.token = None
        self.acknowledged = []  # (message id, text)
        self.lead = None
        self.next_line = 0

    def speak(self, server):
        text = FORM[self.next_line]
        message_id = str(uuid.uuid4())
        turn = server.say(text, self.token, message_id)
        self.token = turn["conversation"]
        self.acknowledged.append((message_id, text))
        self.next_line += 1
        if turn["lead"]:
            self.lead = turn["lead"]["id"]

    def finished(self):
        return self.next_line == len(FORM)


def talk(server, visitors, lock):
    """Each thread takes the visitor who is next until the service dies under it."""
    while True:
        with lock:
            waiting = [v for v in visitors if not v.finished()]
            if not waiting:
                return
            visitor = random.choice(waiting)
            visitors.remove(visitor)
        try:
            visitor.speak(server)
        except Exception:  # whatever a killed server looks like from here: not acknowledged
            return
        finally:
            with lock:
                visitors.append(visitor)


def lost(server, visitors):
    missing = []
    for visitor in visitors:
        if not visitor.token:
            continue
        kept = {turn["message_id"]: turn["text"] for turn in server.transcript(visitor.token)["turns"]}
        missing += [i for i, text in visitor.acknowledged if kept.get(i) != text]
        if visitor.lead and server.desk("GET", "/api/callbacks/" + visitor.lead)[0] != 200:
            missing.append(visitor.lead)
    return missing


def main(binary):
    turns = leads = 0
    with tempfile.TemporaryDirectory() as folder:
        server = Server(binary, folder)
        for round_number in range(1, ROUNDS + 1):
            visitors = [Visitor() for _ in range(CONVERSATIONS)]
            lock = threading.Lock()
            server.start()
            threads = [threading.Thread(target=talk, args=(server, visitors, lock)) for _ in range(THREADS)]
            for thread in threads:
                thread.start()
            time.sleep(random.uniform(0.2, 0.9))
            server.kill()
            for thread in threads:
                thread.join()
            server.start()
            missing = lost(server, visitors)
            server.kill()
            turns += sum(len(v.acknowledged) for v in visitors)
            leads += sum(1 for v in visitors if v.lead)
            if missing:
                print(f"round {round_number}: {len(missing)} acknowledged things are gone: {missing[:5]}")
                return 1
    print(f"{ROUNDS} kills, {turns} acknowledged turns and {leads} leads, none lost")
    return 0 if turns > 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
