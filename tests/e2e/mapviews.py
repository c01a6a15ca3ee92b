#!/usr/bin/env python3
"""mapviews.py OURS.png OTHER.png|OTHER.ppm...: do several programs see the same map?

Pictures are compared in squares of 8 pixels by their mean colour: letters are smoothed in as many ways
as there are programs, but a word, a line, a fill or a card in another place shows.  Reads 8-bit PNG
and PPM by itself; no modules but Python's own.
"""
import re
import struct
import sys
import zlib

BLOCK = 8
DIFFERENCE = 32  # of a square's mean, of 255
MEAN = 1.5       # of all squares


def unfilter(data, width, height, channels):
    length = width * channels
    above = bytearray(length)
    rows = []
    for y in range(height):
        at = y * (length + 1)
        kind, row = data[at], bytearray(data[at + 1:at + 1 + length])
        if kind == 1:
            for i in range(channels, length):
                row[i] = row[i] + row[i - channels] & 255
        elif kind == 2:
            for i in range(length):
                row[i] = row[i] + above[i] & 255
        elif kind == 3:
            for i in range(length):
                row[i] = row[i] + ((row[i - channels] if i >= channels else 0) + above[i]) // 2 & 255
        elif kind == 4:
            for i in range(length):
                left, corner = (row[i - channels], above[i - channels]) if i >= channels else (0, 0)
                up = above[i]
                p, q, r = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
                row[i] = row[i] + (left if p <= q and p <= r else up if q <= r else corner) & 255
        rows.append(row)
        above = row
    return rows


def read_png(data):
    at, body = 8, b''
    while at < len(data):
        length, name = struct.unpack('>I4s', data[at:at + 8])
        if name == b'IHDR':
            width, height, bits, colour, _, _, lace = struct.unpack('>IIBBBBB', data[at + 8:at + 21])
        elif name == b'IDAT':
            body += data[at + 8:at + 8 + length]
        at += length + 12
    channels = {2: 3, 6: 4}.get(colour)
    if bits != 8 or lace or not channels:
        sys.exit('not an 8-bit RGB picture')
    rows = unfilter(zlib.decompress(body), width, height, channels)
    if channels == 4:  # on white
        for y, row in enumerate(rows):
            out = bytearray(width * 3)
            for x in range(width):
                alpha = row[4 * x + 3]
                for k in range(3):
                    out[3 * x + k] = (row[4 * x + k] * alpha + 255 * (255 - alpha)) // 255
            rows[y] = out
    return width, height, rows


def read_ppm(data):
    head = re.match(rb'P6\s(?:#[^\n]*\n)?\s*(\d+)\s+(\d+)\s+255\s', data)
    width, height = int(head.group(1)), int(head.group(2))
    at = head.end()
    return width, height, [data[at + y * width * 3:at + (y + 1) * width * 3] for y in range(height)]


def squares(path):
    with open(path, 'rb') as file:
        data = file.read()
    width, height, rows = read_png(data) if data.startswith(b'\x89PNG') else read_ppm(data)
    out = []
    for top in range(0, height - BLOCK + 1, BLOCK):
        row = []
        for left in range(0, width - BLOCK + 1, BLOCK):
            parts = [rows[y][3 * left:3 * (left + BLOCK)] for y in range(top, top + BLOCK)]
            row.append([sum(sum(part[k::3]) for part in parts) / BLOCK / BLOCK for k in range(3)])
        out.append(row)
    return width, height, out


def main():
    first, *others = sys.argv[1:]
    width, height, ours = squares(first)
    bad = not others
    for other in others:
        w, h, theirs = squares(other)
        if abs(w - width) > 1 or abs(h - height) > 1:
            print(f'{other}: {w}x{h}, not {width}x{height}')
            bad = True
            continue
        apart = [(max(abs(a - b) for a, b in zip(p, q)), x * BLOCK, y * BLOCK)
                 for y, (s, t) in enumerate(zip(ours, theirs)) for x, (p, q) in enumerate(zip(s, t))]
        most, x, y = max(apart)
        mean = sum(d for d, _, _ in apart) / len(apart)
        far = sum(d > DIFFERENCE for d, _, _ in apart)
        print(f'{other}: a square differs by {most:.0f} at most (at {x},{y}), the picture by {mean:.2f}')
        if far or mean > MEAN:
            print(f'  {far} squares differ by more than {DIFFERENCE}')
            bad = True
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
