"""Writes a boundary layer whose names try to break out of every format, and records for it.

hostile.py DIR
"""
import json
import pathlib
import sys

NAMES = [
    "=HYPERLINK(\"http://x.invalid\",\"open\")", "+1+1|cmd", "@SUM(1)", "-2+3", "\tTab",
    "'; DROP TABLE regions; --", "\"); DELETE FROM gpkg_contents; --",
    "<script>alert(1)</script>", "]]><b>&amp;", "[% eval('1') %]", "' || eval('1') || '",
    "../../etc/passwd", "name,with \"quotes\"\nand a line", "\u202egnp.exe", "\u0001\u000bcontrol",
    "#adm1+name",
]


def main():
    folder = pathlib.Path(sys.argv[1])
    features = []
    for number, name in enumerate(NAMES):
        west, south = 36 + number % 4, 33 + number // 4
        ring = [[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]
        features.append({
            "type": "Feature",
            "properties": {"id": f"XX{number:02}", "name": name, "level": "governorate"},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        })
    collection = {"type": "FeatureCollection", "features": features}
    (folder / "layer.geojson").write_text(json.dumps(collection), encoding="utf-8")
    lines = ["id,source,date_start,date_end,kind,latitude,longitude,precision,killed_low,killed,killed_high"]
    for number in range(len(NAMES)):
        point = f"{33.5 + number // 4},{36.5 + number % 4}"
        lines.append(f"{number},made up,2025-03-{number + 1:02},2025-03-{number + 1:02},shelling,{point},"
                     f"10m,{number},{number},{number}")
    (folder / "records.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
