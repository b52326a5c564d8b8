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
MANY = 10000
FULL_WALK = 600  # seconds
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


def lines_of(*command, timeout=300):
    done = subprocess.run(command, env=ENVIRONMENT, stdout=subprocess.PIPE, timeout=timeout, check=True)
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


def measure_first_skill(programs, folder, rounds, figures):
    """From Today to an exercise that runs."""
    numbers = [int(number) for number in lines_of(programs / "bench-device", folder, "skill", str(rounds))]
    figures.add("from Today to a skill that runs, taps", max(numbers[0::3]), "taps", 2)
    figures.add("on the way: the longest work at once, median", statistics.median(numbers[1::3]) / 1000, "ms", 16)
    figures.add("from the last tap to the running skill, the most", max(numbers[2::3]), "frames", 3)


def measure_many(programs, rounds, walk, figures):
    """What does not grow with what is stored: the start, and memory while all pages are walked. Two devices: one has the sample clinic's
    own records, the other has very many."""
    with tempfile.TemporaryDirectory() as many, tempfile.TemporaryDirectory() as few:
        count = int(lines_of(programs / "bench-device", many, "fill", str(MANY), timeout=1200)[0])
        base = int(lines_of(programs / "bench-device", few, "fill", "0")[0])
        figures.add("records on the full device", count, "records", MANY, False)
        full, bare = ((programs / "bench-today", os.path.join(folder, "device"), NOW) for folder in (many, few))
        run(*bare), run(*full)
        pairs = [(run(*full), run(*bare)) for _ in range(rounds)]
        for index, kind in enumerate(("wall", "processor")):
            figures.add("start to Today, %s, with %d records against %d" % (kind, count, base),
                        statistics.median(a[index] / f[index] for a, f in pairs), "x", 1.05)
        start, end, _ = (int(number) for number in lines_of(programs / "bench-device", many, "walk", str(walk), timeout=walk + 300))
        figures.add("memory after %d s of all pages (full: %d s)" % (walk, FULL_WALK), end / start, "x", 1.25)


def measure_store(programs, rounds, figures):
    with tempfile.TemporaryDirectory() as folder:
        measured = json.loads(lines_of(programs / "bench-store", folder, str(rounds))[0])
    figures.add("save a check-in, 99th percentile, against a bare row", measured["saveP99"], "x", 2)
    figures.add("1,000 sealed records in, against plain SQLite", statistics.median(measured["batchRatios"]), "x", 1.5)


def measure_sync(programs, rounds, figures):
    with tempfile.TemporaryDirectory() as folder:
        measured = json.loads(lines_of(programs / "bench-sync", folder, str(rounds))[0])
    figures.add("first sync of 1,000, against slices by simdjson", statistics.median(measured["sliceRatios"]), "x", 1.5)
    figures.add("the same by QJsonDocument, against ours", statistics.median(measured["documentRatios"]), "x", 3, False)
    figures.add("reading its pages alone, by QJsonDocument, against ours", statistics.median(measured["readRatios"]), "x", 3, False)
    figures.add("nothing new: requests for a type, the most", measured["againRequests"], "requests", 1)
    figures.add("nothing new: files of the store changed", measured["againWrites"], "files", 0)


def measure_form(programs, rounds, figures):
    measured = json.loads(lines_of(programs / "bench-form", str(rounds))[0])
    figures.add("a form of 200 items opened, against one of 10", statistics.median(measured["openRatios"]), "x", 20)
    figures.add("one answer settled in it, against one of 10", statistics.median(measured["answerRatios"]), "x", 3)
    figures.add("the form of 200 items opened, the most", measured["openMilliseconds"], "ms", 100)
    figures.add("one answer settled in it, the most", measured["answerMilliseconds"], "ms", 16)


def measure_progress(programs, rounds, figures):
    with tempfile.TemporaryDirectory() as folder:
        measured = json.loads(lines_of(programs / "bench-progress", folder, str(rounds))[0])
    figures.add("opening Progress with 3 years of check-ins, against 30 days", statistics.median(measured["openRatios"]), "x", 1.5)
    figures.add("reading all of those 3 years", statistics.median(measured["wholeMilliseconds"]), "ms", 100)


def measure_breath(programs, rounds, figures):
    measured = json.loads(lines_of(programs / "bench-breath", str(rounds), timeout=30 * rounds)[0])
    figures.add("a breath that plays, processor, against a bare shape", statistics.median(measured["runRatios"]), "x", 1.5)
    figures.add("paused: frames in a second, the most", measured["pausedFrames"], "frames", 0)
    figures.add("paused: processor time of a second, the most", measured["pausedMilliseconds"], "ms", 1)
    figures.add("its window hidden: frames in a second, the most", measured["hiddenFrames"], "frames", 0)
    figures.add("its window hidden: processor time of a second, the most", measured["hiddenMilliseconds"], "ms", 1)


