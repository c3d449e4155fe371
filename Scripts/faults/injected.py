"""System calls that fail or are the last that a run makes; all by strace."""
import shutil
import signal

from fault import Fault
from world import Failure

# Every call by which a run changes what is on the disk.
CHANGING_CALLS = [
    "rename", "renameat2", "symlink", "mkdir", "unlink", "rmdir", "fsync", "fdatasync", "ftruncate",
    "pwrite64", "write",
]
SHORT_CALLS = ["rename", "pwrite64"]
# Those by which content gets there, and those that put it in its place.
SYNCS, WRITES, RENAMES = ["fsync", "fdatasync"], ["write", "pwrite64"], ["rename", "renameat2"]
# Threads share calls in ever new ways: so many numbers in a row that none has reached are the end.
MISSES = 3


class Injected(Fault):
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
        if self.form.is_short:
            # The one that is reached whatever the threads do.
            return [1]
        total = self._uses(call)
        if total <= self.form.points:
            return range(1, total + 1)
        # The first, as threads share the others in ever new ways.
        return [1, *sorted(self.rng.sample(range(2, total + 1), self.form.points))]

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
        calls = SHORT_CALLS if self.form.is_short else CHANGING_CALLS
        return f"{self._points(calls, 'signal=SIGKILL', check)} moments"

    def _check_error(self, code, words):
        # A call may be one that is allowed to fail, such as that for a message.
        if code != 0:
            self.expect(code, words, (65, 73, 74))

    def _error(self, calls, error):
        return f"{self._points(calls, 'error=' + error, self._check_error)} moments"

    def failing_sync(self):
        """EIO on some syncs."""
        return self._error(SYNCS[:1] if self.form.is_short else SYNCS, "EIO")

    def failing_write(self):
        """EIO on some writes."""
        return self._error(WRITES[1:] if self.form.is_short else WRITES, "EIO")

    def full_at_write(self):
        """ENOSPC on some writes."""
        return self._error(WRITES[:1] if self.form.is_short else WRITES, "ENOSPC")

    def each_call(self):
        """EIO and ENOSPC on each write, sync and rename of a small update in turn."""
        if self.form.is_short:
            return "only in the long form"
        told = []
        for error in ("EIO", "ENOSPC"):
            for call in [*WRITES, *SYNCS, *RENAMES, "ftruncate"]:
                told.append(f"{call} {error} {self._each(call, error)}")
        return ", ".join(told)

    def _each(self, call, error):
        """Injects at the first use of a call, at the second, and so on until there is none."""
        when, done, missed = 0, 0, 0
        while missed < MISSES:
            when += 1
            world = self.fresh()
            code, words, log = self._traced(
                world, call, "-e", f"inject={call}:error={error}:when={when}")
            try:
                if "(INJECTED)" in log:
                    done, missed = done + 1, 0
                    self._check_error(code, words)
                else:
                    missed += 1
                self.survive(world)
            except Failure as failure:
                raise Failure(f"{call} number {when}, {error}: {failure}") from None
        return done
