"""The map of a unit as tests/checkers/score_map.py wants to know it, from canonical XML:
mapmodel.py WORKBOOK.xml [UNIT] >MODEL.json"""
import json
import sys
import xml.etree.ElementTree as tree

SPACE = '{urn:boardpack:strategy-workbook:1}'
root = tree.parse(sys.argv[1]).getroot()


def rows(container):
    return [dict(row.attrib) for row in root.find(SPACE + container) or ()]


unit = sys.argv[2] if len(sys.argv) > 2 else next(u['id'] for u in rows('units') if 'parent' not in u)
objectives = [o for o in rows('objectives') if o['unit'] == unit
              and o.get('state', 'active') == 'active']
ids = {o['id'] for o in objectives}
used = {o['perspective'] for o in objectives}
bands = [p for p in sorted(rows('perspectives'), key=lambda p: int(p['order'])) if p['id'] in used]
themes = {o['theme'] for o in objectives if 'theme' in o}
json.dump({
    'format': 'strategy-map/1',
    'id': unit,
    'bands': [{'id': b['id'], 'name': b['name']} for b in bands],
    'themes': [{'id': t['id'], 'name': t['name']} for t in rows('themes') if t['id'] in themes],
    'objectives': [{'id': o['id'], 'title': o['name'], 'band': o['perspective'], 'theme': o.get('theme')}
                   for o in objectives],
    'links': [{'from': k['from'], 'to': k['to'], 'strength': 2, 'polarity': k.get('sign', '+')}
              for k in rows('links') if k['from'] in ids and k['to'] in ids],
}, sys.stdout)
