#!/usr/bin/env python3
"""Breaks updates in every way that a machine breaks them, and looks at what is left.

After each fault the last release must be whole, no record lost or counted twice, and the next
undisturbed run must end byte for byte as in a series that nothing disturbed.

faults.py PROGRAM [--short] [--kills N] [--seed N] [--only NAME …]
Prints one line a fault; exits 1 when one was not survived. Some need strace, and root for a full
disk; they say so where it is missing.
"""
import argparse
import dataclasses
import pathlib
import shutil
import sys
import tempfile
import time

from archives import Archives
from injected import Injected
from killed import Killed
from machine import Machine
from world import Failure


@dataclasses.dataclass
class Form:
    """How thoroughly everything is tried."""

    is_short: bool
    # Updates of a series, and how often runs of it are killed.
    weeks: int
    kills: int
    # Moments at which a call is made to fail.
    points: int


class Faults(Killed, Injected, Machine, Archives):
    """All of them."""


def names():
    """Of all faults, in the order in which they are listed."""
    return [
        name for part in (Killed, Injected, Machine, Archives) for name, value in vars(part).items()
        if not name.startswith("_") and getattr(value, "__doc__", None)
    ]


def attempt(faults, name):
    """Prints what a fault came to; whether it was survived."""
    fault = getattr(faults, name)
    started = time.monotonic()
    word = "ok    "
    try:
        if name in vars(Injected) and shutil.which("strace") is None:
            outcome = "skipped: there is no strace"
        else:
            outcome = fault()
    except Failure as failure:
        word, outcome = "FAILED", str(failure)
    seconds = time.monotonic() - started
    print(f"{word}  {fault.__doc__.rstrip('.')}: {outcome} ({seconds:.0f} s)", flush=True)
    return word != "FAILED"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--geodata", default=str(pathlib.Path(__file__).parents[2] / "GeoData"))
    parser.add_argument("--kills", type=int)
    parser.add_argument("--short", action="store_true", help="few kills and moments, for CI")
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--only", nargs="*", default=[], choices=names())
    options = parser.parse_args()
    form = Form(True, 2, 4, 1) if options.short else Form(False, 20, 1000, 40)
    if options.kills is not None:
        form.kills = options.kills
    with tempfile.TemporaryDirectory() as folder:
        faults = Faults(
            str(pathlib.Path(options.program).resolve()), options.geodata, folder, form, options.seed)
        print(f"an undisturbed update takes {faults.seconds:.2f} s")
        # All are tried, also after one that was not survived.
        survived = [attempt(faults, name) for name in options.only or names()]
    return 0 if all(survived) else 1


if __name__ == "__main__":
    sys.exit(main())
