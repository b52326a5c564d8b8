# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
"""What the checkout holds: its own files, without what a build or an editor left there."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CODE = (".h", ".cpp", ".qml")
AT_THE_TOP = {".clang-format", ".clang-tidy", ".gitignore", "CHANGELOG.md", "CMakeLists.txt", "CMakePresets.json", "CONTRIBUTING.md",
              "Makefile", "README.md", "SECURITY.md"}
# What git leaves out (.gitignore).
_OWN_TO_A_MACHINE = {".git", "CMakeUserPresets.json", "compile_commands.json"}
_NOT_OURS = {".git", ".cache", "__pycache__", "node_modules"}


class Source:
    """One file: where it is in the checkout (with forward slashes) and what it says."""

    def __init__(self, path, text):
        self.path = path
        self.text = text

    @property
    def suffix(self):
        return Path(self.path).suffix

    @property
    def rooms(self):
        """The folders that it is in: ("src", "core") for src/core/Clock.cpp."""
        return tuple(self.path.split("/")[:-1])

    def lines(self):
        return enumerate(self.text.splitlines(), start=1)


def _walk(folder):
    for entry in sorted(folder.iterdir()):
        if entry.name in _NOT_OURS or (folder == ROOT and entry.name.startswith("build")):
            continue
        if entry.is_dir():
            yield from _walk(entry)
        elif entry.is_file():
            yield entry


def strange(names):
    """Those of these names of files that have no place at the top of the checkout."""
    return sorted(name for name in names if name not in AT_THE_TOP | _OWN_TO_A_MACHINE and not name.endswith(".user"))


def files_at_the_top():
    return [entry.name for entry in ROOT.iterdir() if entry.is_file()]


def sources():
    """Every text file of the checkout."""
    found = []
    for entry in _walk(ROOT):
        try:
            text = entry.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture
        found.append(Source(entry.relative_to(ROOT).as_posix(), text))
    return found
