# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
"""The house stands as it was drawn: folders as the README says, arrows one way, rules kept, files small enough to read.

python3 -B tests/house/test_house.py
"""

import json
import re
import unittest
from pathlib import Path

import arrows
import rules
import tree

SOURCES = tree.sources()
MAPPED = ("app", "qml", "src", "platform", "tests")
MOST_LINES = {".qml": 250, ".cpp": 500, ".h": 500}
# Files that have no place for a licence line, or lose it when a tool writes them. MPL-2.0 covers them as well.
WITHOUT_LICENCE_LINE = (".json", ".ndjson", ".ts", ".ics", ".pem", ".seed")
# Texts for people begin with what is known of them (src/content/README.md).
TEXTS = ("src/content/skills/", "src/content/lessons/", "src/content/places/")
VAGUE_NAMES = re.compile(r"(Utils?|Helpers?|Manager)\.(h|cpp|qml)$")


class Check(unittest.TestCase):
    def expect_none(self, findings):
        """Fails with the findings as lines that editors can jump to."""
        if findings:
            self.fail("\n" + "\n".join("%s:%d: %s" % finding for finding in findings))


def folders_in(readme):
    """The folders of the map in README.md: the indented block between the two marks."""
    block = re.search(r"<!-- map -->\n+```[a-z]*\n(.*?)```", readme, re.DOTALL)
    if not block:
        return None
    found, above = set(), []
    for line in block.group(1).splitlines():
        match = re.match(r"( *)([\w.-]+)/(\s|$)", line)
        if not match:
            continue
        depth = len(match.group(1)) // 2
        above = above[:depth] + [match.group(2)]
        found.add("/".join(above))
    return found


def folders_of(paths):
    """The folders that hold files: all at the top, one level more in those that the map opens up, and below that each one that is a
    target of its own."""
    found = set()
    for path in paths:
        parts = path.split("/")[:-1]
        if len(parts) == 3 and parts[0] == "src" and path.endswith("/CMakeLists.txt"):
            found.add("/".join(parts))
        if parts:
            found.add(parts[0])
        if len(parts) > 1 and parts[0] in MAPPED:
            found.add("/".join(parts[:2]))
    return found


class Rules(Check):
    def test_each_rule_can_be_broken_and_kept(self):
        for rule in rules.RULES:
            with self.subTest(rule=rule.name):
                for line in rules.all_of(rule.breaks):
                    self.assertTrue(rule.is_broken_by(line), "does not see what it forbids: " + line)
                for line in rules.all_of(rule.keeps):
                    self.assertFalse(rule.is_broken_by(line), "forbids what is right: " + line)

    def test_no_line_breaks_a_rule(self):
        findings = []
        for rule in rules.RULES:
            for source in SOURCES:
                if rule.applies_to(source.path):
                    findings += [(source.path, number, "%s: %s" % (rule.name, rule.why))
                                 for number, line in source.lines() if rule.is_broken_by(line)]
        self.expect_none(findings)


class PrivateWords(Check):
    def test_a_field_without_hints_is_seen(self):
        hints = "    inputMethodHints: Qt.ImhSensitiveData\n"
        page = "Column {\n    T.TextArea {\n        id: a\n    }\n    T.TextField {\n    %s    }\n}\n" % hints
        self.assertEqual([number for number, _ in rules.fields_without_hints(tree.Source("qml/a/A.qml", page))], [2])
        inner = "TextEdit {\n    Item {\n    %s    }\n}\n" % hints  # of something inside
        self.assertEqual([number for number, _ in rules.fields_without_hints(tree.Source("qml/a/A.qml", inner))], [1])

    def test_each_field_names_its_hints(self):
        self.expect_none([(source.path, *found) for source in SOURCES if source.suffix == ".qml"
                          for found in rules.fields_without_hints(source)])


