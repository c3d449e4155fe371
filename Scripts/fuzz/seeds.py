"""Writes the first inputs of a fuzz target: seeds.py TARGET FOLDER SAMPLES ROOT [SUITES]."""

import gzip
import pathlib
import sys

LARGEST = 16_000
POLYGON = b"[[[36,35],[37,35],[37,36],[36,36],[36,35]]]"
BOW_TIE = b"[[[36,35],[37,36],[37,35],[36,36],[36,35]]]"
HOLES = b"[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[1,2],[2,2],[1,1]],[[2,2],[2,3],[3,3],[2,2]]]"


def feature(coordinates, kind=b"Polygon", name=b"A", level=b"governorate"):
    return (
        b'{"type":"Feature","properties":{"id":"%s","name_en":"A","level":"%s","parent":null,'
        b'"country":"XX"},"geometry":{"type":"%s","coordinates":%s}}'
        % (name, level, kind, coordinates))


def collection(*features):
    return b'{"type":"FeatureCollection","features":[%s]}' % b",\n".join(features)


def layers():
    yield collection(feature(POLYGON), feature(HOLES, name=b"B", level=b"zone"))
    yield collection(feature(BOW_TIE))
    yield collection(feature(b"[%s,%s]" % (POLYGON, BOW_TIE), b"MultiPolygon"))
    yield collection(feature(POLYGON), feature(POLYGON, name=b"B"))
    yield feature(HOLES) + b"\n" + feature(BOW_TIE, name=b"B")
    yield b"\x1e" + feature(POLYGON) + b"\n"


def points():
    yield (b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"i-1",'
           b'"source":"Office","date_start":"2025-03-06","kind":"raid","killed":"3"},"geometry":'
           b'{"type":"Point","coordinates":[36.75,35.13]}}]}')
    yield b'[{"id":"i-1","source":"Office","date_start":"2025-03-06","kind":"raid","killed":3}]'
    yield b'{"id":"i-1","source":"Office","date_start":"2025-03-06","kind":"raid","region":"SY05"}\n'


def well_known():
    for text in ["POINT EMPTY", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 1 1))",
                 "POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))", "LINESTRING Z (0 0 1, 1 1 2)",
                 "GEOMETRYCOLLECTION (POINT (1 2), MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0))))"]:
        yield b"\x00" + text.encode()
    yield b"\x01" + bytes.fromhex("0101000000000000000000F03F0000000000000040")
    yield b"\x01" + bytes.fromhex(
        "010300000001000000040000000000000000000000000000000000000000000000000010400000000000000000"
        "00000000000010400000000000001040" + "00" * 16)


TOML = b'name = "x" # why\n[columns]\ndate = ["Date", \'d\']\nn = 1_000.5e3\n[[codes]]\nof."a b" = {x = 1, y = true}\n'
YAML = b'name: "x" # why\ncolumns:\n  date: [Date, d]\n  text: |\n    a\n    b\ncodes: &c\n  - {x: 1, y: yes}\n  - *c\n'
SHEET = (b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
         b"<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>45000.5</v></c><c t='inlineStr'>"
         b"<is><r><t>a</t></r><t xml:space='preserve'> b&#x645;</t></is></c><c t='b'><v>1</v></c></row>"
         b"<row><c t='str'><f>A1</f><v>x</v></c><c t='e'><v>#N/A</v></c></row></sheetData>"
         b"<mergeCells count='1'><mergeCell ref='A1:B2'/></mergeCells></worksheet>")
TEXTS = (b"<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' count='1'><si><t>"
         b"\xd8\xb9 &amp; x</t></si><si><r><t>a</t></r><rPh><t>b</t></rPh></si></sst>")
STYLES = (b"<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><numFmts>"
          b"<numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd;@'/></numFmts><cellXfs><xf numFmtId='0'/>"
          b"<xf numFmtId='164'/></cellXfs></styleSheet>")


def files(folder, *endings):
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.suffix in endings and path.stat().st_size <= LARGEST:
            yield path.read_bytes()


def suites(folder, target):
    root = pathlib.Path(folder)
    if target in ("json", "lines", "files"):
        yield from files(root / "JSONTestSuite", ".json")
    if target in ("json", "files", "boundaries"):
        for name in ("geojsonhint", "geojson-schema/test", "geos-fuzz-geojson"):
            yield from files(root / name, ".json", ".geojson")
    if target in ("delimited", "files"):
        for text in files(root / "csv-spectrum", ".csv"):
            yield b"\x04" + text if target == "delimited" else text


def seeds(target, samples, root):
    tables = list(files(samples, ".csv"))
    if target in ("json", "lines", "boundaries", "files"):
        yield from layers()
    if target in ("json", "lines", "files"):
        yield from points()
        yield from files(samples, ".json", ".ndjson", ".geojson")
        yield b'{"a":[1,-2.50e+3,"\\ud83d\\ude00",{"b":null}],"\xd8\xb9":true}\n'
    if target == "delimited":
        yield from (b"\x06" + table for table in tables)
        yield b'\x03a,b\r\n"x ""y"" z",\n"1\n2",3\n'
    if target == "files":
        yield from tables
        yield from files(f"{root}/GeoData/examples", ".csv", ".json", ".geojson")
    if target == "records":
        for index, table in enumerate(tables):
            rows = table.split(b"\n", 1)[1]
            yield bytes([index]) + rows
            yield from (bytes([index]) + row + b"\n" for row in rows.split(b"\n") if row)
    if target == "well-known":
        yield from well_known()
    if target == "configuration":
        yield from (b"\x00" + TOML, b"\x01" + YAML)
    if target == "workbooks":
        yield from (b"\x01" + SHEET, b"\x03" + TEXTS, b"\x05" + STYLES)
        yield from (b"\x00" + book for book in files(f"{root}/Tests/WorkbooksTests/Samples", ".xlsx"))
    if target == "gzip":
        yield gzip.compress(b"", mtime=0)
        yield gzip.compress(b"id,source\n1,Office\n" * 9, mtime=0) * 2


def main():
    target, folder, samples, root, *rest = sys.argv[1:]
    every = list(seeds(target, samples, root))
    if rest and rest[0]:
        every += suites(rest[0], target)
    for index, seed in enumerate(every):
        (pathlib.Path(folder) / f"{index:04}").write_bytes(seed)


if __name__ == "__main__":
    main()
