"""A map of the benchmark as a workbook: mapbook.py MAP.json >WORKBOOK.xml

Each objective gets its measures and, where the map knows a score, the actuals that come to it, so
that the program draws the map from beginning to end: `boardpack map WORKBOOK.xml -o map.pdf`."""
import json
import re
import sys
from xml.sax.saxutils import quoteattr

STRENGTH = {1: 'weak', 2: 'medium', 3: 'strong'}
STEP = {'up': 1, 'down': -1}
SCORES = {'green': (70, 25), 'amber': (40, 22), 'red': (5, 25)}  # from, and how far


def row(element, text=None, **fields):
    written = ''.join(f' {key}={quoteattr(str(value))}' for key, value in fields.items() if value not in (None, ''))
    return f'  <{element}{written}>{text}</{element}>' if text else f"  <{element}{written}/>"


def months(lag):
    found = re.fullmatch(r'(\d+)([my])', lag or '')
    return int(found.group(1)) * (12 if found.group(2) == 'y' else 1) if found else None


def table(name, rows):
    return [f' <{name}>', *rows, f' </{name}>'] if rows else []


def measured(objectives):
    """Rows of measures, thresholds and values: between 0 and 100 an actual is its score."""
    measures, thresholds, values = [], [], []
    for objective in objectives:
        for number in range(1, (objective.get('measures') or 1) + 1):
            name = f"M-{objective['id']}-{number}"
            measures.append(row('measure', '<definition>As defined by the benchmark.</definition>', id=name, name=f"{objective['title']}: measure {number}"[:120],
                                objectives=objective['id'], unitOfMeasure='points', decimals=0, polarity='higher',
                                frequency='monthly', aggregation='last', owner=objective.get('owner') or 'Owner',
                                dataSource='Benchmark', indicator='lagging', state='active'))
            thresholds.append(row('threshold', measure=name, method='absolute', redFlag=34, stretch=100, worst=0))
            if objective.get('score') is None:
                continue
            low, width = SCORES.get(objective.get('status'), SCORES['green'])
            now, step = low + objective['score'] % width, STEP.get(objective.get('trend'), 0)
            for month in range(1, 10):
                for series, value in ('target', 67), ('actual', now - step * (9 - month) * 3 / 10):
                    values.append(row('value', measure=name, period=f'2026-0{month}', series=series, v=value))
    return measures, thresholds, values


def workbook(model):
    unit = 'U'
    measures, thresholds, values = measured(model['objectives'])
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<workbook xmlns="urn:boardpack:strategy-workbook:1" version="1.0">',
        f' <organization id="{unit}" name={quoteattr(model.get("title") or model["id"])} currency="EUR" '
        'fiscalYearStart="01-01" asOf="2026-09-30" period="2026-09" language="en" conventionVersion="1">',
        f'  <mission>{model.get("mission", "").replace("&", "&amp;")}</mission>', ' </organization>',
        *table('units', [row('unit', id=unit, name=model.get('title') or model['id'], kind='enterprise')]),
        *table('perspectives', [row('perspective', id=b['id'], name=b['name'], order=i + 1, text=b.get('question') and f"<question>{b['question']}</question>".replace('&', '&amp;'))
                                for i, b in enumerate(model['bands'])]),
        *table('themes', [row('theme', id=t['id'], name=t['name'], order=i + 1) for i, t in enumerate(model['themes'])]),
        *table('objectives', [row('objective', id=o['id'], name=o['title'], unit=unit, perspective=o['band'],
                                  theme=o.get('theme'), weight=10, owner=o.get('owner') or 'Owner',
                                  state='active') for o in model['objectives']]),
        *table('links', [row('link', **{'from': k['from']}, to=k['to'], strength=STRENGTH[k.get('strength') or 2],
                             lag=months(k.get('lag')), sign='-' if k.get('polarity') == '-' else '+')
                         for k in model['links']]),
        *table('measures', measures), *table('thresholds', thresholds), *table('values', values),
        '</workbook>']


if __name__ == '__main__':
    with open(sys.argv[1], encoding='utf-8') as source:
        print('\n'.join(workbook(json.load(source))))
