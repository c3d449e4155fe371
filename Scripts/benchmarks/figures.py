"""Tables of figures by level, region, month and type; where they differ, and whether by ties."""
import csv
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


def ties(differing, source, geodata):
    """The keys among `differing` in which a point lies on its region's border."""
    rows = pandas.read_csv(source, usecols=layers.COLUMNS, dtype={"event_date": str})
    months = rows["event_date"].str[:7]
    found = set()
    for key, _, _ in differing[:1000]:
        level, region, month, kind = key
        mask = ((months == month) & (rows["event_type"] == kind)).to_numpy()
        points = shapely.points(rows["longitude"].to_numpy()[mask], rows["latitude"].to_numpy()[mask])
        if numpy.any(shapely.intersects(_border(level, region, geodata), points)):
            found.add(key)
    return found


_borders = {}


def _border(level, region, geodata):
    if level not in _borders:
        import geopandas
        layer = geopandas.read_file(layers.path(geodata, level))
        _borders[level] = dict(zip(layer["id"], layer.boundary))
    return _borders[level][region]
