#!/usr/bin/env python3
"""The rules of the code, executed: the arrow between the folders, sizes, and what may not be left behind."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MAY_INCLUDE = {"knowledge": {"knowledge"}, "dialogs": {"knowledge", "dialogs"},
               "bot": {"knowledge", "dialogs", "bot"}}
LINE_CHARACTERS_MAX = 100
FILE_LINES_MAX = 300
FUNCTION_LINES_MAX = 70
TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "README.md", "bot", "config", "dialogs", "knowledge", "tests",
             "build", "var"}
LEFTOVERS = re.compile(r"\b(TODO|FIXME|XXX)\b|/work/|" + "shar" + "ed/(dev|training|corpora)")


def code_files():
    for folder in ("knowledge", "dialogs", "bot", "tests"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".h", ".cpp") and "node_modules" not in path.parts:
                yield path


def arrow_problems(path, lines):
    folder = path.relative_to(ROOT).parts[0]
    for number, line in enumerate(lines, 1):
        found = re.match(r'#include "(\w+)/', line)
        if found and folder in MAY_INCLUDE and found[1] not in MAY_INCLUDE[folder]:
            yield number, f"{folder} may not include {found[1]}: the arrow is knowledge <- dialogs <- bot"


def size_problems(lines):
    if len(lines) > FILE_LINES_MAX:
        yield len(lines), f"{len(lines)} lines, at most {FILE_LINES_MAX}: one noun a file"
    start = None
    for number, line in enumerate(lines, 1):
        if len(line) > LINE_CHARACTERS_MAX:
            yield number, f"{len(line)} characters, at most {LINE_CHARACTERS_MAX}"
        if re.match(r"[A-Za-z].*[({,]$", line) and not line.startswith(("namespace", "class", "struct", "#")):
            start = start or number
        if line.startswith("}"):
            if start and line == "}" and number - start + 1 > FUNCTION_LINES_MAX:
                yield start, f"a function of {number - start + 1} lines, at most {FUNCTION_LINES_MAX}"
            start = None


def main():
    problems = []
    for path in code_files():
        lines = path.read_text(encoding="utf-8").splitlines()
        name = path.relative_to(ROOT)
        problems += [(name, *p) for p in arrow_problems(path, lines)]
        problems += [(name, *p) for p in size_problems(lines)]
        problems += [(name, n, "a leftover: finish it or take it out") for n, line in enumerate(lines, 1)
                     if LEFTOVERS.search(line)]
    for entry in sorted(ROOT.iterdir()):
        if not entry.name.startswith(".") and entry.name not in TOP_LEVEL:
            problems.append((entry.name, 0, "does not belong at the top level"))
    for name, number, message in problems:
        print(f"{name}:{number}: {message}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
