"""The document's side: Redocly's linter and Ajv, from npm as the lock file pins them."""
import json
import pathlib
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent / "openapi"


def installed(build_folder):
    """The packages in the build folder; fetched when they are not there yet."""
    peer = pathlib.Path(build_folder).resolve() / "tests" / "openapi"
    lock = (HERE / "package-lock.json").read_bytes()
    stamp = peer / "node_modules" / "installed-lock.json"
    if not (stamp.exists() and stamp.read_bytes() == lock):
        peer.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(HERE / name, peer / name)
        done = subprocess.run(["npm", "ci", "--ignore-scripts", "--silent"], cwd=peer, capture_output=True, text=True)
        assert done.returncode == 0, "npm could not fetch the linter. Is the network reachable?\n" + done.stderr
        stamp.write_bytes(lock)
    return peer


class Checker:
    """A node process that has read the document."""

    def __init__(self, build_folder, document):
        peer = installed(build_folder)
        (peer / "openapi.json").write_bytes(document)
        self.process = subprocess.Popen(["node", HERE / "check.mjs", peer / "openapi.json"], cwd=peer, text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.lint = json.loads(self.process.stdout.readline())

    def problems(self, operation, status, headers, body):
        """What of an answer the document does not say."""
        kind = {name.lower(): value for name, value in headers.items()}.get("content-type", "").split(";")[0]
        self.process.stdin.write(json.dumps({"operation": operation, "status": str(status), "type": kind,
                                             "body": body.decode("utf-8", "replace")}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()
