# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
"""The Spanish is whole: each word of the app, with the same gaps to fill as the English, in words that respect people.

python3 -B tests/house/test_translations.py

LUPDATE names the program that finds the words of the app; where there is none, one test is skipped.
"""

import os
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import tree

FOLDER = tree.ROOT / "app" / "i18n"
WITH_WORDS = ("src", "qml", "app/patient")
# Where the rest of the Spanish stands (app/i18n/README.md).
ELSEWHERE = ("src/content/crisis/us-es.json", "src/content/questionnaires/daily-checkin.json", "src/clinic/smart/SmartWords.cpp",
             "src/clinic/sample/SampleClinicSpanish.cpp")
DATE_FORMAT = "as QLocale formats it"  # what the code tells translators about each date format
# Words that make a person their illness, or blame. "Limpio" and "sucio" speak of people who (do not) use.
UNKIND = re.compile(r"\b(?:adict[oa]s?|drogadict\w*|alcohólic[oa]s?|yonquis?|limpi[oa]s?|suci[oa]s?|reca[ií]\w*|recay\w*|fracas\w*"
                    r"|incumpl\w*|abus\w*|culpables?|usted(?:es)?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Message:
    context: str
    source: str
    comment: str = ""
    is_plural: bool = False
    about: str = ""  # for translators
    state: str = ""  # "" when finished
    forms: tuple = ()  # one, or one a plural form

    @property
    def key(self):
        return (self.context, self.source, self.comment, self.is_plural)


def messages(path):
    """The messages of a .ts file and the language that it is for."""
    root = ElementTree.parse(path).getroot()
    found = []
    for context in root.iter("context"):
        for element in context.iter("message"):
            translation = element.find("translation")
            is_plural = element.get("numerus") == "yes"
            texts = translation.iter("numerusform") if is_plural else [translation]
            found.append(Message(context.findtext("name"), element.findtext("source"), element.findtext("comment") or "", is_plural,
                                 element.findtext("extracomment") or "", translation.get("type", ""),
                                 tuple(text.text or "" for text in texts)))
    return found, root.get("language")


def gaps(text):
    """How often each %1, %2, %n stands in the text."""
    return Counter(re.findall(r"%(?:L?\d+|Ln|n)", text))


def date_fields(text):
    """The parts of a date that the format shows: quoted text is not one."""
    return Counter(re.findall(r"d+|M+|y+", re.sub(r"'[^']*'", "", text)))


def faults(message):
    """What is wrong with one translation, in words."""
    if message.state:
        yield message.state
    if len(message.forms) != (2 if message.is_plural else 1):
        yield "%d forms" % len(message.forms)
    for form in message.forms:
        if not form.strip():
            yield "empty"
        elif gaps(form) != gaps(message.source):
            yield "other gaps than the English: " + form
        elif DATE_FORMAT in message.about and date_fields(form) != date_fields(message.source):
            yield "other parts of a date than the English: " + form
        if UNKIND.search(form):
            yield "a word that we do not use: " + UNKIND.search(form).group()


def lupdate():
    """The path of Qt 6's lupdate, or None."""
    for name in (os.environ.get("LUPDATE"), "/usr/lib/qt6/bin/lupdate", "lupdate-qt6", "lupdate6"):
        path = name and shutil.which(name)
        if path:
            return path
    return None


class Translations(unittest.TestCase):
    def expect_whole(self, found):
        lines = ["%s: \"%s\": %s" % (message.context, message.source, fault) for message in found for fault in faults(message)]
        if lines:
            self.fail("\n" + "\n".join(lines))

    def test_each_fault_is_seen(self):
        date = dict(source="dddd, MMMM d", about="A date " + DATE_FORMAT)
        for wrong in (
            dict(source="Next", state="unfinished", forms=("Siguiente",)),
            dict(source="Next", state="vanished", forms=("Siguiente",)),
            dict(source="Next", forms=("",)),
            dict(source="Next", forms=(" ",)),
            dict(source="Hi, %1", forms=("Hola",)),
            dict(source="%1 of %2", forms=("%1 de %1",)),
            dict(source="%n day(s)", is_plural=True, forms=("%n día",)),
            dict(source="%n day(s)", is_plural=True, forms=("%n día", "días")),
            dict(source="Stay", forms=("Sigue limpio",)),
            dict(date, forms=("dddd, d de MMMM",)),
            dict(date, forms=("d 'de' MMMM",)),
        ):
            with self.subTest(**wrong):
                self.assertEqual(len(list(faults(Message("Page", **wrong)))), 1)
        for right in (
            dict(source="%1 of %2", forms=("de %2, %1",)),
            dict(source="%n day(s)", is_plural=True, forms=("%n día", "%n días")),
            dict(date, forms=("dddd, d 'de' MMMM",)),
        ):
            with self.subTest(**right):
                self.assertEqual(list(faults(Message("Page", **right))), [])

    def test_spanish_is_whole(self):
        found, language = messages(FOLDER / "handrail_es.ts")
        self.assertEqual(language, "es")
        self.assertGreater(len(found), 100)
        self.expect_whole(found)

    def test_the_rest_is_kind_and_waits_for_a_reviewer(self):
        readme = (FOLDER / "README.md").read_text(encoding="utf-8")
        for name in ELSEWHERE:
            text = (tree.ROOT / name).read_text(encoding="utf-8")
            with self.subTest(name):
                self.assertRegex(text, "[áéíóúñ¿]", "no Spanish in it")
                self.assertIsNone(UNKIND.search(text))
                self.assertRegex(text, "translator has reviewed|reviewed by a clinical translator")
                self.assertTrue(any(part in readme for part in (name, name.rsplit("/", 1)[0] + "`")), "README does not name it")

    def test_english_plurals_are_whole(self):
        english, language = messages(FOLDER / "handrail_en.ts")
        self.assertEqual(language, "en")
        self.expect_whole(english)
        spanish, _ = messages(FOLDER / "handrail_es.ts")
        self.assertEqual({message.key for message in english}, {message.key for message in spanish if message.is_plural})

    def test_it_is_what_the_code_says(self):
        tool = lupdate()
        if not tool:
            self.skipTest("there is no lupdate of Qt 6 here")
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / "handrail_es.ts"
            subprocess.run([tool, "-silent", *WITH_WORDS, "-no-obsolete", "-locations", "none", "-ts", str(fresh)],
                           cwd=tree.ROOT, check=True, timeout=60)
            said = {message.key for message in messages(fresh)[0]}
        known = {message.key for message in messages(FOLDER / "handrail_es.ts")[0]}
        lines = ["not in handrail_es.ts: %s: \"%s\"" % key[:2] for key in sorted(said - known)]
        lines += ["no longer in the code: %s: \"%s\"" % key[:2] for key in sorted(known - said)]
        if lines:
            self.fail("\n" + "\n".join(lines) + "\napp/i18n/README.md says how to update it.")


if __name__ == "__main__":
    unittest.main()
