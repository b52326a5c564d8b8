#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
"""The data-loss campaign: plays the app's real core against the real clinic, kills it, lies to it, and counts what was lost.

campaign.py --build build/dev                      the counts of every change
campaign.py --build build/dev --cycles 3000 --only A
campaign.py --build build/dev --mutants            each mutant must be caught within 200 runs
campaign.py --build build/dev --only E --seed 7    the same again

Ends with 0 when nothing was lost, doubled or misplaced, with 1 when something was, with 77 when this machine cannot play it.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

import campaigns
import checker
import mutants
from stage import Hung

HERE = pathlib.Path(__file__).resolve().parent
WITH_KEYRING = HERE.parent / "with-keyring.sh"
COLUMNS = ("lost", "duplicated", "misplaced", "order broken", "wrong words")
# mutant -> the campaign that has to catch it
CATCHERS = {"no-fsync": "D", "new-uuid-on-retry": "E", "delete-before-ack": "A", "account-from-global": "F",
            "new-key-when-not-found": "F", "overwrite-unseen": "E", "forget-waiting-change": "E"}
MOST_RUNS = 200


class Programs:
    def __init__(self, build, driver=None):
        build = pathlib.Path(build).resolve()
        self.clinic = build / "bin/handrail-clinic"
        self.driver = build / "tests" / (driver or "campaign-driver")
        self.faults = build / "tests/campaign-faults.so"
        self.next_release = build / "tests/campaign-driver-next-release"
        for program in (self.clinic, self.driver, self.faults, self.next_release):
            if not program.exists():
                raise SystemExit("campaign.py: %s is not built (cmake --build --preset dev --target campaign)" % program)


def play_round(arguments):
    """In a process of its own, with a keychain of its own. Prints one line of JSON."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    job = json.loads(arguments.round)
    folder = pathlib.Path(arguments.folder)
    began = time.monotonic()
    result = {"letter": job["letter"], "seed": job["seed"], "error": None, "skipped": None}
    run = campaigns.Round(job["letter"], job["seed"], job["cycles"], job["part"], job["parts"],
                          Programs(arguments.build, arguments.driver), folder, job["check_every"], job["stops_when_caught"])
    try:
        try:
            campaigns.CAMPAIGNS[job["letter"]][0](run)
        except campaigns.Caught:
            pass
        except campaigns.CannotRun as why:
            result["skipped"] = str(why)
        except Hung:
            run.breaches.append(("I7", None, "the app hung"))
    except Exception:
        result["error"] = traceback.format_exc()
    finally:
        try:
            run.close()
        except Exception:
            result["error"] = result["error"] or traceback.format_exc()
    result.update(cycles=run.cycles, faults=run.faults, jumps=run.jumps, saved=run.saved, breaches=run.breaches,
                  seconds=time.monotonic() - began)
    print(json.dumps(result))


