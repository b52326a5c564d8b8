#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
"""Measures Handrail against its goals: medians of interleaved runs, each a ratio to a floor in the same run, or a count.

Ends with 0 only if everything could be measured; a goal that is not met is printed as such.
"""

import argparse
import json
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

NOW = "2026-11-18T20:20:00Z"
RECORDS = 1000
# One look and one backend on every machine.
ENVIRONMENT = dict(os.environ, QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")


class Figures:
    def __init__(self):
        self.rows = []

    def add(self, name, value, unit, goal, at_most=True):
        met = value <= goal if at_most else value >= goal
        self.rows.append({"name": name, "value": round(value, 2), "unit": unit, "goal": "%s %g" % ("<=" if at_most else ">=", goal),
                          "met": met})

    def __str__(self):
        lines = ["%-58s %9s %-8s %-9s %s" % ("figure", "value", "unit", "goal", "met")]
        for row in self.rows:
            lines.append("%-58s %9.2f %-8s %-9s %s"
                         % (row["name"], row["value"], row["unit"], row["goal"], "yes" if row["met"] else "NO"))
        return "\n".join(lines)


def lines_of(*command):
    done = subprocess.run(command, env=ENVIRONMENT, stdout=subprocess.PIPE, timeout=300, check=True)
    return done.stdout.decode().split()


def run(*command):
    """(wall ms, processor ms, PSS in KiB) of one whole process, which prints its own PSS at its end."""
    started = time.monotonic()
    process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError("%s ended with %d" % (command[0], process.returncode))
    return wall * 1000, (usage.ru_utime + usage.ru_stime) * 1000, float(output.split("pss ")[1])


def measure_start(programs, folder, rounds, figures):
    """The app's start to Today from a sealed store, against an empty window; and Help now, pressed to shown."""
    floor = (programs / "bench-empty-window",)
    app = (programs / "bench-today", os.path.join(folder, "device"), NOW)
    run(*floor), run(*app)  # warms the page cache for both
    pairs = [(run(*app), run(*floor)) for _ in range(rounds)]
    for index, (name, goal) in enumerate((("start to Today, wall", 1.5), ("start to Today, processor", 1.5),
                                          ("memory on Today (PSS)", 1.35))):
        figures.add(name + ", against an empty window", statistics.median(a[index] / f[index] for a, f in pairs), "x", goal)
    frames = lines_of(programs / "bench-device", folder, "help", str(rounds))
    figures.add("Help now, pressed to shown, the most of all", max(int(count) for count in frames), "frames", 2)


def measure_clinic(programs, rounds, figures):
    measured = json.loads(lines_of(programs / "bench-clinic", str(rounds))[0])
    figures.add("clinic: read by id, 16 connections, against a bare server", statistics.median(measured["readRatios"]), "x", 0.7, False)
    figures.add("clinic: memory after that (RSS)", measured["memoryMib"], "MiB", 32)
    figures.add("clinic: start to first 200", statistics.median(measured["startMilliseconds"]), "ms", 100)
    figures.add("clinic: records after 16 first writes at once", measured["racedRecords"], "records", 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=pathlib.Path, required=True, help="the folder of the release build's programs")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="writes the figures to this file, as JSON")
    parser.add_argument("--rounds", type=int, default=9, help="counted runs of each, at least 5 (default %(default)s)")
    parser.add_argument("--profile", help="instead, starts the app once under this command")
    given = parser.parse_args()
    rounds = max(5, given.rounds)
    figures = Figures()
    with tempfile.TemporaryDirectory() as folder:
        records = int(lines_of(given.programs / "bench-device", folder, "fill", str(RECORDS))[0])
        if given.profile:
            command = shlex.split(given.profile) + [given.programs / "bench-today", os.path.join(folder, "device"), NOW]
            return subprocess.run(command, env=ENVIRONMENT, check=False).returncode
        figures.add("records in the sealed store", records, "records", RECORDS, False)
        measure_start(given.programs, folder, rounds, figures)
    measure_clinic(given.programs, rounds, figures)
    print(figures)
    given.out.write_text(json.dumps(figures.rows, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
