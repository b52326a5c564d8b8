# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
"""A checker that sees nothing would be a campaign that always passes: here each invariant is broken once, on paper."""

import json
import pathlib
import tempfile
import unittest

import campaigns
import checker
import mutants
from checker import check, read_history

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def response(token, patient="p1", mood="good", at="2026-01-05T10:00:00.000Z"):
    person = {"reference": "Patient/" + patient}
    return {"resourceType": "QuestionnaireResponse", "id": token, "meta": {"lastUpdated": at}, "subject": person, "author": person,
            "source": person, "identifier": {"value": "urn:uuid:" + token},
            "item": [{"linkId": "mood", "answer": [{"valueCoding": {"code": mood}}]},
                     {"linkId": "group", "item": [{"linkId": "note", "answer": [{"valueString": token + " words"}]}]}]}


def of_the_day(token, status="completed"):
    """One of the versions of the one record for a day."""
    return dict(response(token), identifier={"value": "urn:uuid:day"}, status=status)


def decline(token, at):
    return {"resourceType": "AppointmentResponse", "id": token, "meta": {"lastUpdated": at}, "actor": {"reference": "Patient/p1"},
            "comment": token + " no", "identifier": [{"value": "urn:uuid:" + token}]}


def content(items=(), **changes):
    return {"patient": "p1", "isSound": True, "isReadable": True, "shownAsSent": [], "owners": [], "unsent": 0, "items": list(items), **changes}


def item(token, state="Queued", patient="p1", problem=""):
    return {"token": token, "state": state, "patient": patient, "problem": problem}


