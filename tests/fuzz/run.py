#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
"""Runs every fuzzer for some seconds and prints what came of it.

Ends with 1 when one of them crashed, broke its oracle, leaked, took too much memory or did not run; with 3 when none did, but one met an input
that takes longer than two seconds, also when it is tried once more: that may be the machine. The input is kept and printed. To look at one:
build/fuzz/bin/fuzz-NAME FILE. It then goes into tests/fuzz/seeds/NAME as a test.

With --seed a run begins with the inputs in tests/fuzz/seeds alone and makes the same choices as the one before it, as far as it gets. Without,
it goes on from what earlier runs found.
"""

import argparse
import base64
import concurrent.futures
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
STATS = {"runs": r"stat::number_of_executed_units: +(\d+)", "speed": r"stat::average_exec_per_sec: +(\d+)",
         "new": r"stat::new_units_added: +(\d+)", "peak": r"stat::peak_rss_mb: +(\d+)"}
LONGEST = 2  # seconds that one input may take
CRASHED, SLOW = 1, 3  # what this ends with; 2 is of wrong arguments
MOST_PRINTED = 3000  # bytes of one input


def targets(build):
    """(name, program, folders of seeds) of each."""
    for line in (build / "fuzz-targets.txt").read_text().splitlines():
        program, *seeds = line.split()
        yield program.removeprefix("fuzz-"), build / "bin" / program, seeds


def is_timeout(path):
    return path.name.startswith("timeout-")


def is_slow_again(program, path):
    """A machine that was busy elsewhere makes any input slow once."""
    again = subprocess.run([program, "-timeout=%d" % LONGEST, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return again.returncode != 0


def run(name, program, seeds, build, seconds, seed, is_again=False):
    """What came of one: its figures, and the inputs that it failed on."""
    found, failed = build / ("corpus-seeded" if seed else "corpus") / name, build / "crashes" / name
    if seed:
        shutil.rmtree(found, ignore_errors=True)
    for folder in (found, failed):
        folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [program, "-max_total_time=%d" % seconds, "-seed=%d" % seed, "-timeout=%d" % LONGEST, "-rss_limit_mb=2048", "-print_final_stats=1", "-verbosity=0",
         "-dict=%s" % (HERE / "fhir.dict"), "-artifact_prefix=%s/" % failed, found, *seeds],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    output = done.stdout.decode(errors="replace")
    result = {key: (re.findall(pattern, output) or ["?"])[-1] for key, pattern in STATS.items()}
    new = [pathlib.Path(path) for path in re.findall(r"Test unit written to (.+)", output)]
    passing = [path for path in new if is_timeout(path) and not is_slow_again(program, path)]
    for path in passing:
        path.unlink()
    result["failed"] = [path for path in new if path not in passing]
    if passing and not result["failed"] and not is_again:  # it ended there, perhaps in its first second
        return run(name, program, seeds, build, seconds, seed, is_again=True)
    result["good"] = not result["failed"] and (bool(passing) or done.returncode == 0) and result["runs"] not in ("?", "0")
    result["slow"] = bool(result["failed"]) and all(is_timeout(path) for path in result["failed"])
    result["output"] = output
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, required=True, help="the build folder of the preset fuzz")
    parser.add_argument("--seconds", type=int, default=60, help="for each (default %(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of all choices; 0 (the default) is another one each time")
    parser.add_argument("--jobs", type=int, default=2, help="how many at once (default %(default)s)")
    parser.add_argument("only", nargs="*", help="names; all when none is given")
    given = parser.parse_args()
    chosen = [target for target in targets(given.build) if not given.only or target[0] in given.only]
    if not chosen:
        parser.error("there is no such fuzzer")
    print("%-20s %12s %9s %9s %8s  %s" % ("target", "runs", "exec/s", "new units", "MiB", "crashes"), flush=True)
    bad = []
    with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        runs = [(target[0], pool.submit(run, *target, given.build, given.seconds, given.seed)) for target in chosen]
        for name, future in runs:
            result = future.result()
            print("%-20s %12s %9s %9s %8s  %d" % (name, result["runs"], result["speed"], result["new"], result["peak"],
                                                  len(result["failed"]) or not result["good"]), flush=True)
            if not result["good"]:
                bad.append((name, result))
    for name, result in bad:
        print("\n--- %s\n%s" % (name, "\n".join(result["output"].splitlines()[-60:])))
        for path in result["failed"]:
            content = path.read_bytes()
            print("kept: %s (%d bytes)" % (path, len(content)))
            print("its first bytes in base64: %s" % base64.b64encode(content[:MOST_PRINTED]).decode())
    if not bad:
        return 0
    return SLOW if all(result["slow"] for _, result in bad) else CRASHED


if __name__ == "__main__":
    sys.exit(main())
