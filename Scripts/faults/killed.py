"""Runs that are killed."""
import signal
import shutil
import time

from fault import Fault
from world import Failure, World


class Killed(Fault):
    def kill_at_random(self):
        """kill -9 at random moments over the whole series."""
        world = self.world("killed")
        weeks = len(self.reference.series.weeks)
        killed, in_time, shown = 0, 0, 0
        for week in range(weeks):
            self.reference.arrive(world, week)
            target = self.form.kills * (week + 1) // weeks
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
                        world = self._replay("killed", week)
            world.succeed(self.reference.epoch(week))
            self.reference.check_whole(world, week)
        shutil.rmtree(world.folder)
        return f"{killed} kills, {shown} of them after the release was shown; {in_time} runs were faster"

    def _replay(self, name, week):
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
