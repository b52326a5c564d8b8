# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
"""Decides whether a campaign kept what the app promised: the invariants I1 to I12.

It reads three things and believes nothing else: the history that the driver wrote (what was done, and what the app said to it), the clinic's own
records, and what the stores on the device hold.
"""

import collections
import datetime
import json
import uuid

HELP_ANSWERS = ("yes", "not-sure")
# A day's check-in that was answered twice, in a store put aside and in the one after it: those that came first are at the clinic; the others are
# kept for the person, who chooses.
ANSWERED_TWICE = "Conflict:other-answers"

# invariant -> the column of the table in which a breach counts
COLUMNS = {
    "I1": "lost",           # said "saved" is on the device or at the clinic
    "I2": "duplicated",     # at the clinic once, as that of its day
    "I3": "misplaced",      # under the person who answered, and nowhere when they kept it to themselves
    "I4": "wrong words",    # as it was answered
    "I5": "order broken",   # in the order of answering, where order matters
    "I6": "wrong words",    # shown as sent means sent, and the other way round
    "I7": "wrong words",    # the file is sound, and every row opens
    "I8": "misplaced",      # nothing of one person in another's store
    "I9": "lost",           # a sign-in that ended took nothing along: all reached the clinic in the end
    "I10": "wrong words",   # help was shown before the network was asked
    "I11": "lost",          # what another device said stays, unless the person saw it and sent something else in its place
    "I12": "wrong words",   # what the clinic had before, and has otherwise now, says there that it was amended
}


class Done:
    """One thing that a person did."""

    def __init__(self, event, order):
        self.token = event["token"]
        self.patient = event["patient"]
        self.key = event["key"]
        self.answers = event["answers"]
        self.identifier = event.get("identifier")
        self.order = order
        self.is_ok = False
        self.is_failed = False
        self.is_kept = False  # to themselves
        self.is_erased = False
        self.help_requests = None
        self.is_elsewhere = event["event"] == "ELSEWHERE"  # on another device of the same person
        self.is_taken = False  # of that one: the clinic said so
        self.is_put_away = False  # the person chose what the clinic has
        # Tokens of what stood on the page when this was sent in its place; not empty: it is a change.
        self.seen = set(event.get("seen", ())) - {self.token}


def replaced_by(done, deed):
    """Tokens of all in whose place it came: what stood on the page then, and in whose place that had come before."""
    found, left = set(), list(deed.seen)
    while left:
        token = left.pop()
        if token not in found:
            found.add(token)
            left += done[token].seen if token in done else ()
    return found


def read_history(path):
    """token -> Done, in order."""
    done, helped, taken_up = {}, {}, {}
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
    except FileNotFoundError:
        return done
    for line in lines:
        try:
            event = json.loads(line)
        except ValueError:
            continue  # the last line of who was killed while writing it
        token, what = event["token"], event["event"]
        if what == "HELP":
            helped[token] = event["requests"]
            taken_up.setdefault(event["patient"], event["requests"])
        elif what in ("INVOKE", "ELSEWHERE"):
            done[token] = Done(event, len(done))
            # Of a draft that was cut off the page came when the answer was given; who takes it up is not shown it again.
            done[token].help_requests = helped.get(token, taken_up.get(done[token].patient))
        elif what == "OK":
            done[token].is_ok = True
            if done[token].key == "check-in" and not done[token].seen:  # nothing else ends a draft
                taken_up.pop(done[token].patient, None)
        elif what == "SEEN":
            done[token].seen |= set(event["seen"]) - {token}
        elif what == "TAKEN":
            done[token].is_taken = True
        elif what == "PUTAWAY":
            for seen in set(event["seen"]) & set(done):
                for away in (replaced_by(done, done[seen]) | {seen}) & set(done):
                    done[away].is_put_away = True
        elif what == "KEPT":
            done[token].is_kept = True
        elif what == "ERASED":  # with it goes what no clinic has
            for deed in done.values():
                deed.is_erased = deed.is_erased or (deed.is_kept and deed.patient == event["patient"])
        elif what == "FAILED":
            done[token].is_failed = True
    return done


def read_marks(path):
    """(patient, day) -> the word with which the person marked that day last, on this device alone."""
    marks = {}
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
    except FileNotFoundError:
        return marks
    for line in lines:
        try:
            event = json.loads(line)
        except ValueError:
            continue
        if event["event"] == "MARK":
            marks[event["patient"], event["day"]] = event["token"]
        elif event["event"] == "ERASED":
            marks = {place: word for place, word in marks.items() if place[0] != event["patient"]}
    return marks


def _answer(item):
    values = []
    for answer in item.get("answer", []):
        for name, value in answer.items():
            if name == "valueCoding":
                values.append(value["code"])
            elif name.startswith("value"):
                values.append(value)
    return values