class Lambdas(Check):
    def test_one_that_builds_is_seen(self):
        for line, is_seen in (('const auto f = [](const QString &a) { return a + u"x"_s; };', True),
                              ('const auto f = [&a] { return QStringLiteral("a") % a; };', True),
                              ("const auto f = [&](int n) { return tr(\"%1\").arg(n) + u'.'; };", True),
                              ('const auto f = [](const QByteArray &a) {\n    if (a.isEmpty())\n        return "x" + a;\n};', True),
                              ('const auto f = [](const QString &a) -> QString { return a + u"x"_s; };', False),
                              ('const auto f = [](const QString &a) { return QString(a + u"x"_s); };', False),
                              ('const auto f = [](const QString &a) { return a == u"x"_s + u"y"_s; };', False),
                              ('const auto f = [](int a) { return a + 1; };', False),
                              ('const auto f = [] {\n    g([](int a) -> QString { return "x" + a; });\n};', False),
                              ('QString f(const QString &a)\n{\n    return a + u"x"_s; // [] {\n}', False)):
            with self.subTest(line=line):
                found = [number for number, _ in rules.lambdas_that_build(tree.Source("src/a/A.cpp", line))]
                self.assertEqual(found, [line.count("\n", 0, line.index("return")) + 1] if is_seen else [])

    def test_each_names_what_it_builds(self):
        self.expect_none([(source.path, *found) for source in SOURCES if source.suffix in (".h", ".cpp")
                          for found in rules.lambdas_that_build(source)])


class Arrows(Check):
    def test_a_wrong_arrow_is_seen(self):
        wrong = tree.Source("src/fhir/Read.cpp", '#include "core/Problem.h"\n#include "net/HttpClient.h"\n')
        self.assertEqual(list(arrows.wrong_includes(wrong)), [(2, "fhir may not include net")])
        page = tree.Source("qml/today/TodayPage.qml", "import QtQuick\nimport Handrail.Controls\nimport Handrail.Learn\n")
        self.assertEqual(list(arrows.wrong_imports(page)), [(3, "today may not import Handrail.Learn")])

    def test_includes_point_one_way(self):
        findings = [(source.path, *found) for source in SOURCES for found in arrows.wrong_includes(source)]
        self.expect_none(findings)

    def test_imports_point_one_way(self):
        findings = [(source.path, *found) for source in SOURCES for found in arrows.wrong_imports(source)]
        self.expect_none(findings)


class Files(Check):
    def test_each_says_its_licence(self):
        findings = []
        for source in SOURCES:
            if source.suffix in WITHOUT_LICENCE_LINE or source.path.startswith(TEXTS) or source.rooms[:1] == ("LICENSES",):
                continue
            head = "\n".join(source.text.splitlines()[:6])
            if "SPDX-FileCopyrightText: " not in head or "SPDX-License-Identifier: " not in head:
                findings.append((source.path, 1, "no SPDX lines at the top"))
        self.expect_none(findings)

    def test_each_licence_named_is_there(self):
        there = {path.stem for path in (tree.ROOT / "LICENSES").iterdir()}
        for source in SOURCES:
            for name in re.findall(r"^\W*SPDX-License-Identifier: ([\w.-]+)", source.text, re.MULTILINE):
                self.assertIn(name, there, source.path)

    def test_none_is_too_long(self):
        findings = []
        for source in SOURCES:
            most = MOST_LINES.get(source.suffix)
            count = len(source.text.splitlines())
            if most and count > most:
                findings.append((source.path, most, "%d lines, %d at most: split it" % (count, most)))
        self.expect_none(findings)

    def test_names_say_what_is_inside(self):
        findings = [(source.path, 1, "Utils, Helper and Manager say nothing")
                    for source in SOURCES if VAGUE_NAMES.search(Path(source.path).name)]
        self.expect_none(findings)

    def test_qml_is_bound(self):
        findings = [(source.path, 1, "no 'pragma ComponentBehavior: Bound'") for source in SOURCES
                    if source.rooms[:1] == ("qml",) and source.suffix == ".qml"
                    and not re.search(r"^pragma ComponentBehavior: Bound$", source.text, re.MULTILINE)]
        self.expect_none(findings)

    def test_qml_modules_are_flat(self):
        findings = [(source.path, 1, "a folder of qml/ is one module without folders inside") for source in SOURCES
                    if source.rooms[:1] == ("qml",) and len(source.rooms) > 2]
        self.expect_none(findings)


