# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
"""What run.py makes of what fuzzers end with: a crash is never passed over.

python3 -B tests/fuzz/test_run.py
"""

import contextlib
import io
import pathlib
import sys
import tempfile
import unittest
from unittest import mock

import run

# In the place of a fuzzer. "$kept" is empty when it is to try one input alone, on which it fails again.
BEGIN = """#!/bin/sh
for each; do case $each in -artifact_prefix=*) kept=${each#*=} ;; esac; done
find() { [ -n "$kept" ] || exit 70; echo "$1" >"$kept$1"; echo "Test unit written to $kept$1"; }
echo "stat::number_of_executed_units: 5"
"""
GOOD = "exit 0"
CRASH = "find crash-1; exit 77"
SLOW_AGAIN = "find timeout-1; exit 70"
SLOW_ONCE = '[ -n "$kept" ] || exit 0; find timeout-1; exit 70'


def code_of(*fuzzers):
    with tempfile.TemporaryDirectory() as folder:
        build = pathlib.Path(folder)
        (build / "bin").mkdir()
        names = ["fuzz-%d" % number for number in range(len(fuzzers))]
        for name, fuzzer in zip(names, fuzzers):
            (build / "bin" / name).write_text(BEGIN + fuzzer + "\n")
            (build / "bin" / name).chmod(0o755)
        (build / "fuzz-targets.txt").write_text("".join(name + "\n" for name in names))
        with mock.patch.object(sys, "argv", ["run.py", "--build", folder, "--seconds", "1"]), contextlib.redirect_stdout(io.StringIO()):
            return run.main()


class RunTest(unittest.TestCase):
    def test_what_it_ends_with(self):
        table = (((GOOD, GOOD), 0), ((GOOD, CRASH), run.CRASHED), (("find crash-1; exit 1",), run.CRASHED),
                 (("find leak-1; exit 77",), run.CRASHED), (("find oom-1; exit 71",), run.CRASHED), (("exit 1",), run.CRASHED),
                 ((SLOW_ONCE, GOOD), 0), ((SLOW_AGAIN, GOOD), run.SLOW), ((SLOW_AGAIN, CRASH), run.CRASHED),
                 (("find timeout-1; find crash-1; exit 77",), run.CRASHED), (('echo "stat::number_of_executed_units: 0"',), run.CRASHED))
        for fuzzers, code in table:
            with self.subTest(fuzzers=fuzzers):
                self.assertEqual(code_of(*fuzzers), code)


if __name__ == "__main__":
    unittest.main()
