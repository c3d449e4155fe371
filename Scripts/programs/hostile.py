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


CODES = ["=1+1", "../../x", "a'b\"c", "<i>"] + [f"XX{number:02}" for number in range(4, len(NAMES))]


def quoted(text):
    return '"' + text.replace('"', '""') + '"'


def main():
    folder = pathlib.Path(sys.argv[1])
    features = []
    for number, name in enumerate(NAMES):
        west, south = 36 + number % 4, 33 + number // 4
        ring = [[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]
        features.append({
            "type": "Feature",
            "properties": {"id": CODES[number], "name_en": name, "level": "governorate"},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        })
    collection = {"type": "FeatureCollection", "features": features}
    (folder / "layer.geojson").write_text(json.dumps(collection), encoding="utf-8")
    lines = ["id,source,date_start,date_end,kind,latitude,longitude,precision,killed_low,killed,killed_high"]
    for number in range(len(NAMES)):
        point = f"{33.5 + number // 4},{36.5 + number % 4}"
        lines.append(f"{number},made up,2025-03-{number + 1:02},2025-03-{number + 1:02},shelling,{point},"
                     f"10m,{number},{number},{number}")
    moves = ["id,source,date_start,date_end,measure,kind,origin,destination,unit,best"]
    for number in range(1, len(NAMES)):
        moves.append(",".join([f"m{number}", "made up", "2025-03-09", "2025-03-09", "flow", "displacement",
                               quoted(CODES[number - 1]), quoted(CODES[number]), "persons", str(100 * number)]))
    (folder / "movements.csv").write_text("\n".join(moves) + "\n", encoding="utf-8")
    (folder / "records.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
