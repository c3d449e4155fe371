#!/usr/bin/env python3
"""Writes files that look like the ones analysts have, the same for the same seed.

    generate.py --geodata DIR --seed N -o DIR

`ucdp.csv`, `acled.csv` and `ocha.csv` bear the publishers' headers and codes, and the dirt seen
in real files; `incidents.csv` and `movements.csv` are in the tracker's own layout. Every row is
invented.
"""
import argparse
import csv
import json
import pathlib
import random
from datetime import date, timedelta

UCDP = """id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id
conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id
side_b_new_id side_b number_of_sources source_article source_office source_date source_headline
source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude
geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a
deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob""".split()
ACLED = """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type
actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region
country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes
fatalities tags timestamp""".split()
OCHA = """Reporting_Month,IDP_Returnees,Mohafaza,Mohafaza_PCODE,Mantika,Mantika_PCODE,Nahya,\
Nahya_PCODE,Community,Community_PCODE,Sum of IDP_Flow_Estimation""".split(",")

INCIDENTS = """id source date_start date_end kind region latitude longitude precision killed_low
killed killed_high injured_low injured injured_high qualifier country""".split()
MOVEMENTS = """id source date_start date_end measure kind origin origin_latitude origin_longitude
destination destination_latitude destination_longitude precision unit low best high qualifier
household_size""".split()

UCDP_NAMES = {
    "SY01": "Damascus", "SY02": "Aleppo", "SY03": "Rif Dimashq", "SY04": "Homs", "SY05": "Hamah",
    "SY06": "Lattakia", "SY07": "Idlib", "SY08": "Al Hasakah", "SY09": "Dayr az Zawr",
    "SY10": "Tartus", "SY11": "Ar Raqqah", "SY12": "Daraa", "SY13": "As Suwayda",
    "SY14": "Quneitra"}
ACLED_NAMES = {
    "SY01": "Damascus", "SY02": "Aleppo", "SY03": "Rural Damascus", "SY04": "Homs", "SY05": "Hama",
    "SY06": "Lattakia", "SY07": "Idleb", "SY08": "Al Hasakeh", "SY09": "Deir ez Zor",
    "SY10": "Tartous", "SY11": "Ar Raqqa", "SY12": "Dara", "SY13": "As Sweida", "SY14": "Quneitra"}
NOTES = ["Shelling, \"heavy\", reported.", "قصف على البلدة، بحسب المرصد", "Two lines:\nthe second.",
         "Clashes; several sources", ""]
EVENTS = [("Battles", "Armed clash"), ("Explosions/Remote violence", "Shelling/artillery"),
          ("Violence against civilians", "Attack"), ("Protests", "Peaceful protest"),
          ("Riots", "Mob violence"), ("Strategic developments", "Looting")]


class World:
    """GeoData, as far as a generator needs it."""

    def __init__(self, folder):
        self.regions = {}
        for name in ("governorates", "districts", "subdistricts", "neighborhoods"):
            text = (folder / "boundaries" / f"{name}.geojson").read_text(encoding="utf-8")
            for feature in json.loads(text)["features"]:
                self.regions[feature["properties"]["id"]] = feature
        with open(folder / "gazetteer.csv", newline="", encoding="utf-8") as stream:
            self.towns = [row for row in csv.DictReader(stream) if row["kind"] != "neighborhood"]

    def of_level(self, level):
        return [i for i, f in self.regions.items() if f["properties"]["level"] == level]

    def vertices(self, region_id):
        """The vertices of the longest ring."""
        geometry = self.regions[region_id]["geometry"]
        parts = geometry["coordinates"]
        rings = [parts[0]] if geometry["type"] == "Polygon" else [part[0] for part in parts]
        return max(rings, key=len)

    def middle(self, region_id):
        """The mean of the vertices: like a published centroid, not always inside."""
        ring = self.vertices(region_id)
        return tuple(round(sum(point[axis] for point in ring) / len(ring), 6) for axis in (0, 1))

    def name(self, region_id, key="name_en"):
        return self.regions[region_id]["properties"][key]


