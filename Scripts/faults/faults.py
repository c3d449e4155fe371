#!/usr/bin/env python3
"""Breaks updates in every way that a machine breaks them, and looks at what is left.

After each fault the last release must be whole, no record lost or counted twice, and the next
undisturbed run must end byte for byte as in a series that nothing disturbed.

faults.py PROGRAM [--short] [--kills N] [--seed N] [--only NAME …]
Prints one line a fault; exits 1 when one was not survived. Needs strace, and root for a full disk.
"""
import argparse
import os
import pathlib
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from world import Failure, Reference, Series, World

# Every call by which a run changes what is on the disk.
CHANGING_CALLS = [
    "rename", "renameat2", "symlink", "mkdir", "unlink", "rmdir", "fsync", "fdatasync", "ftruncate",
    "pwrite64", "write",
]
SHORT_CALLS = ["rename", "symlink", "pwrite64"]
SYNCS, WRITES = ["fsync", "fdatasync"], ["write", "pwrite64"]


class Faults:
    def __init__(self, program, geodata, folder, seed, weeks, kills, points, calls):
        self.program, self.geodata, self.folder = program, geodata, pathlib.Path(folder)
        self.rng = random.Random(seed)
        self.kills, self.points, self.calls = kills, points, calls
        series = Series(seed, weeks)
        self.reference = Reference(self.world("reference"), series)
        started = time.monotonic()
        self.before_last = self.world("before")
        for week in range(weeks - 1):
            self.reference.arrive(self.before_last, week)
            self.before_last.succeed(self.reference.epoch(week))
        self.seconds = (time.monotonic() - started) / max(weeks - 1, 1)
        self.last = weeks - 1
        self.reference.arrive(self.before_last, self.last)
        self.number = 0

    def world(self, name):
        return World(self.folder / name, self.program, self.geodata)

    def fresh(self):
        """A world in which all weeks but the last were updated, and the input of that is there."""
        self.number += 1
        return self.before_last.copy(f"world-{self.number}")

    @property
    def epoch(self):
        return self.reference.epoch(self.last)

    def survive(self, world):
        """The fault is over: the release stands, and the next run mends all."""
        self.reference.check_disturbed(world, self.last)
        world.succeed(self.epoch)
        self.reference.check_whole(world, self.last)
        shutil.rmtree(world.folder)

    def expect(self, code, words, allowed):
        if code not in allowed:
            raise Failure(f"ended with {code} instead of {allowed}: {words.strip()[-300:]}")
        if not words.strip():
            raise Failure(f"ended with {code} and said nothing")

    # The faults. Each returns what it did, in a few words.

    def kill_at_random(self):
        """kill -9 at random moments over the whole series."""
        world = self.world("killed")
        weeks = len(self.reference.series.weeks)
        killed, in_time, shown = 0, 0, 0
        for week in range(weeks):
            self.reference.arrive(world, week)
            target = self.kills * (week + 1) // weeks
            while killed < target:
                process = world.start(self.reference.epoch(week), start_new_session=True)
                time.sleep(self.rng.uniform(0, self.seconds * 1.1))
                process.kill()
                process.communicate()
                self.reference.check_disturbed(world, week)
                if process.returncode == -signal.SIGKILL:
                    killed += 1
                    shown += world.current() == self.reference.current[week + 1]
                else:
                    in_time += 1
                    if process.returncode != 0:
                        raise Failure(f"a run after a kill ended with {process.returncode}")
                    # The week is done; it is repeated from before for the kills that remain.
                    self.reference.check_whole(world, week)
                    if killed < target:
                        shutil.rmtree(world.folder)
                        world = self.replay("killed", week)
            world.succeed(self.reference.epoch(week))
            self.reference.check_whole(world, week)
        shutil.rmtree(world.folder)
        return f"{killed} kills, {shown} of them after the release was shown; {in_time} runs were faster"

    def replay(self, name, week):
        """The series up to the input of a week, from a state kept beside it."""
        kept = self.folder / f"kept-{week}"
        if not kept.exists():
            world = World(kept, self.program, self.geodata)
            for earlier in range(week):
                self.reference.arrive(world, earlier)
                world.succeed(self.reference.epoch(earlier))
            self.reference.arrive(world, week)
            if week:
                shutil.rmtree(self.folder / f"kept-{week - 1}", ignore_errors=True)
        shutil.copytree(kept, self.folder / name, symlinks=True)
        world = World.__new__(World)
        world.folder, world.program = self.folder / name, self.program
        world.environment = self.before_last.environment
        return world

    def _traced(self, world, call, *injection):
        """Exit code, words, and the calls of a run under strace.

        Not with --seccomp-bpf: strace 6.1 then loses count of the calls.
        """
        log = self.folder / "trace"
        before = ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={call}", *injection]
        code, words = world.run(self.epoch, before=before)
        return code, words, log.read_text(errors="replace")

    def _points(self, calls, injection, check):
        """Injects at uses of each call; how often that was done."""
        done = 0
        for call in calls:
            moments = self._moments(call)
            hits = 0
            for when in moments:
                world = self.fresh()
                code, words, log = self._traced(
                    world, call, "-e", f"inject={call}:{injection}:when={when}")
                try:
                    if code == -signal.SIGKILL or "(INJECTED)" in log:
                        hits += 1
                        check(code, words)
                    self.survive(world)
                except Failure as failure:
                    raise Failure(f"{call} number {when}: {failure}") from None
            if moments and not hits:
                raise Failure(f"no use of {call} was reached")
            done += hits
        return done

    def _moments(self, call):
        total = self._uses(call)
        if total <= self.points:
            return range(1, total + 1)
        # The first, as threads share the others in ever new ways.
        return [1, *sorted(self.rng.sample(range(2, total + 1), self.points))]

    def _uses(self, call):
        """How often the thread that uses a call most does so in an undisturbed run."""
        world = self.fresh()
        code, words, log = self._traced(world, call)
        if code != 0:
            raise Failure(f"a traced run ended with {code}: {words}")
        shutil.rmtree(world.folder)
        counts = {}
        for line in log.splitlines():
            thread, _, rest = line.partition(" ")
            if rest.lstrip().startswith(call + "("):
                counts[thread] = counts.get(thread, 0) + 1
        return max(counts.values(), default=0)

    def kill_at_calls(self):
        """kill -9 on entering each call that changes the disk."""
        def check(code, words):
            if code != -signal.SIGKILL:
                raise Failure(f"ended with {code}: {words}")
        return f"{self._points(self.calls, 'signal=SIGKILL', check)} moments"

    def _error(self, calls, error):
        def check(code, words):
            # A call may be one that is allowed to fail, such as that for a message.
            if code != 0:
                self.expect(code, words, (65, 73, 74))
        return f"{self._points(calls, 'error=' + error, check)} moments"

    def failing_sync(self):
        """EIO on each fsync."""
        return self._error(SYNCS, "EIO")

    def failing_write(self):
        """EIO on each write."""
        return self._error(WRITES, "EIO")

    def full_at_write(self):
        """ENOSPC on each write."""
        return self._error(WRITES, "ENOSPC")

    def file_size_limit(self):
        """Files may not grow past a limit, as on a full disk."""
        for limit in (0, 1 << 10, 1 << 13, 1 << 16):
            world = self.fresh()

            def bound():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

            code, words = world.run(self.epoch, preexec_fn=bound, restore_signals=False)
            if limit < 1 << 13:
                self.expect(code, words, (73, 74))
            self.survive(world)
        return "4 limits"

    def full_disk(self):
        """A small file system, full."""
        if os.geteuid() != 0:
            return "skipped: only root can mount"
        world = self.fresh()
        output = world.folder / "output"
        kept = world.folder / "kept"
        output.rename(kept)
        output.mkdir()
        # Each file takes whole pages.
        size = sum(4096 + (path.stat().st_size | 4095) for path in kept.rglob("*"))
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size + (64 << 10)}", "none", str(output)], check=True)
        try:
            shutil.copytree(kept, output, symlinks=True, dirs_exist_ok=True)
            filler = output / ".filler"
            with open(filler, "wb", buffering=0) as file:
                try:
                    while file.write(bytes(4096)):
                        pass
                except OSError:
                    pass
            with open(filler, "r+b") as file:
                file.truncate(max(filler.stat().st_size - (12 << 10), 0))
            code, words = world.run(self.epoch)
            self.expect(code, words, (73, 74))
            filler.unlink()
            self.reference.check_disturbed(world, self.last)
            subprocess.run(["mount", "-o", "remount,size=64m", str(output)], check=True)
            world.succeed(self.epoch)
            self.reference.check_whole(world, self.last)
        finally:
            subprocess.run(["umount", "-l", str(output)], check=True)
        shutil.rmtree(world.folder)
        return "a tmpfs"

    def read_only(self):
        """An output that nobody may write to."""
        world = self.fresh()
        output = world.folder / "output"
        if os.geteuid() == 0:
            subprocess.run(["mount", "--bind", str(output), str(output)], check=True)
            subprocess.run(["mount", "-o", "remount,ro,bind", str(output)], check=True)
        else:
            output.chmod(0o500)
            (output / "releases").chmod(0o500)
        try:
            code, words = world.run(self.epoch)
            self.expect(code, words, (73, 74))
        finally:
            if os.geteuid() == 0:
                subprocess.run(["umount", str(output)], check=True)
            else:
                output.chmod(0o700)
                (output / "releases").chmod(0o700)
        self.survive(world)
        return "read-only"

    def changing_file(self):
        """A file that is written while it is read."""
        codes = set()
        for _ in range(3):
            world = self.fresh()
            path = world.folder / "incoming" / "growing.csv"
            whole = self.reference.series.weeks[0]
            path.write_text(whole)
            process = world.start(self.epoch)
            while process.poll() is None:
                path.write_text(whole[: self.rng.randrange(len(whole))])
                path.write_text(whole)
            words = process.stderr.read().decode()
            codes.add(process.returncode)
            if process.returncode not in (0, 1, 65, 75):
                raise Failure(f"ended with {process.returncode}: {words}")
            world.current()
            # What settles in the end is what counts: the file says nothing that was not known.
            code, words = world.run(self.epoch)
            if code != 0:
                raise Failure(f"the next run ended with {code}: {words}")
            world.current()
            shutil.rmtree(world.folder)
        return f"ended with {sorted(codes)}"

    def truncated_gzip(self):
        """A packed file that breaks off."""
        world = self.fresh()
        path = world.folder / "incoming" / "broken.csv.gz"
        world.receive(path.name, self.reference.series.weeks[0])
        path.write_bytes(path.read_bytes()[:-20])
        code, words = world.run(self.epoch)
        self.expect(code, words, (65,))
        if "broken.csv.gz" not in words:
            raise Failure(f"does not name the file: {words}")
        path.unlink()
        self.survive(world)
        return "refused by name"

    def clock_back(self):
        """A clock that jumps back by years."""
        world = self.fresh()
        world.succeed(self.reference.epoch(0) - 3 * 365 * 86_400)
        name = world.current()
        if not name.startswith("2022-") and not name.startswith("2023-"):
            raise Failure(f"the newest release is {name}")
        code, words = world.command("releases", "prune", "--keep", "1", "--root", "output")
        if code != 0 or world.current() != name:
            raise Failure(f"prune: {code}, {words}")
        world.succeed(self.epoch)
        if world.current() != name:
            raise Failure("the same content was published twice")
        shutil.rmtree(world.folder)
        return "published, kept, and not published twice"

    def two_at_once(self):
        """A second run while one is at work."""
        world = self.fresh()
        first = world.start(self.epoch)
        lock = world.folder / "archive.sqlite.lock"
        while first.poll() is None and not (lock.exists() and lock.stat().st_size > 0):
            time.sleep(0.001)
        first.send_signal(signal.SIGSTOP)
        try:
            code, words = world.run(self.epoch)
        finally:
            first.send_signal(signal.SIGCONT)
        self.expect(code, words, (75,))
        if str(first.pid) not in words:
            raise Failure(f"does not say who is at work: {words}")
        _, words = first.communicate()
        if first.returncode != 0:
            raise Failure(f"the first ended with {first.returncode}: {words.decode()}")
        self.reference.check_whole(world, self.last)
        shutil.rmtree(world.folder)
        return "75"

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

    def corrupted_archive(self):
        """An archive with a page of rubbish, and one that is no database."""
        for damage in ("header", "pages"):
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


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--geodata", default=str(pathlib.Path(__file__).parents[2] / "GeoData"))
    parser.add_argument("--kills", type=int)
    parser.add_argument("--short", action="store_true", help="few kills and moments, for CI")
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--only", nargs="*", default=[])
    options = parser.parse_args()
    names = [
        name for name, value in vars(Faults).items()
        if not name.startswith("_") and getattr(value, "__doc__", None)
        and name not in ("world", "fresh", "survive", "expect", "replay", "epoch")
    ]
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        faults = Faults(
            str(pathlib.Path(options.program).resolve()), options.geodata, folder, options.seed,
            weeks=3 if options.short else 20,
            kills=options.kills if options.kills is not None else 10 if options.short else 1000,
            points=1 if options.short else 40,
            calls=SHORT_CALLS if options.short else CHANGING_CALLS)
        print(f"an undisturbed update takes {faults.seconds:.2f} s")
        for name in options.only or names:
            fault = getattr(faults, name)
            started = time.monotonic()
            try:
                outcome = fault()
                word = "ok    "
            except Failure as failure:
                failed, word, outcome = True, "FAILED", str(failure)
            seconds = time.monotonic() - started
            print(f"{word}  {fault.__doc__.rstrip('.')}: {outcome} ({seconds:.0f} s)", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
