"""make bench: what reading, judging and a packet cost.  Prints, never fails on a time.

CPU seconds are user + system of the child, the least of several runs; memory is its peak resident
set.  `raw` writes the packet's text with the PDF library's own calls, without layout, shaping or
tags; `plain` is the XML parser alone on the same file.  ONLY=organization measures the large
organization alone.
"""
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import time

sys.dont_write_bytecode = True
import workbooks  # noqa: E402

BUILD = os.environ['BUILD']
PROGRAM = os.environ['BOARDPACK']
SAMPLE = 'samples/regional-blood-service.fods'
CANONICAL = SAMPLE.replace('.fods', '.xml')
FOLDER = os.path.join(BUILD, 'bench')
RUNS = int(os.environ.get('RUNS', '9'))


# Workbooks as big as they may be: name, writer, values, most CPU seconds and MB of `check`.
LARGE = [('10.xml', workbooks.write_canonical, 150_000, 0.4, 64),
         ('62.fods', workbooks.write_flat, 150_000, 1.5, None),
         ('100.xml', workbooks.write_canonical, 1_500_000, 5.0, 512)]
# Of the large organization; most CPU seconds and memory for all documents of all its units.
UNITS = 314
FEWER = (100, 200)  # to see what further units add
BUILD_GOAL = 30
BUILD_MEMORY = 400  # MB
# Of the board's packet, its map included: pages, most CPU milliseconds, most kilobytes.
PACKET_PAGES, PACKET_MS, PACKET_KB = 30, 50, 400


def measure(arguments, stdin=None, runs=RUNS):
    """(least CPU seconds, least wall seconds, peak KiB) over the runs."""
    cpu, wall, peak = [], [], 0
    for _ in range(runs):
        with open(stdin or os.devnull, 'rb') as source, open(os.devnull, 'wb') as sink:
            start = time.perf_counter()
            child = subprocess.Popen(arguments, stdin=source, stdout=sink, stderr=sink)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            wall.append(time.perf_counter() - start)
        if child.returncode != 0:
            sys.exit(f'{" ".join(arguments)}: exit status {child.returncode}')
        cpu.append(usage.ru_utime + usage.ru_stime)
        peak = max(peak, usage.ru_maxrss)
    return min(cpu), min(wall), peak


def write_aside(write, *given, **named):
    """Writes a large workbook in a process of its own: a child's peak is never told lower than that
    of whoever started it."""
    child = multiprocessing.Process(target=write, args=given, kwargs=named)
    child.start()
    child.join()
    if child.exitcode != 0:
        sys.exit(f'{write.__name__}: exit status {child.exitcode}')


def row(name, cpu, wall, peak, size=None, pages=None):
    print(f'{name:26} {cpu * 1e3:9.1f} {wall * 1e3:9.1f} {peak / 1024:9.1f}'
          f' {size if size is not None else "":>10} {f"{cpu * 1e3 / pages:9.2f}" if pages else ""}')


def read_large():
    """How fast large workbooks are read and checked, beside the goals."""
    print(f'{"check of a large workbook":26} {"CPU s":>6} {"goal":>5} {"peak MB":>8} {"goal":>5}'
          f' {"MB/s":>6} {"plain s":>8} {"ratio":>6}')
    for name, write, values, most_seconds, most_memory in LARGE:
        path = os.path.join(FOLDER, name)
        write_aside(write, path, values)
        size = os.path.getsize(path) / 1e6
        cpu, _, peak = measure([PROGRAM, 'check', '-q', path], runs=min(RUNS, 5))
        plain, _, _ = measure([os.path.join(BUILD, os.environ['CONFIG'], 'bench_sax'), path],
                              runs=min(RUNS, 5))
        megabytes = peak * 1024 / 1e6
        met = cpu <= most_seconds and (most_memory is None or megabytes <= most_memory)
        print(f'{f"{name}, {values} values":26.26} {cpu:6.2f} {most_seconds:5} {megabytes:8.1f}'
              f' {most_memory or "":>5} {size / cpu:6.0f} {plain:8.3f} {cpu / plain:6.1f}'
              f'{"" if met else "  MISSED"}')
        os.remove(path)


def judge_large(path):
    """What it costs to judge a large organization, beside reading it."""
    sys.stdout.flush()
    subprocess.run([os.path.join(BUILD, os.environ['CONFIG'], 'bench_assess'), path], check=True)


def build_large(path, units):
    """All documents of each unit of it, once: that takes its time.

    Memory stands beside that of `check` of the same workbook, which holds all of it too: what
    building adds is the longest documents: the book, which has a sheet for each, and a packet for
    each further hand.
    """
    folder = os.path.join(FOLDER, 'units')
    shutil.rmtree(folder, ignore_errors=True)
    jobs = len(os.sched_getaffinity(0))
    _, _, held = measure([PROGRAM, 'check', '-q', path], runs=1)
    cpu, wall, peak = measure([PROGRAM, 'build', '-q', '--units', 'all', '--jobs', str(jobs),
                               path, '-o', folder], runs=1)
    sizes = [os.path.getsize(os.path.join(where, name))
             for where, _, names in os.walk(folder) for name in names]
    shutil.rmtree(folder)
    most, goal = peak * 1024 / 1e6, (BUILD_GOAL, BUILD_MEMORY) if units == UNITS else ('', '')
    met = units != UNITS or (cpu <= BUILD_GOAL and most <= BUILD_MEMORY)
    print(f'{f"{units} units":28} {cpu:6.1f} {goal[0]:5} {wall:7.1f} {jobs:4} {most:8.1f} {goal[1]:5}'
          f' {held * 1024 / 1e6:8.1f} {(peak - held) * 1024 / 1e6:6.1f} {len(sizes):6}'
          f' {sum(sizes) / 1e6:5.0f}{"" if met else "  MISSED"}')


