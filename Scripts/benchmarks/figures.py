"""Tables of figures by level, region, month and type; where they differ, and why."""
import csv
import functools
import pathlib
import sys

import numpy
import pandas
import shapely

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "peers"))
import layers  # noqa: E402


def read(table):
    """By (level, region, month, type): events and deaths, zeros left out."""
    path = pathlib.Path(table)
    return _release(path / "tallies.csv") if path.is_dir() else _peer(path)


def _peer(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {(row["level"], row["region"], row["month"], row["event_type"]):
                (int(row["events"]), int(row["fatalities"])) for row in csv.DictReader(file)}


def _release(path):
    found = {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["place_status"] != "region" or row["time_status"] != "period":
                continue
            if not row["category"] or row["level"] not in layers.LAYERS:
                continue
            key = (row["level"], row["region_id"], row["period_start"][:7], row["category"])
            events, deaths = found.get(key, (0, 0))
            if row["indicator"] == "incidents":
                events = int(row["best"])
            else:
                deaths = int(row["best"])
            found[key] = (events, deaths)
    return found


def differences(left, right):
    keys = sorted(left.keys() | right.keys())
    pairs = ((key, left.get(key, (0, 0)), right.get(key, (0, 0))) for key in keys)
    return [(key, one, other) for key, one, other in pairs if one != other]


def explained(differing, source, geodata):
    """For the keys among `differing` that may differ, why: a point on the region's border (P2), or
    one in a part of the region that juts out of its parent, which we count with the region around
    it, since levels are decided from the coarsest down (P2) and a plain join does not ask."""
    rows = pandas.read_csv(source, usecols=layers.COLUMNS, dtype={"event_date": str})
    months = rows["event_date"].str[:7]
    found = {}
    for key, _, _ in differing[:1000]:
        level, region, month, kind = key
        mask = ((months == month) & (rows["event_type"] == kind)).to_numpy()
        points = shapely.points(rows["longitude"].to_numpy()[mask], rows["latitude"].to_numpy()[mask])
        own, parent = _outlines(geodata)[region]
        if numpy.any(shapely.intersects(own.boundary, points)):
            found[key] = "a point on a border"
        elif parent is not None and numpy.any(shapely.intersects(own.difference(parent), points)):
            found[key] = "a point beyond the region's parent"
    return found


@functools.cache
def _outlines(geodata):
    """By id: the outline of each region, and that of its parent."""
    import geopandas
    files = sorted((geodata / "boundaries").glob("*s.geojson"))
    frames = [geopandas.read_file(file)[["id", "parent", "geometry"]] for file in files
              if file.stem in ("governorates", "districts", "subdistricts", "neighborhoods")]
    own = {row.id: row for frame in frames for row in frame.itertuples()}
    return {id: (row.geometry, own[row.parent].geometry if row.parent in own else None)
            for id, row in own.items()}
