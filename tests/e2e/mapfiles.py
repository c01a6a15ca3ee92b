#!/usr/bin/env python3
"""mapfiles.py QUESTION FILE...: what is in the files of a strategy map (no modules but Python's own).

size FILE.svg|FILE.qdf WIDTH HEIGHT    the paper, in millimetres (QDF: a PDF unpacked by qpdf)
pixels FILE.png WIDTHxHEIGHT DPI       the picture and its density
same A.svg B.svg                       B is A times one number, up to a rounding
words A.svg B.svg                      both have the same words
outlines TEXT.svg OUTLINES.svg         no letters in the second, and every name of the first
told FILE.qdf FILE.svg                 the figure's words name each objective and each link of the SVG
edited A.svg SAVED.svg BOXES ID LINE    what Inkscape saved of A holds all it held, and the edited title
titles FILE.svg WORKBOOK.xml           each objective's title is one text of its card
"""
import re
import struct
import sys
import xml.etree.ElementTree as ET

SVG = '{http://www.w3.org/2000/svg}'
XLINK = '{http://www.w3.org/1999/xlink}href'
LAYER = '{http://www.inkscape.org/namespaces/inkscape}groupmode'


def size(path, width, height):
    width, height = float(width), float(height)
    if path.endswith('.qdf'):
        with open(path, 'rb') as file:
            boxes = re.findall(rb'/MediaBox\s*\[\s*0\s+0\s+([0-9.]+)\s+([0-9.]+)\s*\]', file.read())
        found = [tuple(round(float(v) * 25.4 / 72, 2) for v in box) for box in boxes]
        return found == [(width, height)] or f'MediaBox {found}'
    root = ET.parse(path).getroot()
    if (root.get('width'), root.get('height')) != (f'{width:g}mm', f'{height:g}mm'):
        return f"{root.get('width')} x {root.get('height')}"
    x, y, w, h = (float(v) for v in root.get('viewBox').split())
    # User units are pixels of CSS, in hundredths.
    good = x == y == 0 and abs(w - width * 96 / 25.4) <= 0.0051 and abs(h - height * 96 / 25.4) <= 0.0051
    return good or root.get('viewBox')


def pixels(path, wanted, dpi):
    with open(path, 'rb') as file:
        data = file.read(64)
    width, height = struct.unpack('>II', data[16:24])
    at = data.index(b'pHYs') + 4
    across, down, unit = struct.unpack('>IIB', data[at:at + 9])
    metre = round(int(dpi) / 0.0254)
    return (f'{width}x{height}' == wanted and across == down == metre and unit == 1) or \
        f'{width}x{height}, {across} to the metre'


def numbers(path):
    """Kind and coordinates of every shape and text, in their order."""
    for element in ET.parse(path).getroot().iter():
        kind = str(element.tag).replace(SVG, '')
        values = [float(element.get(k)) for k in ('x', 'y', 'width', 'height', 'cx', 'cy', 'r', 'rx', 'font-size', 'stroke-width')
                  if element.get(k) and re.fullmatch(r'-?[0-9.]+', element.get(k))]
        values += [float(v) for v in re.findall(r'-?[0-9.]+', element.get('d', ''))]
        if kind in ('rect', 'circle', 'path', 'text', 'tspan'):
            yield kind, values, element.text


def same(first, second):
    a, b = list(numbers(first)), list(numbers(second))
    if len(a) != len(b) or any(p[0] != q[0] or p[2] != q[2] or len(p[1]) != len(q[1]) for p, q in zip(a, b)):
        return 'not the same shapes'
    boxes = [[float(v) for v in ET.parse(path).getroot().get('viewBox').split()] for path in (first, second)]
    scale = min(boxes[1][2] / boxes[0][2], boxes[1][3] / boxes[0][3])
    left, top = ((boxes[1][k] - boxes[0][k] * scale) / 2 for k in (2, 3))
    worst = 0
    for (kind, old, _), (_, new, _) in zip(a, b):
        for p, q in zip(old, new):
            # A coordinate is moved by the margin, a length is not: the nearer of both is meant.
            worst = max(worst, min(abs(p * scale + d - q) for d in (0, left, top)))
    return worst < 0.03 or f'off by {worst} pixels'


def texts(path):
    return [''.join(e.itertext()) for e in ET.parse(path).getroot().iter(SVG + 'text')]


def words(first, second):
    return texts(first) == texts(second) or 'other words'


def named(path):
    """What assistive programs are told, but for the words themselves."""
    out = []
    for e in ET.parse(path).getroot().iter():
        if e.tag in (SVG + 'title', SVG + 'desc'):
            out.append((e.tag, e.text))
        elif e.get('id') and not e.get('id').startswith('glyph-'):
            out.append((e.get('id'), e.get('role'), e.get('aria-label'), e.get('data-status'), e.get('tabindex')))
    return out


def outlines(first, second):
    tree = list(ET.parse(second).getroot().iter())
    if any(e.tag == SVG + 'text' or 'font-family' in e.attrib for e in tree if e.tag != SVG + 'svg'):
        return 'there is text'
    if any('@font-face' in (e.text or '') for e in tree if e.tag == SVG + 'style'):
        return 'there is a font'
    if named(first) != named(second):
        return 'other names'
    glyphs = {e.get('id') for e in tree if e.tag == SVG + 'path' and (e.get('id') or '').startswith('glyph-')}
    used = {e.get(XLINK)[1:] for e in tree if e.tag == SVG + 'use'}
    if not glyphs or glyphs != used:
        return f'unused or missing glyphs: {sorted(glyphs ^ used)[:5]}'
    lines = [e.get('aria-label') for e in tree if e.get('transform', '').startswith('matrix')]
    if ''.join(lines).replace(' ', '') != ''.join(texts(first)).replace(' ', ''):
        return 'lines are not named by their words'
    sizes = [sum(1 for _ in open(path, 'rb').read()) for path in (first, second)]
    print(f'{sizes[0]} bytes with text, {sizes[1]} with outlines')
    return True


