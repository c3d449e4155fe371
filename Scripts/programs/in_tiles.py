"""Makes vector tiles of a release by tippecanoe; totals must come from properties.

in_tiles.py RELEASE
A shape is cut by the edges of tiles, and repeated in each: whoever counts shapes counts too much.
Prints one line for each check and exits 1 where one fails.
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

PROGRAMS = pathlib.Path(sys.executable).parent
LEVEL = "governorate"
INDICATOR = "killed"


def features(text):
    """The features of all tiles in what tippecanoe-decode writes."""
    found, open_parts = [], [json.loads(text)]
    while open_parts:
        part = open_parts.pop()
        if part.get("type") == "Feature":
            found.append(part["properties"])
        open_parts += part.get("features", [])
    return found


def main():
    release = pathlib.Path(sys.argv[1])
    source = json.loads((release / "regions.geojson").read_text(encoding="utf-8"))
    expected = {}
    for feature in source["features"]:
        properties = feature["properties"]
        if feature["geometry"] and properties["level"] == LEVEL:
            expected[properties["id"]] = properties[INDICATOR]
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in ("regions.geojson", "regions.geojsonl", "regions.geojsons"):
            if not (release / name).exists():
                continue
            tiles = pathlib.Path(folder) / f"{name}.mbtiles"
            subprocess.run([PROGRAMS / "tippecanoe", "-q", "-o", tiles, "-l", "regions", "-z", "7",
                            "-Z", "5", "--no-tile-size-limit", "--no-feature-limit", release / name],
                           check=True, stderr=subprocess.DEVNULL)
            text = subprocess.run([PROGRAMS / "tippecanoe-decode", "-Z", "7", tiles], check=True,
                                  capture_output=True, text=True).stdout
            seen, shapes = collections.defaultdict(set), 0
            for properties in features(text):
                if properties.get("level") == LEVEL:
                    seen[properties["id"]].add(properties.get(INDICATOR))
                    shapes += 1
            once = all(len(values) == 1 for values in seen.values())
            total = sum(value or 0 for values in seen.values() for value in values)
            wanted = sum(value or 0 for value in expected.values())
            holds = once and set(seen) == set(expected) and total == wanted and total > 0
            failures += not holds
            print(f"{'ok    ' if holds else 'FAILED'} {name}: tiles of tippecanoe have the total of "
                  f"their properties: {total} {INDICATOR} in {len(seen)} {LEVEL}s, {shapes} shapes")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
