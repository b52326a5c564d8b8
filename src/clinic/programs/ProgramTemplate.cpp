// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/programs/ProgramTemplate.h"

#include "clinic/base/VideoAddress.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostBytes = 256 * 1024;
constexpr int mostWeeks = 104;
constexpr int mostOfAPhase = 60;
constexpr int mostRecords = 5000;

const QStringList dayNames{u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s, u"sat"_s, u"sun"_s};
const QStringList programCodes{u"iop"_s, u"php"_s, u"dnt"_s, u"op"_s};

bool isName(const QString &text, qsizetype most)
{
    return !text.isEmpty() && text.size() <= most && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

/// Reads one object and notes what is wrong with it: a member of another kind, and at the end each that nobody asked for.
class Reader
{
public:
    Reader(const QJsonValue &value, QString place, QStringList &wrong)
        : m_json(value.toObject())
        , m_place(std::move(place))
        , m_wrong(wrong)
    {
        if (!value.isObject())
            note({}, "expected an object");
    }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;
    ~Reader()
    {
        for (auto it = m_json.begin(); it != m_json.end(); ++it) {
            if (!m_asked.contains(it.key()))
                m_wrong << QString(m_place % it.key().left(40) % u": this is not known");
        }
    }

    void note(const char *name, const char *what)
    {
        m_wrong << QString(m_place % QLatin1String(name) % u": " % QLatin1String(what));
    }
    [[nodiscard]] QString placeOf(const char *name) const { return QString(m_place % QLatin1String(name)); }
    [[nodiscard]] bool has(const char *name) { return !value(name).isUndefined(); }

    QJsonValue value(const char *name)
    {
        m_asked.insert(QLatin1String(name));
        return m_json.value(QLatin1String(name));
    }
    QString text(const char *name, qsizetype most = 200)
    {
        const QJsonValue found = value(name);
        if (found.isUndefined())
            return {};
        const QString read = found.toString();
        if (!found.isString() || read.trimmed().isEmpty() || read.size() > most)
            note(name, "expected text, not too long");
        return read;
    }
    QString name(const char *member, qsizetype most)
    {
        const QString read = text(member);
        if (!isName(read, most))
            note(member, "expected a name of letters, digits and dashes, not too long");
        return read;
    }
    QString oneOf(const char *member, const QStringList &allowed)
    {
        const QString read = text(member);
        if (!allowed.contains(read))
            m_wrong << QString(placeOf(member) % u": expected one of " % allowed.join(u", "_s));
        return read;
    }
    int number(const char *name, int usual, int least, int most)
    {
        const QJsonValue found = value(name);
        if (found.isUndefined() && usual >= least)
            return usual;
        const double read = found.toDouble(-1);
        if (!found.isDouble() || read != double(int(read)) || read < least || read > most) {
            m_wrong << QString(placeOf(name) % u": expected a number from " % QString::number(least) % u" to "
                               % QString::number(most));
            return least;
        }
        return int(read);
    }
    bool yes(const char *name)
    {
        const QJsonValue found = value(name);
        if (!found.isUndefined() && !found.isBool())
            note(name, "expected true or false");
        return found.toBool();
    }
    QJsonArray list(const char *name, int most)
    {
        const QJsonValue found = value(name);
        if (found.isUndefined())
            return {};
        if (!found.isArray() || found.toArray().size() > most)
            note(name, "expected a list, not too long");
        QJsonArray items = found.toArray();
        while (items.size() > most)
            items.removeLast();
        return items;
    }
    SaidText said(const char *name) { return saidIn(value(name), placeOf(name)); }
    QList<SaidText> saidList(const char *name)
    {
        QList<SaidText> all;
        for (const QJsonValue &each : list(name, 200))
            all << saidIn(each, QString(placeOf(name) % u'[' % QString::number(all.size()) % u']'));
        return all;
    }

private:
    // "Evening group", or {"en": "Evening group", "es": "Grupo de la noche"}: the first is what is said to who reads neither.
    SaidText saidIn(const QJsonValue &found, const QString &place)
    {
        SaidText said;
        const auto isGood = [](const QJsonValue &each) {
            const QString words = each.toString().trimmed();
            return each.isString() && !words.isEmpty() && words.size() <= 500;
        };
        if (isGood(found)) {
            said.words = found.toString().trimmed();
            return said;
        }
        const QJsonObject byLanguage = found.toObject();
        said.words = byLanguage.value("en"_L1).toString().trimmed();
        bool areGood = !byLanguage.isEmpty() && !said.words.isEmpty();
        for (auto it = byLanguage.begin(); it != byLanguage.end(); ++it) {
            areGood = areGood && isName(it.key(), 10) && isGood(it.value());
            if (it.key() != "en"_L1)
                said.translations.insert(it.key(), it.value().toString().trimmed());
        }
        if (!areGood)
            m_wrong << QString(place % u": expected words, or words by language with \"en\" among them");
        return said;
    }

    QJsonObject m_json;
    QString m_place;
    QStringList &m_wrong;
    QSet<QString> m_asked;
};

QString at(const QString &place, qsizetype index)
{
    return QString(place % u'[' % QString::number(index) % u"].");
}

ProgramSession readSession(const QJsonValue &value, const QString &place, int weeks, QStringList &wrong)
{
    Reader reader(value, place, wrong);
    ProgramSession session;
    session.id = reader.name("id", 16);
    session.kind = reader.oneOf("kind", sessionKinds());
    session.title = reader.said("title");
    for (const QJsonValue &day : reader.list("days", 7)) {
        const int number = int(dayNames.indexOf(day.toString())) + 1;
        if (number < 1 || session.days.contains(number))
            wrong << QString(reader.placeOf("days") % u": each one of " % dayNames.join(u", "_s) % u", once");
        else
            session.days << number;
    }
    if (session.days.isEmpty())
        reader.note("days", "at least one is needed");
    std::sort(session.days.begin(), session.days.end());
    const QString start = reader.text("start");
    session.start = QTime::fromString(start, u"HH:mm"_s);
    if (!session.start.isValid())
        reader.note("start", "expected a time such as 18:00");
    session.minutes = reader.number("minutes", -1, 5, 12 * 60);
    session.from = reader.number("from", 1, 1, std::max(1, weeks));
    session.every = reader.number("every", 1, 1, mostWeeks);
    session.isAlone = reader.yes("alone");
    if (const QJsonValue video = reader.value("video"); video.isString()) {
        session.isVideo = true;
        session.link = video.toString();
        if (!session.link.startsWith("https://"_L1) || !isVideoAddress(session.link))
            reader.note("video", "expected true, or an https address");
    } else {
        session.isVideo = reader.yes("video");
    }
    for (const QJsonValue &each : reader.list("practitioners", 10)) {
        session.practitioners << each.toString();
        if (!isName(each.toString(), 64))
            reader.note("practitioners", "expected ids of Practitioners");
    }
    if (reader.has("location"))
        session.location = reader.name("location", 64);
    session.topics = reader.saidList("topics");
    session.bring = reader.saidList("bring");
    return session;
}

ProgramTask readTask(const QJsonValue &value, const QString &place, int weeks, QStringList &wrong)
{
    Reader reader(value, place, wrong);
    ProgramTask task;
    task.id = reader.name("id", 16);
    task.title = reader.said("title");
    task.questionnaire = reader.text("questionnaire");
    task.library = reader.text("library");
    const auto isCanonical = [](const QString &text, QLatin1String type) {
        return text.isEmpty() || (text.startsWith("https://"_L1) && text.contains(type) && !text.contains(u' '));
    };
    if (task.questionnaire.isEmpty() == task.library.isEmpty())
        reader.note("questionnaire", "one of questionnaire and library is needed");
    if (!isCanonical(task.questionnaire, "/Questionnaire/"_L1) || !isCanonical(task.library, "/Library/"_L1))
        reader.note("questionnaire", "expected a canonical such as https://.../Questionnaire/phq-9 or https://.../Library/sleep");
    task.from = reader.number("from", 1, 1, std::max(1, weeks));
    task.every = reader.number("every", 0, 0, mostWeeks);
    return task;
}

int timesOf(int weeks, int from, int every)
{
    return every == 0 ? 1 : weeks < from ? 0 : (weeks - from) / every + 1;
}

ProgramPhase readPhase(const QJsonValue &value, const QString &place, const QString &program, QStringList &wrong, int &records)
{
    Reader reader(value, place, wrong);
    ProgramPhase phase;
    phase.code = reader.name("code", 40);
    phase.title = reader.said("title");
    phase.program = reader.has("program") ? reader.oneOf("program", programCodes) : program;
    phase.weeks = reader.number("weeks", -1, 1, mostWeeks);
    phase.isOpen = reader.yes("open");
    QSet<QString> ids;
    const auto noteTwice = [&](const QString &id, const char *name) {
        if (ids.contains(id))
            reader.note(name, "each id once in a phase");
        ids.insert(id);
    };
    for (const QJsonValue &each : reader.list("sessions", mostOfAPhase)) {
        phase.sessions << readSession(each, at(reader.placeOf("sessions"), phase.sessions.size()), phase.weeks, wrong);
        const ProgramSession &session = phase.sessions.last();
        noteTwice(session.id, "sessions");
        records += int(session.days.size()) * timesOf(phase.weeks, session.from, session.every);
    }
    for (const QJsonValue &each : reader.list("tasks", mostOfAPhase)) {
        phase.tasks << readTask(each, at(reader.placeOf("tasks"), phase.tasks.size()), phase.weeks, wrong);
        noteTwice(phase.tasks.last().id, "tasks");
        records += timesOf(phase.weeks, phase.tasks.last().from, phase.tasks.last().every);
    }
    return phase;
}

} // namespace