class Top(Check):
    def test_what_a_test_left_there_is_seen(self):
        self.assertEqual(tree.strange(["README.md", ".git", "how it was 320 125 es.png"]), ["how it was 320 125 es.png"])

    def test_it_has_its_own_files_alone(self):
        self.assertEqual(tree.strange(tree.files_at_the_top()), [])


class Map(Check):
    README = (tree.ROOT / "README.md").read_text(encoding="utf-8")

    def test_a_wrong_map_is_seen(self):
        drawn = folders_in("<!-- map -->\n```\nsrc/\n  core/   values\n  gone/   nothing\n```\n")
        there = folders_of(["README.md", "src/core/Clock.h", "src/new/Thing.h", "src/core/room/CMakeLists.txt", "src/core/data/a.json"])
        self.assertEqual(drawn - there, {"src/gone"})
        self.assertEqual(there - drawn, {"src/new", "src/core/room"})

    def test_it_is_the_tree(self):
        drawn = folders_in(self.README)
        self.assertIsNotNone(drawn, "README.md has no map")
        there = folders_of(source.path for source in SOURCES)
        self.assertEqual(sorted(drawn - there), [], "on the map, not in the tree")
        self.assertEqual(sorted(there - drawn), [], "in the tree, not on the map")


class Programs(Check):
    def test_each_is_installed_and_in_the_readme(self):
        for file in sorted(tree.ROOT.glob("app/*/CMakeLists.txt")):
            text = file.read_text(encoding="utf-8")
            for name in re.findall(r"^add_executable\((\S+)", text, re.MULTILINE):
                with self.subTest(program=name):
                    self.assertIn("install(TARGETS %s)" % name, text)
                    self.assertIn("`%s`" % name, Map.README)


class Platform(Check):
    def test_qt_is_a_current_one(self):
        self.assertIn("find_package(Qt6 6.4 REQUIRED", (tree.ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))

    def test_each_library_is_a_package_of_the_system(self):
        self.expect_none([(source.path, number, "brings code of others along") for source in SOURCES
                          if source.path.endswith(("CMakeLists.txt", ".cmake")) for number, line in source.lines()
                          if re.search(r"FetchContent|ExternalProject|file\(DOWNLOAD", line)])
        self.assertFalse((tree.ROOT / ".gitmodules").exists())


class Notices(Check):
    """Whose words a named form has is said in CONTRIBUTING.md and in the app."""

    def test_each_named_form_has_one(self):
        names = set()
        for file in (tree.ROOT / "src/content/questionnaires").glob("*.json"):
            if "Robert L. Spitzer" in (text := file.read_text(encoding="utf-8")):
                names.update(re.findall(r"(?:PHQ|GAD)-\d+", json.loads(text)["title"]))
        self.assertIn("GAD-2", names)
        for path in ("CONTRIBUTING.md", "qml/me/AboutCard.qml"):
            lines = (tree.ROOT / path).read_text(encoding="utf-8").splitlines()
            notice = next(line for line in lines if "Robert L. Spitzer" in line)
            self.assertEqual(names - set(re.findall(r"(?:PHQ|GAD)-\d+", notice)), set(), path)