class Checker(unittest.TestCase):
    def history(self, *events):
        with tempfile.NamedTemporaryFile("w", suffix=".history") as file:
            for event in events:
                file.write(json.dumps(event) + "\n")
            file.write('{"event":"INVO')  # who was killed while writing
            file.flush()
            return read_history(file.name)

    def did(self, token, said="OK", key="check-in", **answers):
        invoke = {"event": "INVOKE", "token": token, "patient": "p1", "key": key,
                  "answers": answers or ({"mood": "good", "note": token + " words"} if key == "check-in" else {"comment": token + " no"})}
        return [invoke] + ([{"event": said, "token": token}] if said else [])

    def version(self, token, *seen, elsewhere=False, **answers):
        """An answer to the day's check-in, in the place of those that were seen."""
        invoke, said = self.did(token, **answers)
        invoke["identifier"] = "urn:uuid:day"
        if elsewhere:
            invoke["event"], said["event"] = "ELSEWHERE", "TAKEN"
        return [invoke] + ([{"event": "SEEN", "token": token, "seen": list(seen)}] if seen else []) + [said]

    def found(self, events, resources=(), contents=(), is_at_rest=False):
        return sorted({invariant for invariant, _, _ in check(self.history(*events), resources, contents, is_at_rest).breaches})

    def test_what_is_good_is_good(self):
        verdict = check(self.history(*self.did("a"), *self.did("b"), *self.did("c", said=None)), [response("a")], [content([item("b")])], False)
        self.assertEqual(verdict.breaches, [])
        self.assertEqual(verdict.saved, 2)
        self.assertEqual(self.found(self.did("a"), [response("a")], [content([item("a", "Done")], shownAsSent=["a"])], True), [])

    def test_lost(self):
        self.assertEqual(self.found(self.did("a"), [], [content()]), ["I1"])
        self.assertEqual(self.found(self.did("a", said=None), [], [content()]), [])
        self.assertEqual(self.found(self.did("a", said="FAILED"), [], [content()]), [])

    def test_doubled(self):
        self.assertEqual(self.found(self.did("a"), [response("a"), response("a")]), ["I2"])

    def test_doubled_within_a_day(self):
        both = self.version("a") + self.version("b")
        self.assertEqual(self.found(both, [of_the_day("a"), response("b")]), ["I2"])  # each under its own identifier
        self.assertEqual(self.found(self.version("a"), [response("a")]), ["I2"])
        self.assertEqual(self.found(self.version("a"), [of_the_day("a")]), [])
        self.assertFalse(campaigns.is_answered_twice("saved", "done already"))
        self.assertFalse(campaigns.is_answered_twice("saved", None))  # the power was gone
        self.assertFalse(campaigns.is_answered_twice("unavailable", "saved"))
        self.assertTrue(campaigns.is_answered_twice("saved", "saved"))
        self.assertTrue(campaigns.is_answered_twice("done already", "failed: No room"))

    def test_misplaced(self):
        self.assertEqual(self.found(self.did("a"), [response("a", patient="p2")]), ["I3"])
        self.assertEqual(self.found(self.did("a"), [], [content([item("a", patient="p2")])]), ["I3", "I8"])
        author = response("a")
        author["author"] = {"reference": "Patient/p2"}
        self.assertEqual(self.found(self.did("a"), [author]), ["I3"])

    def test_kept_to_oneself(self):
        kept = self.did("a") + [{"event": "KEPT", "token": "a"}]
        self.assertEqual(self.found(kept, [], [content([item("a", "Kept")])], True), [])
        self.assertEqual(self.found(kept, [response("a")], [content([item("a", "Kept")])], True), ["I3"])
        self.assertEqual(self.found(kept, [], [content([item("a", "Uncertain")])]), ["I3"])
        self.assertEqual(self.found(kept, [], [content()], True), ["I1"])

    def test_kept_here_alone(self):
        with tempfile.NamedTemporaryFile("w", suffix=".history") as file:
            for event, day in (("MARK", "2026-01-05"), ("MARK", "2026-01-06")):
                file.write(json.dumps({"event": event, "token": "m" + day[-1], "patient": "p1", "day": day}) + "\n")
            file.flush()
            marks = checker.read_marks(file.name)
            file.write(json.dumps({"event": "ERASED", "token": "", "patient": "p1"}) + "\n")
            file.flush()
            self.assertEqual(checker.read_marks(file.name), {})

        def found(content):
            return [invariant for invariant, _, _ in check({}, [], [content], True, marks).breaches]

        self.assertEqual(found(content(marks=["m5", "m6"])), [])
        self.assertEqual(found(content(marks=["m5"])), ["I1"])
        self.assertEqual(found(content(patient="p2", marks=["m5"])), ["I8"])

    def test_erased_with_what_was_kept(self):
        kept = self.did("a") + [{"event": "KEPT", "token": "a"}, {"event": "ERASED", "token": "", "patient": "p1"}]
        self.assertEqual(self.found(kept, [], [content()], True), [])
        self.assertEqual(self.found(self.did("a") + kept[-1:], [], [content()], True), ["I1"])

    def test_changed(self):
        self.assertEqual(self.found(self.did("a"), [response("a", mood="low")]), ["I4"])
        self.assertEqual(self.found([], [response("z")]), ["I4"])
        self.assertEqual(self.found(self.did("a", key="appointment/1", comment="a other"), [decline("a", "2026-01-05T10:00:00.000Z")]), ["I4"])

    def test_order(self):
        both = self.did("a", key="appointment/1") + self.did("b", key="appointment/1")
        early, late = "2026-01-05T10:00:00.001Z", "2026-01-05T10:00:00.002Z"
        self.assertEqual(self.found(both, [decline("a", early), decline("b", late)]), [])
        self.assertEqual(self.found(both, [decline("a", late), decline("b", early)]), ["I5"])
        apart = self.did("a", key="appointment/1") + self.did("b", key="appointment/2")
        self.assertEqual(self.found(apart, [decline("a", late), decline("b", early)]), [])

    def test_shown_wrongly(self):
        self.assertEqual(self.found(self.did("a"), [], [content([item("a", "Done")])]), ["I6"])
        self.assertEqual(self.found(self.did("a"), [], [content([item("a")], shownAsSent=["a"])]), ["I6"])
        self.assertEqual(self.found(self.did("a"), [response("a")], [content([item("a")], unsent=1)], True), ["I6"])

    def test_damage(self):
        self.assertEqual(self.found([], [], [content(isSound=False)]), ["I7"])
        self.assertEqual(self.found([], [], [content(isReadable=False)]), ["I7"])

    def test_strangers(self):
        self.assertEqual(self.found([], [], [content(owners=["p1", "p2"])]), ["I8"])

    def test_never_sent(self):
        self.assertEqual(self.found(self.did("a"), [], [content([item("a", "Rejected")])], True), ["I9"])
        self.assertEqual(self.found(self.did("a"), [], [content([item("a", "Rejected")])]), [])

    def test_answered_twice(self):
        first, second = self.did("a"), self.did("b")
        first[0]["identifier"] = second[0]["identifier"] = "urn:uuid:a"
        kept = content([item("b", "Rejected", problem="Conflict:other-answers")], unsent=1)
        self.assertEqual(self.found(first + second, [response("a")], [kept], True), [])
        self.assertEqual(self.found(first + second, [response("a")], [content()], True), ["I1"])
        amended = response("b")
        amended["identifier"] = {"value": "urn:uuid:a"}
        self.assertEqual(self.found(first + second, [amended], [content()], True), [])
        second[0]["identifier"] = "urn:uuid:c"
        self.assertEqual(self.found(first + second, [response("a")], [kept], True), ["I9"])

    def test_a_change_is_there(self):
        both = self.version("a") + self.version("b", "a")
        self.assertEqual(self.found(both, [], [content([item("b")])]), [])  # nothing of the first had left
        self.assertEqual(self.found(both, [of_the_day("a")], [content([item("a", "Done"), item("b")])]), [])
        self.assertEqual(self.found(both, [of_the_day("a")], [content([item("a", "Done")])]), ["I1"])
        self.assertEqual(self.found(both, [], [content([item("a", "Rejected")])]), ["I1"])
        self.assertEqual(self.found(both, [], [content()]), ["I1"])
        # One that was pressed when the app was killed may be there or not.
        self.assertEqual(self.found(both[:-1], [of_the_day("a")], [content([item("a", "Done")])]), [])
        self.assertEqual(self.found(both[:-1], [], [content([item("b")])]), [])

    def test_a_change_is_at_the_clinic(self):
        both = self.version("a") + self.version("b", "a")
        sent = content([item("a", "Done"), item("b", "Done")], shownAsSent=["b"])
        self.assertEqual(self.found(both, [of_the_day("b", "amended")], [sent], True), [])
        self.assertEqual(self.found(both, [of_the_day("b")], [sent], True), ["I12"])
        self.assertEqual(self.found(both, [of_the_day("a")], [sent], True), ["I6", "I9"])
        self.assertEqual(self.found(both, [of_the_day("a"), of_the_day("b", "amended")], [sent], True), ["I2"])
        waits = content([item("a", "Done"), item("b")], unsent=1)
        self.assertEqual(self.found(both, [of_the_day("a")], [waits], True), ["I6", "I9"])

    def test_another_device_was_first(self):
        there, own = self.version("x", elsewhere=True), self.version("a")
        outrun = content([item("a", "Rejected", problem=checker.ANSWERED_TWICE)], unsent=1)
        self.assertEqual(self.found(there + own, [of_the_day("x")], [outrun], True), [])
        self.assertEqual(self.found(there + own, [of_the_day("a", "amended")], [content([item("a", "Done")])], True), ["I11"])
        self.assertEqual(self.found(there + own, [of_the_day("x")], [content()], True), ["I1"])
        self.assertEqual(self.found(there + own, [], [outrun]), ["I11"])
        self.assertEqual(self.found(there[:1] + own, [of_the_day("a")], [content([item("a", "Done")])], True), [])  # never heard of

    def test_the_person_chooses(self):
        before = self.version("x", elsewhere=True) + self.version("a")
        chosen, at_clinic = self.version("b", "a", "x"), of_the_day("b", "amended")
        self.assertEqual(self.found(before + chosen, [at_clinic], [content([item("b", "Done")])], True), [])
        self.assertEqual(self.found(before + chosen, [of_the_day("x")], [content([item("b")])]), [])
        self.assertEqual(self.found(before + chosen, [of_the_day("b")], [content([item("b", "Done")])]), ["I12"])
        unseen = self.version("b", "a")
        self.assertEqual(self.found(before + unseen, [at_clinic], [content([item("b", "Done")])]), ["I11"])
        # What was changed once more goes on from that.
        later = chosen + self.version("c", "b")
        self.assertEqual(self.found(before + later, [of_the_day("c", "amended")], [content([item("c", "Done")])], True), [])
        # One that was lost on the way was not seen.
        lost = self.version("b", "a") + self.version("c", "a", "x")
        self.assertEqual(self.found(before + lost, [of_the_day("c", "amended")], [content([item("c", "Done")])]), ["I1"])

    def test_the_person_puts_theirs_away(self):
        before = self.version("x", elsewhere=True) + self.version("a") + self.version("b", "a")
        away = {"event": "PUTAWAY", "token": "", "seen": ["b"]}
        self.assertEqual(self.found(before + [away], [of_the_day("x")], [content()], True), [])
        self.assertEqual(self.found(before + [dict(away, seen=["a"])], [of_the_day("x")], [content()], True), ["I1"])
        self.assertEqual(self.found(before + [away], [of_the_day("b", "amended")], [content()], True), ["I11"])

    def test_another_device_changes_it(self):
        both = self.version("a") + self.version("x", "a", elsewhere=True)
        sent = content([item("a", "Done")], shownAsSent=["a"])
        self.assertEqual(self.found(both, [of_the_day("x", "amended")], [sent], True), [])
        self.assertEqual(self.found(both, [of_the_day("a")], [sent], True), ["I11"])

    def test_a_change_keeps_a_safety_answer(self):
        answers = {"safety": "yes", "note": "a words"}
        shown = [{"event": "HELP", "token": "a", "patient": "p1", "requests": 0}]
        first = shown + self.version("a", **answers)
        kept = self.version("b", "a", safety="yes", note="b words")
        waits = [content([item("b")])]
        self.assertEqual(self.found(first + kept, [], waits), [])
        self.assertEqual(self.found(self.version("a") + kept, [], waits), ["I10"])
        # Killed as soon as it was pressed: whatever was seen stands in the same line.
        pressed = self.did("b", said=None, safety="yes", note="b words")
        pressed[0].update(identifier="urn:uuid:day", seen=["a"])
        self.assertEqual(self.found(first + pressed, [], [content([item("a")])]), [])
        self.assertEqual(self.found(first + [dict(pressed[0], seen=["b"])], [], [content([item("a")])]), ["I10"])

    def test_help_first(self):
        events = self.did("a", safety="yes", note="a words")
        record = response("a")
        record["item"][0] = {"linkId": "safety", "answer": [{"valueCoding": {"code": "yes"}}]}
        shown = [{"event": "HELP", "token": "a", "patient": "p1", "requests": 0}]
        late = [{"event": "HELP", "token": "a", "patient": "p1", "requests": 1}]
        self.assertEqual(self.found(shown + events, [record]), [])
        self.assertEqual(self.found(late + events, [record]), ["I10"])
        self.assertEqual(self.found(events, [record]), ["I10"])
        cut_off = [dict(shown[0], token="before")]
        self.assertEqual(self.found(cut_off + events, [record]), [])
        self.assertEqual(self.found([dict(cut_off[0], patient="p2")] + events, [record]), ["I10"])
        calm = self.did("before")
        self.assertEqual(self.found(cut_off + calm + events, [record, response("before")]), ["I10"])
        other = self.did("between", key="appointment/1")  # ends no draft
        self.assertEqual(self.found(cut_off + other + events, [record, decline("between", "2026-01-05T10:00:00.000Z")]), [])

    def test_what_went_ahead_is_there_once(self):
        about = "p1|https://handrail.example/fhir/Questionnaire/daily-checkin|2026-11-19|safety-01:20:05"
        space = checker.uuid.uuid5(checker.uuid.NAMESPACE_URL, "https://handrail.example/fhir")
        ahead = response("")
        ahead.update({"questionnaire": "https://handrail.example/fhir/Questionnaire/daily-checkin|1.0.0",
                      "authored": "2026-11-18T20:20:05.678-05:00",
                      "identifier": {"value": "urn:uuid:%s" % checker.uuid.uuid5(space, about)},
                      "item": [{"linkId": "safety", "answer": [{"valueCoding": {"code": "yes"}}]}]})
        for role in ("subject", "author", "source"):
            ahead[role] = {"reference": "Patient/p1"}
        self.assertTrue(checker.is_ahead(ahead))
        self.assertFalse(checker.is_ahead(dict(ahead, authored="2026-11-18T20:20:06.678-05:00")))
        self.assertEqual(self.found(self.did("a"), [response("a"), ahead]), [])
        self.assertIn("I2", self.found(self.did("a"), [response("a"), ahead, ahead]))
        calm = dict(ahead, item=[{"linkId": "safety", "answer": [{"valueCoding": {"code": "no"}}]}])
        self.assertEqual(self.found(self.did("a"), [response("a"), calm]), ["I4"])

    def test_each_invariant_has_a_column(self):
        self.assertEqual(set(checker.COLUMNS), {"I%d" % number for number in range(1, 13)})


class Mutants(unittest.TestCase):
    def test_each_can_still_be_made(self):
        for name, (file, _) in mutants.MUTANTS.items():
            with self.subTest(name):
                text = (ROOT / file).read_text(encoding="utf-8")
                self.assertNotEqual(mutants.mutated(name, text), text)

    def test_a_change_that_does_not_fit_is_seen(self):
        with self.assertRaises(SystemExit):
            mutants.mutated("no-fsync", "nothing of the kind")


if __name__ == "__main__":
    unittest.main()
