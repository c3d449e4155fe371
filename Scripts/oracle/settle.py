"""Decides where each record's place lies (rules P1, P3, P4, P5, P7, P8)."""
import re

import shapely

from places import COUNTRY, RANK, Spot, local_meters, normal

QUARTER = re.compile(r" neighbou?rhood$")
HOME = {"", "SY", "SYR", "syria", "syrian arab republic"}
ABROAD = {"lebanon": "LBN", "iraq": "IRQ", "turkey": "TUR", "türkiye": "TUR", "jordan": "JOR",
          "israel": "ISR", "abroad": "ABROAD"}


def country_code(text):
    """The code of a country abroad, or None for Syria."""
    if text in HOME or text.casefold() in HOME:
        return None
    return ABROAD.get(text.casefold(), text)


def settle(places, wheres):
    """A Spot for each Place, in order; points are looked up all at once."""
    usable = [i for i, where in enumerate(wheres) if where and is_usable(where.point)]
    covering = dict(zip(usable, places.covering([wheres[i].point for i in usable]))) \
        if usable else {}
    return [_spot(places, where, covering.get(i)) for i, where in enumerate(wheres)]


def is_usable(point):
    return point is not None and abs(point[0]) <= 180 and abs(point[1]) <= 90


def _spot(places, where, covering):
    if where is None:
        return Spot("unplaced")
    abroad = country_code(where.country)
    if abroad:
        return Spot("external", abroad)
    if where.precision == "outside":
        return Spot("outside")
    named = _named(places, where)
    if isinstance(named, Spot):
        return named
    if covering == [] and where.point and _is_swapped(places, where.point):
        covering = None
    represents_area = where.precision in RANK
    if where.precision == "country":
        return _area(places, COUNTRY)
    town = named if named in places.settlements else None
    named = places.region_of(named)
    if represents_area and named:
        if covering is not None and RANK[places.regions[named].level] < RANK[where.precision] \
                and len(where.designations) == 1:
            # Named more coarsely than it is known: the point may say more.
            spot = _by_point(places, where, covering, None)
            if spot.status == "region" and named in places.chain(spot.region):
                return spot
        return _area(places, places.cut(named, where.precision))
    if covering is not None:
        return _by_point(places, where, covering, named)
    if town:
        return _town(places, town)
    if named:
        return _area(places, named)
    return _area(places, COUNTRY) if where.country else Spot("unplaced")


def _is_swapped(places, point):
    """Whether the point falls inside only with its axes exchanged: then it says nothing.

    A point so near the border is rather one abroad, whose axes nearly agree.
    """
    near = [places.nearest(point, [g], within=25_000) for g in places.children[COUNTRY]]
    [swapped] = places.covering([(point[1], point[0])])
    return not any(near) and any(places.regions[i].level == "governorate" for i in swapped)


def _named(places, where):
    """The region that the words give, a Spot abroad, or None."""
    if len(where.designations) > 1:
        members = [places.region_of(places.resolve(steps)) for steps in where.designations]
        return None if None in members else places.common(members)
    if not where.designations:
        return None
    steps = where.designations[0]
    if len(steps) == 1 and steps[0][1] and country_code(steps[0][1]) in ABROAD.values():
        return Spot("external", country_code(steps[0][1]))
    if len(steps) == 1 and steps[0][1].casefold() in HOME - {""}:
        return COUNTRY
    return places.resolve(steps)


def _area(places, region):
    return Spot("region", region, frozenset(places.sure[region]), frozenset(places.maybe[region]))


def _town(places, town):
    """Sure to the subdistrict; for zones the town's point decides."""
    [covering] = places.covering([places.point_of(town)])
    zones = frozenset(i for i in covering if places.regions[i].level == "zone")
    return Spot("region", places.region_of(town), zones)


def _by_point(places, where, covering, named):
    region, ties, snapped = places.descend(where.point, covering)
    if region is None:
        return Spot("outside")
    disagrees = bool(named) and places.at_level(named, "governorate") not in (
        None, places.at_level(region, "governorate"))
    if where.precision in RANK:
        spot = _area(places, places.cut(region, where.precision))
    elif isinstance(where.precision, float):
        spot = _disc(places, where, region, bool(where.country) or snapped)
    else:
        if where.precision == "settlement":
            region = places.cut(region, "subdistrict")
            region = _neighborhood(places, where.detail, region) or region
        zones = frozenset(i for i in covering if places.regions[i].level == "zone")
        spot = Spot("region", region, zones)
    known = RANK[places.regions[spot.region].level]
    spot.ties = frozenset(level for level in ties if RANK[level] <= known)
    spot.snapped, spot.disagrees = snapped, disagrees
    return spot


def _neighborhood(places, detail, subdistrict):
    name = QUARTER.sub("", normal(detail))
    fits = [i for i in places.by_name.get(name, ())
            if places.regions[i].level == "neighborhood"
            and places.regions[i].parent == subdistrict] if detail else []
    return fits[0] if len(fits) == 1 else None


def _disc(places, where, region, is_home):
    """The finest region that holds the disc; of a record known to be in the country only the part
    of the disc that lies there counts, but a neighborhood must hold all of it."""
    def clearance(region_id):
        return local_meters(where.point, places.regions[region_id].shape.boundary)

    def is_held(region_id):
        level = places.regions[region_id].level
        if level == "neighborhood" or not is_home:
            return clearance(region_id) >= where.precision
        reach = where.precision / 80_000
        longitude, latitude = where.point
        box = shapely.box(longitude - reach, latitude - reach, longitude + reach, latitude + reach)
        return not any(other != region_id and places.regions[other].level == level
                       and places.regions[other].shape.intersects(box)
                       and clearance(other) < where.precision for other in places.regions)

    while region != COUNTRY and not is_held(region):
        region = places.regions[region].parent
    point = shapely.Point(where.point)
    inside = {z for z in places.zones if places.regions[z].shape.covers(point)
              and clearance(z) >= where.precision}
    return Spot("region", region, frozenset(inside | places.sure[region]))


def view(places, spot, level):
    """How the place looks at a level: (status, region)."""
    if spot.status != "region":
        return spot.status, spot.region
    at = places.at_level(spot.region, level)
    return ("region", at) if at else ("unspecified", spot.region)
