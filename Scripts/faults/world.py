"""A made-up organisation that updates its releases week by week: input, program, and what must hold."""
import gzip
import hashlib
import json
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess

CONFIG = """
archive = "archive.sqlite"
output = "output"
[[source]]
name = "field"
files = ["incoming/*.csv", "incoming/*.csv.gz"]
missing = "kept"
[report]
by = "month"
levels = ["governorate"]
indicators = ["incidents", "killed", "displaced"]
[boundaries]
layers = ["regions.geojson"]
"""
HEADER = "id,source,date_start,date_end,kind,latitude,longitude,precision,killed,displaced,country,published\n"
FIRST_EPOCH = 1_767_225_600  # 2026-01-01
WEEK = 7 * 86_400


class Failure(Exception):
    """Something that must hold does not."""


def regions():
    """Four governorates, each a square of one degree, in a row from 36° east."""
    features = [
        {
            "type": "Feature",
            "properties": {"id": f"SY9{number}", "name_en": f"Square {number}", "level": "governorate"},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[west, 34], [west + 1, 34], [west + 1, 35], [west, 35], [west, 34]]],
            },
        }
        for number, west in enumerate(range(36, 40), 1)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


class Series:
    """The input of every week, a function of the seed alone: new, late and corrected records."""

    def __init__(self, seed, weeks):
        self.weeks = [self._week(random.Random(f"{seed}/{week}"), week) for week in range(weeks)]

    @staticmethod
    def _week(rng, week):
        lines = [HEADER]
        for number in range(12):
            # Every fourth row corrects one of an earlier week.
            of_week = rng.randrange(week) if week and number % 4 == 0 else week
            day = 1 + rng.randrange(28)
            month = 1 + of_week % 9
            lines.append(
                f"w{of_week}-{number},Field,2025-{month:02}-{day:02},2025-{month:02}-{day:02},clash,"
                f"{34.1 + rng.random() * 0.8:.4f},{36.1 + rng.random() * 3.8:.4f},point,"
                f"{rng.randrange(30)},{rng.randrange(400)},SYR,2026-{1 + week % 12:02}-{1 + week % 28:02}\n"
            )
        return "".join(lines)


