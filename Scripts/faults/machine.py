"""A machine, its disk, its clock and its other processes at their worst."""
import os
import resource
import shutil
import signal
import subprocess
import time

from fault import Fault
from world import Failure


class Machine(Fault):
    def file_size_limit(self):
        """Files may not grow past a limit, as on a full disk."""
        limits = (0, 1 << 13) if self.form.is_short else (0, 1 << 10, 1 << 13, 1 << 16)
        for limit in limits:
            world = self.fresh()

            def bound():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

            code, words = world.run(self.epoch, preexec_fn=bound, restore_signals=False)
            if limit < 1 << 13:
                self.expect(code, words, (73, 74))
            self.survive(world)
        return f"{len(limits)} limits"

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
        for _ in range(1 if self.form.is_short else 3):
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