class Proofs(Check):
    """SECURITY.md says which test proves what; each name must be a test that is there."""

    SECURITY = (tree.ROOT / "SECURITY.md").read_text(encoding="utf-8")
    NAME = re.compile(r"`(?:(tst_\w+)::(\w+)|campaign ([A-J])|flow_(\w+)|test_house::(test_\w+))`")
    # What looks like the name of a test, so that none is passed by because it is written in another way.
    LOOKS_LIKE_ONE = re.compile(r"`[^`]*(?:tst_|campaign [A-Z]\b|\bflow_|test_house)[^`]*`")

    @staticmethod
    def functions():
        """(file, function) of each test function in the tree."""
        return {(Path(source.path).stem, name) for source in SOURCES if re.search(r"/tst_\w+\.cpp$", source.path)
                for name in re.findall(r"^ {4}void (\w+)\(\)", source.text, re.MULTILINE)}

    @staticmethod
    def parts_of_the_campaign():
        text = "".join(source.text for source in SOURCES if source.path.startswith("tests/campaign/"))
        return set(re.findall(r"""["']([A-J])["']""", text))

    def missing_in(self, text):
        functions, parts = self.functions(), self.parts_of_the_campaign()
        flow = (tree.ROOT / "tests/flow/CMakeLists.txt").read_text(encoding="utf-8")
        house = Path(__file__).read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            for name in self.LOOKS_LIKE_ONE.findall(line):
                if not self.NAME.fullmatch(name):
                    yield "SECURITY.md", number, "names no one test: %s" % name
            for file, function, part, journey, own in self.NAME.findall(line):
                if (file and (file, function) not in functions) or (part and part not in parts) \
                        or (journey and "flow_" + journey not in flow) or (own and "    def %s(self):" % own not in house):
                    yield "SECURITY.md", number, "no such test: %s" % (part or journey or own or file + "::" + function)

    def test_a_missing_test_is_seen(self):
        self.assertEqual(len(list(self.missing_in("| 1 | x | `tst_sealer::hopesForTheBest` `flow_nowhere` |"))), 2)
        self.assertEqual(len(list(self.missing_in("| 1 | x | `test_house::test_nothing` `test_house` |"))), 2)
        self.assertEqual(len(list(self.missing_in("`tst_sealer` `tst_sealer::a, b` `campaign Z` `flow_patient, tst_x::y`"))), 4)

    def test_each_test_named_is_there(self):
        self.expect_none(list(self.missing_in(self.SECURITY)))

    def test_each_fault_is_listed(self):
        rows = re.findall(r"^\| (\d+) \|.*\| ([^|]*) \|$", self.SECURITY, re.MULTILINE)
        self.assertEqual([int(number) for number, _ in rows], list(range(1, 61)))
        self.expect_none([("SECURITY.md", 0, "no test proves fault %s" % number) for number, tests in rows if not self.NAME.search(tests)])

    def test_each_control_names_a_test(self):
        rows = re.findall(r"^\| ((?:[A-Z]+-\d)[^|:]*):.*\|([^|]*)\|$", self.SECURITY, re.MULTILINE)
        self.assertEqual(len(rows), 21)
        self.expect_none([("SECURITY.md", 0, "no test is named for %s" % control) for control, tests in rows
                          if not self.NAME.search(tests)])

    def test_each_mutant_is_listed_with_what_catches_it(self):
        catchers = re.search(r"CATCHERS = \{.*?\}", (tree.ROOT / "tests/campaign/campaign.py").read_text(encoding="utf-8"), re.DOTALL)
        rows = re.findall(r"^\| ([a-z]+(?:-[a-z]+)+) \|[^|]*\| `campaign ([A-J])` \|", self.SECURITY, re.MULTILINE)
        self.assertEqual(sorted(rows), sorted(re.findall(r'"([a-z-]+)": "([A-J])"', catchers.group())))

    def test_each_hazard_is_listed_and_proven(self):
        rows = re.findall(r"^\| H(\d+) \|.*\| ([^|]*) \|$", self.SECURITY, re.MULTILINE)
        self.assertEqual([int(number) for number, _ in rows], list(range(1, 23)))
        self.expect_none([("SECURITY.md", 0, "no test proves H%s" % number) for number, tests in rows if not self.NAME.search(tests)])


if __name__ == "__main__":
    unittest.main()
