"""Where: GeoData read anew, points located, names matched (rules P1 to P8)."""
import csv
import json
import math
import pathlib
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field

import numpy
import pyproj
import shapely

LEVELS = ["country", "governorate", "district", "subdistrict", "neighborhood"]
RANK = {name: rank for rank, name in enumerate(LEVELS)}
SNAP_METERS = 1500.0
COUNTRY = "SY"


@dataclass
class Region:
    id: str
    level: str  # one of LEVELS, or "zone"
    name: str
    parent: str
    names: list
    shape: object
    members: list = field(default_factory=list)


@dataclass
class Place:
    """What a row says of a place. `designations` holds one list a member of a set, each from
    coarse to fine as (level or None, text)."""

    country: str = ""
    point: tuple = None
    precision: object = None  # a level's name, "settlement", "exact", "outside", or metres
    designations: list = field(default_factory=list)
    detail: str = ""


@dataclass
class Spot:
    """Where a record ended: status, the finest region known (or the country abroad), zones."""

    status: str  # "region", "external", "outside", "unplaced"
    region: str = ""
    zones: frozenset = frozenset()
    possible: frozenset = frozenset()
    ties: frozenset = frozenset()  # levels
    snapped: bool = False
    disagrees: bool = False


def normal(text):
    """The form in which names are compared (P6)."""
    text = unicodedata.normalize("NFKD", text).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c) and c != "\u0640")
    text = re.sub("[أإآٱ]", "ا", text).replace("ى", "ي").replace("ة", "ه")
    text = re.sub("['`´‘’ʻʼʾʿʽˈ]", "", text)
    return " ".join(re.sub(r"[^\w]+|_", " ", text).split())


def local_meters(point, shape):
    """The distance from a point to a shape nearby, in a plane that keeps distances from it."""
    longitude, latitude = point
    local = pyproj.Transformer.from_crs(
        "EPSG:4326", f"+proj=aeqd +lon_0={longitude!r} +lat_0={latitude!r} +datum=WGS84",
        always_xy=True)
    flat = shapely.transform(
        shape, lambda xy: numpy.column_stack(local.transform(xy[:, 0], xy[:, 1])))
    return shapely.distance(flat, shapely.Point(0, 0))


KIND = re.compile(r" (governorate|district|subdistrict|sub district|province)$"
                  "|^(محافظه|منطقه|ناحيه|nahiyat|mintaqat|muhafazat) ")


def bare(key):
    """The key without articles: names are written with and without."""
    words = [word.removeprefix("ال") if len(word) >= 4 else word for word in key.split()]
    return " ".join(word for word in words if word not in ARTICLES) or key


ARTICLES = set("al ar as ad an at az ash ath adh el er es ed en et ez esh ech eth ej".split())