def days(chance):
    """A span of days like those of conflict data: most are one day, some cross a month's end."""
    first = date(2013, 1, 1) + timedelta(days=chance.randrange(365 * 12))
    length = chance.choices([0, chance.randint(1, 5), 6, chance.randint(7, 29),
                             chance.randint(30, 400)], [80, 10, 4, 5, 1])[0]
    return first, first + timedelta(days=length)


def spot(chance, world):
    """A point with the town it belongs to: in towns, on borders and vertices, off the coast."""
    town = chance.choice(world.towns)
    point = float(town["lon"]), float(town["lat"])
    kind = chance.choices(["town", "near", "vertex", "edge", "harbour"], [84, 10, 2, 2, 2])[0]
    if kind == "near":
        point = tuple(round(c + chance.gauss(0, 0.05), 5) for c in point)
    elif kind in ("vertex", "edge"):
        ring = world.vertices(chance.choice(world.of_level(
            chance.choice(["governorate", "district", "subdistrict", "neighborhood"]))))
        at = chance.randrange(len(ring) - 1)
        point = tuple(ring[at])
        if kind == "edge":
            point = tuple((a + b) / 2 for a, b in zip(ring[at], ring[at + 1]))
    elif kind == "harbour":
        ring = world.vertices(chance.choice(["SY06", "SY10"]))
        west = sorted(ring)[: len(ring) // 4]
        longitude, latitude = chance.choice(west)
        point = round(longitude - chance.uniform(0.0, 0.03), 6), latitude
    return town, point


def ucdp(chance, world, count):
    rows = []
    for number in range(count):
        row = dict.fromkeys(UCDP, "")
        precision = chance.choices("1234567", [60, 10, 8, 15, 3, 3, 1])[0]
        town, point = spot(chance, world)
        governorate, district = town["adm1_pcode"], town["adm2_pcode"]
        if precision == "3":
            point = world.middle(district)
        elif precision in "45":
            point = world.middle(governorate)
        elif precision == "6":
            point = (38.0, 35.0)
        if precision == "7":
            point = (34.5 + chance.random(), 34.5 + chance.random())
        named = f"{town['name_en']} town"
        if precision == "1" and chance.random() < 0.03:
            own = world.regions[chance.choice(world.of_level("neighborhood"))]["properties"]
            point, named = (own["label_lon"], own["label_lat"]), f"{own['name_en']} neighborhood"
            governorate, district = own["ancestors"][1:3]
        row["adm_1"] = f"{UCDP_NAMES[governorate]} Governorate" if precision < "5" else ""
        if precision == "5" and chance.random() < 0.7:
            row["adm_1"] = f"{UCDP_NAMES[governorate]} Governorate"
        if precision in "123" and chance.random() < 0.8:
            row["adm_2"] = f"{world.name(district, 'name_ocha')} district"
        if precision == "1" and chance.random() < 0.01:
            row["adm_1"] = f"{UCDP_NAMES[chance.choice(list(UCDP_NAMES))]} Governorate"
            row["adm_2"] = ""
        first, last = days(chance)
        deaths = [chance.choices([0, 1, 2, chance.randint(3, 60)], [50, 25, 10, 15])[0]
                  for _ in range(4)]
        best = sum(deaths)
        low, high = max(0, best - chance.randrange(4)), best + chance.randrange(8)
        if chance.random() < 0.006:
            low, high = chance.choice([(best + 2, high), (low, max(0, best - 1))])
        stamp = chance.choice(["", " 00:00:00.000"])
        row.update(
            id=str(200_000 + number), relid=f"SYR-{number}", year=str(first.year),
            active_year="1", code_status="Clear", type_of_violence=chance.choice("111123"),
            conflict_name="Syria: Government", side_a="Side, \"A\"", side_b="Side B",
            number_of_sources="-1", source_headline=chance.choice(NOTES), where_prec=precision,
            where_coordinates=named, where_description=chance.choice(NOTES),
            latitude=repr(point[1]), longitude=repr(point[0]),
            geom_wkt=f"POINT ({point[0]} {point[1]})", country="Syria", country_id="652",
            region="Middle East", event_clarity=chance.choice("1112"), date_prec="1",
            date_start=f"{first}{stamp}", date_end=f"{last}{stamp}", deaths_a=deaths[0],
            deaths_b=deaths[1], deaths_civilians=deaths[2], deaths_unknown=deaths[3], best=best,
            high=high, low=low, gwnoa="652")
        if chance.random() < 0.01:
            row["country"] = chance.choice(["Lebanon", "Iraq", "Turkey"])
        rows.append(row)
    for row in chance.sample(rows, 5):
        row["date_start"] = chance.choice(["", "03/04/2025", "2015-02-30"])
    for row in chance.sample([r for r in rows if r["where_prec"] == "1"], 3):
        row["longitude"] = "4239.00416"
    rows += [dict(row) for row in chance.sample(rows, 20)]
    chance.shuffle(rows)
    return rows


def acled(chance, world, count):
    rows = []
    for number in range(count):
        town, point = spot(chance, world)
        precision = chance.choices("123", [75, 20, 5])[0]
        kind, fine = chance.choice(EVENTS)
        day, _ = days(chance)
        row = dict(
            event_id_cnty=f"SYR{number + 1}", event_date=str(day), year=str(day.year),
            time_precision=chance.choices("123", [90, 7, 3])[0],
            disorder_type=chance.choice(["Political violence", "Demonstrations",
                                         "Political violence; Demonstrations"]),
            event_type=kind, sub_event_type=fine, actor1="Actor (Syria), \"one\"",
            inter1="State forces", actor2="Civilians (Syria)", inter2="Civilians",
            interaction="State forces-Civilians", iso="760", region="Middle East",
            country="Syria", admin1=ACLED_NAMES[town["adm1_pcode"]],
            admin2=world.name(town["adm2_pcode"], "name_ocha"),
            admin3=world.name(town["adm3_pcode"], "name_ocha"), location=town["name_ocha"],
            latitude=repr(point[1]), longitude=repr(point[0]), geo_precision=precision,
            source="Source, A; Source B", source_scale="National", notes=chance.choice(NOTES),
            fatalities=chance.choices([0, 1, 3, 12, 100], [70, 15, 10, 4, 1])[0],
            timestamp=str(1_700_000_000 + number))
        rows.append({name: row.get(name, "") for name in ACLED})
    for row in chance.sample(rows, count // 80):
        rows.append(row | {"fatalities": 7, "timestamp": str(int(row["timestamp"]) + 9_000_000)})
    chance.shuffle(rows)
    return rows


def ocha(chance, world, months):
    rows = []
    for month in range(months):
        for town in chance.sample(world.towns, 300):
            for kind in chance.sample(["IDP", "Returnees"], chance.randint(1, 2)):
                people = chance.choice([str(chance.randint(1, 900)),
                                        repr(chance.randint(1, 9000) / 7)])
                values = [f"2024-{month + 1:02d}-01", kind]
                for code in (town["adm1_pcode"], town["adm2_pcode"], town["adm3_pcode"]):
                    values += [world.name(code, "name_ocha"), code]
                rows.append(dict(zip(OCHA, [*values, town["name_ocha"], town["id"], people])))
    return rows


def described(chance, world):
    """A region as people write it: a code, a name, a path, or a set."""
    governorates = world.of_level("governorate")
    town = chance.choice(world.towns)
    steps = [world.name(town[f"adm{level}_pcode"]) for level in (1, 2, 3)]
    hood = world.regions[chance.choice(world.of_level("neighborhood"))]["properties"]
    return chance.choice([
        world.name(chance.choice(governorates)),
        world.name(chance.choice(governorates), "name_ar"),
        town["adm2_pcode"], town["adm3_pcode"], town["id"], hood["id"], " > ".join(steps[:2]),
        f"{world.name(hood['ancestors'][1])} > {hood['id']}",
        ";".join(chance.sample(governorates, 3)),
        ";".join([town["adm3_pcode"], chance.choice(world.of_level("subdistrict"))]),
        ";".join(chance.sample(["SY050200", "SY050201", "SY050202"], 2)), "SY", "LBN"])


def numbers(chance):
    best = chance.choice(["", chance.randint(0, 40), chance.randint(0, 4000)])
    low = "" if best == "" or chance.random() < 0.5 else max(0, best - chance.randint(0, 9))
    high = "" if best == "" or chance.random() < 0.5 else best + chance.randint(0, 9)
    return low, best, high


QUALIFIERS = ["", "exact", "at least", "at most", "about"]


def incidents(chance, world, count):
    rows = []
    for number in range(count):
        row = dict.fromkeys(INCIDENTS, "")
        first, last = days(chance)
        row.update(id=f"i{number}", source=chance.choice(["A", "B"]), date_start=first,
                   date_end=last, kind=chance.choice(["attack", "clash", ""]),
                   qualifier=chance.choice(QUALIFIERS), country=chance.choice(["", "SYR", "SY"]))
        row["killed_low"], row["killed"], row["killed_high"] = numbers(chance)
        row["injured_low"], row["injured"], row["injured_high"] = numbers(chance)
        if chance.random() < 0.5:
            row["region"] = described(chance, world)
        if not row["region"] or chance.random() < 0.2:
            _, point = spot(chance, world)
            row.update(longitude=repr(point[0]), latitude=repr(point[1]))
            row["precision"] = chance.choice(
                ["", "250m", "1000m", "20000m", "governorate", "district", "subdistrict"])
        rows.append(row)
    return rows


def movements(chance, world, count):
    rows = []
    for number in range(count):
        row = dict.fromkeys(MOVEMENTS, "")
        first, last = days(chance)
        row.update(id=f"m{number}", source="A", date_start=first, date_end=last, measure="flow",
                   kind=chance.choice(["displacement", "return", "eviction", "relocation"]),
                   unit=chance.choice(["persons", "households"]),
                   qualifier=chance.choice(QUALIFIERS))
        row["low"], row["best"], row["high"] = numbers(chance)
        if row["unit"] == "households":
            row["household_size"] = chance.choice(["", "5", "5.5"])
        for end in chance.sample(["origin", "destination"], chance.randint(1, 2)):
            if chance.random() < 0.7:
                row[end] = described(chance, world)
            else:
                _, point = spot(chance, world)
                row.update({f"{end}_longitude": repr(point[0]), f"{end}_latitude": repr(point[1])})
        rows.append(row)
    return rows


def write(path, columns, rows, **style):
    with open(path, "w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, columns, **style)
        writer.writeheader()
        writer.writerows(rows)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--geodata", required=True, type=pathlib.Path)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("-o", "--output", required=True, type=pathlib.Path)
    options = options.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    world = World(options.geodata)
    chance = random.Random(options.seed)
    write(options.output / "ucdp.csv", UCDP, ucdp(chance, world, 16_500))
    write(options.output / "acled.csv", ACLED, acled(chance, world, 4_000),
          quoting=csv.QUOTE_ALL, lineterminator="\n")
    write(options.output / "ocha.csv", OCHA, ocha(chance, world, 6), delimiter=";")
    write(options.output / "incidents.csv", INCIDENTS, incidents(chance, world, 2_000))
    write(options.output / "movements.csv", MOVEMENTS, movements(chance, world, 2_000))


if __name__ == "__main__":
    main()
