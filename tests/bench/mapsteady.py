"""How many cards of a map keep their row and order when little of it changes: mapsteady.py MAPJSON WORK

Lays every map of tests/bench/maps and those of seeds out, then again with one link or one objective
less or one more, anew and with the earlier layout kept.  A card keeps its place if it stands in the
same row of its band and in the same order among those that were in that row before."""
import copy
import os
import sys

sys.dont_write_bytecode = True
import mapmaker  # noqa: E402
import maps  # noqa: E402

os.environ['JSON_ONLY'] = '1'


def changes(model, chance):
    less = copy.deepcopy(model)
    less['links'].remove(chance.of(less['links']))
    yield 'link less', less
    more = copy.deepcopy(model)
    have = {frozenset((k['from'], k['to'])) for k in more['links']}
    order = [b['id'] for b in more['bands']]
    near = [(a['id'], b['id']) for a in more['objectives'] for b in more['objectives']
            if order.index(a['band']) == order.index(b['band']) + 1 and frozenset((a['id'], b['id'])) not in have]
    if near:
        source, target = chance.of(near)
        more['links'].append(dict(more['links'][0], **{'from': source, 'to': target}))
        yield 'link more', more
    gone = copy.deepcopy(model)
    card = chance.of(gone['objectives'])
    gone['objectives'].remove(card)
    gone['links'] = [k for k in gone['links'] if card['id'] not in (k['from'], k['to'])]
    yield 'objective less', gone
    new = copy.deepcopy(model)
    like = chance.of(new['objectives'])
    new['objectives'].append(dict(like, id='NEW'))
    for link in [k for k in new['links'] if like['id'] in (k['from'], k['to'])][:1]:
        new['links'].append({**link, **{end: 'NEW' for end in ('from', 'to') if link[end] == like['id']}})
    yield 'objective more', new


def rows_of(model, layout):
    """Ids of the cards from left to right by (band, row of the band)."""
    band_of = {o['id']: o['band'] for o in model['objectives']}
    heights, rows = {}, {}
    for node in layout['nodes']:
        heights.setdefault(band_of[node['id']], set()).add(round(node['y'], 1))
    for node in sorted(layout['nodes'], key=lambda n: n['x']):
        band = band_of[node['id']]
        row = sorted(heights[band]).index(round(node['y'], 1))
        rows.setdefault((band, row), []).append(node['id'])
    return rows


def common(a, b):
    """Length of the longest order that both have."""
    best = [0] * (len(b) + 1)
    for x in a:
        last = 0
        for i, y in enumerate(b):
            last, best[i + 1] = best[i + 1], last + 1 if x == y else max(best[i + 1], best[i])
    return best[-1]


def kept(before, after):
    """(cards that keep row and order, cards there were and are)"""
    ids = [{i for row in side.values() for i in row} for side in (before, after)]
    both = ids[0] & ids[1]
    same = sum(common([i for i in row if i in both], [i for i in after.get(key, []) if i in both])
               for key, row in before.items())
    return same, len(both)


def main(program, work, most=None):
    os.makedirs(work, exist_ok=True)
    totals = {}
    models = list(maps.given()) + mapmaker.models()
    for model in models[:int(most or len(models))]:
        first = os.path.join(work, 'before')
        before = rows_of(model, maps.laid_out(program, model, first)[0])
        chance = mapmaker.Chance(len(model['links']) * 100 + len(model['objectives']))
        for what, changed in changes(model, chance):
            for how in ('anew', 'kept'):
                layout, _ = maps.laid_out(program, changed, os.path.join(work, 'after'),
                                          first + '.json' if how == 'kept' else None)
                same, both = kept(before, rows_of(changed, layout))
                total = totals.setdefault((what, how), [0, 0, 0, 0])
                for i, add in enumerate((same, both, same == both, 1)):
                    total[i] += add
    for (what, how), (same, both, whole, count) in sorted(totals.items()):
        print(f'{what:15} {how}: {100 * same / both:5.1f} % of cards keep row and order; '
              f'{whole} of {count} maps keep all')
    anew = [t for (_, how), t in totals.items() if how == 'anew']
    print(f'anew, all changes {100 * sum(t[0] for t in anew) / sum(t[1] for t in anew):5.1f} %')


if __name__ == '__main__':
    main(*sys.argv[1:4])
