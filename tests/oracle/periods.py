"""Weeks, months, quarters, halves and years on a fiscal calendar, for the oracle.

A period is (frequency, start): the absolute number of its first month (year * 12 + month - 1), or
of a week the ordinal of its Monday.
"""
import datetime
import re
from collections import namedtuple

Period = namedtuple('Period', 'frequency start')
MONTHS = {'monthly': 1, 'quarterly': 3, 'half-yearly': 6, 'yearly': 12}


class Calendar:
    def __init__(self, start_month=1, named_by='end'):
        self.start_month, self.named_by = start_month, named_by

    def fiscal_year(self, year):
        """The first month of the fiscal year of that name."""
        back = 1 if self.start_month > 1 and self.named_by == 'end' else 0
        return (year - back) * 12 + self.start_month - 1

    def parse(self, text):
        week = re.fullmatch(r'(\d{4})-W(\d\d)', text)
        if week:
            return Period('weekly', datetime.date.fromisocalendar(int(week[1]), int(week[2]), 1).toordinal())
        month = re.fullmatch(r'(\d{4})-(\d\d)', text)
        if month:
            return Period('monthly', int(month[1]) * 12 + int(month[2]) - 1)
        part = re.fullmatch(r'(FY)?(\d{4})(?:-([QH])(\d))?', text)
        if not part:
            raise ValueError(text)
        year, letter, place = int(part[2]), part[3], int(part[4] or 1) - 1
        frequency = {'Q': 'quarterly', 'H': 'half-yearly', None: 'yearly'}[letter]
        fiscal = part[1] or letter is None
        return Period(frequency, (self.fiscal_year(year) if fiscal else year * 12) + place * MONTHS[frequency])

    def holding(self, date, frequency):
        if frequency == 'weekly':
            return Period('weekly', date.toordinal() - date.weekday())
        month, length = date.year * 12 + date.month - 1, MONTHS[frequency]
        return Period(frequency, month - (month - (self.start_month - 1)) % length)

    def ended(self, date, frequency):
        """The last period of the frequency that ended on or before the date."""
        period = self.holding(date, frequency)
        return period if last_day(period) <= date else step(period, -1)

    def year_of(self, period):
        """The fiscal year in which a period lies; a week lies where its Thursday does."""
        day = first_day(period)
        if period.frequency == 'weekly':
            day += datetime.timedelta(days=3)
        return self.holding(day, 'yearly')

    def periods_of(self, year, frequency):
        """The periods of a frequency that make up a fiscal year, in order."""
        if frequency != 'weekly':
            length = MONTHS[frequency]
            return [Period(frequency, year.start + i) for i in range(0, 12, length)]
        week = self.holding(first_day(year), 'weekly')
        weeks = [step(week, i) for i in range(-1, 55)]
        return [w for w in weeks if self.year_of(w) == year]

    def write(self, period):
        """A period as the workbook may say it."""
        if period.frequency == 'weekly':
            year, week, _ = datetime.date.fromordinal(period.start).isocalendar()
            return f'{year}-W{week:02d}'
        year, month = divmod(period.start, 12)
        if period.frequency == 'monthly':
            return f'{year}-{month + 1:02d}'
        start = period.start - (period.start - (self.start_month - 1)) % 12
        name = start // 12 + (1 if self.start_month > 1 and self.named_by == 'end' else 0)
        if period.frequency == 'yearly':
            return f'FY{name}'
        length = MONTHS[period.frequency]
        letter = 'Q' if length == 3 else 'H'
        return f'FY{name}-{letter}{(period.start - start) // length + 1}'


def step(period, count):
    size = 7 if period.frequency == 'weekly' else MONTHS[period.frequency]
    return Period(period.frequency, period.start + count * size)


def between(first, second):
    return (second.start - first.start) // (7 if first.frequency == 'weekly' else MONTHS[first.frequency])


def first_day(period):
    if period.frequency == 'weekly':
        return datetime.date.fromordinal(period.start)
    return datetime.date(period.start // 12, period.start % 12 + 1, 1)


def last_day(period):
    return first_day(step(period, 1)) - datetime.timedelta(days=1)


def a_year_before(period):
    return step(period, {'weekly': -52, 'monthly': -12, 'quarterly': -4, 'half-yearly': -2, 'yearly': -1}[period.frequency])