def organization():
    """What judging and building a large organization cost, and what each further unit adds."""
    path = os.path.join(FOLDER, 'organization.xml')
    for units in (*FEWER, UNITS):
        write_aside(workbooks.write_organization, path, units=units, measures=32, months=24)
        if units == FEWER[0]:
            print(f'{"build --units all":28} {"CPU s":>6} {"goal":>5} {"wall s":>7} {"jobs":>4}'
                  f' {"peak MB":>8} {"goal":>5} {"of check":>8} {"added":>6} {"files":>6} {"MB":>5}')
        build_large(path, units)
    judge_large(path)
    os.remove(path)


def pages_of(packet):
    info = subprocess.run(['pdfinfo', packet], capture_output=True, text=True, check=True).stdout
    return int(re.search(r'^Pages: *(\d+)', info, re.M).group(1))


def fewer_pages(packet, path):
    """Writes the board's template without its last details, so many that PACKET_PAGES are left, or
    the fewest more."""
    with open('templates/board.xml', encoding='utf-8') as file:
        lines = file.readlines()
    for at in [i for i, line in enumerate(lines) if re.search('appendix=|detail=', line)][::-1]:
        shorter = [line if i != at else '\n' for i, line in enumerate(lines)]
        with open(path, 'w', encoding='utf-8') as file:
            file.writelines(shorter)
        subprocess.run([PROGRAM, 'packet', '-q', f'--template={path}', CANONICAL, '-o', packet],
                       stderr=subprocess.DEVNULL, check=True)
        if pages_of(packet) >= PACKET_PAGES:
            lines = shorter
    with open(path, 'w', encoding='utf-8') as file:
        file.writelines(lines)


def board_packet():
    """A packet of thirty pages beside its goals; a busy machine takes longer."""
    packet, template = os.path.join(FOLDER, 'board.pdf'), os.path.join(FOLDER, 'board.xml')
    fewer_pages(packet, template)
    made = measure([PROGRAM, 'packet', '-q', f'--template={template}', CANONICAL, '-o', packet],
                   runs=max(RUNS, 20))
    pages, size = pages_of(packet), os.path.getsize(packet)
    row(f'packet of {pages} pages, map too', *made, size, pages)
    met = made[0] * 1e3 <= PACKET_MS and size <= PACKET_KB * 1000
    print(f'{"  its goals":26} {PACKET_MS:9} {"":29} {PACKET_KB * 1000:10}{"" if met else "  MISSED"}')


def main():
    os.makedirs(FOLDER, exist_ok=True)
    if sys.argv[1:] == ['organization']:
        organization()
        return
    read_large()
    organization()
    packet = os.path.join(FOLDER, 'packet.pdf')
    print(f'{RUNS} runs each, the least of them; {SAMPLE}')
    print(f'{"":26} {"CPU ms":>9} {"wall ms":>9} {"peak MiB":>9} {"bytes":>10} {"ms a page":>9}')
    row('start (--version)', *measure([PROGRAM, '--version']))
    row('check', *measure([PROGRAM, 'check', '-q', SAMPLE]))
    row('assess --format=json', *measure([PROGRAM, 'assess', '--format=json', SAMPLE]))
    row('diff', *measure([PROGRAM, 'diff', '-q', SAMPLE, CANONICAL]))
    made = measure([PROGRAM, 'packet', '-q', SAMPLE, '-o', packet])
    pages = pages_of(packet)
    row(f'packet ({pages} pages)', *made, os.path.getsize(packet), pages)
    board_packet()
    for kind in 'svg', 'png':
        picture = os.path.join(FOLDER, 'map.' + kind)
        row('map.' + kind, *measure([PROGRAM, 'map', '-q', SAMPLE, '-o', picture]), os.path.getsize(picture))
    row('build', *measure([PROGRAM, 'build', '-q', SAMPLE, '-o', os.path.join(FOLDER, 'all')]))

    pages_program = os.path.join(BUILD, os.environ['CONFIG'], 'bench_pages')
    thirty = os.path.join(FOLDER, 'thirty.pdf')
    for more in [], ['120']:
        sys.stdout.flush()
        subprocess.run([pages_program, CANONICAL, thirty, *more], check=True)

    text = os.path.join(FOLDER, 'packet.txt')
    subprocess.run(['pdftotext', '-layout', packet, text], check=True)
    font = subprocess.run(['find', '/usr/share/fonts', '-name', 'Lato-Regular.ttf'],
                          capture_output=True, text=True, check=True).stdout.split('\n')[0]
    plain = os.path.join(FOLDER, 'raw.pdf')
    raw = measure([os.path.join(BUILD, os.environ['CONFIG'], 'bench_raw'), font, plain], text)
    row('raw: the same glyphs', *raw, os.path.getsize(plain), pages)
    with open(text, encoding='utf-8') as file:
        glyphs = sum(1 for c in file.read() if not c.isspace())
    print(f'{glyphs} glyphs; packet / raw: {made[0] / max(raw[0], 1e-4):.1f} x CPU, '
          f'{os.path.getsize(packet) / os.path.getsize(plain):.1f} x bytes')


if __name__ == '__main__':
    main()