def measure_library(programs, rounds, figures):
    measured = json.loads(lines_of(programs / "bench-learn", str(rounds))[0])
    for page, name in (("learn", "opening Learn with all %(modules)d modules"), ("skills", "opening Skills with all %(skills)d skills"),
                       ("all", "opening the list of all %(skills)d skills")):
        for kind, ratios in (("", "openRatios"), (", processor", "processorRatios"), (", and reading them", "firstRatios")):
            figures.add(name % measured + kind + ", against the page without any", statistics.median(measured[ratios][page]), "x", 1.2)
        figures.add(name % measured + ", processor until the last row", statistics.median(measured["wholeMilliseconds"][page]), "ms", 100)


def measure_long(programs, rounds, figures):
    """Sixteen weeks of ten groups beside one week of them, each on a device of its own; and a thread of 5,000 messages."""
    program = programs / "bench-long"
    with tempfile.TemporaryDirectory() as many, tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as thread:
        count = int(lines_of(program, many, "weeks", "16", timeout=600)[0])
        lines_of(program, few, "weeks", "1", timeout=600)
        figures.add("sessions on the full device", count, "sessions", 160, False)
        ratios = []
        for _ in range(rounds):
            full, base = (statistics.median(int(took) for took in lines_of(program, folder, "schedule", "5")) for folder in (many, few))
            ratios.append(full / base)
        figures.add("opening Schedule with 16 weeks of 10 groups, against one", statistics.median(ratios), "x", 1.1)
        figures.add("messages in the thread", int(lines_of(program, thread, "messages", "5000", timeout=600)[0]), "messages", 5000, False)
        read, *frames = (int(number) for number in lines_of(program, thread, "scroll", "9000", timeout=600))
        frames.sort()
        figures.add("of them read by scrolling back", read, "messages", 5000, False)
        figures.add("scrolling it: sync and render of a frame, 99th percentile", frames[len(frames) * 99 // 100] / 1000, "ms", 5)


def measure_search(programs, figures):
    measured = json.loads(lines_of(programs / "bench-search", "2000")[0])
    figures.add("skills: a letter of a search over %d entries, processor, the most" % measured["entries"],
                max(measured["keystrokeMilliseconds"]), "ms", 16)
    figures.add("what is searched in our own texts, read once its page is there", statistics.median(measured["prepareMilliseconds"]), "ms", 16)
    figures.add("what all texts of skills, lessons and places add to the program", measured["contentBytes"] / 1024, "KiB", 1024)


def measure_community(programs, figures):
    measured = json.loads(lines_of(programs / "bench-community", "2000")[0])
    figures.add("community help: a letter of a search over %d places, processor, the most" % measured["places"],
                max(measured["keystrokeMilliseconds"]), "ms", 16)


def measure_clinic(programs, rounds, figures):
    measured = json.loads(lines_of(programs / "bench-clinic", str(rounds))[0])
    figures.add("clinic: read by id, 16 connections, against a bare server", statistics.median(measured["readRatios"]), "x", 0.7, False)
    figures.add("clinic: memory after that (RSS)", measured["memoryMib"], "MiB", 32)
    figures.add("clinic: start to first 200", statistics.median(measured["startMilliseconds"]), "ms", 100)
    figures.add("clinic: records after 16 first writes at once", measured["racedRecords"], "records", 1)


def measure_enrol(programs, figures):
    measured = json.loads(lines_of(programs / "bench-enrol", "1000", timeout=900)[0])
    print("enrol of 1,000: %(resources)d resources, %(seconds).1f s wall, %(processorSeconds).1f s processor, "
          "%(refusedWrites)d of %(writes)d writes at the clinic put off" % measured, file=sys.stderr)
    figures.add("enrol of 1,000 patients, resources a second of processor time", measured["resources"] / measured["processorSeconds"],
                "1/s", 10000, False)
    figures.add("meanwhile: longest wait of a write at the clinic", measured["longestWaitMilliseconds"], "ms", 200)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=pathlib.Path, required=True, help="the folder of the release build's programs")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="writes the figures to this file, as JSON")
    parser.add_argument("--rounds", type=int, default=9, help="counted runs of each, at least 5 (default %(default)s)")
    parser.add_argument("--walk", type=int, default=60, metavar="SECONDS",
                        help="how long all pages are walked for the memory figure (default %%(default)s; the full figure: %d)" % FULL_WALK)
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
        measure_first_skill(given.programs, folder, rounds, figures)
    measure_many(given.programs, rounds, given.walk, figures)
    measure_store(given.programs, rounds, figures)
    measure_sync(given.programs, rounds, figures)
    measure_form(given.programs, rounds, figures)
    measure_progress(given.programs, rounds, figures)
    measure_breath(given.programs, rounds, figures)
    measure_library(given.programs, rounds, figures)
    measure_long(given.programs, rounds, figures)
    measure_search(given.programs, figures)
    measure_community(given.programs, figures)
    measure_clinic(given.programs, rounds, figures)
    measure_enrol(given.programs, figures)
    print(figures)
    given.out.write_text(json.dumps(figures.rows, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
