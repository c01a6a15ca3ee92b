"""make bench-maps: how maps are drawn and what that costs: maps.py MAPJSON WORK [BASELINE.tsv]

Lays out the maps of tests/bench/maps and as many made of seeds, scores them as a reader would
(tests/checkers/score_map.py) and holds them against the goals; ends with status 1 if a gate is not 0
or a goal is missed."""
import json
import os
import resource
import statistics
import subprocess
import sys

sys.dont_write_bytecode = True
here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, '..', 'checkers'))
import mapmaker  # noqa: E402
import score_map  # noqa: E402

PICTURES = not os.environ.get('JSON_ONLY')
SHOWN = ['cross_seen', 'cross_shallow', 'near_miss', 'theme_inv', 'turn_per_link', 'title_pt_A4', 'min_pt_A4',
         'ink_mm', 'reader_cost']
# Means over the whole of the benchmark that the files are part of, by other programs.
BASELINES = [('dot, themes', 31.5, 11.8, 9.9, 0, 0.91, 6.7), ('dot, no themes', 25.9, 7.0, 11.2, 12.3, 0.08, 7.2),
             ('elk, no themes', 24.3, 0, 0, 12.8, 1.65, 7.7), ('dagre', 32.2, 14.5, 2.1, 14.1, 0.73, 6.6)]


def laid_out(program, model, stem, keep=None):
    """(layout, CPU seconds)"""
    with open(stem + '.model.json', 'w', encoding='utf-8') as file:
        json.dump(model, file)
    environment = dict(os.environ, **({'KEEP': keep} if keep else {}))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, stem + '.model.json', stem], check=True, env=environment, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(stem + '.json', encoding='utf-8') as file:
        return json.load(file), after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def given():
    folder = os.path.join(here, 'maps')
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding='utf-8') as file:
            yield json.load(file)


def line(name, values):
    print(f'{name:16.16}' + ''.join(f' {v:>13}' if isinstance(v, (str, int)) else f' {v:13.2f}' for v in values))


def main(program, work):
    os.makedirs(work, exist_ok=True)
    everything, failed = [], False
    line('map', ['objectives', 'links', *SHOWN, 'CPU s', 'gates'])
    for group, models in ('given', list(given())), ('of seeds', mapmaker.models()):
        rows = []
        for model in models:
            stem = os.path.join(work, model['id'])
            layout, seconds = laid_out(program, model, stem)
            row = dict(score_map.score(model, layout), seconds=seconds)
            broken = [f'{gate} {row[gate]}' for gate in score_map.GATES if row[gate]]
            rows.append(row)
            line(model['id'], [len(model['objectives']), len(model['links']), *(row[c] for c in SHOWN), seconds,
                               ', '.join(broken) or '0'])
            failed |= bool(broken)
            if PICTURES:
                checker = os.path.join(here, '..', 'checkers', 'check_svg.py')
                checked = subprocess.run([sys.executable, checker, stem + '.svg'], stdout=subprocess.PIPE, text=True)
                if checked.returncode:
                    print(checked.stdout, end='')
                    failed = True
        everything += rows
        line(f'mean, {group}', [len(rows), '', *(statistics.mean(r[c] for r in rows) for c in SHOWN), '', ''])
    mean = {c: statistics.mean(r[c] for r in everything) for c in SHOWN}
    line(f'mean of {len(everything)}', ['', '', *mean.values(), '', ''])
    for name, *values in BASELINES:
        line(name, ['', '', *values])
    times = [r['seconds'] for r in everything]
    goals = [('crossings', mean['cross_seen'], 20), ('shallow', mean['cross_shallow'], 0),
             ('near misses', mean['near_miss'], 0), ('theme inversions', mean['theme_inv'], 0),
             ('turns a link', mean['turn_per_link'], 1.5), ('-title pt', -mean['title_pt_A4'], -7.4),
             ('median CPU s', statistics.median(times), 0.3), ('worst CPU s', max(times), 1.5)]
    for name, value, most in goals:
        met = value <= most
        failed |= not met
        print(f'{name:16} {abs(value):8.3f}  goal {abs(most):5}  {"" if met else "MISSED"}')
    return failed


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:3]))
