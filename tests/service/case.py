"""What the tests of the service share: one running service a class, and what a refusal has to be."""
import json
import shutil
import sys
import tempfile
import unittest
import uuid

from server import Server

# Stands in everything bad that is sent; must come back nowhere.
PLANTED = "zebrafinch"

# "Now" may be called at any hour, so that the desk's tests run at night as well.
FORM = ["please have someone call me", "for me", "Dana", "213-555-0187", "call me right now", "neither", "yes"]


class ServiceCase(unittest.TestCase):
    """Each class has a service of its own."""

    @classmethod
    def configure(cls, text):
        """bot.yaml as this class wants it."""
        return text

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="admissions-")
        cls.server = Server(cls.binary, cls.folder, cls.configure)
        cls.server.start()

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()
        shutil.rmtree(cls.folder, ignore_errors=True)

    def post(self, body, headers=None, path="/webhooks/web"):
        """`body` as JSON, or as it is where it is text or bytes."""
        if not isinstance(body, (str, bytes)):
            body = json.dumps(body)
        if isinstance(body, str):
            body = body.encode("utf-8", "surrogatepass")
        return self.server.request("POST", path, body, {"Content-Type": "application/json", **(headers or {})})

    def say(self, text, conversation=None, **more):
        return self.server.say(text, conversation, **more)

    def begin(self, *lines):
        """A conversation in which these lines were said; gives its token."""
        token = None
        for line in lines or ("hello",):
            token = self.say(line, token)["conversation"]
        return token

    def assert_problem(self, answer, status, mentions="", never=PLANTED):
        """RFC 9457, with this status, in whose `detail` or `title` this is said, and none of what was sent."""
        got, headers, body = answer
        self.assertEqual(got, status, body)
        names = {name.lower(): value for name, value in headers.items()}
        self.assertEqual(names.get("content-type", "").split(";")[0], "application/problem+json", headers)
        problem = json.loads(body)
        self.assertEqual(problem["status"], status)
        for member in ("type", "title", "detail"):
            self.assertIsInstance(problem[member], str)
            self.assertTrue(problem[member], member)
        self.assertIn(mentions, problem["title"] + " " + problem["detail"])
        if status == 503:
            self.assertGreater(int(names["retry-after"]), 0)
        if never:
            self.assertNotIn(never.encode(), body)
            self.assertNotIn(never, str(headers))
            self.assertNotIn(never, self.server.log())
        self.assertNotIn("exception_what", names)
        return problem


def new_id():
    return str(uuid.uuid4())


def main(proves):
    """PROGRAM BINARY BUILD_FOLDER [unittest's arguments]: runs the file's tests and says what they prove."""
    ServiceCase.binary = sys.argv.pop(1)
    ServiceCase.build_folder = sys.argv.pop(1)
    program = unittest.main(exit=False, verbosity=2)
    if program.result.wasSuccessful():
        print(f"{program.result.testsRun} tests: {proves}")
    sys.exit(not program.result.wasSuccessful())
