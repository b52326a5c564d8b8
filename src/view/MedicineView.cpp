// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/MedicineView.h"

#include "care/MessageThread.h"
#include "view/MinuteTimer.h"
#include "view/ProblemText.h"
#include "view/RequestText.h"
#include "view/TimeText.h"

#include <algorithm>

namespace handrail {

namespace {

using Part = DoseTime::Part;

constexpr int mostMessages = 200;
/// A refill can be asked for again so many days after staff saw it, or after it was sent where nobody says what they saw.
constexpr int refillDays = 7;

QString partIcon(Part part)
{
    switch (part) {
    case Part::Morning:
    case Part::Noon:
    case Part::Afternoon: return QStringLiteral("white-balance-sunny");
    case Part::Evening:
    case Part::Night: return QStringLiteral("weather-night");
    case Part::Clock: return QStringLiteral("clock");
    default: return QStringLiteral("pill");
    }
}

/// IconTile.Tone
int partTone(Part part)
{
    switch (part) {
    case Part::Morning:
    case Part::Noon:
    case Part::Afternoon: return 3;
    case Part::Evening:
    case Part::Night: return 1;
    default: return 4;
    }
}

QString aboutOf(const QString &medicineId)
{
    return QString(u"MedicationRequest/" % medicineId);
}

} // namespace

MedicineView::MedicineView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
                           QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    m_undoTimer.setSingleShot(true);
    m_undoTimer.setInterval(doseUndoTime);
    connect(&m_undoTimer, &QTimer::timeout, this, [this] {
        endUndo();
        m_account.sendSoon(); // what was held goes now
        refresh();
    });
    connect(&account, &Account::aboutToLock, this, &MedicineView::endUndo);
    connect(&account, &Account::left, this, &MedicineView::clearProblem);
    connect(&account, &Account::stateChanged, this, [this] {
        if (!m_account.records()) {
            endUndo();
            tell({});
        }
        refresh();
    });
    connect(&account, &Account::recordsChanged, &m_refresh, &OncePerTurn::ask);
    connect(&account, &Account::outboxChanged, &m_refresh, &OncePerTurn::ask);
    connect(&preferences, &Preferences::languageChanged, &m_refresh, &OncePerTurn::ask);
    // What is asked for changes with the day, and where the night ends.
    connect(&minute, &MinuteTimer::turned, this, [this, last = std::pair<QDate, bool>()]() mutable {
        const QDateTime now = m_clock.localNow();
        const std::pair asked(now.date(), now.time().hour() < nightEndsAt);
        if (std::exchange(last, asked) != asked)
            m_refresh.ask();
    });
}

QDate MedicineView::day() const
{
    return m_clock.today();
}

void MedicineView::settle()
{
    m_isSettled = true;
    refresh();
}

QString doseTimeText(const DoseTime &time, const TimeText &text)
{
    switch (time.part) {
    case Part::Morning: return MedicineView::tr("Morning");
    case Part::Noon: return MedicineView::tr("Midday");
    case Part::Afternoon: return MedicineView::tr("Afternoon");
    case Part::Evening: return MedicineView::tr("Evening");
    case Part::Night: return MedicineView::tr("Night");
    case Part::Clock: return text.time(time.clock);
    case Part::Nth: return MedicineView::tr("Time %1 today").arg(time.number);
    case Part::AnyTime: break;
    }
    return MedicineView::tr("Today");
}

QString doseAnswerText(DoseAnswer answer)
{
    switch (answer) {
    case DoseAnswer::Taken: return MedicineView::tr("Taken");
    case DoseAnswer::NotTaken: return MedicineView::tr("Not taken");
    case DoseAnswer::NotSure: break;
    }
    return MedicineView::tr("Not sure");
}

QString MedicineView::timeOf(const Dose &dose, const TimeText &text) const
{
    if (dose.day == day())
        return doseTimeText(dose.time, text);
    return dose.time.part == Part::Clock ? tr("Yesterday, %1").arg(text.time(dose.time.clock))
        : dose.time.part == Part::Night  ? tr("Last night")
                                         : tr("Last evening");
}

