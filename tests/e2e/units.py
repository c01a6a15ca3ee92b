"""python3 units.py FOLDER WORKBOOK: what `build --units` made: prints what is wrong with it.

The manifest against the files and the assessment; index.html as those read it who do not see it:
well formed, a language, one h1, a caption, headers with a scope, no script, nothing loaded from
elsewhere, and links that lead to every document.  In several languages there is such a page in each,
with the documents of its language and a link to the others.
"""
import hashlib
import html.parser
import json
import os
import re
import subprocess
import sys

import jsonschema

VOID = {'meta', 'link', 'br', 'img', 'hr', 'input'}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.wrong, self.links, self.tags = [], [], [], []
        self.rows, self.cell, self.headings = [], None, []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if 'svg' not in self.open or 'id' in attributes:
            self.tags.append((tag, attributes))
        if tag not in VOID:
            self.open.append(tag)
        if tag == 'a' and 'svg' not in self.open:
            self.links.append(attributes['href'])
        if int(attributes.get('tabindex', 0)) > 0:
            self.wrong.append(f'{tag} goes before its turn')
        if tag in ('h1', 'h2', 'h3') and 'svg' not in self.open:
            self.headings.append(int(tag[1]))
        if tag == 'tr':
            self.rows.append([])
        if tag in ('td', 'th'):
            self.rows[-1].append('')
            self.cell = True
            if tag == 'th' and attributes.get('scope') not in ('row', 'col', 'colgroup'):
                self.wrong.append('a header without a scope')
        if tag == 'script' or attributes.get('src') or any(name.startswith('on') for name in attributes):
            self.wrong.append(f'{tag} loads or runs something')

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f'</{tag}> closes something else')
        if tag in ('td', 'th'):
            self.cell = None

    def handle_data(self, data):
        if self.cell:
            self.rows[-1][-1] += data


def all_files(folder):
    return sorted(os.path.relpath(os.path.join(at, name), folder)
                  for at, _, names in os.walk(folder) for name in names)


def is_page(entry):
    return entry['media_type'] == 'text/html'


def check_schema(manifest):
    with open('tests/schemas/manifest.schema.json', encoding='utf-8') as file:
        validator = jsonschema.Draft202012Validator(json.load(file))
    for error in validator.iter_errors(manifest):
        yield f'{list(error.absolute_path)}: {error.message}'[:300]


def check_manifest(folder, manifest):
    listed = [entry['path'] for entry in manifest['files']]
    if sorted(listed + ['manifest.json']) != all_files(folder):
        yield f'listed are {sorted(listed)}, there are {all_files(folder)}'
    for entry in manifest['files']:
        with open(os.path.join(folder, entry['path']), 'rb') as file:
            content = file.read()
        if (entry['bytes'], entry['sha256']) != (len(content), hashlib.sha256(content).hexdigest()):
            yield f"{entry['path']}: size or digest is another"
        if entry['path'].endswith('.pdf'):
            pages = subprocess.run(['qpdf', '--show-npages', os.path.join(folder, entry['path'])],
                                   capture_output=True, check=True).stdout
            if int(pages) != entry['pages']:
                yield f"{entry['path']}: {int(pages)} pages, not {entry['pages']}"
    for unit in manifest['units']:
        if not set(unit['files']) <= set(listed) or not unit['files']:
            yield f"{unit['id']}: {unit['files']}"


def check_figures(workbook, manifest):
    run = subprocess.run([os.environ['BOARDPACK'], 'assess', '--format=json', '-q', workbook],
                         capture_output=True, check=True)
    units = {unit['id']: unit for unit in json.loads(run.stdout)['units']}
    for unit in manifest['units']:
        for key in 'name', 'parent', 'status', 'score':
            if key in units[unit['id']] and unit[key] != units[unit['id']][key]:
                yield f"{unit['id']}: {key} {unit[key]}, judged {units[unit['id']][key]}"


