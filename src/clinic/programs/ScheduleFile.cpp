// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/programs/ScheduleFile.h"

#include "clinic/base/VideoAddress.h"
#include "clinic/programs/Csv.h"
#include "clinic/programs/ProgramTemplate.h"
#include "clinic/records/Validator.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostBytes = 20 * 1024 * 1024;
constexpr qsizetype mostRows = 100'000;
constexpr qsizetype mostIds = 200;
constexpr qsizetype mostTitle = 200;

const QStringList needed{u"date"_s, u"start"_s, u"end"_s, u"kind"_s, u"title"_s};
const QStringList whoColumns{u"patient"_s, u"patients"_s, u"group"_s};
const QStringList further{u"id"_s, u"practitioner"_s, u"place"_s, u"video"_s, u"offset"_s, u"status"_s};

bool areDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QDate readDay(const QString &text, DateOrder order)
{
    if (order == DateOrder::Iso)
        return text.size() == 10 && text.at(4) == u'-' && text.at(7) == u'-' && areDigits(QStringView(text).left(4))
                && areDigits(QStringView(text).mid(5, 2)) && areDigits(QStringView(text).mid(8))
            ? QDate(text.left(4).toInt(), text.mid(5, 2).toInt(), text.mid(8).toInt())
            : QDate();
    static const QRegularExpression form(u"^([0-9]{1,2})([/.-])([0-9]{1,2})\\2([0-9]{4})$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    const int first = match.captured(1).toInt(), second = match.captured(3).toInt(), year = match.captured(4).toInt();
    return order == DateOrder::DayFirst ? QDate(year, second, first) : QDate(year, first, second);
}

const QTime midnight(0, 0);

QTime readClock(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon < 1 || colon > 2 || text.size() != colon + 3 || !areDigits(QStringView(text).left(colon))
        || !areDigits(QStringView(text).mid(colon + 1)))
        return {};
    return QTime(text.left(colon).toInt(), text.mid(colon + 1).toInt());
}

std::optional<int> readOffset(const QString &text)
{
    if (text.size() != 6 || text.at(3) != u':' || (text.at(0) != u'+' && text.at(0) != u'-')
        || !areDigits(QStringView(text).mid(1, 2)) || !areDigits(QStringView(text).mid(4)))
        return std::nullopt;
    const int seconds = 60 * (60 * text.mid(1, 2).toInt() + text.mid(4).toInt());
    return text.at(0) == u'-' ? -seconds : seconds;
}

class RowReader
{
public:
    RowReader(const QHash<QString, int> &columns, DateOrder order, QList<ScheduleIssue> &issues)
        : m_columns(columns)
        , m_order(order)
        , m_issues(issues)
    {
    }

    ScheduleRow read(const CsvRow &csv)
    {
        m_csv = &csv;
        ScheduleRow row;
        row.line = csv.line;
        row.date = readDay(text("date"), m_order);
        if (!row.date.isValid() || row.date.year() < 2000 || row.date.year() > 2200)
            note("date",
                 m_order == DateOrder::Iso ? "expected a day such as 2026-12-07, or --dates dmy or mdy"
                                           : "there is no such day in the order of --dates");
        row.start = clock("start");
        row.end = text("end") == "24:00"_L1 ? midnight : clock("end");
        // Midnight is the end of its day; one that lasts the whole day is none.
        const bool isBefore = row.end == midnight ? row.start == midnight : row.end <= row.start;
        if (row.start.isValid() && row.end.isValid() && isBefore)
            note("end", "it ends before it starts; a session ends on the day on which it begins, 24:00 at the latest");
        row.kind = text("kind");
        if (!sessionKinds().contains(row.kind))
            note("kind", QString(u"expected one of " % sessionKinds().join(u", "_s)));
        row.title = text("title");
        if (row.title.isEmpty() || row.title.size() > mostTitle || hasControl(row.title))
            note("title", "a title is needed, of at most 200 characters on one line");
        readWho(row);
        row.id = text("id");
        if (row.id.size() > 100 || hasControl(row.id) || (m_columns.contains(u"id"_s) && row.id.isEmpty()))
            note("id", "each line needs one, of at most 100 characters");
        row.saysPractitioner = m_columns.contains(u"practitioner"_s);
        row.practitioners = ids("practitioner", 10);
        row.saysPlace = m_columns.contains(u"place"_s);
        row.place = text("place");
        if (!row.place.isEmpty() && !isId(row.place))
            note("place", "expected the id of a Location");
        readVideo(row);
        if (const QString offset = text("offset"); !offset.isEmpty()) {
            row.offset = readOffset(offset);
            if (!row.offset)
                note("offset", "expected an offset such as -05:00");
        }
        row.status = text("status");
        if (!row.status.isEmpty() && row.status != "booked"_L1 && row.status != "cancelled"_L1)
            note("status", "expected booked or cancelled");
        return row;
    }

private:
    [[nodiscard]] QString text(const char *column) const
    {
        const int index = m_columns.value(QLatin1String(column), -1);
        return index < 0 ? QString() : m_csv->fields.value(index).trimmed();
    }
    void note(const char *column, const QString &what) { m_issues.append({m_csv->line, QLatin1String(column), what}); }
    void note(const char *column, const char *what) { note(column, QString::fromLatin1(what)); }
    static bool hasControl(const QString &text)
    {
        return std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    }
    QTime clock(const char *column)
    {
        const QTime read = readClock(text(column));
        if (!read.isValid())
            note(column, "expected a time such as 18:00");
        return read;
    }
    QStringList ids(const char *column, qsizetype most)
    {
        static const QRegularExpression between(u"[;\\s]+"_s);
        QStringList all = text(column).split(between, Qt::SkipEmptyParts);
        const qsizetype count = all.size();
        all.removeDuplicates();
        if (all.size() > most || all.size() != count
            || !std::all_of(all.begin(), all.end(), [](const QString &id) { return isId(id); }))
            note(column, "expected ids, each once, with blanks or ; between");
        return all;
    }
    void readWho(ScheduleRow &row)
    {
        for (const char *column : {"patient", "patients"}) {
            if (m_columns.contains(QLatin1String(column)))
                row.patients = ids(column, qstrcmp(column, "patient") == 0 ? 1 : mostIds);
            if (m_columns.contains(QLatin1String(column)) && row.patients.isEmpty())
                note(column, "somebody has to come");
        }
        row.group = text("group");
        if (m_columns.contains(u"group"_s) && (row.group.isEmpty() || row.group.size() > 100))
            note("group", "expected an enrolment such as evening-iop/2026-12-07");
    }
    void readVideo(ScheduleRow &row)
    {
        row.saysVideo = m_columns.contains(u"video"_s);
        const QString video = text("video");
        row.link = video.startsWith("https://"_L1) ? video : QString();
        row.isVideo = video == "yes"_L1 || !row.link.isEmpty();
        const bool isGood = video.isEmpty() || video == "no"_L1 || video == "yes"_L1 || isVideoAddress(row.link);
        if (!isGood)
            note("video", "expected yes, no or an https address that can be opened");
    }

