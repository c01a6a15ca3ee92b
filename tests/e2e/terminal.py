"""Runs a command with a terminal as standard output: terminal.py COMMAND...; prints what it wrote
there and exits as it did.  Exit status 77: this machine has no terminals to give."""
import os
import pty
import subprocess
import sys

try:
    outside, inside = pty.openpty()
except OSError:
    sys.exit(77)
child = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=inside)
os.close(inside)
try:
    while chunk := os.read(outside, 65536):
        sys.stdout.buffer.write(chunk)
except OSError:  # how a terminal says that its other side is closed
    pass
sys.exit(child.wait())
