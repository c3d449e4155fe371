"""Measures one job by several tools in turn and compares their figures; started by `compare`.

The job: events by region of three layers, month and type: how many, and how many deaths; and a
map of totals. Each tool gets the same file and writes a table; ours writes a whole release.
"""
import argparse
import pathlib
import statistics
import subprocess
import sys
import tempfile

import figures
import measure

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
GEODATA = ROOT / "GeoData"
NUZUH = ROOT / ".build" / "release" / "nuzuh"
JOB = ["--by", "month", "--category", "kind", "--level", "governorate", "subdistrict",
       "neighborhood", "--indicator", "incidents", "killed"]
PLAIN = ["--trust-points", "--snap", "0"]


def ours(source, output, *options):
    return [str(NUZUH), "report", str(source), *JOB, *options, "-o", str(output)]


def peer(name, source, output):
    return [sys.executable, "-B", str(HERE / "peers" / name), str(source), str(GEODATA), str(output)]


def tools(source, work):
    """For each tool: its command, and where its table of figures will lie."""
    table = {name: (peer(f"{name}_join.py", source, work / f"{name}.csv"), work / f"{name}.csv")
             for name in ("sedonadb", "duckdb", "geopandas")}
    table["polars, reading alone"] = (
        [sys.executable, "-B", str(HERE / "peers" / "polars_read.py"), str(source)], None)
    table["nuzuh, as a plain join"] = (ours(source, work / "plain", *PLAIN), work / "plain")
    table["nuzuh, all rules"] = (ours(source, work / "rules"), None)
    table["nuzuh, all rules, one thread"] = (ours(source, work / "one", "--threads", "1"), None)
    return table


def disagreements(results, source):
    """Compares every table with the first peer's; what rule P2 explains is listed and forgiven."""
    names = list(results)
    first = figures.read(results[names[0]])
    print(f"\n{len(first)} figures of {names[0]} compared:")
    failed = False
    for name in names[1:]:
        differences = figures.differences(first, figures.read(results[name]))
        why = figures.explained(differences, source, GEODATA) if differences else {}
        rest = [difference for difference in differences if difference[0] not in why]
        print(f"- {name}: {len(differences)} differ, {len(why)} of them by rule P2")
        for key, reason in why.items():
            print(f"    {' '.join(key)}: {reason}")
        for key, ours_, theirs in rest[:10]:
            print(f"    {' '.join(key)}: {ours_} and {theirs}")
        failed = failed or bool(rest)
    return failed


def show(runs):
    print(f"\n{'tool':32}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'× ours':>9}")
    median = {name: [statistics.median(values) for values in zip(*taken)]
              for name, taken in runs.items()}
    base = median.get("nuzuh, all rules", next(iter(median.values())))[0]
    for name, (wall, cpu, peak) in median.items():
        print(f"{name:32}{wall:9.2f}{cpu:9.2f}{peak:9.0f}{wall / base:9.1f}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=3_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--file", type=pathlib.Path,
                        help="a yardstick that is there already, made with --exact-days")
    parser.add_argument("--only", default="", help="tools whose names begin so, by commas")
    return parser.parse_args()


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        source = options.file or work / "yardstick.csv"
        if not options.file:
            subprocess.run([sys.executable, str(HERE / "yardstick.py"), "--rows", str(options.rows),
                            "--seed", str(options.seed), "--exact-days", "-o", str(source)],
                           check=True)
        print(f"{source.stat().st_size / 1e9:.2f} GB, medians of {options.runs}")
        wanted = tuple(options.only.split(","))
        chosen = {name: tool for name, tool in tools(source, work).items()
                  if name.startswith(wanted)}
        runs = {name: [] for name in chosen}
        # In turn, so that a noisy minute does not fall on one tool alone.
        for _ in range(options.runs):
            for name, (command, _) in chosen.items():
                runs[name].append(measure.run(command))
        show(runs)
        results = {name: table for name, (_, table) in chosen.items() if table}
        return 1 if len(results) > 1 and disagreements(results, source) else 0


if __name__ == "__main__":
    sys.exit(main())
