"""The real program on a port of its own, with everything it writes in a temporary folder."""
import contextlib
import http.client
import json
import pathlib
import re
import signal
import socket
import sqlite3
import subprocess
import uuid

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


class Server:
    """`with Server(binary, folder) as server:`; can be killed and started again on the same data."""

    def __init__(self, binary, folder, extra_config=lambda text: text):
        self.binary = binary
        self.folder = pathlib.Path(folder)
        self.database = self.folder / "data" / "leads.sqlite"
        self.config = self.folder / "bot.yaml"
        self.database.parent.mkdir(parents=True, exist_ok=True)
        (self.folder / "secrets").mkdir(exist_ok=True)
        self.config.write_text(extra_config(self._own_paths((ROOT / "config" / "bot.yaml").read_text())))
        self.process = None
        self.port = None

    def _own_paths(self, text):
        """bot.yaml with its writable files moved into this folder; content stays the project's."""
        def put(text, key, value):
            changed, count = re.subn(rf"(?m)^(\s*{key}:).*$", rf"\1 {value}", text)
            assert count == 1, f"bot.yaml has no single '{key}'"
            return changed
        text = put(text, "database", self.database)
        text = put(text, "key_file", self.folder / "secrets" / "sealing.key")
        text = put(text, "desk_token_file", self.folder / "secrets" / "desk.token")
        text = put(text, "model_cache", ROOT / "var" / "models")
        return put(text, "content_folder", ROOT)

    def start(self, port=0, **popen):
        """What else is given goes to Popen, so that a test can start it under limits."""
        self.close()
        with open(self.folder / "log.txt", "ab") as log:
            self.process = subprocess.Popen([self.binary, "serve", "--config", str(self.config), "--port", str(port)],
                                            stdout=subprocess.PIPE, stderr=log, text=True, **popen)
        line = self.process.stdout.readline()
        found = re.search(r":(\d+)\s*$", line)
        assert found, f"the service did not say its port: {line!r} " + (self.folder / "log.txt").read_text()[-2000:]
        self.port = int(found[1])
        return self

    def close(self):
        if self.process:
            self.process.stdout.close()

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30)

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.kill()
        self.close()

    def alive(self):
        return self.process.poll() is None

    def log(self):
        return (self.folder / "log.txt").read_text(errors="replace")

    def rows(self):
        """How many rows each table holds, and the sum of all conversations' turns: what storing changes."""
        with contextlib.closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=10)) as database:
            tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                      if name != "heartbeat"]
            counts = {table: database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in tables}
            counts["turns taken"] = database.execute("SELECT total(turns) FROM conversation").fetchone()[0]
            return counts

    def raw(self, sent, timeout=15, hang_up=False):
        """Sends bytes as they are; gives all that comes back until the service closes or says no more."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as link:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                link.sendall(sent)
                if hang_up:
                    link.shutdown(socket.SHUT_WR)
            answer = b""
            with contextlib.suppress(ConnectionResetError):
                while chunk := link.recv(65536):
                    answer += chunk
            return answer

    def request(self, method, path, body=None, headers=None, connection=None, timeout=15):
        link = connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        link.request(method, path, body, headers or {})
        response = link.getresponse()
        data = response.read()
        if connection is None:
            link.close()
        return response.status, dict(response.getheaders()), data

    def say(self, text, conversation=None, message_id=None, **more):
        body = {"message_id": message_id or str(uuid.uuid4()), "text": text, **more}
        if conversation:
            body["conversation"] = conversation
        status, _, data = self.request("POST", "/webhooks/web", json.dumps(body),
                                       {"Content-Type": "application/json"})
        assert status == 200, (status, data)
        return json.loads(data)

    def transcript(self, conversation):
        status, _, data = self.request("GET", "/webhooks/web", headers={"Authorization": "Bearer " + conversation})
        assert status == 200, (status, data)
        return json.loads(data)

    def desk(self, method, path, body=None):
        token = (self.folder / "secrets" / "desk.token").read_text().strip()
        status, _, data = self.request(method, path, json.dumps(body) if body is not None else None,
                                       {"Authorization": "Bearer " + token, "Content-Type": "application/json"})
        return status, json.loads(data) if data else None