QVariantMap MedicineView::rowOf(const Dose &dose, const TimeText &text) const
{
    const QString time = timeOf(dose, text);
    const QString name = nameOf(dose.medicine);
    QString answer;
    QString state;
    if (dose.said) {
        answer = doseAnswerText(dose.said->dose.answer);
        state = dose.said->state == OutboxState::Done   ? tr("Your care team has it.")
            : dose.said->state == OutboxState::Rejected ? tr("Your clinic could not take it. It is kept here.")
                                                        : tr("Saved here. Not sent yet.");
    }
    return {{QStringLiteral("key"), dose.key},
            {QStringLiteral("name"), name},
            {QStringLiteral("timeText"), time},
            {QStringLiteral("iconName"), partIcon(dose.time.part)},
            {QStringLiteral("tone"), partTone(dose.time.part)},
            {QStringLiteral("answer"), dose.said ? int(dose.said->dose.answer) : -1},
            {QStringLiteral("answerText"), answer},
            {QStringLiteral("stateText"), state},
            {QStringLiteral("spoken"), tr("%1, %2").arg(time, name)}};
}

void MedicineView::refresh()
{
    m_doses.clear();
    m_known.clear();
    m_today.clear();
    m_open.clear();
    m_medicines.clear();
    m_countText.clear();
    m_readerText.clear();
    m_canAsk = false;
    const Records *records = m_isSettled ? m_account.records() : nullptr;
    if (records && records->identity().role == Role::Patient)
        m_known = records->medicines();
    if (!m_known.isEmpty()) {
        const TimeText text(m_preferences.locale(), m_preferences.textScale());
        m_doses = records->takesDoses() ? dosesNow(*records, m_clock).value_or(QList<Dose>()) : QList<Dose>();
        int answered = 0;
        for (const Dose &dose : std::as_const(m_doses)) {
            const QVariantMap row = rowOf(dose, text);
            answered += dose.said.has_value();
            m_today << row;
            if (!dose.said)
                m_open << row;
        }
        m_countText = m_doses.isEmpty()  ? QString()
            : answered == m_doses.size() ? tr("All answered for today")
                                         : tr("%1 of %2 answered").arg(answered).arg(m_doses.size());
        refreshList(*records, text);
    }
    Q_EMIT changed();
}

void MedicineView::refreshList(const Records &records, const TimeText &text)
{
    m_canAsk = records.takesMessages();
    const QList<Message> messages = m_canAsk ? records.messages(mostMessages) : QList<Message>();
    const auto stateOf = [&](const Message *asked) { return asked ? requestLine(*asked, text, m_clock).text : QString(); };
    QStringList prescribers;
    for (const Medicine &medicine : std::as_const(m_known)) {
        const QString about = aboutOf(medicine.id);
        const Message *refill = newestRequest(messages, MessageKind::Refill, about);
        const Message *question = newestRequest(messages, MessageKind::Medicine, about);
        const bool isRefused = refill && refill->state == OutboxState::Rejected;
        const QDateTime asked = refill && refill->seenAt.isValid() ? refill->seenAt : refill ? refill->sent : QDateTime();
        const bool isOld =
            refill && refill->state == OutboxState::Done && asked.isValid() && asked.daysTo(m_clock.nowUtc()) >= refillDays;
        QStringList notes;
        if (medicine.isOnHold)
            notes << tr("Paused by your clinic");
        else if (medicine.isWhenNeeded())
            notes << tr("When needed");
        if (!medicine.prescriber.isEmpty())
            notes << tr("From %1").arg(medicine.prescriber);
        if (medicine.validUntil.isValid())
            notes << tr("Order good until %1").arg(text.shortDay(medicine.validUntil));
        const bool isAskedOnSome = std::any_of(medicine.schedules.cbegin(), medicine.schedules.cend(),
                                               [](const DoseSchedule &one) { return !one.isWhenNeeded && !one.isUntold; });
        const bool isWordless = medicine.instruction.isEmpty();
        QString untold;
        if (isMistakable(medicine, m_known))
            untold = tr("Your clinic sent no name for it, so it is not asked about here. Ask your team what it is.");
        else if (!medicine.isOnHold && medicine.isUntold() && isAskedOnSome)
            untold = isWordless ? tr("Not all of its days are asked about here. Ask your team when to take it.")
                                : tr("Not all of its days are asked about here. Go by what your clinic wrote.");
        else if (!medicine.isOnHold && medicine.isUntold())
            untold = isWordless ? tr("It is not asked about here. Ask your team when to take it.")
                                : tr("It is not asked about here. Go by what your clinic wrote.");
        prescribers << medicine.prescriber;
        m_medicines << QVariantMap{{QStringLiteral("id"), medicine.id},
                                   {QStringLiteral("name"), nameOf(medicine)},
                                   {QStringLiteral("instruction"), medicine.instruction},
                                   {QStringLiteral("note"), notes.join(QStringLiteral(" · "))},
                                   {QStringLiteral("untoldText"), untold},
                                   {QStringLiteral("askedText"), stateOf(refill)},
                                   {QStringLiteral("canAskRefill"), m_canAsk && (!refill || isRefused || isOld)},
                                   {QStringLiteral("questionText"),
                                    medicine.prescriber.isEmpty() ? tr("A question for your prescriber")
                                                                  : tr("A question for %1").arg(medicine.prescriber)},
                                   {QStringLiteral("questionState"), stateOf(question)}};
    }
    prescribers.removeDuplicates();
    const bool isOne = prescribers.size() == 1 && !prescribers.first().isEmpty();
    m_readerText = isOne ? tr("%1 can see your answers.").arg(prescribers.first()) : tr("Your care team can see your answers.");
}

