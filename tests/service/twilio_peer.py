"""The gateway's side: requests as Twilio posts them, signed by Twilio's own helper library from npm."""
import json
import pathlib
import shutil
import subprocess
import urllib.parse
import uuid
import xml.etree.ElementTree as xml

HERE = pathlib.Path(__file__).resolve().parent
AUTH_TOKEN = "12345"
PUBLIC_URL = "https://bot.example"
PATH = "/webhooks/sms/twilio"


def with_twilio(folder, text):
    """bot.yaml with the SMS webhook on."""
    secret = pathlib.Path(folder) / "secrets" / "twilio.token"
    secret.parent.mkdir(exist_ok=True)
    secret.write_text(AUTH_TOKEN + "\n")
    secret.chmod(0o600)
    for line, instead in (("  twilio:\n    enabled: false", "  twilio:\n    enabled: true"),
                          ("auth_token_file: var/secrets/twilio.token", f"auth_token_file: {secret}"),
                          ("public_url: http://127.0.0.1:8080", f"public_url: {PUBLIC_URL}")):
        assert text.count(line) == 1, line
        text = text.replace(line, instead)
    return text


def installed_library(build_folder):
    """Twilio's library in the build folder, as the lock file pins it; fetched when it is not there yet."""
    peer = pathlib.Path(build_folder).resolve() / "tests" / "twilio"
    lock = (HERE / "twilio" / "package-lock.json").read_bytes()
    stamp = peer / "node_modules" / "installed-lock.json"
    if not (stamp.exists() and stamp.read_bytes() == lock):
        peer.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(HERE / "twilio" / name, peer / name)
        done = subprocess.run(["npm", "ci", "--ignore-scripts", "--silent"], cwd=peer, capture_output=True, text=True)
        assert done.returncode == 0, "npm could not fetch Twilio's library. Is the network reachable?\n" + done.stderr
        stamp.write_bytes(lock)
    return peer


class Library:
    """A node process in which Twilio's own functions sign."""

    def __init__(self, build_folder):
        peer = installed_library(build_folder)
        self.process = subprocess.Popen(["node", HERE / "twilio" / "sign.js", peer], text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, **question):
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def signature(self, url, params, token=AUTH_TOKEN):
        return self.ask(token=token, url=url, params=params)

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


class Gateway:
    """Posts to the service of `case` as Twilio does."""

    def __init__(self, case):
        self.case = case
        self.server = case.server

    def __enter__(self):
        self.library = Library(self.case.build_folder)
        return self

    def __exit__(self, *_):
        self.library.close()

    def form(self, sender, body, sid=None, **more):
        return {"MessageSid": sid or "SM" + uuid.uuid4().hex, "AccountSid": "AC" + "0" * 32, "From": sender,
                "To": "+13239908178", "Body": body, "NumMedia": "0", "NumSegments": "1", "FromCity": "LOS ANGELES",
                "FromState": "CA", "FromZip": "", "FromCountry": "US", "ApiVersion": "2010-04-01", **more}

    def post(self, params, signature=None, query="", url=None, headers=None):
        """`params` may hold lists: repeated names. Gives (status, headers, body)."""
        if signature is None:
            signature = self.library.signature(url or PUBLIC_URL + PATH + query, params)
        sent = {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8", **(headers or {})}
        if signature:
            sent["X-Twilio-Signature"] = signature
        return self.server.request("POST", PATH + query, urllib.parse.urlencode(params, doseq=True).encode(), sent)

    def text(self, sender, body, sid=None, **more):
        """The texts that are sent back."""
        return self.messages(self.post(self.form(sender, body, sid, **more)))

    def messages(self, answer):
        status, headers, body = answer
        self.case.assertEqual(status, 200, body)
        self.case.assertIn(headers["Content-Type"].split(";")[0], ("text/xml", "application/xml"))
        response = xml.fromstring(body)
        self.case.assertEqual(response.tag, "Response")
        for message in response:
            self.case.assertEqual(message.tag, "Message")
        return ["".join(message.itertext()) for message in response]
