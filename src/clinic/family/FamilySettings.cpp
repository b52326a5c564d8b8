// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/family/FamilySettings.h"

namespace handrail::clinic {

namespace {

QString nameOf(FamilySettings::Choice choice)
{
    return choice == FamilySettings::Choice::Countersign ? QStringLiteral("countersign") : QStringLiteral("minors");
}

} // namespace

QList<QStringList> FamilySettings::schema()
{
    return {
        {
            QStringLiteral("CREATE TABLE family_setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)"),
            // link and code are hashes, null while there is no link to give; used, closed: when, in milliseconds since 1970 UTC.
            QStringLiteral(
                "CREATE TABLE invitation (id INTEGER PRIMARY KEY, patient TEXT NOT NULL, identifier TEXT NOT NULL, person TEXT "
                "NOT NULL, consent TEXT NOT NULL, link BLOB UNIQUE, code BLOB, made INTEGER NOT NULL, ends INTEGER NOT NULL, "
                "used INTEGER, closed INTEGER, UNIQUE (patient, identifier))"),
            QStringLiteral("CREATE INDEX invitation_consent ON invitation (consent)"),
            // Wrong codes, also for links that nobody was given, so that both cost the same.
            QStringLiteral("CREATE TABLE invitation_guess (link BLOB PRIMARY KEY, wrong INTEGER NOT NULL, at INTEGER NOT NULL)"),
            QStringLiteral(
                "CREATE TABLE session_join (appointment TEXT NOT NULL, who TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY "
                "(appointment, who))"),
        },
        {
            QStringLiteral("CREATE INDEX invitation_guess_at ON invitation_guess (at)"),
        },
        {
            // Of one start: when the session is moved, who was in before was not.
            QStringLiteral("DROP TABLE session_join"),
            QStringLiteral(
                "CREATE TABLE session_join (appointment TEXT NOT NULL, who TEXT NOT NULL, start INTEGER NOT NULL, at INTEGER "
                "NOT NULL, PRIMARY KEY (appointment, who, start))"),
            QStringLiteral("CREATE INDEX session_join_at ON session_join (at)"),
        },
        {
            // Whose sign-in took it up; null where that was before this was kept.
            QStringLiteral("ALTER TABLE invitation ADD COLUMN account TEXT"),
            QStringLiteral("CREATE INDEX invitation_person ON invitation (person)"),
        }};
}

bool FamilySettings::isOn(Choice choice)
{
    Statement row = m_database.statement(QStringLiteral("SELECT value FROM family_setting WHERE name = ?"));
    return row.run({nameOf(choice)}) && row.next() && row.text(0) == QLatin1String("on");
}

Result<void> FamilySettings::set(Choice choice, bool isOn)
{
    Statement row = m_database.statement(QStringLiteral("INSERT OR REPLACE INTO family_setting (name, value) VALUES (?, ?)"));
    if (!row.run({nameOf(choice), isOn ? QStringLiteral("on") : QStringLiteral("off")}))
        return problem(storeProblem(row.errorCode()), QStringLiteral("setting"));
    return {};
}

} // namespace handrail::clinic
