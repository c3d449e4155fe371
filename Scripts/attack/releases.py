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

from system import System
from told import ADDITIVE, CROSSING, LEVELS, Release, stem, write_down

# Those of ten releases that count everything anew.
REVISIONS = (5, 8)

HEADER = ["id", "source", "date_start", "date_end", "measure", "kind", "origin", "destination",
          "precision", "unit", "best"]


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
    outcome = subprocess.run([*nuzuh, "verify", *map(str, folders)], capture_output=True, text=True)
    if outcome.returncode != 0:
        names = " ".join(folder.name for folder in folders)
        print(f"verify {names}: {outcome.stdout}{outcome.stderr}", flush=True)
    return outcome.returncode == 0


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
        releases, safe, counts, shares = [], True, [], []
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
            more = ["--revision"] if step in REVISIONS else []
            try:
                report(nuzuh, [work / "moves.csv", "--by", "month", "--policy", policy, "--ledger",
                               work / "ledger.jsonl", "-o", work / f"out{step}", *more, "--level",
                               *levels])
            except Refused as words:
                raise Refused(f"release {step + 1} of 10: {words}") from words
            releases.append(Release(work / f"out{step}"))
            shares.append(share(releases[-1]))
            if more or not counts:
                counts.append(System())
            write_down(releases[-1], counts[-1])
        for position, system in enumerate(counts):
            # What a revision withholds because an earlier release did may be a zero.
            safe = judge(f"sequence {number}, count {position}", 5, system,
                         0 if position else 1) and safe
        for earlier, later in zip(releases, releases[1:]):
            safe = compare(number, earlier, later) and safe
        print(f"sequence {number}, withheld of each release, in percent: "
              f"{' '.join(str(one) for one in shares)}", flush=True)
        folders = [release.folder for release in releases]
        # Whoever has fewer of them may guess better.
        pairs = [folders[step - 1:step + 1] for step in REVISIONS]
        return all([verify(nuzuh, some) for some in [folders, *pairs]]) and safe


def share(release):
    """How much of what is above zero is withheld, in percent."""
    told = [*release.figures.values(), *release.flows.values()]
    hidden = sum(status == "withheld" for status, _ in told)
    shown = sum(bool(best) for _, best in told)
    return round(100 * hidden / max(1, hidden + shown))


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
