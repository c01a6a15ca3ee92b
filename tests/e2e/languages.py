#!/usr/bin/env python3
"""Catalogues of an invented language, and what stands on pages that is not in it.

  languages.py make TEMPLATES DIR    English catalogues with every word accented and 40 % longer, and
                                     every text of more than a word or two in angle brackets
  languages.py stray WORKBOOK TEXT   words of TEXT that are neither invented nor in the workbook, and
                                     brackets that are not closed: a text was cut
  languages.py page HTML             what a page says, seen or told to voices, less pictures in it
"""
import html
import os
import re
import sys
import unicodedata

ACCENTS = str.maketrans('acdeghijklnoprstuwyzACDEGHIJKLNOPRSTUWYZ',
                        'áçďéğĥíĵķĺñóþřšťúŵýžÁÇĎÉĞĤÍĴĶĹÑÓÞŘŠŤÚŴÝŽ')


def longer(match):
    word = match.group()
    return word.translate(ACCENTS) + 'ö' * round(0.4 * len(word) - 0.3)


def invent(text):
    """Of a pattern: the names in braces and the cases of choices stay."""
    out, at = '', 0
    while at < len(text):
        brace = re.match(r'\{[a-z0-9-]+(?=[=}])', text[at:])
        if brace:
            out += brace.group()
            at += brace.end()
            case = re.match(r'=[a-z0-9-]+:', text[at:])
            while case:
                part, end = inside(text, at + case.end())
                out += case.group() + invent(part)
                at = end
                case = re.match(r'\|[a-z0-9-]+:', text[at:])
            continue
        plain = re.match(r'&[#A-Za-z0-9]+;|[A-Za-z]+(?![A-Za-z]*;)|.', text[at:], re.S)
        piece = plain.group()
        out += longer(plain) if piece[0].isalpha() else piece
        at += plain.end()
    return out


def inside(text, start):
    """The text of a case, up to the bar or brace that ends it."""
    depth, at = 0, start
    while depth or text[at] not in '|}':
        depth += {'{': 1, '}': -1}.get(text[at], 0)
        at += 1
    return text[start:at], at


def bracketed(text):
    """Names of months, units and heads of columns stay short; a text that is a part of another has its
    blanks outside."""
    plain = re.sub(r'\{[a-z0-9-]+(=[a-z0-9-]+:)?|\|[a-z0-9-]+:|&[#A-Za-z0-9]+;', '', text)
    if len(re.findall(r'[^\W\d_]+', plain)) < 3:
        return text
    inner = text.strip(' ')
    return text.replace(inner, f'\u2039{inner}\u203a')


def make(templates, folder):
    for family, element in (('words', 'word'), ('sentences', 'sentence')):
        with open(f'{templates}/{family}.en.xml', encoding='utf-8') as file:
            text = file.read()
        text = re.sub(rf'(<{element} key="[^"]*">)(.*?)(</{element}>)',
                      lambda m: m[1] + (bracketed(invent(m[2])) if element == 'word' else invent(m[2])) + m[3], text, flags=re.S)
        with open(f'{folder}/{family}.en.xml', 'w', encoding='utf-8') as file:
            file.write(text)


# Names of things that no language has words of its own for.
NAMES = {'boardpack', 'SHA', 'FILE', 'all', 'pdf', 'xml'}


def tokens(text):
    return re.findall(r'[^\W\d_]+', unicodedata.normalize('NFKC', text))


def stray(workbook, text):
    with open(workbook, encoding='utf-8') as file:
        known = set(tokens(file.read())) | NAMES | set(tokens(os.path.basename(workbook)))
    long = [word for word in known if len(word) > 8]  # may be divided at the end of a line
    with open(text, encoding='utf-8') as file:
        lines = file.read().replace('\u00ad', '').splitlines()
    found = []
    whole = ''.join(lines)
    if whole.count('\u2039') != whole.count('\u203a'):
        found.append(f"cut: {whole.count(chr(0x2039))} texts begin, {whole.count(chr(0x203a))} end")
    for line in lines:
        for match in re.finditer(r'\w+', unicodedata.normalize('NFKC', line)):
            word = match.group()
            cut = line[match.end():match.end() + 1] == '…'
            if len(word) > 1 and not cut and word.isascii() and word.isalpha() and word not in known and \
                    not any(word in part for part in long):
                found.append(f'{word}: {line.strip()[:100]}')
    return found


def page(path):
    with open(path, encoding='utf-8') as file:
        text = re.sub(r'<style.*?</style>|<svg.*?</svg>', '', file.read(), flags=re.S)
    for words, told in re.findall(r'>([^<]+)<|(?:aria-label|alt|title)="([^"]+)"', text):
        print(html.unescape(words or told))


def main():
    if sys.argv[1] == 'make':
        make(sys.argv[2], sys.argv[3])
        return 0
    if sys.argv[1] == 'page':
        page(sys.argv[2])
        return 0
    found = stray(sys.argv[2], sys.argv[3])
    print('\n'.join(dict.fromkeys(found)))
    return 1 if found else 0


sys.exit(main())
