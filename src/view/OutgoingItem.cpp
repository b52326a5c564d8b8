// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/OutgoingItem.h"

#include "view/ProblemText.h"
#include "view/SentText.h"

#include <QCoreApplication>
#include <QMap>

namespace handrail {

namespace {

using Kind = Outgoing::Kind;
using State = Outgoing::State;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OutgoingItem)
};

QString iconOf(Kind kind)
{
    switch (kind) {
    case Kind::CheckIn: return QStringLiteral("checkbox-marked-circle-outline");
    case Kind::Form: return QStringLiteral("clipboard-check");
    case Kind::Change: return QStringLiteral("pencil");
    case Kind::Mark: return QStringLiteral("check");
    case Kind::Lesson: return QStringLiteral("book-open-variant");
    case Kind::Dose: return QStringLiteral("pill");
    case Kind::Unshare: return QStringLiteral("lock");
    case Kind::Decline:
    case Kind::Late:
    case Kind::Coming: return QStringLiteral("calendar");
    case Kind::Message: return QStringLiteral("email-outline");
    case Kind::Sheet:
    case Kind::Other: return QStringLiteral("note-text");
    case Kind::Damaged: return QStringLiteral("alert-circle-outline");
    case Kind::Earlier: return QStringLiteral("lock");
    }
    return {};
}

QString titleOf(const Outgoing &thing, const QDate &today, const TimeText &text)
{
    const QDate day = thing.answered.date(); // on the wall where it was answered
    // A relative is told no title.
    const QString session = thing.said.session ? thing.said.session->title : QString();
    switch (thing.kind) {
    case Kind::CheckIn:
        if (day == today)
            return Words::tr("Today’s check-in");
        if (day.addDays(1) == today)
            return Words::tr("Yesterday’s check-in");
        return day.isValid() ? Words::tr("Check-in of %1").arg(text.shortDay(day)) : Words::tr("Check-in");
    case Kind::Form: return Words::tr("Answers to a form");
    case Kind::Change: return Words::tr("Changed answers");
    case Kind::Mark: return Words::tr("Note that a form is done");
    case Kind::Lesson: return Words::tr("Note that a lesson is done");
    case Kind::Decline: return session.isEmpty() ? Words::tr("Note to the clinic") : Words::tr("Can’t make it: %1").arg(session);
    case Kind::Late: return session.isEmpty() ? Words::tr("Note to the clinic") : Words::tr("Late: %1").arg(session);
    case Kind::Coming: return session.isEmpty() ? Words::tr("Note to the clinic") : Words::tr("Plan to come: %1").arg(session);
    case Kind::Sheet: return Words::tr("A worksheet for your session");
    case Kind::Dose: return Words::tr("An answer about medicine");
    case Kind::Unshare: return Words::tr("Stop sharing");
    case Kind::Message: return Words::tr("A message to your care team");
    case Kind::Other: return Words::tr("Something for the clinic");
    case Kind::Damaged: return Words::tr("Something that was saved");
    case Kind::Earlier: return Words::tr("What was saved earlier");
    }
    return {};
}

/// The clock on the wall here; with the day when it is not today.
QString momentText(const QDateTime &moment, const QDate &today, const Clock &clock, const TimeText &text)
{
    const QDateTime local = moment.toTimeZone(clock.localZone());
    const QString time = text.time(local.time());
    return local.date() == today ? time : Words::tr("%1, %2").arg(text.relativeDay(local.date(), today), time);
}

/// Not even its row is left.
bool isGone(const Outgoing &thing)
{
    return thing.problem == u"gone";
}

bool isOutrun(const Outgoing &thing)
{
    return thing.state == State::Refused && thing.problem == outrunProblem;
}

QString stateTextOf(const Outgoing &thing, bool isOffline, const QDate &today, const Clock &clock, const TimeText &text)
{
    const bool isLater = thing.retryAt.isValid() && thing.retryAt > clock.nowUtc();
    switch (thing.state) {
    case State::Refused: return isOutrun(thing) ? outrunText() : Words::tr("Your clinic could not take it.");
    case State::Damaged: return isGone(thing) ? Words::tr("It is not here any more.") : Words::tr("It can’t be read any more.");
    case State::Behind: return Words::tr("Waits for the one above.");
    case State::NeedsSignIn: return Words::tr("Sign in to send it.");
    case State::Sending: return Words::tr("Sending now");
    case State::Locked: return Words::tr("Locked on this device.");
    case State::Sent: return Words::tr("Sent: %1").arg(momentText(thing.sentAt, today, clock, text));
    case State::Saved:
    case State::Unsure: break;
    }
    if (isOffline)
        return Words::tr("Saved. Waiting for signal.");
    if (isLater)
        return Words::tr("Saved. Next try: %1").arg(momentText(thing.retryAt, today, clock, text));
    return thing.state == State::Unsure ? Words::tr("Saved. Checking if it arrived.") : Words::tr("Saved on this device.");
}

