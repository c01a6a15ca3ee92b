"""How far small changes of data move the cards of a map: mapstability.py MAPJSON WORK [TRIALS]

Lays every map of tests/bench/maps out, then again with one link or one objective less or one more,
without and with the earlier layout kept, and counts the cards that stand in another row or moved
by more than half their width."""
import copy
import json
import os
import random
import subprocess
import sys

program, work = sys.argv[1:3]
trials = int(sys.argv[3]) if len(sys.argv) > 3 else 1
folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'maps')
os.makedirs(work, exist_ok=True)


def laid_out(model, name, keep=None):
    path = os.path.join(work, name)
    with open(path + '.model', 'w', encoding='utf-8') as file:
        json.dump(model, file)
    environment = dict(os.environ, JSON_ONLY='1')
    if keep:
        environment['KEEP'] = os.path.join(work, keep + '.json')
    subprocess.run([program, path + '.model', path], check=True, env=environment,
                   stderr=subprocess.DEVNULL)
    with open(path + '.json', encoding='utf-8') as file:
        return json.load(file)


def changes(model, chance):
    for _ in range(trials):
        less = copy.deepcopy(model)
        less['links'].remove(chance.choice(less['links']))
        yield 'link less', less
        more = copy.deepcopy(model)
        have = {(k['from'], k['to']) for k in more['links']}
        link = dict(chance.choice(more['links']))
        upper = [o['id'] for o in more['objectives'] if o['band'] == more['bands'][0]['id']]
        free = [(link['from'], u) for u in upper if (link['from'], u) not in have and u != link['from']]
        if free:
            link['from'], link['to'] = chance.choice(free)
            more['links'].append(link)
            yield 'link more', more
        gone = copy.deepcopy(model)
        card = chance.choice(gone['objectives'])
        gone['objectives'].remove(card)
        gone['links'] = [k for k in gone['links'] if card['id'] not in (k['from'], k['to'])]
        yield 'objective less', gone
        new = copy.deepcopy(model)
        card = dict(chance.choice(new['objectives']), id='NEW')
        new['objectives'].append(card)
        new['links'].append(dict(new['links'][0], **{'from': 'NEW', 'to': new['objectives'][0]['id']}))
        yield 'objective more', new


def moved(before, after):
    rows = [sorted({round(n['y'], 1) for n in side['nodes']}) for side in (before, after)]
    old = {n['id']: n for n in before['nodes']}
    count = both = 0
    for node in after['nodes']:
        if node['id'] not in old:
            continue
        both += 1
        last = old[node['id']]
        across = abs(node['x'] + node['w'] / 2 - last['x'] - last['w'] / 2)
        row = rows[0].index(round(last['y'], 1)) != rows[1].index(round(node['y'], 1))
        count += row or across > last['w'] / 2
    return count, both


totals = {}
for file in sorted(os.listdir(folder)):
    with open(os.path.join(folder, file), encoding='utf-8') as source:
        model = json.load(source)
    before = laid_out(model, 'before')
    for what, changed in changes(model, random.Random(file)):
        for how, keep in (('anew', None), ('kept', 'before')):
            count, both = moved(before, laid_out(changed, 'after', keep))
            total = totals.setdefault((what, how), [0, 0, 0])
            total[0] += count
            total[1] += both
            total[2] += 1
for (what, how), (count, both, maps) in sorted(totals.items()):
    print('%-15s %-5s %5.1f %% of cards moved, %5.2f a map' % (what, how, 100 * count / both, count / maps))
