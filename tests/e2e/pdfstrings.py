"""Prints all strings of a PDF that qpdf has made plain: literal and hexadecimal, as text."""
import re
import sys


def text(data):
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "replace")
    return data.decode("latin-1")


with open(sys.argv[1], "rb") as file:
    content = file.read()
for match in re.finditer(rb"<([0-9A-Fa-f\s]{2,})>|\(((?:[^()\\]|\\.)*)\)", content, re.S):
    if match.group(1) is not None:
        digits = re.sub(rb"\s", b"", match.group(1))
        print(text(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())))
    else:
        print(text(re.sub(rb"\\([()\\])", rb"\1", match.group(2))))
