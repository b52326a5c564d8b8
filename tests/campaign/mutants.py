#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
"""The app as it must not be (and once as it will be): each mutant is one source file of the product with one small change, compiled for the campaign alone.

mutants.py NAME SOURCE OUT   writes the changed copy; fails when the text to change is not there exactly once.
mutants.py --list            NAME FILE, one a line
"""

import pathlib
import sys

# name -> (file, [(old text, new text)]). Every old text must be in the file exactly once.
MUTANTS = {
    # "Saved" is said before the disk has it.
    "no-fsync": ("src/store/Database.cpp", [
        ('"PRAGMA synchronous = FULL"', '"PRAGMA synchronous = OFF"'),
    ]),
    # Each further try is sent as something new.
    "new-uuid-on-retry": ("src/sync/Push.cpp", [
        ("    item = **fresh;\n",
         "    item = **fresh;\n"
         "    if (item.attempts > 0) {\n"
         "        const QString another = urn(newId());\n"
         "        item.payload.replace(item.identifier.toLatin1(), another.toLatin1());\n"
         "        item.identifier = another;\n"
         "    }\n"),
    ]),
    # The item leaves the outbox when it is sent, not when the clinic has it.
    "delete-before-ack": ("src/sync/Push.cpp", [
        ("        HttpHeaders headers = headersFor(item);\n",
         "        {\n"
         "            OutboxItem gone = item;\n"
         "            gone.state = OutboxState::Done;\n"
         "            gone.doneAt = m_clock.nowUtc();\n"
         "            (void)m_store.outbox().update(gone);\n"
         "            (void)m_store.outbox().removeDone(gone.doneAt.addDays(1));\n"
         "        }\n"
         "        HttpHeaders headers = headersFor(item);\n"),
    ]),
    # Whose check-in it is is remembered from who came first.
    "account-from-global": ("src/care/FormFilling.cpp", [
        ("    completed.patientId = m_records.identity().patientId;\n",
         "    static const QString whoCameFirst = m_records.identity().patientId;\n"
         "    completed.patientId = whoCameFirst;\n"),
    ]),
    # A keychain that says "no such entry" is believed.
    "new-key-when-not-found": ("src/store/StoreOpening.cpp", [
        ("    if (files.hasStore(accountHash)) {\n"
         "        OpenedStore store = co_await openPresent(secrets, files, accountHash);\n"
         "        co_return store;\n"
         "    }\n"
         "    const QString firstName",
         "    if (files.hasStore(accountHash)) {\n"
         "        OpenedStore store = co_await openPresent(secrets, files, accountHash);\n"
         "        if (store || store.error().kind != ProblemKind::KeyUnavailable)\n"
         "            co_return store;\n"
         "        (void)files.erase(accountHash, AccountFiles::Aside::Keep);\n"
         "    }\n"
         "    const QString firstName"),
    ]),
    # Whoever is later takes the place of what another device said, seen or not.
    "overwrite-unseen": ("src/sync/PushUpdating.cpp", [
        ("        if (!fhir::isMadeFrom(item.payload, there.json) || (item.action == OutboxAction::Create && !fhir::isChange(item.payload)))\n"
         "            return {Step::What::Conflict};\n", ""),
    ]),
    # A change that waits goes with the answers that the clinic does not take.
    "forget-waiting-change": ("src/store/OutboxUpkeep.cpp", [
        ("    taken.payload = changes->constLast().payload;\n", ""),
    ]),
    # Not a fault: the app of the next release, which keeps one thing more in its store. Campaign I lets it take over an older store.
    "next-release": ("src/store/StoreFile.cpp", [
        ("constexpr std::array<SchemaStep, storeSchemaVersion> schemaSteps{{\n",
         "constexpr int nextSchemaVersion = storeSchemaVersion + 1;\n"
         "constexpr std::array<SchemaStep, nextSchemaVersion> schemaSteps{{\n"),
        ("    }},\n}};\n\nResult<void> upgrade",
         "    }},\n"
         "    {{\n"
         "        \"ALTER TABLE outbox ADD COLUMN seen INTEGER NOT NULL DEFAULT 0\",\n"
         "        \"UPDATE outbox SET seen = state\",\n"
         "        \"CREATE TABLE later (row INTEGER PRIMARY KEY, name BLOB NOT NULL)\",\n"
         "        \"INSERT INTO later (name) SELECT name FROM value\",\n"
         "    }},\n}};\n\nResult<void> upgrade"),
        ("version < storeSchemaVersion;", "version < nextSchemaVersion;"),
        ("> quint32(storeSchemaVersion))", "> quint32(nextSchemaVersion))"),
        ("if (version > storeSchemaVersion)", "if (version > nextSchemaVersion)"),
    ]),
}


def mutated(name, text):
    for old, new in MUTANTS[name][1]:
        if text.count(old) != 1:
            raise SystemExit("mutants.py: %s: the text to change is there %d times, not once:\n%s" % (name, text.count(old), old))
        text = text.replace(old, new)
    return text


def main(arguments):
    if arguments == ["--list"]:
        for name, (file, _) in MUTANTS.items():
            print(name, file)
        return
    name, source, out = arguments
    pathlib.Path(out).write_text(mutated(name, pathlib.Path(source).read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
