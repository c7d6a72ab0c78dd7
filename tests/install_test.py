#!/usr/bin/env python3
"""bot/install on machines of every kind, played by programs on a PATH of its own: silent when nothing is to do, and a
clear message where a package cannot be had."""
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOLS = ("bash", "sed", "grep", "mktemp", "tail", "rm", "env", "cat")


class Install(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        for tool in TOOLS:
            (self.folder / tool).symlink_to(shutil.which(tool))
        self.wanted = self.folder / "wanted.txt"
        self.wanted.write_text("# a comment\n\nlibone-dev  # why\nlibtwo-dev\n")
        self.has("libone-dev", "libtwo-dev")
        self.program("id", "echo 0")

    def program(self, name, script):
        file = self.folder / name
        file.write_text(f"#!/bin/bash\n{script}\n")
        file.chmod(0o755)

    def has(self, *packages):
        """What dpkg knows to be installed."""
        self.program("dpkg-query", f'[[ " {" ".join(packages)} " == *" ${{@: -1}} "* ]] && echo "install ok installed"')

    def install(self):
        done = subprocess.run(["bash", ROOT / "bot" / "install", self.wanted], env={"PATH": str(self.folder)},
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
        return done.returncode, done.stdout, done.stderr

    def calls(self):
        file = self.folder / "calls"
        return file.read_text().splitlines() if file.exists() else []

    def test_nothing_to_do(self):
        """Everything is there: not a word, and neither apt-get nor root is needed"""
        self.program("id", "echo 1000")
        self.assertEqual(self.install(), (0, "", ""))

    def test_missing_package(self):
        """Only what is missing is installed, without a question"""
        self.has("libone-dev")
        self.program("apt-get", f'echo "$@" >>{self.folder}/calls')
        code, out, err = self.install()
        self.assertEqual((code, out), (0, ""))
        self.assertIn("libtwo-dev", err)
        self.assertNotIn("libone-dev", err)
        self.assertEqual(self.calls()[0].split()[-1], "update")
        self.assertRegex(self.calls()[1], r"install -y --no-install-recommends libtwo-dev$")

    def test_unreachable_network(self):
        """The network is away: which packages, what apt-get said, and what to look at"""
        self.has("libone-dev")
        self.program("apt-get", "echo 'Could not resolve deb.example' >&2; exit 100")
        code, out, err = self.install()
        self.assertEqual((code, out), (1, ""))
        for part in ("libtwo-dev", "Could not resolve deb.example", "Is the network reachable?"):
            self.assertIn(part, err)

    def test_unknown_package(self):
        """The lists come, the package does not"""
        self.has()
        self.program("apt-get", '[[ "$*" == *update* ]] || { echo "E: Unable to locate package libone-dev"; exit 100; }')
        code, _, err = self.install()
        self.assertEqual(code, 1)
        self.assertIn("Unable to locate package libone-dev", err)

    def test_no_root(self):
        """Neither root nor sudo: says so and tries nothing"""
        self.has("libone-dev")
        self.program("id", "echo 1000")
        self.program("apt-get", f'echo "$@" >>{self.folder}/calls')
        code, _, err = self.install()
        self.assertEqual(code, 1)
        self.assertIn("libtwo-dev", err)
        self.assertIn("as root, or install sudo", err)
        self.assertEqual(self.calls(), [])

    def test_sudo(self):
        """Not root, but sudo"""
        self.has("libone-dev")
        self.program("id", "echo 1000")
        self.program("apt-get", f'echo "apt $*" >>{self.folder}/calls')
        self.program("sudo", f'echo sudo >>{self.folder}/calls; exec "$@"')
        self.assertEqual(self.install()[0], 0)
        self.assertEqual([call.split()[0] for call in self.calls()], ["sudo", "apt", "sudo", "apt"])

    def test_no_apt(self):
        """Another distribution: the names of the packages and what to do"""
        self.has("libone-dev")
        code, _, err = self.install()
        self.assertEqual(code, 1)
        self.assertIn("apt-get is not here: libtwo-dev", err)

    def test_newer_tools(self):
        """A node, npm or cmake from elsewhere is not replaced"""
        self.has()
        self.wanted.write_text("nodejs\nnpm\ncmake\nninja-build\n")
        for tool in ("node", "npm", "cmake", "ninja"):
            self.program(tool, "true")
        self.assertEqual(self.install(), (0, "", ""))


if __name__ == "__main__":
    unittest.main(verbosity=2)