int ProgramTemplate::weeks() const
{
    int all = 0;
    for (const ProgramPhase &phase : phases)
        all += phase.weeks;
    return all;
}

ReadTemplate readTemplate(const QByteArray &json)
{
    ReadTemplate read;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json.size() > mostBytes ? QByteArray() : json, &error);
    if (!document.isObject()) {
        read.wrong << (json.size() > mostBytes
                           ? u"the file is too long"_s
                           : QString(u"the file is not one JSON object (at byte " % QString::number(error.offset) % u')'));
        return read;
    }
    ProgramTemplate &program = read.program;
    {
        Reader reader(document.object(), {}, read.wrong);
        program.id = reader.name("id", 40);
        program.code = reader.oneOf("program", programCodes);
        program.title = reader.said("title");
        for (const QJsonValue &day : reader.list("closed", 400)) {
            program.closed << QDate::fromString(day.toString(), Qt::ISODate);
            if (!program.closed.last().isValid())
                reader.note("closed", "expected days such as 2026-12-25");
        }
        int records = 2;
        for (const QJsonValue &each : reader.list("phases", 20))
            program.phases << readPhase(each, at(reader.placeOf("phases"), program.phases.size()), program.code, read.wrong,
                                        records);
        if (program.phases.isEmpty())
            reader.note("phases", "at least one is needed");
        for (qsizetype i = 0; i + 1 < program.phases.size(); ++i) {
            if (program.phases.at(i).isOpen)
                reader.note("phases", "only the last one can be open");
        }
        QSet<QString> codes;
        for (const ProgramPhase &phase : std::as_const(program.phases))
            codes.insert(phase.code);
        if (codes.size() != program.phases.size())
            reader.note("phases", "each code once");
        if (program.weeks() > mostWeeks || records > mostRecords)
            reader.note("phases", "the program is too long");
    }
    return read;
}

const QStringList &sessionKinds()
{
    static const QStringList kinds{u"group"_s,      u"individual"_s, u"family"_s,   u"education"_s,
                                   u"medication"_s, u"intake"_s,     u"mind-body"_s};
    return kinds;
}

QStringList builtInPrograms()
{
    return {u"day-program"_s, u"evening-iop"_s};
}

QByteArray builtInProgram(const QString &id)
{
    if (!builtInPrograms().contains(id))
        return {};
    QFile file(u":/handrail/clinic/programs/"_s + id + u".json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace handrail::clinic
