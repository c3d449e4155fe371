#!/usr/bin/env python3
"""Writes the yardstick: events in ACLED's layout of 31 columns, the same for the same seed.

    yardstick.py [--rows 3000000] [--seed 1] [--exact-days] [--geodata DIR] -o FILE

3,000,000 rows make about 1.15 GB. Notes are quoted and hold commas, quotes, line breaks and
Arabic. Points lie around the settlements of the gazetteer, some of them at sea or abroad. Every
row is invented. Of one row in nine only the week is known (time_precision 2), unless --exact-days makes
all days exact: a plain join knows no weeks.
"""
import argparse
import csv
import json
import pathlib
import random
from datetime import date, timedelta

COLUMNS = """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type
actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region
country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes
fatalities tags timestamp""".split()
NAMES = {
    "SY01": "Damascus", "SY02": "Aleppo", "SY03": "Rural Damascus", "SY04": "Homs", "SY05": "Hama",
    "SY06": "Lattakia", "SY07": "Idleb", "SY08": "Al Hasakeh", "SY09": "Deir ez Zor",
    "SY10": "Tartous", "SY11": "Ar Raqqa", "SY12": "Dara", "SY13": "As Sweida", "SY14": "Quneitra"}
EVENTS = [
    ("Political violence", "Battles", "Armed clash"),
    ("Political violence", "Explosions/Remote violence", "Shelling/artillery/missile attack"),
    ("Political violence", "Explosions/Remote violence", "Air/drone strike"),
    ("Political violence", "Violence against civilians", "Attack"),
    ("Demonstrations", "Protests", "Peaceful protest"),
    ("Political violence; Demonstrations", "Riots", "Mob violence"),
    ("Strategic developments", "Strategic developments", "Looting/property destruction")]
ACTORS = ["Military Forces of Syria", "Unidentified Armed Group (Syria)", "Civilians (Syria)",
          "Opposition Rebels (Syria)", "Protesters (Syria)", ""]
NOTES = [
    'On {day}, shelling hit the outskirts of {place}, locals said. No '
    'details; ""several"" houses hit.',
    'On {day}, an armed clash was reported near {place}.\nThe road was closed, '
    'later reopened.',
    'في {day} أفادت مصادر محلية بقصف على أطراف {place}.',
    'On {day}, residents of {place} demonstrated, number unknown.']


def settlements(geodata):
    with open(geodata / "gazetteer.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def admin_units(geodata):
    """Properties of the regions of three levels by their ids."""
    found = {}
    for level in ("governorates", "districts", "subdistricts"):
        text = (geodata / "boundaries" / f"{level}.geojson").read_text(encoding="utf-8")
        for feature in json.loads(text)["features"]:
            found[feature["properties"]["id"]] = feature["properties"]
    return found


def quoted(text):
    return f'"{text}"' if "," in text or "\n" in text or '"' in text else text


def places(geodata):
    """For each settlement: country, admin1, admin2, admin3, location; longitude, latitude."""
    regions = admin_units(geodata)
    found = []
    for row in settlements(geodata):
        subdistrict = regions.get(row["adm3_pcode"])
        if subdistrict is None:
            continue
        district = regions[subdistrict["parent"]]
        admin = (NAMES[district["parent"]], district["name_en"], subdistrict["name_en"])
        text = ",".join(quoted(name) for name in (*admin, row["name_en"]))
        found.append((text, quoted(row["name_en"]), float(row["lon"]), float(row["lat"])))
    return found


def lines(rows, seed, geodata, has_weeks):
    chance = random.Random(seed)
    spots = places(geodata)
    start = date(2017, 1, 1)
    days = [(start + timedelta(n)).isoformat() for n in range(9 * 365)]
    weights = [70, 20, 10]
    for number in range(rows):
        admin, name, longitude, latitude = spots[int(chance.random() ** 2 * len(spots))]
        day = days[int(chance.random() * len(days))]
        disorder, kind, subkind = EVENTS[int(chance.random() * len(EVENTS))]
        precision = chance.choices((1, 2, 3), weights)[0]
        dead = int(chance.paretovariate(1.2)) - 1 if chance.random() < 0.4 else 0
        actor, other = ACTORS[int(chance.random() * 6)], ACTORS[int(chance.random() * 6)]
        note = NOTES[int(chance.random() * 4)].format(day=day, place=name.strip('"'))
        targeting = "Civilian targeting" if kind.startswith("Violence") else ""
        lat = latitude + (chance.random() - 0.5) * 0.1
        lon = longitude + (chance.random() - 0.5) * 0.1
        yield (
            f"SYR{number + 1},{day},{day[:4]},{2 if has_weeks and number % 9 == 0 else 1},{disorder},{kind},{subkind},"
            f"{actor},,State forces,{other},,Rebel group,State-Rebel,{targeting},760,"
            f"Middle East,Syria,{admin},{lat:.4f},{lon:.4f},{precision},"
            f"SOHR; local sources,Subnational,\"{note}\",{min(dead, 400)},,"
            f"{1500000000 + number % 100000000}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    here = pathlib.Path(__file__).resolve().parents[2]
    parser.add_argument("--rows", type=int, default=3_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--exact-days", action="store_true")
    parser.add_argument("--geodata", type=pathlib.Path, default=here / "GeoData")
    parser.add_argument("-o", "--output", type=pathlib.Path, required=True)
    options = parser.parse_args()
    with open(options.output, "w", encoding="utf-8", newline="") as file:
        file.write(",".join(COLUMNS) + "\n")
        file.writelines(
            lines(options.rows, options.seed, options.geodata, not options.exact_days))


if __name__ == "__main__":
    main()
