#!/usr/bin/env python3
"""Checks a release directory from outside, with other people's tools.

    validate-release.py DIR

GeoJSON by its JSON Schema (where $NUZUH_SUITES points to the suites), by PyPI's geojson-validator,
and by GDAL (Debian's gdal-bin) if it is installed; winding and closure by hand; tallies.csv by
pandas, its sums against accounts.json and its figures against the maps; datapackage.json by its
required members, sizes and hashes. Prints what was checked to stderr and every failure to stdout;
exits 1 if there is one. Makes a virtual environment beside itself at its first run.
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import venv

PACKAGES = ["geojson-validator==0.7.0", "jsonschema==4.25.1", "pandas==2.3.3"]
HEADER = (
    "level,place_status,region_id,region_name,parent_id,period_start,period_end,time_status,"
    "indicator,category,low,best,high,unit,records,status").split(",")
PLACES = {"region", "unspecified", "external", "outside", "unplaced"}
STATUSES = {"reported", "zero", "not_stated", "other_sources", "withheld"}
# Sums of others, and figures that do not add up over time: accounts do not count their records.
ADDED = {"incidents", "killed", "injured", "detained", "displaced", "evicted", "relocated",
         "returned", "departed", "arrived", "returns_in", "returns_out"}


def enter_environment():
    """Goes on in a virtual environment that has the packages."""
    home = pathlib.Path(__file__).resolve().parent / ".venv"
    ready = home / ("ready-" + hashlib.sha256("".join(PACKAGES).encode()).hexdigest()[:12])
    python = home / "bin" / "python"
    if pathlib.Path(sys.prefix) == home:
        return
    if not ready.exists():
        print("validate-release: installing " + " ".join(PACKAGES), file=sys.stderr)
        venv.create(home, with_pip=True, clear=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES],
            check=True, stdout=sys.stderr)
        ready.touch()
    os.execv(python, [str(python), __file__, *sys.argv[1:]])


class Checks:
    """What was checked, and what failed."""

    def __init__(self):
        self.failures = []

    def start(self, title):
        print(f"validate-release: {title}", file=sys.stderr)

    def expect(self, holds, message):
        if not holds:
            self.failures.append(message)
        return holds

    def skip(self, title, reason):
        print(f"validate-release: SKIPPED {title}: {reason}", file=sys.stderr)


def rings(geometry):
    """Each ring of a polygon or multipolygon, with whether it is a shell."""
    if not geometry or geometry["type"] not in ("Polygon", "MultiPolygon"):
        return
    polygons = geometry["coordinates"]
    for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
        for number, ring in enumerate(polygon):
            yield ring, number == 0


def twice_area(ring):
    west, south = ring[0]
    return sum((x - west) * (next_y - south) - (next_x - west) * (y - south)
               for (x, y), (next_x, next_y) in zip(ring, ring[1:]))


def check_rings(checks, name, collection):
    for feature in collection["features"]:
        for ring, is_shell in rings(feature["geometry"]):
            place = f"{name}: {feature['id']}"
            checks.expect(ring[0] == ring[-1] and len(ring) >= 4, f"{place}: a ring is not closed")
            checks.expect(
                (twice_area(ring) > 0) == is_shell, f"{place}: a ring is wound the wrong way")


def check_structure(checks, name, collection):
    import geojson_validator
    errors = geojson_validator.validate_structure(collection)
    checks.expect(not errors, f"{name}: geojson-validator, structure: {errors}")
    result = geojson_validator.validate_geometries(collection)
    checks.expect(not result["invalid"], f"{name}: geojson-validator: {result['invalid']}")
    # Holes and islands are as they are; what breaks a shape is not.
    problems = {key: value for key, value in result["problematic"].items()
                if key in ("self_intersection", "duplicate_nodes",
                           "inner_and_exterior_ring_intersect")}
    checks.expect(not problems, f"{name}: geojson-validator: {problems}")


def check_schema(checks, name, collection):
    import jsonschema
    suites = os.environ.get("NUZUH_SUITES")
    if not suites:
        return checks.skip(f"{name} by the JSON Schema", "NUZUH_SUITES is not set")
    path = pathlib.Path(suites) / "geojson-schema" / "build" / "GeoJSON.json"
    if not checks.expect(path.exists(), f"NUZUH_SUITES is set but {path} is missing"):
        return
    schema = json.loads(path.read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    for error in list(validator.iter_errors(collection))[:5]:
        checks.failures.append(f"{name}: JSON Schema: {error.message[:200]} at {error.json_path}")


def check_gdal(checks, path, collection):
    if not shutil.which("ogrinfo"):
        return checks.skip(f"{path.name} by GDAL", "ogrinfo is not installed (Debian: gdal-bin)")
    info = subprocess.run(
        ["ogrinfo", "-ro", "-so", "-al", path], capture_output=True, text=True)
    count = re.search(r"Feature Count: (\d+)", info.stdout)
    checks.expect(
        info.returncode == 0 and not info.stderr, f"{path.name}: ogrinfo: {info.stderr.strip()}")
    checks.expect(
        count and int(count[1]) == len(collection["features"]),
        f"{path.name}: GDAL counts {count and count[1]} features of {len(collection['features'])}")
    with tempfile.TemporaryDirectory() as folder:
        copy = subprocess.run(
            ["ogr2ogr", "-f", "GPKG", f"{folder}/copy.gpkg", path], capture_output=True, text=True)
    checks.expect(
        copy.returncode == 0 and not copy.stderr, f"{path.name}: ogr2ogr: {copy.stderr.strip()}")


def check_geojson(checks, folder):
    collections = {}
    for name in ("regions.geojson", "periods.geojson", "flows.geojson"):
        path = folder / name
        if not path.exists():
            checks.expect(name == "periods.geojson", f"{name} is missing")
            continue
        checks.start(name)
        collection = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=unique_keys)
        collections[name] = collection
        ids = [feature.get("id") for feature in collection["features"]]
        checks.expect(
            len(set(ids)) == len(ids) and all(ids), f"{name}: an id is missing or occurs twice")
        check_rings(checks, name, collection)
        check_schema(checks, name, collection)
        check_structure(checks, name, collection)
        check_gdal(checks, path, collection)
    return collections


def unique_keys(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) < len(keys):
        raise ValueError(f"a key occurs twice: {sorted(k for k in keys if keys.count(k) > 1)[0]}")
    return dict(pairs)


def check_package(checks, folder):
    checks.start("datapackage.json")
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    checks.expect(
        package.get("$schema") == "https://datapackage.org/profiles/2.0/datapackage.json",
        "datapackage.json: $schema is not that of Data Package v2")
    checks.expect(
        re.fullmatch(r"[a-z0-9._-]+", package.get("name", "")), "datapackage.json: bad name")
    for member in ("licenses", "sources", "resources", "contributors"):
        checks.expect(package.get(member) != [], f"datapackage.json: {member} is empty")
    for license in package.get("licenses", []):
        checks.expect(
            "name" in license or "path" in license,
            f"datapackage.json: a licence has neither name nor path: {license}")
    resources = package.get("resources", [])
    listed = {resource["path"] for resource in resources}
    found = {path.name for path in folder.iterdir()} - {"datapackage.json"}
    checks.expect(listed == found, f"datapackage.json: lists {listed ^ found} wrongly")
    names = [resource.get("name") for resource in resources]
    checks.expect(len(set(names)) == len(names) and all(names), "datapackage.json: names repeat")
    for resource in resources:
        path = folder / resource["path"]
        if not path.exists():
            continue
        data = path.read_bytes()
        checks.expect(resource["bytes"] == len(data), f"{path.name}: wrong size in datapackage")
        checks.expect(
            resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest(),
            f"{path.name}: wrong hash in datapackage")
    tallies = next((r for r in resources if r["path"] == "tallies.csv"), {})
    fields = [field["name"] for field in tallies.get("schema", {}).get("fields", [])]
    checks.expect(fields == HEADER, "datapackage.json: the schema of tallies.csv is another one")
    return package


def check_modes(checks, folder, package):
    if not package.get("protection", "").startswith("internal"):
        return
    checks.expect(
        stat.S_IMODE(folder.stat().st_mode) == 0o700, "the directory is open to others")
    for path in folder.iterdir():
        checks.expect(stat.S_IMODE(path.stat().st_mode) == 0o600, f"{path.name} is open to others")


def read_tallies(checks, folder):
    import pandas
    checks.start("tallies.csv")
    data = (folder / "tallies.csv").read_bytes()
    checks.expect(b"\r" not in data and not data.startswith(b"\xef\xbb\xbf"),
                  "tallies.csv: carriage return or byte order mark")
    table = pandas.read_csv(
        folder / "tallies.csv", dtype={name: str for name in HEADER if name != "records"},
        keep_default_na=False)
    checks.expect(list(table.columns) == HEADER, f"tallies.csv: header {list(table.columns)}")
    for column, allowed in (("place_status", PLACES), ("status", STATUSES),
                            ("time_status", {"period", "unspecified"})):
        strange = set(table[column]) - allowed
        checks.expect(not strange, f"tallies.csv: {column} {strange}")
    key = HEADER[:3] + HEADER[5:10]
    checks.expect(not table.duplicated(key).any(), "tallies.csv: two rows of one key")
    for column in ("low", "best", "high"):
        bad = table[~table[column].str.fullmatch(r"(-?\d+(\.\d{1,6})?)?")]
        checks.expect(bad.empty, f"tallies.csv: {column} is no number: {list(bad[column])[:3]}")
    for column in ("region_id", "region_name", "parent_id", "category"):
        bad = table[table[column].str.match(r"[=+\-@\t\r]")]
        checks.expect(bad.empty, f"tallies.csv: {column} is a formula: {list(bad[column])[:3]}")
    return table


def check_accounts(checks, accounts, table):
    """A1: every account balances, and the records behind the rows are those of the accounts."""
    checks.start("accounts.json")
    for item in accounts["inputs"]:
        total = item["read"] + item["rejected"] + item["replaced"] + item["out_of_range"]
        checks.expect(total == item["rows"], f"accounts.json: {item['file']} does not balance")
    totals = table[(table.category == "") & (table.level != "zone")]
    settings = accounts["settings"]
    # A record spread over several periods stands in several rows; one whose source was not taken
    # for its subject may stand in none.
    is_once = settings["spanning"] != "spread"
    is_all = not any(name.startswith("source_taken:") for name in settings)
    for level, indicators in accounts["levels"].items():
        for indicator, account in indicators.items():
            parts = [account[part] for part in
                     ("regions", "unspecified", "external", "outside", "unplaced")]
            place = f"accounts.json: {level}, {indicator}"
            checks.expect(sum(parts) == account["read"], f"{place} does not balance")
            if is_once and indicator.removesuffix("_households") in ADDED:
                chosen = totals[(totals.level == level) & (totals.indicator == indicator)]
                compare_records(checks, place, account, chosen, is_all)


def compare_records(checks, place, account, rows, is_all):
    for status, part in (("region", "regions"), ("unspecified", "unspecified"),
                         ("external", "external"), ("outside", "outside"),
                         ("unplaced", "unplaced")):
        records = int(rows[rows.place_status == status].records.sum())
        checks.expect(
            records == account[part] if is_all else records <= account[part],
            f"{place}: {records} records in rows {status}, {account[part]} in accounts")


def check_maps(checks, collections, totals):
    """Every total stands in exactly one place of the maps, with the same figures."""
    checks.start("maps against the table")
    figures = {}
    for collection in collections.values():
        for feature in collection["features"]:
            properties = feature["properties"]
            if "place_status" not in properties:
                continue
            key = tuple(str(properties[name] or "") for name in (
                "level", "place_status", "region_id", "period_start", "period_end", "time_status"))
            figures.setdefault(key, []).append(properties)
    missing = []
    for row in totals.itertuples():
        anywhere = row.place_status in ("external", "outside", "unplaced")
        key = ("" if anywhere else row.level, row.place_status, row.region_id, row.period_start,
               row.period_end, row.time_status)
        if not any(same_figures(properties, row) for properties in figures.get(key, [])):
            missing.append(key + (row.indicator,))
    checks.expect(not missing, f"{len(missing)} rows of tallies.csv in no map: {missing[:3]}")


def same_figures(properties, row):
    name = row.indicator
    pairs = [(name, row.best), (name + "_low", row.low), (name + "_high", row.high)]
    return properties.get(name + "_status") == row.status and all(
        (properties[key] is None) == (text == "") and (text == "" or properties[key] == float(text))
        for key, text in pairs)


def silence_validator():
    """geojson-validator sets up logging to stderr when it is imported."""
    import geojson_validator  # noqa: F401
    from loguru import logger
    logger.remove()


def main():
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    enter_environment()
    silence_validator()
    checks = Checks()
    folder = pathlib.Path(sys.argv[1]).resolve()
    if not (folder / "datapackage.json").exists():
        print(f"{folder} is not a release: it has no datapackage.json")
        sys.exit(1)
    package = check_package(checks, folder)
    check_modes(checks, folder, package)
    collections = check_geojson(checks, folder)
    table = read_tallies(checks, folder)
    accounts = json.loads(
        (folder / "accounts.json").read_text(encoding="utf-8"), object_pairs_hook=unique_keys)
    check_accounts(checks, accounts, table)
    check_maps(checks, collections, table[table.category == ""])
    for failure in checks.failures:
        print(failure)
    print(f"validate-release: {len(checks.failures)} failures", file=sys.stderr)
    sys.exit(1 if checks.failures else 0)


if __name__ == "__main__":
    main()
