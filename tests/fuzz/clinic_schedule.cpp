// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// A clinic's schedule as comma-separated values, and a program's template. The first line says which: `csv`, `iso`, `dmy`, `mdy` or `program`.

#include "Fuzz.h"
#include "clinic/base/WallClock.h"
#include "clinic/programs/Csv.h"
#include "clinic/programs/Enrolment.h"
#include "clinic/programs/ScheduleFile.h"
#include "clinic/records/Validator.h"

#include <QJsonObject>
#include <algorithm>
#include <vector>

using namespace handrail;
using namespace handrail::clinic;

namespace {

struct Fixed {
    TypeTable types;
    WallClock clock = *WallClock::of(QStringLiteral("America/New_York"));
};

const Fixed &fixed()
{
    static const Fixed made;
    return made;
}

std::vector<CsvRow> rowsOf(const QByteArray &text)
{
    std::vector<CsvRow> rows;
    Csv csv(text);
    CsvRow row;
    while (csv.next(row))
        rows.push_back(row);
    return rows;
}

QByteArray written(const CsvRow &row)
{
    QByteArray line;
    for (const QString &field : row.fields)
        line += (line.isEmpty() ? "\"" : ",\"") + field.toUtf8().replace('"', "\"\"") + '"';
    return line + "\r\n";
}

// What is read and written again is read the same; lines go on.
void checkRows(const QByteArray &text)
{
    qsizetype line = 0;
    for (const CsvRow &row : rowsOf(text)) {
        fuzz::require(row.line > line, "lines go on");
        line = row.line;
        fuzz::require((row.wrong != nullptr) == row.fields.isEmpty(), "a record has fields, or something wrong");
        if (row.wrong)
            continue;
        fuzz::require(row.fields.size() <= Csv::mostFields, "a record is not too wide");
        for (const QString &field : row.fields)
            fuzz::require(!field.contains(QChar(u'\0')), "no NUL comes through");
        const QByteArray again = written(row);
        const std::vector<CsvRow> back = rowsOf(again);
        const bool isLong = again.size() > Csv::mostBytes; // with the quotes
        fuzz::require(isLong || (back.size() == 1 && !back.front().wrong && back.front().fields == row.fields),
                      "what was read is written and read the same");
    }
}

void checkSchedule(const QByteArray &text, DateOrder order)
{
    const ScheduleFile file = readSchedule(text, order);
    fuzz::require(!file.rows.isEmpty() || !file.issues.isEmpty(), "a file has sessions, or something is wrong");
    for (const ScheduleIssue &issue : file.issues)
        fuzz::require(!issue.text.isEmpty() && issue.line >= 0, "what is wrong is said");
    if (!file.issues.isEmpty())
        return;
    for (const ScheduleRow &row : file.rows) {
        fuzz::require(row.date.isValid() && row.start.isValid() && row.end > row.start, "a session has its time");
        fuzz::require(!row.title.isEmpty() && sessionKinds().contains(row.kind), "a session has its kind and title");
        fuzz::require(row.patients.isEmpty() != row.group.isEmpty(), "somebody comes, by one way");
        fuzz::require(std::all_of(row.patients.begin(), row.patients.end(), [](const QString &id) { return isId(id); }),
                      "who comes is an id");
        fuzz::require(row.link.isEmpty() || row.link.startsWith(QLatin1String("https://")), "a link is https");
    }
}

// A template that is taken makes valid records, and not without end.
void checkProgram(const QByteArray &text)
{
    const ReadTemplate read = readTemplate(text);
    if (!read.wrong.isEmpty())
        return;
    const Enrolment enrolment(read.program, QDate(2026, 10, 19), QDate(2026, 10, 19),
                              {QStringLiteral("o1"), QStringLiteral("C"), fixed().clock, {}});
    const QList<QJsonObject> records = enrolment.recordsFor({QStringLiteral("p1"), QStringLiteral("A"), {}});
    fuzz::require(records.size() >= 2 && records.size() <= 5002, "as many records as a program may have");
    const Validator validator(fixed().types);
    for (const QJsonObject &record : records)
        fuzz::require(validator.check(record).isEmpty(), "each record is valid");
}

} // namespace

void fuzz::prepare()
{
    static_cast<void>(fixed());
}

void fuzz::run(Input input)
{
    const QByteArray what = input.line();
    const QByteArray text = input.rest();
    if (what == "csv")
        checkRows(text);
    else if (what == "iso" || what == "dmy" || what == "mdy")
        checkSchedule(text, what == "iso" ? DateOrder::Iso : what == "dmy" ? DateOrder::DayFirst : DateOrder::MonthFirst);
    else if (what == "program")
        checkProgram(text);
}
