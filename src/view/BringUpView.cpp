// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/BringUpView.h"

#include "care/CheckIn.h"
#include "care/SheetBringing.h"
#include "form/Safety.h"
#include "view/AnswerText.h"
#include "view/ProblemText.h"
#include "view/TimeText.h"

namespace handrail {

namespace {

constexpr int daysBack = 7;
constexpr qsizetype mostTried = 8;

} // namespace

BringUpView::BringUpView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
{
    connect(&account, &Account::stateChanged, this, &BringUpView::refresh);
    connect(&account, &Account::outboxChanged, this, &BringUpView::refresh);
    connect(&preferences, &Preferences::languageChanged, this, &BringUpView::refresh);
}

void BringUpView::setTexts(LibraryIn texts)
{
    m_texts = std::move(texts);
    if (m_isShown)
        refresh();
}

void BringUpView::setShown(bool isShown)
{
    m_isShown = isShown;
    m_problemText.clear();
    refresh();
}

void BringUpView::refresh()
{
    m_lines.clear();
    m_said.clear();
    m_tried.clear();
    m_sheetId.clear();
    m_canBeginAnew = false;
    QString typed;
    Records *records = m_isShown ? m_account.records() : nullptr;
    if (records) {
        const Result<std::optional<OwnSheet>> sheet = bringUpList(*records);
        if (!sheet) {
            m_problemText = handrail::problemText(sheet.error()).inOne();
            m_canBeginAnew = sheet.error().kind == ProblemKind::StoreBroken;
        }
        if (sheet && *sheet) {
            m_sheetId = (*sheet)->id;
            // By what the outbox says: the list itself hears of it a turn later.
            m_canBeginAnew = Bringing(*records, m_clock, {}).facts(**sheet).sentAt.isValid();
            if (!(*sheet)->answers.isEmpty()) {
                m_lines = (*sheet)->answers.first().words;
                typed = (*sheet)->answers.first().typed;
            }
        }
        readSaid(*records);
        readTried(*records);
    }
    Q_EMIT changed();
    if (std::exchange(m_typed, typed) != typed)
        Q_EMIT typedChanged();
}

void BringUpView::readSaid(Records &records)
{
    const QDate today = m_clock.today();
    const QList<SubmittedForm> submitted =
        checkInsBetween(records, today.addDays(-daysBack), today).value_or(QList<SubmittedForm>());
    const std::optional<Form> form = submitted.isEmpty() ? std::nullopt : dailyCheckInForm(records);
    if (!form)
        return;
    const TimeText text(m_preferences.locale());
    const CompletedForm &last = submitted.first().form;
    for (const FormItem &item : questions(form->items)) {
        const QVariant value = last.answers.value(item.linkId);
        if (!value.isValid() || m_said.size() >= 12)
            continue;
        const QString line = tr("%1, check-in: %2 %3").arg(text.shortDay(last.authored.date()), item.text, answerText(item, value));
        if (!m_lines.contains(line))
            m_said << line;
    }
}

void BringUpView::readTried(Records &records)
{
    const QList<SkillUse> uses = skillsToBringUp(records, m_clock).value_or(QList<SkillUse>());
    QHash<QString, QString> titles;
    for (const Skill &skill : uses.isEmpty() ? QList<Skill>() : m_texts(m_preferences.language()).skills())
        titles.insert(skill.id, skill.title);
    const TimeText text(m_preferences.locale());
    for (const SkillUse &use : uses) {
        const QString title = titles.value(use.skill); // empty: it was withdrawn since
        if (title.isEmpty() || m_tried.size() >= mostTried)
            continue;
        // Not how it went: that stays on this device, as the page of the skill says.
        const QString line = tr("%1, skill: %2").arg(text.shortDay(use.at.date()), title);
        if (!m_lines.contains(line) && !m_tried.contains(line))
            m_tried << line;
    }
}

bool BringUpView::keep(const QStringList &lines, const QString &typed)
{
    Records *records = m_account.records();
    if (!records)
        return false;
    const Result<QString> kept =
        keepBringUp(*records, m_clock, {tr("To bring up next time"), tr("I want to bring up"), lines, typed});
    m_problemText = problemIn(kept);
    if (kept) {
        m_typed = typed; // what is in the field already is not written into it
        Q_EMIT sheetChanged(*kept);
    }
    refresh();
    return kept.has_value();
}

void BringUpView::setTyped(const QString &line)
{
    if (line != m_typed && !(m_sheetId.isEmpty() && line.trimmed().isEmpty()))
        keep(m_lines, line);
}

bool BringUpView::add(const QString &line)
{
    if (line.trimmed().isEmpty())
        return false;
    if (m_lines.size() >= mostBringUpLines) {
        m_problemText = tr("This list is full. Bring it, or take something off first.");
        Q_EMIT changed();
        return false;
    }
    const bool isTyped = line == m_typed;
    return keep(QStringList(m_lines) << line, isTyped ? QString() : m_typed);
}

void BringUpView::remove(int index)
{
    if (index < 0 || index >= m_lines.size())
        return;
    QStringList lines = m_lines;
    lines.removeAt(index);
    keep(lines, m_typed);
}

void BringUpView::beginAnew()
{
    if (Records *records = m_account.records()) {
        const Result<void> begun = beginBringUpAnew(*records);
        m_problemText = problemIn(begun);
    }
    refresh();
}

} // namespace handrail