class Places:
    def __init__(self, folder):
        folder = pathlib.Path(folder)
        self.regions = {COUNTRY: Region(COUNTRY, "country", "Syria", "", ["Syria"], None)}
        for file in ("governorates", "districts", "subdistricts", "neighborhoods", "ghab-plain"):
            self._read(folder / "boundaries" / f"{file}.geojson")
        self.settlements = {}
        with open(folder / "gazetteer.csv", newline="", encoding="utf-8") as stream:
            for row in csv.DictReader(stream):
                if row["kind"] != "neighborhood":
                    self.settlements[row["id"]] = row
        self._index()

    def _read(self, path):
        for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
            own = feature["properties"]
            level = own["level"] if own["level"] in RANK else "zone"
            names = [own["name_en"], own["name_ar"], own["name_ocha"], *own["aliases"]]
            self.regions[own["id"]] = Region(
                own["id"], level, own["name_en"], own["parent"], [n for n in names if n],
                shapely.from_geojson(json.dumps(feature["geometry"])),
                own.get("member_pcodes") or [])

    def _index(self):
        self.children = defaultdict(list)
        self.by_name = defaultdict(set)
        for region in self.regions.values():
            if region.level != "zone" and region.parent:
                self.children[region.parent].append(region.id)
            for name in region.names:
                key = normal(name)
                self.by_name[key].add(region.id)
                self.by_name[bare(KIND.sub("", key))].add(region.id)
        self.settlement_names = defaultdict(set)
        for code, row in self.settlements.items():
            for name in [row["name_en"], row["name_ar"], row["name_ocha"],
                         *row["aliases"].split("|")]:
                if name:
                    self.settlement_names[normal(name)].add(code)
        self.zones = [r.id for r in self.regions.values() if r.level == "zone"]
        self.shaped = [r.id for r in self.regions.values() if r.shape is not None]
        self.tree = shapely.STRtree([self.regions[i].shape for i in self.shaped])
        self._zone_relations()

    def _zone_relations(self):
        self.sure, self.maybe = defaultdict(set), defaultdict(set)
        for zone_id in self.zones:
            zone = self.regions[zone_id]
            for region in self.regions.values():
                if region.level == "zone":
                    continue
                if self._covers(zone, region.id):
                    self.sure[region.id].add(zone_id)
                elif region.shape is None or zone.shape.intersection(region.shape).area > 0:
                    self.maybe[region.id].add(zone_id)

    def _covers(self, zone, region_id):
        if any(step in zone.members for step in self.chain(region_id)):
            return True
        children = self.children[region_id]
        full = self.regions[region_id].level in ("governorate", "district")
        if full and children and all(self._covers(zone, child) for child in children):
            return True
        shape = self.regions[region_id].shape
        return shape is not None and zone.shape.covers(shape)

    # Chains of parents.

    def chain(self, region_id):
        """From the region up to the country."""
        steps = []
        while region_id:
            steps.append(region_id)
            region_id = self.regions[region_id].parent
        return steps

    def at_level(self, region_id, level):
        for step in self.chain(region_id):
            if self.regions[step].level == level:
                return step
        return None

    def cut(self, region_id, level):
        """The region, or its ancestor where it is finer than the level."""
        while RANK[self.regions[region_id].level] > RANK[level]:
            region_id = self.regions[region_id].parent
        return region_id

    def common(self, ids):
        chains = [self.chain(i) for i in ids]
        return next(step for step in chains[0] if all(step in chain for chain in chains))

    # Points.

    def covering(self, points):
        """For each point the ids of all regions that cover it."""
        found = [[] for _ in points]
        pairs = self.tree.query(shapely.points(points), predicate="covered_by")
        for point, shape in zip(*pairs.tolist()):
            found[point].append(self.shaped[shape])
        return found

    def descend(self, point, covering):
        """The chain of regions at a point: (finest region or None, tied levels, snapped)."""
        current, ties, snapped = COUNTRY, set(), False
        for level in LEVELS[1:]:
            fits = sorted(i for i in covering
                          if self.regions[i].level == level and self.regions[i].parent == current)
            everywhere = [i for i in covering if self.regions[i].level == level]
            if not fits and level != "neighborhood":
                near = self.nearest(point, self.children[current])
                if near:
                    fits, snapped = [near], True
            if not fits:
                break
            if len(everywhere) > 1:
                ties.add(level)
            current = fits[0]
        return (None if current == COUNTRY else current), frozenset(ties), snapped

    def nearest(self, point, candidates, within=SNAP_METERS):
        """The nearest candidate within a distance, on the ellipsoid (P3)."""
        longitude, latitude = point
        reach_y = within / 110_000
        reach_x = reach_y / max(0.01, math.cos(math.radians(latitude)))
        box = shapely.box(longitude - reach_x, latitude - reach_y,
                          longitude + reach_x, latitude + reach_y)
        best = []
        for region_id in sorted(candidates):
            part = shapely.intersection(self.regions[region_id].shape.boundary, box)
            if not part.is_empty:
                best.append((local_meters(point, part), region_id))
        if not best:
            return None
        distance, region_id = min(best)
        return region_id if distance <= within else None

    # Names and codes.

    def resolve(self, steps):
        """The region or town that codes and names describe from coarse to fine (P6), or None.

        A step that is not understood is passed over."""
        current = None
        for level, text in steps:
            current = (self._find(text, level, current) if text else None) or current
        return current

    def region_of(self, found):
        """The region itself; for a town, its subdistrict."""
        return self.settlements[found]["adm3_pcode"] if found in self.settlements else found

    def point_of(self, town):
        row = self.settlements[town]
        return float(row["lon"]), float(row["lat"])

    def _find(self, text, level, within):
        if text in self.regions or text in self.settlements:
            return text
        wanted = normal(text)
        keys = (wanted, KIND.sub("", wanted), bare(KIND.sub("", wanted)))
        coarser = [name for name in LEVELS if level and RANK[name] < RANK[level]]
        for levels in ([level] if level else LEVELS + ["zone"], coarser):
            for key in keys:
                fits = [i for i in self.by_name.get(key, ())
                        if self.regions[i].level in levels
                        and (within is None or within in self.chain(i)[1:])]
                if fits:
                    return self._highest(fits)
        towns = [c for c in self.settlement_names.get(wanted, ()) if level is None
                 and (within is None or within in self.chain(self.region_of(c)))]
        return towns[0] if len(towns) == 1 else None

    def _highest(self, ids):
        rank = {i: RANK.get(self.regions[i].level, 9) for i in ids}
        top = [i for i in ids if rank[i] == min(rank.values())]
        return top[0] if len(top) == 1 else None