def check_languages(manifest):
    spoken = {}
    for entry in manifest['files']:
        if 'language' in entry:
            kind = re.sub(rf"\.{entry['language']}(?=\.[a-z]+$)", '', entry['path'])
            spoken.setdefault(kind, set()).add(entry['language'])
    several = set(manifest['languages']) if len(manifest['languages']) > 1 else set()
    for kind in {'index.html'} | set(spoken):
        if spoken.get(kind, set()) != several:
            yield f'{kind}: in {spoken.get(kind)}, the pages are in {several}'


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else ''.join(digit * 2 for digit in colour[1:])
    channels = [int(digits[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def check_colours(text):
    """Words and the ring around what has the focus stand out from the paper, in the light and in the dark."""
    rules = re.findall(r':root {(.*?)}', text, re.S)
    schemes = [dict(re.findall(r'--([a-z]+): (#[0-9a-f]{3,6})\b', rule)) for rule in rules]
    if len(schemes) < 2:
        yield 'there is no dark scheme'
    for scheme in schemes[:2]:
        for name, least in ('ink', 4.5), ('soft', 4.5), ('head', 4.5), ('link', 4.5), ('focus', 3):
            for ground in 'paper', 'tint':
                found = contrast(scheme[name], scheme[ground])
                if found < least:
                    yield f'{name} {scheme[name]} on {ground} {scheme[ground]}: {found:.2f}'


def check_page(folder, manifest, index):
    with open(os.path.join(folder, index['path']), encoding='utf-8') as file:
        text = file.read()
    yield from check_colours(text)
    page = Page()
    page.feed(text)
    yield from page.wrong
    if page.open:
        yield f'not closed: {page.open}'
    names = [tag for tag, attributes in page.tags if 'id' not in attributes or tag == 'caption']
    for tag in 'h1', 'caption', 'main', 'title':
        if names.count(tag) != 1:
            yield f'{names.count(tag)} {tag}'
    ids = [attributes['id'] for _, attributes in page.tags if 'id' in attributes]
    for name in {name for name in ids if ids.count(name) > 1}:
        yield f'two elements have the id {name}'
    language = index.get('language')
    tag = next(attributes for name, attributes in page.tags if name == 'html')
    if tag.get('lang') != (language or manifest['languages'][0]):
        yield f"the page says it speaks {tag.get('lang')}"
    for name in {link[1:] for link in page.links if link.startswith('#')} - set(ids):
        yield f'#{name} leads nowhere'
    if any(after > before + 1 for before, after in zip([0, *page.headings], page.headings)):
        yield f'headings: {page.headings}'
    linked = {link for link in page.links if not link.startswith('#')}
    wanted = {entry['path'] for entry in manifest['files']
              if (language and is_page(entry)) or (not is_page(entry) and entry.get('language') in (None, language))}
    if linked != wanted:
        yield f'links: {linked ^ wanted}'
    if language and language != manifest['languages'][0]:
        return  # names are the manifest's in the first only
    rows = {row[0]: row for row in page.rows if len(row) > 6}
    for unit in manifest['units']:
        score = unit['score']
        if unit['name'] not in rows:
            yield f"{unit['name']} has no row"
        elif score is not None and rows[unit['name']][2] not in (f'{score:.0f}', f'{score + 0.0000005:.0f}'):
            yield f"{unit['name']}: the score shown is {rows[unit['name']][2]}, it is {score}"


def main():
    folder, workbook = sys.argv[1:]
    with open(os.path.join(folder, 'manifest.json'), encoding='utf-8') as file:
        manifest = json.load(file)
    wrong = [*check_schema(manifest), *check_manifest(folder, manifest), *check_figures(workbook, manifest), *check_languages(manifest)]
    for entry in filter(is_page, manifest['files']):
        wrong += check_page(folder, manifest, entry)
    print('\n'.join(wrong))
    return bool(wrong)


if __name__ == '__main__':
    sys.exit(main())
