"""Masked points a second time, written from the article Masked points and not from our code.

mask.py --geodata DIR --seed N --make FILE             writes events with exact places
mask.py --geodata DIR --key FILE --points FILE EVENTS  compares masked points with what they must be
"""
import argparse
import collections
import csv
import hashlib
import hmac
import json
import math
import pathlib
import random
import struct
import sys

import pyproj
import shapely

LEAST, MOST, SLACK, ATTEMPTS, PROBES = 500, 2000, 160, 256, 64
INNER, OUTER = LEAST + SLACK, MOST - SLACK
SUBDISTRICT = 3
EARTH = pyproj.Geod(ellps="WGS84")
TOLD = {
    "point_status", "region_id", "region_name", "region_name_ar", "region_level", "period",
    "period_start", "period_end", "kind", "killed", "killed_low", "killed_high",
}


class Country:
    def __init__(self, geodata):
        folder = pathlib.Path(geodata) / "boundaries"
        self.subdistricts = self.read(folder / "subdistricts.geojson")
        self.zones = self.read(folder / "ghab-plain.geojson")
        self.tree = shapely.STRtree([shape for _, shape in self.subdistricts])

    @staticmethod
    def read(path):
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        regions = [(f["properties"]["id"], shapely.geometry.shape(f["geometry"])) for f in features]
        for _, shape in regions:
            shapely.prepare(shape)
        return regions

    def site(self, longitude, latitude):
        """The subdistrict, with the smallest id on a border (P2), and the zones."""
        point = shapely.Point(longitude, latitude)
        found = [self.subdistricts[i] for i in self.tree.query(point)]
        ids = sorted(id for id, shape in found if shape.covers(point))
        zones = sorted(id for id, shape in self.zones if shape.covers(point))
        return (ids[0] if ids else None), zones


def thousandths(degrees):
    return int(math.copysign(math.floor(abs(degrees * 1000) + 0.5), degrees))


def meters(share):
    return math.sqrt(share * (OUTER**2 - INNER**2) + INNER**2)


def fraction(bytes):
    return (struct.unpack(">Q", bytes)[0] >> 11) * 2.0**-53


def masked(country, key, longitude, latitude, site):
    cell = thousandths(longitude), thousandths(latitude)
    subject = b"nuzuh donut 1\0" + struct.pack(">iiIII", *cell, LEAST, MOST, SUBDISTRICT)
    subject += b"".join(id.encode() + b"\0" for id in [site[0], *site[1]])
    for attempt in range(ATTEMPTS):
        code = hmac.new(key, subject + struct.pack(">I", attempt), hashlib.sha256).digest()
        azimuth, distance = fraction(code[:8]) * 360, meters(fraction(code[8:16]))
        end = EARTH.fwd(cell[0] / 1000, cell[1] / 1000, azimuth, distance)
        point = thousandths(end[0]) / 1000, thousandths(end[1]) / 1000
        if country.site(*point) == site and room(country, point, site):
            return point
    return None


def room(country, point, site):
    probes = (
        EARTH.fwd(*point, n * 137.50776405003785, meters((n + 0.5) / PROBES))
        for n in range(PROBES))
    return sum(country.site(x, y) == site for x, y, _ in probes) * 4 >= PROBES


def make(country, seed, path):
    """Events anywhere, near borders of subdistricts and of the plain, and several at one place."""
    dice = random.Random(seed)
    places = [shape.representative_point() for _, shape in country.subdistricts]
    border = country.zones[0][1].exterior
    places += [border.interpolate(dice.random(), normalized=True) for _ in range(60)]
    rows = []
    for number in range(300):
        place = dice.choice(places)
        rows.append({
            "id": f"e{number}", "source": "seed", "date_start": f"2025-0{1 + number % 6}-10",
            "date_end": f"2025-0{1 + number % 6}-10", "kind": "secret words", "region": "",
            "latitude": round(place.y + dice.choice([0, dice.gauss(0, 0.01)]), 6),
            "longitude": round(place.x + dice.choice([0, dice.gauss(0, 0.01)]), 6),
            "precision": "exact", "killed": dice.randrange(9), "country": "SYR"})
    with open(path, "w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def compare(country, key, points, events):
    problems, expected = [], collections.Counter()
    with open(events, newline="", encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            place = float(row["longitude"]), float(row["latitude"])
            site = country.site(*place)
            point = masked(country, key, *place, site) if site[0] else None
            if point is None:
                continue
            expected[(site[0], row["date_start"][:7], int(row["killed"]), *point)] += 1
            away = EARTH.inv(*place, *point)[2]
            if not LEAST <= away <= MOST:
                problems.append(f"{row['id']} was moved by {away:.0f} m")
    text = pathlib.Path(points).read_text(encoding="utf-8")
    found = collections.Counter()
    for feature in json.loads(text)["features"]:
        told = feature["properties"]
        if set(feature) != {"type", "properties", "geometry"} or set(told) != TOLD:
            problems.append(f"a feature tells {sorted(set(feature) | set(told))}")
        found[(told["region_id"], told["period"], told["killed"],
               *feature["geometry"]["coordinates"])] += 1
    problems += [f"missing: {point}" for point in expected - found]
    problems += [f"not expected: {point}" for point in found - expected]
    if "secret" in text.replace("a secret direction", ""):
        problems.append("the kind is told")
    if not expected:
        problems.append("there is no point to compare")
    return problems, sum(expected.values())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--geodata", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--make")
    parser.add_argument("--key")
    parser.add_argument("--points")
    parser.add_argument("events", nargs="?")
    options = parser.parse_args()
    country = Country(options.geodata)
    if options.make:
        make(country, options.seed, options.make)
        return 0
    key = pathlib.Path(options.key).read_bytes()
    problems, count = compare(country, key, options.points, options.events)
    for line in problems[:20]:
        print(line)
    print(f"{count} masked points compared, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
