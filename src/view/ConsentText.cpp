// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/ConsentText.h"

#include <QCoreApplication>

namespace handrail {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConsentText)
};

QString labelOf(SharedThing::Kind kind)
{
    switch (kind) {
    case SharedThing::Kind::Times: return Words::tr("What");
    case SharedThing::Kind::WithIt: return Words::tr("With it");
    case SharedThing::Kind::Busy: return Words::tr("And", "one more thing that is shared");
    case SharedThing::Kind::Attendance: break;
    }
    return Words::tr("Also", "the last thing that is shared");
}

} // namespace

QString relationText(InviteDraft::Relationship relationship)
{
    switch (relationship) {
    case InviteDraft::Relationship::Family: return Words::tr("Family");
    case InviteDraft::Relationship::Partner: return Words::tr("Partner");
    case InviteDraft::Relationship::Friend: break;
    }
    return Words::tr("Friend");
}

QList<SharedThing> sharedThings(const SharedFacts &facts)
{
    using Kind = SharedThing::Kind;
    const QString times = !facts.isOneSession ? Words::tr("Family session times and links")
        : facts.sessionText.isEmpty()         ? Words::tr("One family session")
                                              : Words::tr("One family session: %1").arg(facts.sessionText);
    QList<SharedThing> things{{Kind::Times, times, {}},
                              {Kind::WithIt, Words::tr("The place, who leads it, my care team and the clinic’s phone"),
                               Words::tr("And the card “How I can help”")}};
    if (facts.isBusyShared)
        things << SharedThing{Kind::Busy, Words::tr("When I am busy"), Words::tr("From when to when. Never the reason.")};
    if (facts.isAttendanceShared)
        things << SharedThing{Kind::Attendance, Words::tr("If I came to a session"),
                              Words::tr("The day, and yes or no. From the day I sign.")};
    return things;
}

QString fullDate(const QDate &day, const TimeText &text)
{
    QString format = text.locale().dateFormat(QLocale::LongFormat);
    format.remove(QStringLiteral("dddd, "));
    return text.locale().toString(day, format);
}

QString calledName(const QString &name)
{
    return name.simplified().section(u' ', 0, 0);
}

ConsentText consentText(const ConsentFacts &facts, const TimeText &text)
{
    const QString first = calledName(facts.toName);
    ConsentText consent;
    consent.title = Words::tr("Your permission to share");
    consent.lead = Words::tr("Read it slowly. You can say no.");
    consent.rows << ConsentText::Row{Words::tr("Who"), facts.patientName, Words::tr("This is about you")}
                 << ConsentText::Row{Words::tr("From", "who gives it"), facts.clinicName, {}}
                 << ConsentText::Row{Words::tr("To", "who gets it"), Words::tr("%1, %2").arg(facts.toName, facts.relation), {}};
    for (const SharedThing &thing :
         sharedThings({!facts.sessionText.isEmpty(), facts.sessionText, facts.isBusyShared, facts.isAttendanceShared}))
        consent.rows << ConsentText::Row{labelOf(thing.kind), thing.words, thing.note};
    consent.rows << ConsentText::Row{Words::tr("Why"), Words::tr("So %1 can take part").arg(first), {}}
                 << ConsentText::Row{Words::tr("Until"), fullDate(facts.until, text), Words::tr("Or the day I choose to stop")};
    consent.rights =
        Words::tr("You can stop any time: open %1 under “People I share with”. By law, %1 may not pass this on.").arg(first);
    consent.noticeTitle = Words::tr("The full notice");
    consent.notice
        << Words::tr("This is your choice. Your care does not change if you say no.")
        << Words::tr(
               "You can stop at any time. Open “You and privacy”, then “People I share with”, then “Stop sharing”. Or call or "
               "write to %1.")
               .arg(facts.clinicName)
        << Words::tr("Stopping works from then on. It does not take back what %1 has seen or heard before.").arg(first)
        << Words::tr(
               "Federal law protects what is shared: 42 CFR Part 2. %1 may not pass it on, unless you agree in writing or the "
               "law allows it. A court needs your yes or a court order made for this.")
               .arg(first)
        << Words::tr("With it, %1 gets this notice: “42 CFR part 2 prohibits unauthorized use or disclosure of these records.”")
               .arg(first)
        << Words::tr("No law can undo it if somebody breaks the rule. Choose somebody you trust.")
        << Words::tr("Never shared in this app: check-ins, messages, medicine, tests, notes, your safety plan.")
        << Words::tr("Your clinic keeps this permission, your name and the day. You can read it here again.");
    consent.dateLine = fullDate(facts.today, text);
    return consent;
}

QString ConsentText::signedWith(const QString &name) const
{
    QStringList lines{title, lead, {}};
    for (const Row &row : rows)
        lines << QString(row.label % u": " % row.value % (row.note.isEmpty() ? QString() : QString(u". " % row.note)));
    lines << QString() << rights << QString() << noticeTitle << notice << QString()
          << Words::tr("Signed by typing my name: %1").arg(name) << Words::tr("Date: %1").arg(dateLine);
    return lines.join(u'\n');
}

} // namespace handrail
