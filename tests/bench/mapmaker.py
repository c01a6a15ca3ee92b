"""Strategy maps made of a number: model(seed) gives one in the format of tests/bench/maps.

Their sizes and shapes vary as those of the files do: 8 to 40 objectives, 3 to 6 bands, 0 to 5 themes,
sparse and dense links, some of them over two bands, across themes, within a band, negative or
backwards, and a few long titles in other languages and scripts."""

MAPS = 34

BANDS = {
    3: ['Customer', 'Internal Process', 'Learning & Growth'],
    4: ['Financial', 'Customer', 'Internal Process', 'Learning & Growth'],
    5: ['Mission', 'Stakeholders', 'Internal Process', 'People', 'Resources'],
    6: ['Mission', 'Stakeholders', 'Financial', 'Internal Process', 'People', 'Technology & Data'],
}
HEIGHT = {'Mission': 2, 'Financial': 3, 'Customer': 4, 'Stakeholders': 4, 'Internal Process': 7,
          'Learning & Growth': 4, 'People': 4, 'Resources': 2, 'Technology & Data': 3}
THEMES = ['Operational excellence', 'Customer intimacy', 'Product leadership', 'Good citizenship',
          'Digital platform']
VERBS = ['Accelerate', 'Attract', 'Build', 'Deliver', 'Develop', 'Embed', 'Expand', 'Grow', 'Improve',
         'Modernise', 'Optimise', 'Protect', 'Raise', 'Reduce', 'Retain', 'Secure', 'Shorten',
         'Simplify', 'Standardise', 'Strengthen']
THINGS = ['working capital', 'cash conversion', 'customer trust', 'on-time delivery', 'value for money',
          'order-to-cash cycle time', 'supplier quality', 'warehouse automation', 'data literacy',
          'succession for critical roles', 'service availability', 'first-contact resolution',
          'risk and compliance controls', 'brand preference in target segments', 'safety culture',
          'product launch process', 'knowledge sharing', 'revenue from new services']
ENDS = ['', '', '', ' within budget', ' across all sites', ' by segment', ' for every region',
        ' year on year', ' end to end', ' in core markets']
LONG = ['Kundenzufriedenheitsindex nachhaltig verbessern', 'Qualitätssicherungsmaßnahmen vereinheitlichen',
        'Zwiększyć satysfakcję i lojalność kluczowych klientów', 'Βελτίωση της ποιότητας υπηρεσιών',
        'Повысить вовлечённость сотрудников', 'Améliorer l’efficacité opérationnelle des centres régionaux',
        'NPS ≥ 60', 'ISO 27001']
OWNERS = ['COO', 'CIO', 'Finance', 'HR Director', 'Head of Sales', 'A. Novak', 'J. Okafor', 'L. Fernández',
          'M. Rossi', 'S. Lindqvist', 'Operations & Supply Chain']


class Chance:
    """The same numbers on every machine and with every version of Python."""

    def __init__(self, seed):
        self.state = seed * 2654435761 + 12345

    def below(self, most):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (self.state >> 33) % most

    def of(self, items):
        return items[self.below(len(items))]

    def percent(self, share):
        return self.below(100) < share


def counts_of(bands, objectives):
    """Objectives of each band: by its usual share, at least one."""
    total = sum(HEIGHT[name] for name in bands)
    counts = [max(1, objectives * HEIGHT[name] // total) for name in bands]
    while sum(counts) < objectives:
        counts[max(range(len(bands)), key=lambda b: HEIGHT[bands[b]] / counts[b])] += 1
    while sum(counts) > objectives:
        counts[counts.index(max(counts))] -= 1
    return counts


def objectives_of(chance, bands, counts, themes):
    out = []
    free_bands = {b for b, share in ((0, 20), (len(bands) - 1, 35)) if chance.percent(share)}
    long_titles = chance.percent(25)
    for band, count in enumerate(counts):
        for n in range(count):
            free = band in free_bands or chance.percent(2)
            title = chance.of(VERBS) + ' ' + chance.of(THINGS) + chance.of(ENDS)
            if long_titles and chance.percent(20):
                title = chance.of(LONG)
            state = chance.of(['green', 'green', 'green', 'amber', 'amber', 'red', 'none'])
            out.append({'id': f'{bands[band][0]}{band}{n + 1}', 'title': title, 'band': f'b{band}',
                        'theme': None if free or not themes else chance.of(themes)['id'],
                        'owner': chance.of(OWNERS), 'status': state,
                        'trend': chance.of(['up', 'flat', 'down', 'none']),
                        'score': None if state == 'none' else 40 + chance.below(75),
                        'weight': 5 * (1 + chance.below(5)), 'measures': 1 + chance.below(4)})
    return out


def links_of(chance, objectives, bands, density):
    by_band = [[o for o in objectives if o['band'] == f'b{b}'] for b in range(len(bands))]
    out, seen = [], set()

    def add(source, target):
        if source is target or (source['id'], target['id']) in seen or (target['id'], source['id']) in seen:
            return
        seen.add((source['id'], target['id']))
        out.append({'from': source['id'], 'to': target['id'], 'strength': 1 + chance.below(3),
                    'polarity': '-' if chance.percent(4) else '+',
                    'lag': chance.of([None, None, '3m', '6m', '1y'])})

    def above(source, band):
        near = [o for o in by_band[band] if o['theme'] == source['theme']]
        return chance.of(near) if near and chance.percent(60) else chance.of(by_band[band])

    for band in range(1, len(bands)):
        for source in by_band[band]:
            add(source, above(source, band - 1))
    tries = 0
    while len(out) < density * len(objectives) / 100 and tries < 1000:
        tries += 1
        source = chance.of(objectives)
        band = int(source['band'][1:])
        kind = chance.below(100)
        if kind < 10 and band > 1:
            add(source, above(source, band - 2))
        elif kind < 14 and len(by_band[band]) > 1:
            add(source, chance.of(by_band[band]))
        elif kind < 15 and band + 1 < len(bands):
            add(source, chance.of(by_band[band + 1]))
        elif band > 0:
            add(source, above(source, band - 1))
    return out


def model(seed):
    chance = Chance(seed)
    bands = BANDS[chance.of([3, 4, 4, 4, 4, 4, 4, 4, 5, 6])]
    objectives = 8 + chance.below(33)
    themes = [{'id': f'T{i + 1}', 'name': THEMES[i]} for i in range(chance.of([0, 2, 3, 3, 4, 4, 5]))]
    if objectives < 12:
        themes = themes[:3]
    items = objectives_of(chance, bands, counts_of(bands, objectives), themes)
    return {'format': 'strategy-map/1', 'id': f'h{seed:02}', 'title': f'Map of seed {seed}',
            'bands': [{'id': f'b{b}', 'name': name} for b, name in enumerate(bands)], 'themes': themes,
            'objectives': items,
            'links': links_of(chance, items, bands, chance.of([110, 120, 140, 150, 180, 200]))}


def models():
    return [model(seed) for seed in range(1, MAPS + 1)]
