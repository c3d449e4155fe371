"""What: rows of UCDP GED, ACLED, OCHA flows and the tracker's incidents as records."""
import csv
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from places import Place


@dataclass
class Record:
    key: tuple
    first: date
    last: date
    kind: str
    figures: dict  # indicator → (low, best, high), each a Decimal or None
    place: Place = None  # of an incident; of a movement its destination
    origin: Place = None
    movement: str = ""  # the kind of a movement; its figure is then the only one
    unit: str = "persons"
    version: int = None


@dataclass
class Input:
    profile: str
    rows: int = 0
    rejected: int = 0
    replaced: int = 0
    records: list = field(default_factory=list)


class Rejected(Exception):
    pass


def read(path):
    """Reads a file by its header; the last version of each key stays (A2)."""
    with open(path, newline="", encoding="utf-8-sig") as stream:
        separator = ";" if ";" in stream.readline() else ","
        stream.seek(0)
        rows = csv.DictReader(stream, delimiter=separator)
        profile, parse = _profile(rows.fieldnames)
        found = Input(profile)
        kept, seen = {}, Counter()
        for number, row in enumerate(rows):
            found.rows += 1
            try:
                record = parse(row, number)
            except Rejected:
                found.rejected += 1
                continue
            seen[record.key] += 1
            before = kept.get(record.key)
            if before is None or (record.version or 0) > (before.version or 0):
                kept[record.key] = record
    found.replaced = sum(seen.values()) - len(seen)
    found.records = list(kept.values())
    return found


def _profile(header):
    if "event_id_cnty" in header:
        return "acled", _acled
    if "where_prec" in header:
        return "ucdp", _ucdp
    if any(re.match("Mohafaza.PCODE", name) for name in header):
        return "ocha", _ocha
    if {"killed_low", "injured_low"} <= set(header):
        return "tracker-incidents", _incident
    if {"origin", "destination", "household_size"} <= set(header):
        return "tracker-movements", _movement
    raise SystemExit(f"oracle: no profile for the columns {header}")


def _day(text):
    text = text.strip()
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})([ T].*)?", text)
    if not match:
        raise Rejected(text)
    try:
        return date(*map(int, match.groups()[:3]))
    except ValueError as error:
        raise Rejected(text) from error


def _number(text):
    if not text.strip():
        return None
    try:
        number = Decimal(text.strip())
    except InvalidOperation as error:
        raise Rejected(text) from error
    if number < 0:
        raise Rejected(text)
    return number


def _point(longitude, latitude):
    try:
        return float(longitude), float(latitude)
    except ValueError:
        return None


# UCDP GED: where_prec → precision; violence → kind.
UCDP_PRECISION = {"1": "settlement", "2": "district", "3": "district", "4": "governorate",
                  "5": "governorate", "6": "country", "7": "outside"}
UCDP_KIND = {"1": "state-based", "2": "non-state", "3": "one-sided"}


def _ucdp(row, _):
    first, last = _day(row["date_start"]), _day(row["date_end"])
    if last < first or not row["id"].strip():
        raise Rejected("dates or id")
    low, best, high = (_number(row[name]) for name in ("low", "best", "high"))
    known = [n for n in (low, best, high) if n is not None]
    low = min(known) if low is not None else None
    high = max(known) if high is not None else None
    precision = UCDP_PRECISION[row["where_prec"].strip()]
    steps = [("governorate", row["adm_1"].strip()), ("district", row["adm_2"].strip())]
    if row["where_prec"] == "5" and not steps[0][1]:
        precision = "country"
    place = Place(row["country"].strip(), _point(row["longitude"], row["latitude"]), precision,
                  [steps] if steps[0][1] or steps[1][1] else [], row["where_coordinates"])
    one = Decimal(1)
    return Record(("UCDP", row["id"].strip()), first, last,
                  UCDP_KIND[row["type_of_violence"].strip()],
                  {"incidents": (one, one, one), "killed": (low, best, high)}, place)


ACLED_PRECISION = {"1": "settlement", "2": "district", "3": "governorate"}
ACLED_SPREAD = {"1": 0, "2": 3}


