"""The real program on a port of its own, with everything it writes in a temporary folder."""
import http.client
import json
import pathlib
import re
import signal
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

    def start(self):
        self.process = subprocess.Popen([self.binary, "serve", "--config", str(self.config), "--port", "0"],
                                        stdout=subprocess.PIPE, stderr=open(self.folder / "log.txt", "ab"),
                                        text=True)
        line = self.process.stdout.readline()
        found = re.search(r":(\d+)\s*$", line)
        assert found, f"the service did not say its port: {line!r} " + (self.folder / "log.txt").read_text()[-2000:]
        self.port = int(found[1])
        return self

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30)

    __enter__ = start

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.kill()

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