def answers_of(response):
    """linkId -> list of values of a QuestionnaireResponse, groups opened."""
    found = {}

    def walk(items):
        for item in items:
            values = _answer(item)
            if values:
                found[item["linkId"]] = values
            walk(item.get("item", []))

    walk(response.get("item", []))
    return found


def _as_lists(answers):
    return {link: value if isinstance(value, list) else [value] for link, value in answers.items()}


class AtClinic:
    """One record at the clinic that a campaign made."""

    def __init__(self, resource):
        self.kind = resource["resourceType"]
        self.updated = resource["meta"]["lastUpdated"]
        if self.kind == "QuestionnaireResponse":
            self.answers = answers_of(resource)
            self.is_amended = resource.get("status") == "amended"
            text = self.answers.get("note", [""])[0]
            people = [resource.get(role, {}).get("reference", "") for role in ("subject", "author", "source")]
        else:
            text = resource.get("comment", "")
            self.answers = {"comment": [text]}
            people = [resource.get("actor", {}).get("reference", "")]
        self.token = text.split(" ")[0]
        self.people = {person.split("/")[-1] for person in people}
        identifier = resource.get("identifier", {})
        self.identifier = (identifier[0] if isinstance(identifier, list) else identifier).get("value")


_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://handrail.example/fhir")


def is_ahead(resource):
    """A safety answer that went before the rest of its form: known by its identifier, as the app makes it of the second."""
    if resource["resourceType"] != "QuestionnaireResponse" or not resource.get("authored"):
        return False
    patient = resource.get("subject", {}).get("reference", "").split("/")[-1]
    said = datetime.datetime.fromisoformat(resource["authored"].replace("Z", "+00:00")).astimezone(datetime.timezone.utc)
    about = "|".join([patient, resource.get("questionnaire", "").split("|")[0], said.strftime("%Y-%m-%d|safety-%H:%M:%S")])
    return AtClinic(resource).identifier == "urn:uuid:%s" % uuid.uuid5(_SPACE, about)


def _check_ahead(verdict, records):
    """What went ahead is there once, about one person, and says what it went for."""
    seen = collections.Counter(record.identifier for record in records)
    for record in records:
        if seen[record.identifier] > 1:
            verdict.add("I2", record.identifier, "%d times at the clinic" % seen[record.identifier])
        if len(record.people - {""}) != 1:
            verdict.add("I3", record.identifier, "about %s" % ", ".join(sorted(record.people)))
        if not set(record.answers.get("safety", [])) & set(HELP_ANSWERS):
            verdict.add("I4", record.identifier, "went ahead without a safety answer")


class Verdict:
    def __init__(self):
        self.saved = 0
        self.breaches = []  # (invariant, token or None, words)

    def add(self, invariant, token, words):
        self.breaches.append((invariant, token, words))

    def count(self, column):
        return len({(invariant, token, words) for invariant, token, words in self.breaches if COLUMNS[invariant] == column})

    @property
    def is_good(self):
        return not self.breaches


def check(done, resources, contents, is_at_rest, marks=None):
    """`done`: of read_history(), `marks`: of read_marks(). `resources`: all QuestionnaireResponse and AppointmentResponse of the clinic. `contents`: for each account of
    the device what its store holds. `is_at_rest`: the network was good for long enough, so nothing may wait any more."""
    verdict = Verdict()
    clinic = collections.defaultdict(list)
    _check_ahead(verdict, [AtClinic(resource) for resource in resources if is_ahead(resource)])
    for resource in resources:
        if is_ahead(resource):
            continue
        record = AtClinic(resource)
        clinic[record.token].append(record)
    here = collections.defaultdict(list)
    for content in contents:
        for item in content.get("items", []):
            here[item["token"]].append((content["patient"], item))

    taken = {record.identifier: record.token for records in clinic.values() for record in records}
    replaced = {token: replaced_by(done, deed) for token, deed in done.items()}
    # In the place of these there is something else, wherever that is.
    past = {token for later, tokens in replaced.items() if later in clinic or later in here for token in tokens}
    for deed in done.values():
        winner = done.get(taken.get(deed.identifier)) if deed.identifier else None
        items = here.get(deed.token, [])
        if deed.is_taken and winner is not deed and (not winner or deed.token not in replaced[winner.token]):
            verdict.add("I11", deed.token, "said on another device, and gone from the clinic without a look at it")
        if winner and winner is not deed and deed.token not in clinic and winner.patient == deed.patient:
            if deed.token in replaced[winner.token] or (
                    not winner.seen and not winner.is_elsewhere and winner.order > deed.order):
                verdict.saved += deed.is_ok
                continue  # answered anew; the clinic has the last word, and the first in the record's history
        was_helped = any(done[token].answers.get("safety") in HELP_ANSWERS for token in replaced[deed.token] if token in done)
        _check_deed(verdict, deed, clinic.get(deed.token, []), items, is_at_rest and not (
            winner and any(item["problem"] == ANSWERED_TWICE for _, item in items)), deed.token in past, was_helped)
    _check_versions(verdict, done, clinic, here, replaced)
    for token in clinic:
        if token not in done:
            verdict.add("I4", token, "the clinic has what nobody answered")
    _check_order(verdict, done, clinic)
    for content in contents:
        changed = {token for later in done.values() if later.is_elsewhere and later.token in clinic for token in replaced[later.token]}
        _check_content(verdict, content, set(clinic) | changed, is_at_rest)
        for (patient, day), word in (marks or {}).items():
            if patient == content.get("patient") and word not in content.get("marks", []):
                verdict.add("I1", word, "the mark of %s is gone" % day)
            if patient != content.get("patient") and word in content.get("marks", []):
                verdict.add("I8", word, "a mark of %s lies in the store of %s" % (patient, content.get("patient")))
    return verdict