    const QHash<QString, int> &m_columns;
    DateOrder m_order;
    QList<ScheduleIssue> &m_issues;
    const CsvRow *m_csv = nullptr;
};

QHash<QString, int> readColumns(const CsvRow &header, QList<ScheduleIssue> &issues)
{
    QHash<QString, int> columns;
    int who = 0;
    for (int i = 0; i < int(header.fields.size()); ++i) {
        const QString name = header.fields.at(i).trimmed().toLower();
        if (!needed.contains(name) && !whoColumns.contains(name) && !further.contains(name))
            issues.append({header.line, u"column %1"_s.arg(i + 1), u"this column is not known"_s});
        else if (columns.contains(name))
            issues.append({header.line, name, u"this column is there twice"_s});
        who += whoColumns.contains(name) ? 1 : 0;
        columns.insert(name, i);
    }
    for (const QString &name : needed) {
        if (!columns.contains(name))
            issues.append({header.line, name, u"this column is missing"_s});
    }
    if (who != 1)
        issues.append({header.line, u"patient"_s, u"one column of patient, patients and group is needed"_s});
    return columns;
}

} // namespace

ScheduleFile readSchedule(QByteArrayView text, DateOrder order)
{
    ScheduleFile file;
    if (text.size() > mostBytes) {
        file.issues.append({0, {}, u"the file is longer than 20 MB"_s});
        return file;
    }
    Csv csv(text);
    CsvRow row;
    if (!csv.next(row) || row.wrong) {
        file.issues.append({row.line, {}, row.wrong ? QString::fromLatin1(row.wrong) : u"the file is empty"_s});
        return file;
    }
    if (row.fields.size() == 1 && row.fields.first().contains(u';')) {
        file.issues.append({row.line, {}, u"the columns are separated by semicolons; commas are needed"_s});
        return file;
    }
    const qsizetype width = row.fields.size();
    const QHash<QString, int> columns = readColumns(row, file.issues);
    if (!file.issues.isEmpty())
        return file; // of lines under wrong columns nothing can be said
    RowReader reader(columns, order, file.issues);
    while (csv.next(row)) {
        if (file.rows.size() >= mostRows) {
            file.issues.append({row.line, {}, u"the file has more than 100,000 lines"_s});
            break;
        }
        if (row.wrong) {
            file.issues.append({row.line, {}, QString::fromLatin1(row.wrong)});
            continue;
        }
        if (row.fields.size() != width) {
            file.issues.append({row.line, {}, u"this line has %1 columns, the first one %2"_s.arg(row.fields.size()).arg(width)});
            continue;
        }
        file.rows.append(reader.read(row));
    }
    if (file.rows.isEmpty() && file.issues.isEmpty())
        file.issues.append({0, {}, u"there is no session in the file"_s});
    return file;
}

} // namespace handrail::clinic
