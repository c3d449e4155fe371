"""What the files of releases say, and every sum that holds in them."""
import csv
import json
import pathlib

LEVELS = ["country", "governorate", "district", "subdistrict", "neighborhood"]
ADDITIVE = {"injured", "detained", "displaced", "evicted", "relocated", "returned"}
CROSSING = {"departed", "arrived", "returns_in", "returns_out"}


class Release:
    """What the files of one release say."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        settings = json.loads((self.folder / "accounts.json").read_text())["settings"]
        self.k = int(settings["k"])
        regions = json.loads((self.folder / "regions.geojson").read_text())
        package = json.loads((self.folder / "datapackage.json").read_text())
        days = package.get("temporal_coverage", {})
        self.coverage = ("total", days.get("start"), days.get("end"))
        self.parent, self.level = {}, {}
        for feature in regions["features"]:
            place = feature["properties"]
            if place["place_status"] == "region":
                self.parent[place["region_id"]] = place["parent"]
                self.level[place["region_id"]] = place["level"]
        self.figures = {}
        with open(self.folder / "tallies.csv", newline="", encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                self.take(row)
        self.take_totals(regions)
        self.flows = {}
        flows = json.loads((self.folder / "flows.geojson").read_text())
        for feature in flows["features"]:
            item = feature["properties"]
            ends = tuple((item[f"{end}_status"], item[f"{end}_id"] or "")
                         for end in ("origin", "destination"))
            self.flows[(item["level"], *ends, item["kind"], item["unit"])] = (
                item["status"], item["best"])

    def take(self, row):
        kind = row["time_status"]
        period = (kind, row["period_start"], row["period_end"])
        key = (row["level"], row["place_status"], row["region_id"], period, row["indicator"],
               row["category"])
        best = float(row["best"]) if row["best"] else None
        if row["status"] == "withheld" and any(row[name] for name in ("low", "best", "high",
                                                                      "records")):
            raise SystemExit(f"{self.folder}: a withheld row tells something: {row}")
        self.figures[key] = (row["status"], best)

    def take_totals(self, regions):
        """The totals over the coverage, which stand on the map alone."""
        names = {key[4] for key in self.figures}
        # A place without a level stands for the levels at which the table tells its periods and the
        # map any total: those of other levels may wait.
        told = {(level, status, region, indicator)
                for level, status, region, _, indicator, _ in self.figures}
        shown = {(name, feature["properties"]["level"]) for feature in regions["features"]
                 for name in names if feature["properties"]["time_status"] == "period"
                 and feature["properties"].get(f"{name}_status", "no_report") != "no_report"}
        for feature in regions["features"]:
            place = feature["properties"]
            if place["time_status"] != "period":
                continue
            for name in names:
                status = place.get(f"{name}_status", "no_report")
                if status == "no_report":
                    continue
                where = place["place_status"], place["region_id"] or ""
                levels = [place["level"]] if place["level"] else [
                    level for level in LEVELS
                    if (level, *where, name) in told and (name, level) in shown]
                for level in levels:
                    self.figures[(level, *where, self.coverage, name, "")] = (status, place[name])

    def above(self, region, level):
        """The region of a level that holds a region; None where it is itself coarser."""
        while region and self.level.get(region) != level:
            region = self.parent.get(region)
        return region or None


def stem(indicator):
    return indicator.removesuffix("_households")


def write_down(release, system, tag=""):
    """Every sum and bound that holds in a release; `tag` keeps apart what may differ."""
    def name(key):
        return (tag, *key)

    figures = {key: value for key, value in release.figures.items()
               if stem(key[4]) in ADDITIVE | CROSSING}
    unknown = {key for key, (status, best) in figures.items()
               if status != "withheld" and best is None}
    for key, (status, best) in figures.items():
        if key not in unknown:
            system.put(name(key), status, best)
    levels = {}
    for level, _, _, period, indicator, category in figures:
        if level != "zone":
            levels.setdefault((indicator, period, bool(category)), set()).add(level)
    parts, same, loose, times, kinds = {}, {}, {}, {}, {}
    for key in figures:
        level, status, region, period, indicator, category = key
        if period != release.coverage and stem(indicator) in ADDITIVE | CROSSING:
            total = (level, status, region, release.coverage, indicator, category)
            times.setdefault(total, []).append(key)
        if category:
            kinds.setdefault((level, status, region, period, indicator, ""), []).append(key)
        order = [one for one in LEVELS if one in levels.get((indicator, period, bool(category)), ())]
        if level not in order or order.index(level) == 0:
            continue
        coarse = order[order.index(level) - 1]
        above = release.above(region, coarse) if status in ("region", "unspecified") else None
        if above:
            parent = (coarse, "region", above, period, indicator, category)
            (parts if stem(indicator) in ADDITIVE else loose).setdefault(parent, []).append(key)
        elif status != "region":
            same.setdefault((coarse, status, region, period, indicator, category), []).append(key)
    for table in (parts, same, times, kinds):
        for parent, members in table.items():
            if not unknown.intersection([parent, *members]):
                system.equation(name(parent), [name(member) for member in members])
    for parent, members in loose.items():
        if system.known(name(parent)) and not unknown.intersection([parent, *members]):
            system.bound([name(member) for member in members], [name(parent)])
    for key in figures:
        if stem(key[4]) == "departed":
            end = key[4].removeprefix("departed")
            larger = [(*key[:4], one + end, key[5]) for one in ("displaced", "evicted", "relocated")]
            if not unknown.intersection([key, *larger]):
                system.bound([name(one) for one in larger], [name(key)])
    write_flows(release, system, name)


def write_flows(release, system, name):
    out, into = {}, {}
    for key, (status, best) in release.flows.items():
        level, origin, destination, kind, unit = key
        system.put(name(key), status, best)
        end = "_households" if unit == "households" else ""
        stems = ("returns_out", "returns_in") if kind == "return" else ("departed", "arrived")
        out.setdefault((level, *origin, release.coverage, stems[0] + end, ""), []).append(key)
        into.setdefault((level, *destination, release.coverage, stems[1] + end, ""), []).append(key)
    for parent, members in out.items():
        system.equation(name(parent), [name(member) for member in members])
    for parent, members in into.items():
        if system.known(name(parent)):
            system.bound([name(parent)], [name(member) for member in members])


# Made-up data
