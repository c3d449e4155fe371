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
    """The row a record of these days counts in: one period of the step, or the smallest standard
    period that holds it (T1), or else the coverage."""
    span = STEPS[step](first)
    if last <= span[1]:
        return [(*span, "period")]
    for wider in STEPS.values():
        span = wider(first)
        if last <= span[1]:
            return [(*span, "unspecified")]
    return [(*coverage, "unspecified")]


def effects(record, origin, destination):
    """Which indicators a record makes at which end (F7): [(indicator, end, figure)].

    The ends are what `view` gives, or None where the record says nothing of them; an incident
    has a destination only."""
    if not record.movement:
        return [(name, "destination", figure) for name, figure in record.figures.items()]
    [figure] = record.figures.values()
    names = []
    if record.movement == "displacement":
        if origin or not destination:
            names.append(("displaced", "origin"))
    elif record.movement == "return":
        names.append(("returned", "destination" if destination else "origin"))
    else:
        names.append(({"eviction": "evicted", "relocation": "relocated"}[record.movement],
                      "origin" if origin else "destination"))
    if destination and destination != origin:
        leaving, coming = ("returns_out", "returns_in") if record.movement == "return" \
            else ("departed", "arrived")
        if origin:
            names.append((leaving, "origin"))
        names.append((coming, "destination"))
    suffix = "_households" if record.unit == "households" else ""
    return [(name + suffix, end, figure) for name, end in names]


def tally(places, inputs, step, coverage):
    """All sums and, beside them, the accounts.

    Sums: (level, status, region, start, end, time status, indicator, category) → Sum.
    Accounts: (level, indicator) → numbers of records by status."""
    sums = defaultdict(Sum)
    accounts = defaultdict(lambda: defaultdict(int))
    records = [r for i in inputs for r in i.records
               if coverage[0] <= r.first and r.last <= coverage[1]]
    spots = settle(places, [r.place for r in records])
    origins = settle(places, [r.origin for r in records])
    for record, spot, origin in zip(records, spots, origins):
        ends = {"origin": record.origin and origin, "destination": spot}
        if record.movement and not record.place:
            ends["destination"] = None
        times = periods(record.first, record.last, step, coverage)
        for level in LEVELS:
            seen = {name: end and view(places, end, level) for name, end in ends.items()}
            for indicator, name, figure in effects(record, seen["origin"], seen["destination"]):
                cell = seen[name] or ("unplaced", "")
                _account(accounts[level, indicator], cell, ends[name], level)
                _add(sums, (level, *cell), times, indicator, record.kind, figure)
        for zone in {z for end in ends.values() if end for z in end.zones}:
            seen = {name: end and (("region", zone) if zone in end.zones else ("beyond", name))
                    for name, end in ends.items()}
            for indicator, name, figure in effects(record, seen["origin"], seen["destination"]):
                if seen[name] == ("region", zone):
                    _add(sums, ("zone", *seen[name]), times, indicator, record.kind, figure)
    return sums, accounts


def _account(account, cell, end, level):
    account["regions" if cell[0] == "region" else cell[0]] += 1
    account["ties"] += bool(end) and level in end.ties
    if level != "neighborhood":
        account["snapped"] += bool(end) and end.snapped and cell[0] == "region"


def _add(sums, cell, times, indicator, kind, figure):
    for start, finish, status in times:
        for category in ("", kind or "unstated"):
            sums[(*cell, start.isoformat(), finish.isoformat(), status, indicator,
                  category)].add(figure)
