"""Fails if a picture has pixels that are no grey: colours.py TOLERANCE FILE.ppm..."""
import sys


def pixels(path):
    with open(path, "rb") as file:
        data = file.read()
    fields, at = [], 0
    while len(fields) < 4:
        end = at
        while data[end : end + 1] not in (b" ", b"\n"):
            end += 1
        fields.append(data[at:end])
        at = end + 1
    assert fields[0] == b"P6" and fields[3] == b"255", path
    return data[at:]


tolerance = int(sys.argv[1])
found = 0
for path in sys.argv[2:]:
    data = pixels(path)
    spread = max(
        max(abs(a - b) for a, b in zip(data[0::3], data[1::3])),
        max(abs(a - b) for a, b in zip(data[1::3], data[2::3])),
    )
    if spread > tolerance:
        print(f"{path}: a pixel has a colour, by {spread}")
        found = 1
sys.exit(found)
