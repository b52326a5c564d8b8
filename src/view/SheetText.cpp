// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/SheetText.h"

#include "care/Schedule.h"

#include <QCoreApplication>

namespace handrail {

namespace {

using Type = WorksheetField::Type;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SheetText)
};

QStringList written(const QStringList &words)
{
    QStringList lines;
    for (const QString &word : words) {
        if (const QString line = word.trimmed(); !line.isEmpty())
            lines << line;
    }
    return lines;
}

QString gridText(const SheetAnswer &answer)
{
    QStringList lines;
    const qsizetype columns = std::max<qsizetype>(1, answer.options.size());
    for (qsizetype i = 0; i < answer.words.size(); ++i) {
        if (const QString words = answer.words.at(i).trimmed(); !words.isEmpty())
            lines << Words::tr("%1, %2: %3").arg(answer.rows.value(i / columns), answer.options.value(i % columns), words);
    }
    return lines.join(u'\n');
}

QString plannerText(const SheetAnswer &answer, const TimeText &text)
{
    QStringList lines;
    for (qsizetype i = 0; i < std::max(answer.words.size(), answer.marks.size()); ++i) {
        const QStringList parts = written({answer.words.value(i), answer.marks.value(i)});
        if (!parts.isEmpty())
            lines << Words::tr("%1: %2").arg(hourText(answer.from + int(i), text), parts.join(QStringLiteral(". ")));
    }
    return lines.join(u'\n');
}

/// "One-on-one, Tuesday, 5:00 pm"
QString sessionText(const Session &session, const QDateTime &nowUtc, const QTimeZone &zone, const TimeText &text)
{
    const QDateTime start = session.start.toTimeZone(zoneOf(session, zone));
    if (!start.isValid())
        return session.title;
    const QDate today = nowUtc.toTimeZone(start.timeZone()).date();
    return Words::tr("%1, %2, %3").arg(session.title, text.relativeDay(start.date(), today), text.time(start.time()));
}

} // namespace

QString hourText(int hour, const TimeText &text)
{
    return text.time(QTime(std::clamp(hour, 0, 23), 0));
}

QString sheetAnswerText(const SheetAnswer &answer, const TimeText &text)
{
    if (answer.isBlank())
        return {};
    switch (answer.type) {
    case Type::Scale: return Words::tr("%1 of 10").arg(answer.words.value(0));
    case Type::Grid: return gridText(answer);
    case Type::Planner: return plannerText(answer, text);
    // A line that is not added stands on the list all the same.
    default: return written(answer.words + QStringList(answer.typed)).join(u'\n');
    }
}

QString sheetHeading(const OwnSheet &sheet)
{
    // There is one plan, and one of each list: their names say more than their first words.
    const bool isOnlyOne = sheet.kind != OwnSheet::Kind::Worksheet || sheet.skill == safetyPlanSkill;
    const QString words = isOnlyOne ? QString() : sheet.heading();
    return words.isEmpty() ? sheet.title : words;
}

SheetWords sheetWords(const OwnSheet &sheet, const TimeText &text)
{
    SheetWords words{sheet.title, {}};
    for (const QList<SheetAnswer> *list : {&sheet.answers, &sheet.earlier}) {
        for (const SheetAnswer &answer : *list) {
            // What is ticked has no words of its own.
            const bool isTick = sheet.kind == OwnSheet::Kind::Checklist && !answer.isBlank();
            if (const QString written = isTick ? Words::tr("Done") : sheetAnswerText(answer, text); !written.isEmpty())
                words.parts << answer.label + u'\n' + written;
        }
    }
    return words;
}

QString bringText(const BringFacts &facts, const QDateTime &nowUtc, const QTimeZone &zone, const TimeText &text)
{
    const QString session = facts.session ? sessionText(*facts.session, nowUtc, zone, text) : QString();
    const auto sent = [&] {
        const QDateTime local = facts.sentAt.toTimeZone(zone);
        return Words::tr("%1, %2").arg(text.relativeDay(local.date(), nowUtc.toTimeZone(zone).date()), text.time(local.time()));
    };
    switch (facts.state) {
    case BringState::Off: return Words::tr("Off: only you see this");
    case BringState::NoSession: return Words::tr("On: it waits here as it is now, until a one-on-one is planned");
    case BringState::NoSessionOther:
        return Words::tr("On: it waits here until a one-on-one is planned. You changed it since, and what is new stays here.");
    case BringState::Held: return Words::tr("On: it goes to your care team in a few seconds, for %1").arg(session);
    case BringState::Waiting: return Words::tr("On: it waits to be sent, for %1").arg(session);
    case BringState::Unsure: return Words::tr("On: it may be at your clinic. It can’t be taken back now.");
    case BringState::Refused: return Words::tr("Your clinic could not take it. Only you see this.");
    case BringState::Sent: return Words::tr("Sent to your care team: %1").arg(sent());
    case BringState::SentOther: return Words::tr("Sent to your care team: %1. You changed it since.").arg(sent());
    case BringState::TakenOut: return Words::tr("It does not wait to be sent any more.");
    }
    return {};
}

} // namespace handrail