def pdf_string(raw):
    """A string of a PDF: (text) or <hexadecimal>, in UTF-16 if it says so."""
    if raw.startswith(b'<'):
        data = bytes.fromhex(raw[1:-1].decode())
    else:
        data = re.sub(rb'\\(\d{3}|.)', lambda m: bytes([int(m.group(1), 8)]) if len(m.group(1)) == 3 else
                      {b'n': b'\n', b'r': b'\r', b't': b'\t'}.get(m.group(1), m.group(1)), raw[1:-1], flags=re.S)
    return data[2:].decode('utf-16-be') if data.startswith(b'\xfe\xff') else data.decode('latin-1')


def told(path, picture):
    with open(path, 'rb') as file:
        data = file.read()
    told = [pdf_string(m) for m in re.findall(rb'/ActualText (\((?:[^\\()]|\\.)*\)|<[0-9a-fA-F]*>)', data, flags=re.S)]
    if len(told) != 1:
        return f'{len(told)} texts in place of what is drawn'
    missing = []
    for group in ET.parse(picture).getroot().iter(SVG + 'g'):
        title = group.find(SVG + 'title')
        kind = (group.get('class') or '').split(' ')[0]
        if kind == 'card' and title.text + '.' not in told[0]:
            missing.append(title.text)
        if kind == 'link':
            target, _, how = title.text.split(' \u2192 ')[1].partition('; ')
            if f'{target} ({how})' not in told[0]:
                missing.append(title.text)
    print(f'{len(told[0])} characters')
    return not missing or f'not told: {missing[:3]}'


def titles(path, workbook):
    wanted = {}
    for sheet in ET.parse(workbook).getroot().iter():
        if str(sheet.tag).endswith('objective') and sheet.get('id'):
            title = sheet.get('title') or sheet.get('name')
            for child in sheet:
                if str(child.tag).endswith(('title', 'name')) and child.text:
                    title = title or child.text
            wanted[sheet.get('id')] = title
    root = ET.parse(path).getroot()
    layers = [g.get('id') for g in root if g.tag == SVG + 'g' and g.get(LAYER) == 'layer']
    cards = [g for g in root.iter(SVG + 'g') if (g.get('class') or '').startswith('card ')]
    faces = re.findall(r"font-family:'([^']*)'.*?url\(data:font/woff;base64,", ''.join(s.text for s in root.iter(SVG + 'style')))
    if 'objectives' not in layers or not cards or 'Lato' not in faces:
        return f'layers {layers}, {len(cards)} cards, fonts {faces}'
    for card in cards:
        name = card.get('id')[4:]
        title = ''.join(*(t.itertext() for t in card.iter(SVG + 'text') if t.get('id') == f'title-{name}'))
        if wanted.get(name) and title != wanted[name]:
            return f'{name}: {title!r} and not {wanted[name]!r}'
    print(f'{len(cards)} cards, {sum(bool(wanted.get(c.get("id")[4:])) for c in cards)} compared with the workbook')
    return any(wanted.get(c.get('id')[4:]) for c in cards) or 'nothing to compare with'


def kept(path):
    """What a designer must not lose: fonts, names, and the words of every title but their blanks."""
    root = ET.parse(path).getroot()
    titles = {e.get('id'): ''.join(e.itertext()).replace(' ', '') for e in root.iter(SVG + 'text') if e.get('id')}
    fonts = sum((e.text or '').count('@font-face') for e in root.iter(SVG + 'style'))
    names = {(e.get('id'), e.findtext(SVG + 'title')) for e in root.iter(SVG + 'g') if e.find(SVG + 'title') is not None}
    return {k: v for k, v in titles.items() if k.startswith('title-')}, fonts, names


def edited(first, saved, boxes, name, line):
    before, after = kept(first), kept(saved)
    if before[1:] != after[1:] or not before[1]:
        return f'{after[1]} fonts and {len(after[2])} names where {before[1]} and {len(before[2])} were'
    other = {k for k in before[0] if before[0][k] != after[0].get(k)}
    if other != {f'title-{name}'} or not after[0][f'title-{name}'].endswith(line.replace(' ', '')):
        return f'other titles: {other}'
    with open(boxes, encoding='utf-8') as file:
        box = {row.split(',')[0]: [float(v) for v in row.split(',')[1:]] for row in file if row.count(',') == 4}
    for k in before[0]:
        (x, y, w, h), (left, top, width, height) = box[k], box[k.replace('title-', 'obj-')]
        if not (left < x and top < y and x + w < left + width and y + h < top + height):
            return f'{k} leaves its card'
    print(f'{len(before[0])} titles, {before[1]} fonts')
    return True


def main():
    question, *arguments = sys.argv[1:]
    answer = {'size': size, 'pixels': pixels, 'same': same, 'words': words, 'outlines': outlines, 'told': told, 'titles': titles,
              'edited': edited}[question](*arguments)
    if answer is not True:
        print(answer)
    return 0 if answer is True else 1


if __name__ == '__main__':
    sys.exit(main())