def _check_versions(verdict, done, clinic, here, replaced):
    """However often an answer is changed, it is one record, which says so."""
    records = [record for records in clinic.values() for record in records if record.identifier]
    count = collections.Counter(record.identifier for record in records)
    for record in records:
        if count[record.identifier] > 1:
            verdict.add("I2", record.token, "one of %d records with one identifier" % count[record.identifier])
        before = replaced.get(record.token, set()) & set(done)
        was_there = any(done[token].is_taken or any(item["state"] == "Done" for _, item in here.get(token, [])) for token in before)
        if was_there and not record.is_amended:
            verdict.add("I12", record.token, "in the place of what the clinic had, and not marked amended")


def _check_deed(verdict, deed, records, items, is_at_rest, is_past, was_helped):
    verdict.saved += deed.is_ok
    if deed.is_ok and not records and not items and not (deed.is_erased or deed.is_put_away or is_past):
        verdict.add("I1", deed.token, "said to be saved, and neither here nor at the clinic")
    if len(records) > 1:
        verdict.add("I2", deed.token, "%d times at the clinic" % len(records))
    if deed.is_kept and records:
        verdict.add("I3", deed.token, "at the clinic, and the person kept it to themselves")
    if deed.is_kept and items and items[0][1]["state"] != "Kept":
        verdict.add("I3", deed.token, "kept to themselves, and here as %s" % items[0][1]["state"])
    if deed.is_ok and is_at_rest and not records and items and not deed.is_kept:
        verdict.add("I9", deed.token, "still here as %s %s" % (items[0][1]["state"], items[0][1]["problem"]))
    for record in records:
        if record.people != {deed.patient}:
            verdict.add("I3", deed.token, "at the clinic under %s" % ", ".join(sorted(record.people)))
        if deed.identifier and record.identifier != deed.identifier:
            verdict.add("I2", deed.token, "at the clinic as %s, which is not that of its day" % record.identifier)
        if record.answers != _as_lists(deed.answers):
            verdict.add("I4", deed.token, "answered %s, at the clinic %s" % (deed.answers, record.answers))
    for owner, item in items:
        if owner != deed.patient or item["patient"] != deed.patient:
            verdict.add("I3", deed.token, "in the store of %s for %s" % (owner, item["patient"]))
        if item["state"] == "Done" and not records:
            verdict.add("I6", deed.token, "shown as sent, and not at the clinic")
    if deed.answers.get("safety") in HELP_ANSWERS and deed.help_requests != 0 and not was_helped:
        verdict.add("I10", deed.token, "help not shown" if deed.help_requests is None else "the network was asked before help was shown")


def _check_order(verdict, done, clinic):
    keyed = collections.defaultdict(list)
    for deed in done.values():
        if deed.key != "check-in":  # check-ins of different days may overtake one another
            for record in clinic.get(deed.token, [])[:1]:
                keyed[deed.patient, deed.key].append((deed.order, record.updated, deed.token))
    for deeds in keyed.values():
        deeds.sort()
        for (_, earlier, _), (_, later, token) in zip(deeds, deeds[1:]):
            if later <= earlier:
                verdict.add("I5", token, "reached the clinic before what came before it")


def _check_content(verdict, content, heard, is_at_rest):
    """`heard`: tokens of what the clinic has, or had until another device changed it."""
    patient = content.get("patient")
    if patient is None:
        return
    if not content["isSound"] or not content["isReadable"]:
        verdict.add("I7", None, "the store of %s is damaged" % patient)
    for token in content["shownAsSent"]:
        if token and token not in heard:
            verdict.add("I6", token, "a page says sent, and it is not at the clinic")
    strangers = {item["patient"] for item in content["items"]} | set(content["owners"])
    if strangers - {patient}:
        verdict.add("I8", None, "in the store of %s lie records of %s" % (patient, ", ".join(sorted(strangers - {patient}))))
    waiting = content["unsent"] - sum(item["problem"] == ANSWERED_TWICE for item in content["items"])
    if is_at_rest and waiting:
        verdict.add("I6", None, "%d shown as unsent after a good sync" % waiting)