QString whyOf(const Outgoing &thing, bool isOffline)
{
    switch (thing.state) {
    case State::Refused:
        if (thing.kind == Kind::Mark && thing.problem.endsWith(u":gone")) // by Push::update
            return Words::tr("Your clinic does not have these answers, so it still asks for this form. You can answer it again.");
        if (thing.kind == Kind::Mark)
            return Words::tr("Your answers arrived. Only the clinic’s list may still show the form. You can remove this.");
        return refusalText(thing.problem, thing.kind == Kind::CheckIn || !thing.answers.isEmpty());
    case State::Damaged:
        if (isGone(thing))
            return Words::tr(
                "Something waited on this device to be sent, and it is gone. It is not something you did. Please tell your "
                "clinic, so that nothing is missed.");
        return Words::tr(
            "The place on this device that held it is damaged. It is not something you did. Handrail can’t show what it "
            "was. Please tell your clinic, so that nothing is missed.");
    case State::Behind:
        return Words::tr(
            "It belongs to something above that your clinic could not take, and goes out after that. If you remove that one, this "
            "goes too.");
    case State::NeedsSignIn: return Words::tr("Your clinic ended the last sign-in. After you sign in, it is sent by itself.");
    case State::Unsure:
        return Words::tr(
            "It left this device, and no answer came back. Handrail asks the clinic first, so that it can’t arrive twice.");
    case State::Locked:
        return Words::tr(
            "Handrail could not open its safe place for your key, and put aside what was here. If the key comes back "
            "within 30 days, what was not sent goes out by itself, and what you made here is back, but not what a forgotten PIN "
            "keeps shut. After 30 days it is removed.");
    case State::Saved: break;
    case State::Sending:
    case State::Sent: return {};
    }
    const std::optional<ProblemKind> kind = kindNamed(QStringView(thing.problem));
    if (isOffline || !kind || *kind == ProblemKind::Cancelled)
        return {};
    return problemText(Problem{*kind, false, {}}).inOne();
}

} // namespace

Way wayOf(const Account &account)
{
    Way way;
    if (const SyncEngine *sync = account.sync()) {
        const std::optional<Problem> problem = sync->lastProblem();
        way.inFlight = sync->inFlight();
        way.isOffline = problem && (problem->kind == ProblemKind::Offline || problem->kind == ProblemKind::Timeout);
    }
    way.isSignInNeeded = account.state() == Account::State::NeedsSignIn;
    return way;
}

OutgoingItem outgoingItem(const Outgoing &thing, const Way &way, const Clock &clock, const TimeText &text)
{
    const QDateTime now = clock.nowUtc();
    const QDate today = now.toTimeZone(clock.localZone()).date();
    OutgoingItem item;
    item.number = int(thing.number);
    item.identifier = thing.identifier;
    item.iconName = iconOf(thing.kind);
    item.title = titleOf(thing, today, text);
    item.stateText = stateTextOf(thing, way.isOffline, today, clock, text);
    item.why = whyOf(thing, way.isOffline);
    item.stage = thing.state == State::Sent ? 2 : thing.state == State::Sending ? 1 : 0;
    item.needsYou = thing.needsPerson();
    item.canSignIn = thing.state == State::NeedsSignIn;
    // Sent again, a check-in would be refused again: it keeps the time at which it was said, and the newer one stays newer. So both are looked at.
    if (isOutrun(thing))
        item.outrun = thing.kind == Kind::Change ? thing.said.item.after : thing.identifier;
    else
        item.answers = thing.answers;
    item.canChange = thing.state == State::Refused && thing.kind == Kind::CheckIn && !isOutrun(thing);
    item.canSave = thing.state == State::Refused || thing.state == State::Behind;
    item.canRemove = thing.state == State::Refused || thing.state == State::Damaged;
    QString spokenAge;
    if (const qint64 age = thing.savedAt.secsTo(now); thing.savedAt.isValid() && thing.state != State::Sent) {
        const int days = int(thing.savedAt.toTimeZone(clock.localZone()).date().daysTo(today));
        item.ageText = age < 60 ? Words::tr("Just now") : Words::tr("%1 ago").arg(text.span(age, days));
        spokenAge = age < 60 ? item.ageText : Words::tr("%1 ago").arg(text.spokenSpan(age, days));
    }
    item.spoken = spokenAge.isEmpty() ? Words::tr("%1, %2").arg(item.title, item.stateText)
                                      : Words::tr("%1, %2, %3").arg(item.title, item.stateText, spokenAge);
    return item;
}

QString unsentText(const QList<Outgoing> &things, const QLocale &locale)
{
    QMap<Kind, int> counts;
    for (const Outgoing &thing : things) {
        if (thing.state != State::Sent)
            ++counts[thing.kind];
    }
    QStringList parts;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        switch (it.key()) {
        case Kind::CheckIn: parts << Words::tr("%n check-in(s)", nullptr, it.value()); break;
        case Kind::Form: parts << Words::tr("%n form(s)", nullptr, it.value()); break;
        case Kind::Change: parts << Words::tr("%n change(s) of answers", nullptr, it.value()); break;
        case Kind::Mark: parts << Words::tr("%n note(s) that a form is done", nullptr, it.value()); break;
        case Kind::Lesson: parts << Words::tr("%n note(s) that a lesson is done", nullptr, it.value()); break;
        case Kind::Decline: parts << Words::tr("%n note(s) that you can’t come", nullptr, it.value()); break;
        case Kind::Late: parts << Words::tr("%n note(s) that you’ll be late", nullptr, it.value()); break;
        case Kind::Coming: parts << Words::tr("%n note(s) that you plan to come", nullptr, it.value()); break;
        case Kind::Sheet: parts << Words::tr("%n worksheet(s)", nullptr, it.value()); break;
        case Kind::Unshare: parts << Words::tr("%n word(s) to stop sharing", nullptr, it.value()); break;
        case Kind::Dose: parts << Words::tr("%n answer(s) about medicine", nullptr, it.value()); break;
        case Kind::Message: parts << Words::tr("%n message(s)", nullptr, it.value()); break;
        case Kind::Other: parts << Words::tr("%n other thing(s)", nullptr, it.value()); break;
        case Kind::Damaged: parts << Words::tr("%n damaged thing(s)", nullptr, it.value()); break;
        case Kind::Earlier: parts << Words::tr("what was saved earlier"); break;
        }
    }
    return locale.createSeparatedList(parts);
}

} // namespace handrail
