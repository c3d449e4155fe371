#!/usr/bin/env python3
"""Makes up small runs, has nuzuh release them, and attacks the released files alone.

releases.py --geodata DIR [--count N] [--sequences N] [--seed S] -- NUZUH…

Each run is random: places of several levels, days, kinds of movement, sparse figures. The
attacker reads tallies.csv, regions.geojson and flows.geojson as anybody would, writes down every
sum that holds in such files, and asks HiGHS for the smallest and largest value of each withheld
figure. Sequences are ten releases of a growing file with late, changed and deleted records, a
changed k and a second hierarchy. Exit code 1 if any figure is recovered or too narrow.
"""
import argparse
import csv
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import bmat, csr_matrix, hstack, identity, vstack
from scipy.sparse.csgraph import connected_components

LEVELS = ["country", "governorate", "district", "subdistrict", "neighborhood"]
ADDITIVE = {"injured", "detained", "displaced", "evicted", "relocated", "returned"}
CROSSING = {"departed", "arrived", "returns_in", "returns_out"}
HEADER = ["id", "source", "date_start", "date_end", "measure", "kind", "origin", "destination",
          "precision", "unit", "best"]


class Release:
    """What the files of one release say."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        settings = json.loads((self.folder / "accounts.json").read_text())["settings"]
        self.k = int(settings["k"])
        regions = json.loads((self.folder / "regions.geojson").read_text())
        package = json.loads((self.folder / "datapackage.json").read_text())
        days = package.get("temporal_coverage", {})
        self.coverage = ("total", days.get("start"), days.get("end"))
        self.parent, self.level = {}, {}
        for feature in regions["features"]:
            place = feature["properties"]
            if place["place_status"] == "region":
                self.parent[place["region_id"]] = place["parent"]
                self.level[place["region_id"]] = place["level"]
        self.figures = {}
        with open(self.folder / "tallies.csv", newline="", encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                self.take(row)
        self.take_totals(regions)
        self.flows = {}
        flows = json.loads((self.folder / "flows.geojson").read_text())
        for feature in flows["features"]:
            item = feature["properties"]
            ends = tuple((item[f"{end}_status"], item[f"{end}_id"] or "")
                         for end in ("origin", "destination"))
            self.flows[(item["level"], *ends, item["kind"], item["unit"])] = (
                item["status"], item["best"])

    def take(self, row):
        kind = row["time_status"]
        period = (kind, row["period_start"], row["period_end"])
        key = (row["level"], row["place_status"], row["region_id"], period, row["indicator"],
               row["category"])
        best = float(row["best"]) if row["best"] else None
        if row["status"] == "withheld" and any(row[name] for name in ("low", "best", "high",
                                                                      "records")):
            raise SystemExit(f"{self.folder}: a withheld row tells something: {row}")
        self.figures[key] = (row["status"], best)

    def take_totals(self, regions):
        """The totals over the coverage, at the levels that the table has for the indicator."""
        shown = {(key[4], key[0]) for key in self.figures}
        names = {key[4] for key in self.figures}
        for feature in regions["features"]:
            place = feature["properties"]
            if place["time_status"] != "period":
                continue
            for name in names:
                status = place.get(f"{name}_status", "no_report")
                if status == "no_report":
                    continue
                for level in [place["level"]] if place["level"] else LEVELS:
                    if (name, level) in shown or level == "zone":
                        key = (level, place["place_status"], place["region_id"] or "",
                               self.coverage, name, "")
                        self.figures[key] = (status, place[name])

    def above(self, region, level):
        """The region of a level that holds a region; None where it is itself coarser."""
        while region and self.level.get(region) != level:
            region = self.parent.get(region)
        return region or None


def stem(indicator):
    return indicator.removesuffix("_households")


class System:
    """Equations and bounds over the withheld figures of some releases."""

    def __init__(self):
        self.cells, self.shown, self.equations, self.bounds = {}, {}, {}, {}

    def put(self, key, status, value):
        if status == "withheld":
            self.cells.setdefault(key, len(self.cells))
        elif value is not None:
            self.shown[key] = value

    def known(self, key):
        return key in self.cells or key in self.shown

    def equation(self, parent, parts):
        if self.known(parent) and parts:
            self.equations[((parent, -1), *((part, 1) for part in sorted(parts)))] = None

    def bound(self, larger, smaller):
        """The sum of one side is at least that of the other."""
        self.bounds[(*((key, -1) for key in sorted(larger)),
                     *((key, 1) for key in sorted(smaller)))] = None

    def matrix(self, rows):
        data, row_of, column_of, right = [], [], [], []
        for row in rows:
            total, columns = 0, []
            for key, factor in row:
                if key in self.cells and key not in self.shown:
                    columns.append((self.cells[key], factor))
                else:
                    total += factor * self.shown.get(key, 0)
            if not columns:
                continue
            for column, factor in columns:
                row_of.append(len(right))
                column_of.append(column)
                data.append(factor)
            right.append(-total)
        shape = (len(right), len(self.cells))
        return (csr_matrix((data, (row_of, column_of)), shape=shape), np.array(right)) \
            if right else (None, None)

    def attack(self, least, k):
        """The withheld figures whose interval is narrower than k − 1."""
        equal, equal_right = self.matrix(self.equations)
        below, below_right = self.matrix(self.bounds)
        keys = sorted(self.cells, key=self.cells.get)
        # Withheld by one release and shown by another of the same count.
        failures = [(key, self.shown[key], self.shown[key]) for key in keys if key in self.shown]
        for columns in components(len(keys), equal, below):
            part = Part(columns, (equal, equal_right), (below, below_right), least)
            part.spread(k)
            for place, column in enumerate(columns):
                # What other programs have found counts as well: each answer is a possible table.
                if part.high[place] - part.low[place] >= k - 1:
                    continue
                low, high = part.interval(place)
                if high - low < k - 1 - 1e-6:
                    failures.append((keys[column], low, high))
        return failures


def components(count, *matrices):
    """The columns that rows connect, largest matrices first."""
    whole = [matrix for matrix in matrices if matrix is not None]
    if not whole:
        return [[column] for column in range(count)]
    rows = vstack(whole)
    links = bmat([[None, rows], [rows.T, None]])
    _, labels = connected_components(links, directed=False)
    parts = {}
    for column, label in enumerate(labels[rows.shape[0]:]):
        parts.setdefault(label, []).append(column)
    return parts.values()


class Part:
    """Linear programs over figures that sums connect."""

    def __init__(self, columns, equal, below, least):
        self.equal, self.equal_right = self.rows(columns, *equal)
        self.below, self.below_right = self.rows(columns, *below)
        self.limits = [(least, None)] * len(columns)
        self.low = np.full(len(columns), np.inf)
        self.high = np.full(len(columns), -np.inf)

    @staticmethod
    def rows(columns, matrix, right):
        if matrix is None:
            return None, None
        own = matrix[:, columns]
        used = np.flatnonzero(np.diff(own.indptr))
        return (own[used], right[used]) if len(used) else (None, None)

    def spread(self, k):
        """Two tables far apart, so that most figures need no program of their own: one with as
        many figures as large as counts, one with all as small as can be."""
        count = len(self.limits)
        least = self.limits[0][0]
        one = identity(count, format="csr")
        wide = hstack([csr_matrix((count, count)), one])
        rows = [hstack([-one, one])]
        right = [np.zeros(count)]
        if self.below is not None:
            rows.append(hstack([self.below, csr_matrix(self.below.shape)]))
            right.append(self.below_right)
        equal = None
        if self.equal is not None:
            equal = hstack([self.equal, csr_matrix(self.equal.shape)])
        limits = self.limits + [(least, least + k)] * count
        for objective in (-np.ones(count) @ wide, np.concatenate([np.ones(count),
                                                                  np.zeros(count)])):
            answer = linprog(objective, A_eq=equal, b_eq=self.equal_right, A_ub=vstack(rows),
                             b_ub=np.concatenate(right), bounds=limits, method="highs")
            if answer.status == 0:
                self.low = np.minimum(self.low, answer.x[:count])
                self.high = np.maximum(self.high, answer.x[:count])

    def interval(self, place):
        ends = []
        for sign in (1, -1):
            objective = np.zeros(len(self.limits))
            objective[place] = sign
            answer = linprog(objective, A_eq=self.equal, b_eq=self.equal_right, A_ub=self.below,
                             b_ub=self.below_right, bounds=self.limits, method="highs")
            if answer.status == 3:
                ends.append(sign * -np.inf)
                continue
            if answer.status != 0:
                raise SystemExit(f"HiGHS cannot solve the system: {answer.message}")
            ends.append(sign * answer.fun)
            self.low = np.minimum(self.low, answer.x)
            self.high = np.maximum(self.high, answer.x)
        return ends


def write_down(release, system, tag=""):
    """Every sum and bound that holds in a release; `tag` keeps apart what may differ."""
    def name(key):
        return (tag, *key)

    figures = {key: value for key, value in release.figures.items()
               if stem(key[4]) in ADDITIVE | CROSSING}
    unknown = {key for key, (status, best) in figures.items()
               if status != "withheld" and best is None}
    for key, (status, best) in figures.items():
        if key not in unknown:
            system.put(name(key), status, best)
    levels = {}
    for level, _, _, _, indicator, category in figures:
        if level != "zone":
            levels.setdefault((indicator, bool(category)), set()).add(level)
    parts, same, loose, times, kinds = {}, {}, {}, {}, {}
    for key in figures:
        level, status, region, period, indicator, category = key
        if period != release.coverage and stem(indicator) in ADDITIVE | CROSSING:
            total = (level, status, region, release.coverage, indicator, category)
            times.setdefault(total, []).append(key)
        if category:
            kinds.setdefault((level, status, region, period, indicator, ""), []).append(key)
        order = [one for one in LEVELS if one in levels.get((indicator, bool(category)), ())]
        if level not in order or order.index(level) == 0:
            continue
        coarse = order[order.index(level) - 1]
        above = release.above(region, coarse) if status in ("region", "unspecified") else None
        if above:
            parent = (coarse, "region", above, period, indicator, category)
            (parts if stem(indicator) in ADDITIVE else loose).setdefault(parent, []).append(key)
        elif status != "region":
            same.setdefault((coarse, status, region, period, indicator, category), []).append(key)
    for table in (parts, same, times, kinds):
        for parent, members in table.items():
            if not unknown.intersection([parent, *members]):
                system.equation(name(parent), [name(member) for member in members])
    for parent, members in loose.items():
        if system.known(name(parent)) and not unknown.intersection([parent, *members]):
            system.bound([name(member) for member in members], [name(parent)])
    for key in figures:
        if stem(key[4]) == "departed":
            end = key[4].removeprefix("departed")
            larger = [(*key[:4], one + end, key[5]) for one in ("displaced", "evicted", "relocated")]
            if not unknown.intersection([key, *larger]):
                system.bound([name(one) for one in larger], [name(key)])
    write_flows(release, system, name)


def write_flows(release, system, name):
    out, into = {}, {}
    for key, (status, best) in release.flows.items():
        level, origin, destination, kind, unit = key
        system.put(name(key), status, best)
        end = "_households" if unit == "households" else ""
        stems = ("returns_out", "returns_in") if kind == "return" else ("departed", "arrived")
        out.setdefault((level, *origin, release.coverage, stems[0] + end, ""), []).append(key)
        into.setdefault((level, *destination, release.coverage, stems[1] + end, ""), []).append(key)
    for parent, members in out.items():
        system.equation(name(parent), [name(member) for member in members])
    for parent, members in into.items():
        if system.known(name(parent)):
            system.bound([name(parent)], [name(member) for member in members])


# Made-up data


def places(geodata):
    """Some codes of one governorate and its neighbours, coarse and fine."""
    codes = {}
    for level, layer in (("governorate", "governorates"), ("district", "districts"),
                         ("subdistrict", "subdistricts")):
        path = pathlib.Path(geodata) / "boundaries" / f"{layer}.geojson"
        features = json.loads(path.read_text())["features"]
        codes[level] = [feature["properties"]["id"] for feature in features]
    return codes


def choose(codes, chance):
    home = chance.sample(codes["governorate"], chance.randint(1, 2))
    own = [code for level in ("district", "subdistrict") for code in codes[level]
           if any(code.startswith(one) for one in home)]
    return chance.sample(own, min(len(own), chance.randint(3, 9))) + home + ["SY"]


def record(number, some, chance, first=0, last=89):
    day = chance.randint(first, last)
    date = f"2025-{1 + day // 28:02}-{1 + day % 28:02}"
    kind = chance.choices(["displacement", "return", "eviction"], [7, 2, 1])[0]
    size = chance.choice([1, 1, 2, 2, 3, 4, 6, 9, 15, 40, 120])
    origin = chance.choice(some) if chance.random() < 0.9 else ""
    destination = chance.choice(some + ["LBN"]) if chance.random() < 0.5 or not origin else ""
    return [f"r{number}", "S", date, date, "flow", kind, origin, destination, "",
            chance.choice(["persons", "persons", "persons", "households"]), size]


def save(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([HEADER, *rows])


class Refused(Exception):
    """nuzuh would not release: it found no proof. Nobody learns anything, and nobody is served."""


def report(nuzuh, arguments):
    outcome = subprocess.run([*nuzuh, "report", *map(str, arguments)], capture_output=True,
                             text=True)
    if outcome.returncode == 65 and "nothing was released" in outcome.stderr:
        raise Refused(outcome.stderr.strip())
    if outcome.returncode not in (0, 1):
        raise SystemExit(f"nuzuh report {arguments} failed: {outcome.stderr}")


def verify(nuzuh, folders):
    return subprocess.run([*nuzuh, "verify", *map(str, folders)], capture_output=True,
                          text=True).returncode == 0


def judge(name, k, system, least=1):
    failures = system.attack(least, k)
    hidden = len(system.cells)
    print(f"{name}: {len(system.cells.keys() | system.shown.keys())} figures, {hidden} withheld, "
          f"{len(failures)} within reach", flush=True)
    for failure in failures[:5]:
        print(f"  {failure}")
    return not failures


def one_run(number, nuzuh, codes, seed, most):
    chance = random.Random(seed * 100_003 + number)
    some = choose(codes, chance)
    rows = [record(position, some, chance) for position in range(chance.randint(5, most))]
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        save(work / "moves.csv", rows)
        by = chance.choice([[], ["--by", "month"], ["--by", "week"], ["--by", "quarter"]])
        category = chance.choice([[], ["--category", "kind"]])
        report(nuzuh, [work / "moves.csv", *by, *category, "-o", work / "out"])
        release = Release(work / "out")
        system = System()
        write_down(release, system)
        safe = judge(f"run {number}", release.k, system)
        return verify(nuzuh, [work / "out"]) and safe


def one_sequence(number, nuzuh, codes, seed, most):
    """Ten releases; figures that both show change by 0 or at least k, and what is told between
    two revisions, which is one count, tells nothing when it is put together."""
    chance = random.Random(seed * 7919 + number)
    some = choose(codes, chance)
    rows = [record(position, some, chance, last=27) for position in range(most // 2)]
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        releases, safe, counts = [], True, []
        for step in range(10):
            count = 1000 * (step + 1)
            rows += [record(count + one, some, chance, 28 * (step % 9), 28 * (step % 9) + 27)
                     for one in range(25)]
            rows += [record(count + 500 + one, some, chance, last=27) for one in range(2)]
            rows.pop(chance.randrange(len(rows)))
            chance.choice(rows)[-1] += chance.randint(1, 6)
            save(work / "moves.csv", rows)
            policy = work / "policy.toml"
            policy.write_text(f'name = "p"\nk = {5 if step < 6 else 7}\n')
            levels = LEVELS[:3] if step < 4 else LEVELS
            more = ["--revision"] if step in (5, 8) else []
            report(nuzuh, [work / "moves.csv", "--by", "month", "--policy", policy, "--ledger",
                           work / "ledger.jsonl", "-o", work / f"out{step}", *more, "--level",
                           *levels])
            releases.append(Release(work / f"out{step}"))
            if more or not counts:
                counts.append(System())
            write_down(releases[-1], counts[-1])
        for position, system in enumerate(counts):
            # What a revision withholds because an earlier release did may be a zero.
            safe = judge(f"sequence {number}, count {position}", 5, system,
                         0 if position else 1) and safe
        for earlier, later in zip(releases, releases[1:]):
            safe = compare(number, earlier, later) and safe
        folders = [release.folder for release in releases]
        return verify(nuzuh, folders) and safe


def compare(number, earlier, later):
    safe = True
    for key, (status, best) in later.figures.items():
        before = earlier.figures.get(key)
        if stem(key[4]) not in ADDITIVE | CROSSING or not before:
            continue
        if before[0] == "withheld" and status != "withheld":
            print(f"sequence {number}: {key} was withheld and is shown")
            safe = False
        if best is not None and before[1] is not None and 0 < abs(best - before[1]) < 5:
            print(f"sequence {number}: {key} changed from {before[1]} to {best}")
            safe = False
    return safe


def outcome(attack, title, number, options, codes):
    started = time.monotonic()
    try:
        result = "repelled" if attack(number, options.nuzuh, codes, options.seed,
                                      options.records) else "broken"
    except Refused as words:
        print(f"{title}: {words}")
        result = "refused"
    print(f"{title}: {result}, {time.monotonic() - started:.1f} s", flush=True)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("nuzuh", nargs="+", help="the program, with its arguments")
    parser.add_argument("--geodata", required=True)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--sequences", type=int, default=5)
    parser.add_argument("--first", type=int, default=0, help="the number of the first run")
    parser.add_argument("--records", type=int, default=120, help="the most that a run has")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    codes = places(options.geodata)
    outcomes = [outcome(one, f"{title} {number}", number, options, codes)
                for one, title, count in ((one_run, "run", options.count),
                                          (one_sequence, "sequence", options.sequences))
                for number in range(options.first, options.first + count)]
    print(f"{outcomes.count('repelled')} of {len(outcomes)} attacks repelled, "
          f"{outcomes.count('refused')} not released, {outcomes.count('broken')} broken")
    return 1 if "broken" in outcomes else 0


if __name__ == "__main__":
    sys.exit(main())
