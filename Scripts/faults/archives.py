"""Archives that a run finds and that are not what it leaves."""
import pathlib
import shutil
import signal
import sqlite3
import time

from fault import Fault
from world import Failure

# Of the first edition, with the records S:1 and S:3 of a source named "field".
OLD_ARCHIVE = pathlib.Path(__file__).parents[2] / "Tests/ArchiveTests/Samples/edition-1.sqlite"


class Archives(Fault):
    def other_archive(self):
        """An archive of a later version."""
        world = self.fresh()
        connection = sqlite3.connect(world.folder / "archive.sqlite")
        connection.execute("INSERT INTO grdb_migrations VALUES ('from the future')")
        connection.commit()
        connection.close()
        code, words = world.run(self.epoch)
        self.expect(code, words, (65,))
        connection = sqlite3.connect(world.folder / "archive.sqlite")
        connection.execute("DELETE FROM grdb_migrations WHERE identifier = 'from the future'")
        connection.commit()
        connection.close()
        self.survive(world)
        return "refused"

    def older_archive(self):
        """An archive of the first edition, and runs killed while they bring it to the present one."""
        undisturbed, killed = self._with_old_archive("old"), self._with_old_archive("old-killed")
        undisturbed.succeed(self.epoch)
        kills = 0
        for _ in range(2 if self.form.is_short else 40):
            process = killed.start(self.epoch)
            time.sleep(self.rng.uniform(0, self.seconds))
            process.kill()
            process.communicate()
            kills += process.returncode == -signal.SIGKILL
            killed.current()
        killed.succeed(self.epoch)
        if killed.published() != undisturbed.published():
            raise Failure("a killed run has left another release")
        if killed.archived() != undisturbed.archived():
            raise Failure("a killed run has left another archive")
        code, words = killed.command("archive", "check", "--config", "nuzuh.toml")
        if code != 0:
            raise Failure(f"archive check: {code}, {words}")
        self._expect_old_records(killed)
        shutil.rmtree(undisturbed.folder)
        shutil.rmtree(killed.folder)
        return f"{kills} kills; its records count"

    def _with_old_archive(self, name):
        """A world before its first update, with the input of a week and the old archive."""
        world = self.world(name)
        self.reference.arrive(world, 0)
        shutil.copyfile(OLD_ARCHIVE, world.folder / "archive.sqlite")
        return world

    @staticmethod
    def _expect_old_records(world):
        connection = sqlite3.connect(world.folder / "archive.sqlite")
        try:
            found = connection.execute(
                "SELECT key FROM record JOIN source ON source = source.id"
                " WHERE name = 'S' AND counts = 1 ORDER BY key").fetchall()
        finally:
            connection.close()
        if found != [("1",), ("3",)]:
            raise Failure(f"of the old records these count: {found}")

    def corrupted_archive(self):
        """An archive with a page of rubbish, and one that is no database."""
        for damage in ("pages",) if self.form.is_short else ("header", "pages"):
            world = self.fresh()
            path = world.folder / "archive.sqlite"
            sound = path.read_bytes()
            spoilt = bytearray(sound)
            start, end = (0, 100) if damage == "header" else (4096, len(sound))
            spoilt[start:end] = self.rng.randbytes(end - start)
            path.write_bytes(spoilt)
            code, words = world.run(self.epoch)
            self.expect(code, words, (65,))
            code, words = world.command("archive", "check", "--config", "nuzuh.toml")
            self.expect(code, words, (65,))
            for suffix in ("-wal", "-shm"):
                pathlib.Path(f"{path}{suffix}").unlink(missing_ok=True)
            path.write_bytes(sound)
            self.survive(world)
        return "refused, and found by archive check"
