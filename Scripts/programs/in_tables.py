"""Reads every file of a release with pandas, geopandas and libhxl, and compares them.

in_tables.py RELEASE
Prints one line for each check and exits 1 where one fails.
"""
import json
import pathlib
import sys

import geopandas
import hxl
import pandas
import shapely

failures = 0


def check(title, holds, detail=""):
    """Says whether something holds."""
    global failures
    failures += not holds
    print(f"{'ok    ' if holds else 'FAILED'} {title}{f': {detail}' if detail else ''}")


def table(path, package):
    """A table as the data package describes it: which rows are no data, which types columns have."""
    resource = next(item for item in package["resources"] if item["path"] == path.name)
    skipped = [row - 1 for row in resource.get("dialect", {}).get("commentRows", [])]
    fields = resource["schema"]["fields"]
    texts = {field["name"]: str for field in fields if field["type"] == "string"}
    dates = [field["name"] for field in fields if field["type"] == "date"]
    frame = pandas.read_csv(path, skiprows=skipped, dtype=texts, parse_dates=dates,
                            keep_default_na=False, na_values=[""])
    numbers = [field["name"] for field in fields if field["type"] in ("number", "integer")]
    check(f"{path.name}: pandas reads {len(frame)} rows", list(frame.columns)
          == [field["name"] for field in fields]
          and all(pandas.api.types.is_numeric_dtype(frame[name]) for name in numbers if len(frame))
          and all(pandas.api.types.is_datetime64_any_dtype(frame[name]) for name in dates if len(frame)))
    # A sum of texts is what a formula would be.
    for name in texts:
        wild = frame[name].dropna().astype(str).str.match(r"[=+\-@\t\r]")
        check_quietly(f"{path.name}: no text in {name} begins like a formula", not wild.any())
    return frame


def check_quietly(title, holds):
    if not holds:
        check(title, holds)


def check_maps(release, tallies):
    layers = {}
    for layer in ("regions", "periods", "flows"):
        path = release / f"{layer}.geojson"
        if not path.exists():
            continue
        layers[layer] = geopandas.read_file(path)
        frames = {path.name: layers[layer]}
        for other in (f"{layer}.geojsonl", f"{layer}.geojsons"):
            if (release / other).exists():
                frames[other] = geopandas.read_file(release / other)
        if (release / "report.gpkg").exists():
            frames["report.gpkg"] = geopandas.read_file(release / "report.gpkg", layer=layer)
        check(f"{layer}: geopandas reads {', '.join(frames)} alike",
              all(alike(layers[layer], frame) for frame in frames.values()),
              f"{len(layers[layer])} features")
    if "periods" in layers:
        compare(layers["periods"], tallies)


def alike(one, other):
    """The same places with the same figures, whatever a format makes of types and columns."""
    shared = [name for name in one.columns if name in other.columns and name != "geometry"]
    if len(one) != len(other) or len(shared) < 10:
        return False
    for name in shared:
        left, right = one[name], other[name]
        if not (left.isna() == right.isna()).all():
            return False
        known = left.notna()
        pairs = zip(left[known], right[known])
        if not all(str(a)[:10] == str(b)[:10] if hasattr(a, "year") else a == b for a, b in pairs):
            return False
    bounds = abs(one.geometry.bounds.fillna(0) - other.geometry.bounds.fillna(0)).max().max()
    return bounds < 1e-9 and (one.geometry.isna() == other.geometry.isna()).all()


def compare(periods, tallies):
    """The figures of the map by periods are those of the table."""
    totals = tallies[tallies["category"].isna() & (tallies["place_status"] == "region")
                     & (tallies["time_status"] == "period")]
    places = periods[(periods["place_status"] == "region") & (periods["time_status"] == "period")]
    figures, wrong = 0, []
    keys = {(row.region_id, str(row.period_start)[:10], row.level): row._asdict()
            for row in places.itertuples(index=False)}
    for row in totals.itertuples(index=False):
        # A code like a formula is defused in the table.
        code = row.region_id.removeprefix("'")
        feature = keys.get((code, str(row.period_start)[:10], row.level))
        same = feature is not None and feature[f"{row.indicator}_status"] == row.status and (
            pandas.isna(row.best) and pandas.isna(feature[row.indicator])
            or row.best == feature[row.indicator])
        figures += 1
        if not same:
            wrong.append(f"{row.region_id} {row.indicator}")
    check("periods.geojson and tallies.csv: the same figures", figures > 0 and not wrong,
          f"{figures} compared {'; '.join(wrong[:3])}")
    hidden = tallies[tallies["status"] == "withheld"]
    check("tallies.csv: withheld figures tell nothing",
          hidden[["low", "best", "high", "records"]].isna().all().all(), f"{len(hidden)} withheld")


def check_coverage(release):
    """Borders that regions of a level share are shared in the file too: no gap, no overlap."""
    regions = geopandas.read_file(release / "regions.geojson")
    drawn = regions[regions.geometry.notna()]
    vertices = int(shapely.get_num_coordinates(drawn.geometry.values).sum())
    for level in ("governorate", "district", "subdistrict"):
        shapes = drawn[drawn["level"] == level].geometry.values
        if len(shapes) == 0:
            continue
        check(f"regions.geojson: each {level} is valid and shares its borders",
              shapely.is_valid(shapes).all() and shapely.coverage_is_valid(shapes),
              f"{len(shapes)} of {vertices} vertices in all")


def check_flowmap(release):
    places = pandas.read_csv(release / "flowmap-locations.csv", dtype={"id": str})
    flows = pandas.read_csv(release / "flowmap-flows.csv", dtype={"origin": str, "dest": str})
    known = set(places["id"])
    check("flowmap: every end of a flow is a location, every count a number above zero",
          set(flows["origin"]) | set(flows["dest"]) == known and (flows["count"] > 0).all()
          and places["id"].is_unique and places[["lat", "lon"]].notna().all().all(),
          f"{len(places)} locations, {len(flows)} flows")


def check_hashtags(release, package):
    options = hxl.input.InputOptions(allow_local=True)
    for resource in package["resources"]:
        if "dialect" not in resource:
            continue
        source = hxl.data(str(release / resource["path"]), options)
        tags = [column.display_tag for column in source.columns]
        found = []
        source.validate(callback=found.append)
        # Blanks at the ends of names and outliers are the data's own.
        errors = sorted({str(item.message) for item in found if item.rule.severity == "error"})
        check(f"{resource['path']}: valid to libhxl", all(tags) and not errors,
              f"{len(tags)} hashtags {'; '.join(errors[:3])}")


def check_plain_files(release):
    package = json.loads((release / "datapackage.json").read_text(encoding="utf-8"))
    for path in sorted(release.iterdir()):
        if path.suffix == ".json":
            json.loads(path.read_text(encoding="utf-8"))
        elif path.suffix == ".jsonl":
            [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    named = {item["path"] for item in package["resources"]} | {"datapackage.json"}
    check("datapackage.json names every file", named == {path.name for path in release.iterdir()},
          f"{len(named)} files")
    return package


def main():
    release = pathlib.Path(sys.argv[1])
    print(f"       pandas {pandas.__version__}, geopandas {geopandas.__version__}, libhxl {hxl.__version__}")
    package = check_plain_files(release)
    frames = {path.name: table(path, package) for path in sorted(release.glob("*.csv"))}
    check_maps(release, frames["tallies.csv"])
    check_coverage(release)
    if (release / "flowmap-flows.csv").exists():
        check_flowmap(release)
    check_hashtags(release, package)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