void MedicineView::tell(const QString &problem)
{
    m_problemText = problem;
    Q_EMIT problemChanged();
}

void MedicineView::clearProblem()
{
    tell({});
}

void MedicineView::say(const QString &key, Answer answer)
{
    Records *records = m_account.records();
    const auto dose = std::find_if(m_doses.cbegin(), m_doses.cend(), [&](const Dose &one) { return one.key == key; });
    if (!records || dose == m_doses.cend())
        return;
    const Dose asked = *dose;
    const QString note =
        asked.said ? tr("This changes what I said before: %1.").arg(doseAnswerText(asked.said->dose.answer)) : QString();
    const Result<DoseWord> said = sayDose(*records, m_clock, asked, DoseAnswer(int(answer)), note);
    if (!said) {
        tell(handrail::problemText(said.error()).inOne());
        return;
    }
    tell({});
    m_word.reset();
    m_undoText.clear();
    if (!said->identifier.isEmpty() || said->before) {
        m_word = *said;
        const TimeText text(m_preferences.locale());
        m_undoText =
            tr("%1, %2: marked as “%3”").arg(nameOf(asked.medicine), timeOf(asked, text), doseAnswerText(DoseAnswer(int(answer))));
        m_undoTimer.start();
    }
    Q_EMIT undoChanged();
    refresh();
}

void MedicineView::undo()
{
    Records *records = m_account.records();
    if (!records || !m_word)
        return;
    const Result<bool> done = takeBackDose(*records, m_clock, *m_word);
    if (done && !*done)
        tell(tr("It has left this device. You can change your answer."));
    else
        tell(problemIn(done));
    endUndo();
    refresh();
}

void MedicineView::endUndo()
{
    m_undoTimer.stop();
    m_word.reset();
    m_undoText.clear();
    Q_EMIT undoChanged();
}

bool MedicineView::send(MessageKind kind, const QString &medicineId, const QString &words)
{
    Records *records = m_account.records();
    if (!records)
        return false;
    const Result<QString> queued = records->queueMessage({kind, words, aboutOf(medicineId)}, m_clock.nowUtc());
    tell(queued                                            ? QString()
             : queued.error().kind == ProblemKind::BadData ? tr("Write your question first.")
                                                           : handrail::problemText(queued.error()).inOne());
    m_account.sendSoon();
    refresh();
    return queued.has_value();
}

bool MedicineView::askRefill(const QString &medicineId)
{
    const auto medicine = std::find_if(m_known.cbegin(), m_known.cend(), [&](const Medicine &one) { return one.id == medicineId; });
    if (medicine == m_known.cend())
        return false;
    return send(MessageKind::Refill, medicineId, tr("I would like a refill: %1").arg(nameOf(*medicine)));
}

QString MedicineView::begunQuestion(const QString &medicineId) const
{
    Records *records = m_account.records();
    return records ? begunAbout(*records, MessageKind::Medicine, aboutOf(medicineId)) : QString();
}

void MedicineView::keepQuestion(const QString &medicineId, const QString &words)
{
    Records *records = m_account.records();
    if (!records || medicineId.isEmpty())
        return;
    if (const Result<void> kept = keepBegunAbout(*records, MessageKind::Medicine, aboutOf(medicineId), words); !kept)
        tell(handrail::problemText(kept.error()).inOne());
}

bool MedicineView::askPrescriber(const QString &medicineId, const QString &words)
{
    if (!send(MessageKind::Medicine, medicineId, words))
        return false;
    keepQuestion(medicineId, {});
    return true;
}

QString MedicineView::nameOf(const Medicine &medicine)
{
    return medicine.name.isEmpty() ? tr("A medicine") : medicine.name;
}

} // namespace handrail
