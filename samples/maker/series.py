"""Makes the monthly values: a slow path from a start to March 2026, a season and some noise from
a fixed seed; the last six months stand in source/monthly.csv by hand, because they tell the
story."""

from maker.book import Wide, number_text, read_csv

# Cosine of 0, 30, ... 330 degrees, written out so that no mathematics library can differ.
COSINES = [1.0, 0.866025, 0.5, 0.0, -0.5, -0.866025, -1.0, -0.866025, -0.5, 0.0, 0.5, 0.866025]
FIRST, HAND, LAST = (2024, 10), (2026, 4), (2027, 3)
HAND_MONTHS = ["Apr", "May", "Jun", "Jul", "Aug", "Sep"]
YEAR_START = 4


def month_number(text):
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1


def month_text(number):
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def ordinal(pair):
    return pair[0] * 12 + pair[1] - 1


class Noise:
    """A small generator of our own: the same numbers on every machine and version."""

    def __init__(self, seed):
        self.state = seed & 0xFFFFFFFF

    def uniform(self):
        self.state = (self.state * 1664525 + 1013904223) & 0xFFFFFFFF
        return self.state / 4294967296.0 - 0.5

    def bell(self):
        return (self.uniform() + self.uniform() + self.uniform()) * 2 / 1.5


def rounded(value, decimals):
    """Half away from zero, as text."""
    scale = 10**decimals
    whole = int(abs(value) * scale + 0.5)
    sign = "-" if value < 0 and whole else ""
    digits = f"{whole:0{decimals + 1}d}"
    text = digits if decimals == 0 else f"{digits[:-decimals]}.{digits[-decimals:]}"
    return number_text(sign + text)


def actuals(row, decimals, months):
    """Text per month; blank before the series starts and after September 2026."""
    noise = Noise(sum(ord(c) * 31**i for i, c in enumerate(row["Measure ID"])) * 2654435761)
    start, hand = month_number(row["From"]), ordinal(HAND)
    low, high = float(row["Actual at Start"]), float(row["Actual at March 2026"])
    season, peak, spread = float(row["Season"]), int(row["Peak"]), float(row["Noise"])
    top = 100.0 if high <= 100.0 < high * 1.2 else None
    result = []
    for month in months:
        wobble = noise.bell()
        if month < start:
            result.append("")
        elif month < hand:
            share = (month - start) / (hand - 1 - start)
            wave = 1 + season * COSINES[(month % 12 + 1 - peak) % 12]
            value = (low + (high - low) * share) * wave + spread * wobble
            result.append(rounded(min(value, top) if top else value, decimals))
        elif month < hand + len(HAND_MONTHS):
            result.append(row[HAND_MONTHS[month - hand]])
        else:
            result.append("")
    return result


def step_target(row, month):
    start, april, march = (float(row[c]) for c in ("Target Start", "Target April 2026",
                                                   "Target March 2027"))
    year = (month - (YEAR_START - 1)) // 12
    if year < 2025:
        return start
    if year < 2026:
        return (start + april) / 2
    return april if month < ordinal((2026, 10)) else march


def ramp_target(row, month):
    start, april, march = (float(row[c]) for c in ("Target Start", "Target April 2026",
                                                   "Target March 2027"))
    first, hand, last = month_number(row["From"]), ordinal(HAND), ordinal(LAST)
    if month < hand:
        return start + (april - start) * (month - first) / (hand - first)
    return april + (march - april) * (month - hand) / (last - hand)


def points_target(row, month):
    value = None
    for point in row["Target Start"].split():
        at, number = point.split(":")
        if month_number(at) <= month:
            value = float(number)
    return value


def targets(row, decimals, months):
    """step: one level a year; ramp: a straight line; year: a curve from April to March that
    starts again each year; points: dated levels; none."""
    result = []
    for month in months:
        curve = row["Target Curve"]
        if curve == "none" or month < month_number(row["From"]):
            result.append("")
        elif curve == "year":
            values = row["Target Start"].split()
            result.append(values[(month - (YEAR_START - 1)) % 12])
        else:
            make = {"step": step_target, "ramp": ramp_target, "points": points_target}[curve]
            value = make(row, month)
            result.append("" if value is None else rounded(value, decimals))
    return result


def monthly(source, decimals):
    """The Monthly Data sheet."""
    rows = read_csv(f"{source}/monthly.csv")
    months = list(range(ordinal(FIRST), ordinal(LAST) + 1))
    result = []
    for cells in rows[1:]:
        row = dict(zip(rows[0], cells))
        measure = row["Measure ID"]
        for series, values in (("actual", actuals(row, decimals[measure], months)),
                               ("target", targets(row, decimals[measure], months))):
            if any(values):
                result.append((measure, series, values))
    return Wide([month_text(m) for m in months], result)


def quarterly(source):
    """Rows for Measure Data: (measure, period, series, value)."""
    rows = read_csv(f"{source}/quarterly.csv")
    for cells in rows[1:]:
        for period, value in zip(rows[0][2:], cells[2:]):
            if value:
                yield cells[0], period, cells[1], value