class World:
    """One folder with a configuration, its input, its archive and its releases."""

    def __init__(self, folder, program, geodata):
        self.folder = pathlib.Path(folder)
        self.program = program
        self.environment = {
            **os.environ,
            "NUZUH_GEODATA": str(geodata),
            # Shared by all worlds, so that what boundaries compile to is made once.
            "XDG_CACHE_HOME": str(self.folder.parent / "cache"),
        }
        (self.folder / "incoming").mkdir(parents=True)
        (self.folder / "nuzuh.toml").write_text(CONFIG)
        (self.folder / "regions.geojson").write_text(regions())

    def copy(self, name):
        """The same world once more, beside this one."""
        other = World.__new__(World)
        other.folder = self.folder.parent / name
        other.program, other.environment = self.program, self.environment
        shutil.copytree(self.folder, other.folder, symlinks=True)
        return other

    def receive(self, name, text):
        """New input arrives whole, by a rename."""
        data = text if isinstance(text, bytes) else text.encode()
        if name.endswith(".gz"):
            data = gzip.compress(data, mtime=0)
        hidden = self.folder / "arriving"
        hidden.write_bytes(data)
        hidden.rename(self.folder / "incoming" / name)

    # Runs

    def start(self, epoch, *arguments, before=(), **options):
        command = [*before, self.program, "update", "--config", "nuzuh.toml", *arguments]
        return subprocess.Popen(
            command, cwd=self.folder, env={**self.environment, "SOURCE_DATE_EPOCH": str(epoch)},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)

    def run(self, epoch, *arguments, **options):
        """Exit code and words of a run that is left alone."""
        process = self.start(epoch, *arguments, **options)
        _, words = process.communicate(timeout=600)
        return process.returncode, words.decode(errors="replace")

    def succeed(self, epoch):
        code, words = self.run(epoch)
        if code != 0:
            raise Failure(f"an undisturbed run ended with {code}: {words.strip()}")

    def command(self, *arguments):
        """Exit code and words of another command."""
        done = subprocess.run(
            [self.program, *arguments], cwd=self.folder, env=self.environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=600)
        return done.returncode, (done.stdout + done.stderr).decode(errors="replace")

    # What must hold

    def published(self):
        """Every name below the output that is not hidden, with its content."""
        found = {}
        output = self.folder / "output"
        for path in sorted(output.rglob("*")):
            name = str(path.relative_to(output))
            if any(part.startswith(".") for part in path.relative_to(output).parts):
                continue
            if path.is_symlink():
                found[name] = "-> " + os.readlink(path)
            elif path.is_file():
                found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        return found

    def hidden(self):
        """What a killed run has left below the output."""
        return [str(path) for path in (self.folder / "output").rglob(".*")]

    def current(self):
        """Name of the release that `current` leads to, checked file by file; None before the first."""
        link = self.folder / "output" / "current"
        if not link.is_symlink():
            if link.exists():
                raise Failure("current is no link")
            return None
        package = json.loads((link / "datapackage.json").read_bytes())
        names = {"datapackage.json"}
        for resource in package["resources"]:
            names.add(resource["path"])
            data = (link / resource["path"]).read_bytes()
            if resource["hash"] != "sha256:" + hashlib.sha256(data).hexdigest():
                raise Failure(f"{resource['path']} of the current release is not what it should be")
        if {path.name for path in link.iterdir()} != names:
            raise Failure("the current release holds other files than its manifest names")
        return os.readlink(link).removeprefix("releases/")

    def archived(self):
        """Every row of the archive, whatever its position in the file, but for its random salt."""
        path = self.folder / "archive.sqlite"
        if not path.exists():
            return {}
        connection = sqlite3.connect(path)
        try:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                raise Failure("SQLite finds the archive damaged")
            tables = [
                name for (name,) in connection.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            ]
            return {
                table: sorted(
                    repr(row) for row in connection.execute(f'SELECT * FROM "{table}"')
                    if row[0] != "salt")
                for table in tables
            }
        finally:
            connection.close()


class Reference:
    """What a series that nothing ever disturbs leaves after each week."""

    def __init__(self, world, series):
        self.series = series
        self.published, self.archived, self.current = [{}], [{}], [None]
        self.seconds = []
        for week in range(len(series.weeks)):
            self.arrive(world, week)
            world.succeed(self.epoch(week))
            self.published.append(world.published())
            self.archived.append(world.archived())
            self.current.append(world.current())

    @staticmethod
    def epoch(week):
        return FIRST_EPOCH + week * WEEK

    def arrive(self, world, week):
        world.receive(f"week-{week:03}.csv" + (".gz" if week % 3 == 2 else ""), self.series.weeks[week])

    def check_disturbed(self, world, week):
        """After a disturbance, the release of the week before or of this one stands, whole."""
        name = world.current()
        if name not in (self.current[week], self.current[week + 1]):
            raise Failure(f"current leads to {name}, which nobody should have published")
        for path, content in world.published().items():
            expected = {**self.published[week], **self.published[week + 1]}
            if path != "current" and path.split("/")[1] == name and expected.get(path) != content:
                raise Failure(f"{path} is not what an undisturbed run publishes")

    def check_whole(self, world, week):
        """After an undisturbed run, all is as if nothing had ever happened."""
        published, archived = world.published(), world.archived()
        if published != self.published[week + 1]:
            names = sorted(set(published.items()) ^ set(self.published[week + 1].items()))
            raise Failure(f"published other than an undisturbed series: {names[:4]}")
        if world.hidden():
            raise Failure(f"something is left of a killed run: {world.hidden()[:4]}")
        for table in sorted(set(archived) | set(self.archived[week + 1])):
            here, there = archived.get(table), self.archived[week + 1].get(table)
            if here != there:
                rows = sorted(set(here or ()) ^ set(there or ()))
                raise Failure(f"the archive's {table} differs from an undisturbed one: {rows[:4]}")