def _acled(row, _):
    middle = _day(row["event_date"])
    if row["time_precision"] == "3":
        first = middle.replace(day=1)
        last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    else:
        spread = timedelta(days=ACLED_SPREAD[row["time_precision"]])
        first, last = middle - spread, middle + spread
    deaths = _number(row["fatalities"])
    steps = [("governorate", row["admin1"]), ("district", row["admin2"]),
             ("subdistrict", row["admin3"])]
    place = Place(row["country"], _point(row["longitude"], row["latitude"]),
                  ACLED_PRECISION[row["geo_precision"]],
                  [steps] if any(text for _, text in steps) else [])
    one = Decimal(1)
    return Record(("ACLED", row["event_id_cnty"]), first, last, row["event_type"],
                  {"incidents": (one, one, one), "killed": (deaths, deaths, None)}, place,
                  version=int(row["timestamp"] or 0))


OCHA_KIND = {"IDP": "displacement", "Returnees": "return"}


def _ocha(row, number):
    row = {name.replace(" ", "_"): text.strip() for name, text in row.items()}
    first = _day(row["Reporting_Month"] + ("-01" if len(row["Reporting_Month"]) == 7 else ""))
    first = first.replace(day=1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    kind = OCHA_KIND[row["IDP_Returnees"]]
    persons = _number(row["Sum_of_IDP_Flow_Estimation"])
    levels = {"Mohafaza": "governorate", "Mantika": "district", "Nahya": "subdistrict"}
    steps = [(level, row[f"{name}_PCODE"]) for name, level in levels.items()]
    steps.append((None, row["Community_PCODE"]))
    # Displaced inside the country, so they come from somewhere in it.
    origin = Place("SY", None, "country", []) if kind == "displacement" else None
    return Record(("OCHA", number), first, last, kind, {"": (persons, persons, persons)},
                  Place("", None, None, [steps]), origin, movement=kind)


def _figure(low, best, high, qualifier):
    """What a qualifier closes: exact both bounds, at least the lower, at most the upper (F1)."""
    low, best, high = map(_number, (low, best, high))
    if qualifier in ("exact", "at least"):
        low = best if low is None else low
    if qualifier in ("exact", "at most"):
        high = best if high is None else high
    known = [n for n in (low, best, high) if n is not None]
    return (None if low is None else min(known), best, None if high is None else max(known))


def _precision(text):
    metres = re.fullmatch(r"(\d+(?:\.\d+)?) ?m", text)
    return float(metres[1]) if metres else text or None


LEVEL_WORDS = ("governorate", "district", "subdistrict", "neighborhood")


def _described(text, precision):
    """Codes or names: `;` between the members of a set, ` > ` from coarse to fine. A level as
    precision says what the last step is, where a region of that level has the name."""
    level = precision if precision in LEVEL_WORDS else None
    paths = [[(None, step.strip()) for step in member.split(">")]
             for member in text.split(";") if member.strip()]
    return [[*path[:-1], (level, path[-1][1])] for path in paths]


def _span(row):
    first, last = _day(row["date_start"]), _day(row["date_end"] or row["date_start"])
    if last < first:
        raise Rejected("dates")
    return first, last


def _incident(row, _):
    one = Decimal(1)
    figures = {"incidents": (one, one, one)}
    for name in ("killed", "injured"):
        cells = [row[f"{name}_low"], row[name], row[f"{name}_high"]]
        if any(cells):
            figures[name] = _figure(*cells, row["qualifier"])
    place = Place(row["country"], _point(row["longitude"], row["latitude"]),
                  _precision(row["precision"]), _described(row["region"], row["precision"]))
    return Record((row["source"], row["id"]), *_span(row), row["kind"], figures, place)


def _movement(row, _):
    def end(name):
        point = _point(row[f"{name}_longitude"], row[f"{name}_latitude"])
        if not row[name] and point is None:
            return None
        precision = row["precision"]
        return Place("", point, _precision(precision), _described(row[name], precision))

    figure, unit = _figure(row["low"], row["best"], row["high"], row["qualifier"]), row["unit"]
    size = _number(row["household_size"])
    if unit == "households" and size is not None:
        figure, unit = tuple(n if n is None else n * size for n in figure), "persons"
    return Record((row["source"], row["id"]), *_span(row), row["kind"], {"": figure},
                  end("destination"), end("origin"), row["kind"], unit)
