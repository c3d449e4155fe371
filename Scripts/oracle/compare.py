#!/usr/bin/env python3
"""Counts files a second time and compares the outcome with a report that Nuzuh wrote.

    compare.py --geodata DIR --report DIR [--by month] FILES…

The report must come from `nuzuh report FILES… --internal --by STEP --category kind`. Prints every
difference (the first fifty in full) and exits 1 if there is one.
"""
import argparse
import csv
import json
import pathlib
import sys
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from places import LEVELS, Places
from sources import read
from tally import tally

# Sums of others: nuzuh derives them, and they are compared with what they derive from.
DERIVED = {"net", "net_households"}


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="+")
    options.add_argument("--geodata", required=True)
    options.add_argument("--report", required=True, type=pathlib.Path)
    options.add_argument("--by", default="month")
    options = options.parse_args()

    theirs = read_tallies(options.report / "tallies.csv")
    account = json.loads((options.report / "accounts.json").read_text(encoding="utf-8"))
    inputs = [read(path) for path in options.files]
    sums, accounts = tally(Places(options.geodata), inputs, options.by, coverage_of(options.report))
    levels = {key[0] for key in theirs}
    ours = {key: printed(value) for key, value in sums.items() if key[0] in levels}

    found = [*compare_inputs(inputs, options.files, account), *compare_cells(ours, theirs),
             *compare_accounts(accounts, account)]
    for line in found[:50]:
        print(line)
    if len(found) > 50:
        print(f"… and {len(found) - 50} more")
    print(f"{len(ours)} cells counted a second time, {len(found)} differences", file=sys.stderr)
    return 1 if found or not ours else 0


def read_tallies(path):
    """Cell → (low, best, high, records), as printed."""
    cells = {}
    with open(path, newline="", encoding="utf-8-sig") as stream:
        for row in csv.DictReader(stream):
            if row["indicator"] in DERIVED or not int(row["records"] or 0):
                continue
            key = (row["level"], row["place_status"], row["region_id"], row["period_start"],
                   row["period_end"], row["time_status"], row["indicator"], row["category"])
            if key in cells:
                raise SystemExit(f"oracle: tallies.csv has two rows for {key}")
            cells[key] = (row["low"], row["best"], row["high"], int(row["records"]))
    return cells


def coverage_of(report):
    """First and last day of the report, as its map states them."""
    stated = json.loads((report / "regions.geojson").read_text(encoding="utf-8"))["period"]
    return date.fromisoformat(stated["start"]), date.fromisoformat(stated["end"])


def printed(total):
    """The sum as a report prints it: at most six decimals, half to even."""

    def text(number):
        if number is None:
            return ""
        number = number.quantize(Decimal("0.000001"), ROUND_HALF_EVEN)
        return f"{number.normalize():f}" if number else "0"

    return text(total.low), text(total.best), text(total.high), total.records


def compare_cells(ours, theirs):
    for key in sorted(ours.keys() | theirs.keys()):
        if ours.get(key) != theirs.get(key):
            yield f"{' | '.join(key)}: here {ours.get(key)}, report {theirs.get(key)}"


def compare_inputs(inputs, files, account):
    stated = {entry["file"]: entry for entry in account["inputs"]}
    for own, path in zip(inputs, files):
        entry = stated.get(pathlib.Path(path).name)
        if entry is None:
            yield f"accounts.json does not name {path}"
            continue
        for name in ("rows", "rejected", "replaced"):
            if entry[name] != getattr(own, name):
                yield f"{path}: {name}: here {getattr(own, name)}, report {entry[name]}"


def compare_accounts(accounts, account):
    for (level, indicator), numbers in sorted(accounts.items()):
        stated = account["levels"].get(level, {}).get(indicator)
        if stated is None:
            if level != LEVELS[0]:
                yield f"accounts.json lacks {level} {indicator}"
            continue
        for name in ("regions", "unspecified", "external", "outside", "unplaced", "ties",
                     "snapped"):
            if stated[name] != numbers[name]:
                yield (f"accounts: {level} {indicator} {name}: "
                       f"here {numbers[name]}, report {stated[name]}")


if __name__ == "__main__":
    sys.exit(main())
