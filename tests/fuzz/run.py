#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
"""Runs every fuzzer for some seconds and prints what came of it.

Ends with 1 when one of them crashed, broke its oracle, or met an input that took longer than two seconds; the input is kept. To look at one:
build/fuzz/bin/fuzz-NAME FILE. It then goes into tests/fuzz/seeds/NAME as a test.
"""

import argparse
import concurrent.futures
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
STATS = {"runs": r"stat::number_of_executed_units: +(\d+)", "speed": r"stat::average_exec_per_sec: +(\d+)",
         "new": r"stat::new_units_added: +(\d+)", "peak": r"stat::peak_rss_mb: +(\d+)"}
LONGEST = 2  # seconds that one input may take


def targets(build):
    """(name, program, folders of seeds) of each."""
    for line in (build / "fuzz-targets.txt").read_text().splitlines():
        program, *seeds = line.split()
        yield program.removeprefix("fuzz-"), build / "bin" / program, seeds


def run(name, program, seeds, build, seconds):
    """What came of one: its figures, and the inputs that it failed on."""
    found, failed = build / "corpus" / name, build / "crashes" / name
    for folder in (found, failed):
        folder.mkdir(parents=True, exist_ok=True)
    before = set(failed.iterdir())
    done = subprocess.run(
        [program, "-max_total_time=%d" % seconds, "-timeout=%d" % LONGEST, "-rss_limit_mb=2048", "-print_final_stats=1", "-verbosity=0",
         "-dict=%s" % (HERE / "fhir.dict"), "-artifact_prefix=%s/" % failed, found, *seeds],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    output = done.stdout.decode(errors="replace")
    result = {key: (re.findall(pattern, output) or ["?"])[-1] for key, pattern in STATS.items()}
    result["failed"] = sorted(set(failed.iterdir()) - before)
    result["good"] = done.returncode == 0 and not result["failed"] and result["runs"] not in ("?", "0")
    result["output"] = output
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, required=True, help="the build folder of the preset fuzz")
    parser.add_argument("--seconds", type=int, default=60, help="for each (default %(default)s)")
    parser.add_argument("--jobs", type=int, default=2, help="how many at once (default %(default)s)")
    parser.add_argument("only", nargs="*", help="names; all when none is given")
    given = parser.parse_args()
    chosen = [target for target in targets(given.build) if not given.only or target[0] in given.only]
    if not chosen:
        parser.error("there is no such fuzzer")
    print("%-20s %12s %9s %9s %8s  %s" % ("target", "runs", "exec/s", "new units", "MiB", "crashes"), flush=True)
    bad = []
    with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        runs = [(target[0], pool.submit(run, *target, given.build, given.seconds)) for target in chosen]
        for name, future in runs:
            result = future.result()
            print("%-20s %12s %9s %9s %8s  %d" % (name, result["runs"], result["speed"], result["new"], result["peak"],
                                                  len(result["failed"]) or not result["good"]), flush=True)
            if not result["good"]:
                bad.append((name, result))
    for name, result in bad:
        print("\n--- %s\n%s" % (name, "\n".join(result["output"].splitlines()[-60:])))
        for path in result["failed"]:
            print("kept: %s" % path)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
