"""How many: periods, sums and accounts (rules T1, F1, F2, A1)."""
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from places import LEVELS
from settle import settle, view


@dataclass
class Sum:
    low: Decimal = Decimal(0)
    best: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    records: int = 0

    def add(self, figure):
        """A missing number leaves the sum open (F1)."""
        values = [None if a is None or b is None else a + b
                  for a, b in zip((self.low, self.best, self.high), figure)]
        self.low, self.best, self.high = values
        self.records += 1


def _month(day):
    first = day.replace(day=1)
    return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _week(day):
    first = day - timedelta(days=day.weekday())
    return first, first + timedelta(days=6)


def _quarter(day):
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    return first, _month(first + timedelta(days=70))[1]


def _year(day):
    return date(day.year, 1, 1), date(day.year, 12, 31)


STEPS = {"week": _week, "month": _month, "quarter": _quarter, "year": _year}


def periods(first, last, step, coverage):
    """The rows a record of these days counts in: the coverage, and one period of the step or
    the smallest standard period that holds it (T1)."""
    rows = [(*coverage, "period")]
    span = STEPS[step](first)
    if last <= span[1]:
        return rows + [(*span, "period")]
    for wider in STEPS.values():
        span = wider(first)
        if last <= span[1]:
            return rows + [(*span, "unspecified")]
    return rows + [(*coverage, "unspecified")]


def tally(places, inputs, step, coverage):
    """All sums and, beside them, the accounts.

    Sums: (level, status, region, start, end, time status, indicator, category) → Sum.
    Accounts: (level, indicator) → numbers of records by status."""
    sums = defaultdict(Sum)
    accounts = defaultdict(lambda: defaultdict(int))
    zones = defaultdict(lambda: defaultdict(int))
    records = [r for i in inputs for r in i.records
               if coverage[0] <= r.first and r.last <= coverage[1]]
    for record, spot in zip(records, settle(places, [r.place for r in records])):
        for indicator, figure in record.figures.items():
            times = periods(record.first, record.last, step, coverage)
            cells = [(level, *view(places, spot, level)) for level in LEVELS]
            for level, status, _ in cells:
                account = accounts[level, indicator]
                account[{"region": "regions"}.get(status, status)] += 1
                account["ties"] += level in spot.ties
                account["snapped"] += spot.snapped and status == "region"
            cells += [("zone", "region", zone) for zone in spot.zones]
            for zone in spot.zones:
                zones[zone, indicator]["inside"] += 1
            for zone in spot.possible:
                zones[zone, indicator]["possible"] += 1
            for cell in cells:
                for start, end, status in times:
                    for category in ("", record.kind):
                        key = (*cell, start.isoformat(), end.isoformat(), status, indicator,
                               category)
                        sums[key].add(figure)
    return sums, accounts, zones
