"""What every fault starts from, and what must hold after it."""
import pathlib
import random
import shutil
import time

from world import Failure, Reference, Series, World


class Fault:
    """Worlds to break, and an undisturbed series to compare what is left with.

    A fault is a method with a docstring; it returns what it did, in a few words.
    """

    def __init__(self, program, geodata, folder, form, seed):
        self.program, self.geodata, self.folder = program, geodata, pathlib.Path(folder)
        self.rng = random.Random(seed)
        self.form = form
        weeks = form.weeks
        series = Series(seed, weeks)
        self.reference = Reference(self.world("reference"), series)
        self.before_last = self.world("before")
        times = []
        for week in range(weeks - 1):
            self.reference.arrive(self.before_last, week)
            started = time.monotonic()
            self.before_last.succeed(self.reference.epoch(week))
            times.append(time.monotonic() - started)
        # The quickest, so that most of the runs that are to be killed are killed in time.
        self.seconds = min(times)
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