def run_round(arguments, job, work):
    """One round under with-keyring.sh; its result."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="%s-%d-" % (job["letter"], job["seed"]), dir=work))
    command = [str(WITH_KEYRING), sys.executable, "-B", str(HERE / "campaign.py"), "--build", arguments.build,
               "--round", json.dumps(job), "--folder", str(folder)]
    if job.get("driver"):
        command += ["--driver", job["driver"]]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode == 77:
        return {"letter": job["letter"], "seed": job["seed"], "error": None, "skipped": done.stderr.decode().strip(), "cycles": 0,
                "faults": 0, "jumps": 0, "saved": 0, "breaches": [], "seconds": 0}
    try:
        result = json.loads(done.stdout.decode().strip().split("\n")[-1])
    except ValueError:
        raise RuntimeError("round %s ended with %d:\n%s" % (job, done.returncode, done.stderr.decode()))
    if result["error"] or result["breaches"]:
        result["kept"] = str(folder)
    else:
        shutil.rmtree(folder, ignore_errors=True)
    return result


def rounds_of(letter, cycles, seed):
    """The jobs of one campaign. Round k has the seed `seed` + k, and nothing else decides it."""
    _, usual, size, _ = campaigns.CAMPAIGNS[letter]
    if usual is None:
        return [{"letter": letter, "seed": seed + part, "cycles": 0, "part": part, "parts": size, "check_every": 20,
                 "stops_when_caught": False} for part in range(size)]
    left, jobs = cycles or usual, []
    while left > 0:
        jobs.append({"letter": letter, "seed": seed + len(jobs), "cycles": min(size, left), "part": 0, "parts": 1, "check_every": 25,
                     "stops_when_caught": False})
        left -= size
    return jobs


class Table:
    def __init__(self):
        self.rows = {}

    def add(self, result):
        row = self.rows.setdefault(result["letter"], {"cycles": 0, "faults": 0, "saved": 0, "jumps": 0, "seconds": 0, **{c: 0 for c in COLUMNS}})
        for name in ("cycles", "faults", "saved", "jumps", "seconds"):
            row[name] += result[name]
        for invariant, _, _ in result["breaches"]:
            row[checker.COLUMNS[invariant]] += 1

    def __str__(self):
        form = "%-50s %7s %7s %8s %5s %10s %9s %12s %11s"
        lines = [form % ("campaign", "cycles", "faults", "saved", "lost", "duplicated", "misplaced", "order broken", "wrong words")]
        jumps = 0
        for letter, row in sorted(self.rows.items()):
            jumps += row["jumps"]
            lines.append(form % ("%s  %s" % (letter, campaigns.CAMPAIGNS[letter][3]), row["cycles"], row["faults"], row["saved"],
                                 *(row[column] for column in COLUMNS)))
        lines.append("H  clock jumps, other zones, daylight saving: %d, mixed into the others" % jumps)
        return "\n".join(lines)


def play(arguments, work):
    jobs = []
    for letter in arguments.only:
        jobs += rounds_of(letter, arguments.cycles, arguments.seed)
    table, failed, skipped = Table(), [], []
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for result in pool.map(lambda job: run_round(arguments, job, work), jobs):
            table.add(result)
            if result["skipped"]:
                skipped.append((result["letter"], result["skipped"]))
                continue
            is_bad = bool(result["breaches"] or result["error"])
            note = "  FAILED" + (", kept in " + result["kept"] if arguments.keep else "") if is_bad else ""
            print("%s seed %d: %d cycles, %d faults, %d saved, %.0f s%s" % (
                result["letter"], result["seed"], result["cycles"], result["faults"], result["saved"], result["seconds"], note), flush=True)
            if result["error"]:
                print(result["error"])
            for invariant, token, words in result["breaches"][:20]:
                print("    %s %s: %s" % (invariant, token or "", words))
            if is_bad:
                failed.append(result)
    print("\n%s\n" % table)
    for letter, why in skipped:
        print("NOT RUN: campaign %s: %s. This run says nothing about it." % (letter, why))
    if failed:
        again = failed[0]
        print("Again: make campaign ARGS='--only %s --seed %d'" % (again["letter"], again["seed"]))
        return 1
    if skipped:
        return 1 if os.environ.get("CI") and "strace cannot attach" not in skipped[0][1] else 77
    return 0


def catch(arguments, work):
    """Proves the checker: each mutant loses, doubles or misplaces something, and the campaign sees it."""
    missed = []

    def try_mutant(name):
        letter, runs, seed = CATCHERS[name], 0, arguments.seed
        size = campaigns.CAMPAIGNS[letter][2]
        while runs < MOST_RUNS:
            job = {"letter": letter, "seed": seed, "cycles": min(size, MOST_RUNS - runs), "part": 0, "parts": 1,
                   "check_every": 5 if letter == "F" else 1, "stops_when_caught": True, "driver": "campaign-driver-" + name}
            result = run_round(arguments, job, work)
            if result["skipped"] or result["error"]:
                return name, letter, runs, result
            # The check that found it comes before its cycle is counted, or right after.
            runs += max(result["cycles"], 1)
            if result["breaches"]:
                shutil.rmtree(result["kept"], ignore_errors=True)
                return name, letter, runs, result
            seed += 1
        return name, letter, runs, None

    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for name, letter, runs, result in pool.map(try_mutant, CATCHERS):
            if result and result["skipped"]:
                print("NOT RUN: " + result["skipped"])
                return 77
            if result and result["error"]:
                print(result["error"])
                missed.append(name)
            elif result:
                invariant, token, words = result["breaches"][0]
                print("%-24s caught by %s at run %3d, seed %d: %s %s" % (name, letter, runs, result["seed"], invariant, words), flush=True)
            else:
                print("%-24s NOT CAUGHT in %d runs" % (name, runs), flush=True)
                missed.append(name)
    return 1 if missed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True, help="the build folder")
    parser.add_argument("--only", default="ABCDEFGIJ", help="letters of campaigns")
    parser.add_argument("--cycles", type=int, default=0, help="instead of each campaign's usual count")
    parser.add_argument("--seed", type=int, default=None, help="of the first round; a new one each time unless given")
    parser.add_argument("--jobs", type=int, default=2, help="rounds at once")
    parser.add_argument("--mutants", action="store_true", help="let the campaigns catch the mutants")
    parser.add_argument("--keep", action="store_true", help="keep the folders of rounds that failed")
    parser.add_argument("--round", help=argparse.SUPPRESS)
    parser.add_argument("--folder", help=argparse.SUPPRESS)
    parser.add_argument("--driver", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    assert set(CATCHERS) | {"next-release"} == set(mutants.MUTANTS)
    if arguments.round:
        play_round(arguments)
        return 0
    if arguments.seed is None:
        arguments.seed = random.SystemRandom().randrange(1, 100000)
    Programs(arguments.build)
    work = pathlib.Path(tempfile.mkdtemp(prefix="handrail-campaign-"))
    print("seed %d" % arguments.seed, flush=True)
    began = time.monotonic()
    status = catch(arguments, work) if arguments.mutants else play(arguments, work)
    print("%.0f s" % (time.monotonic() - began))
    if status != 1 or not arguments.keep:
        shutil.rmtree(work, ignore_errors=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
