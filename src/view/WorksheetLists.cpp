// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// Of the open sheet what lists and checklists have.

#include "view/WorksheetView.h"

namespace handrail {

namespace {

// What a list's sheet holds beside its groups.
const QString ownGroup = QStringLiteral("own");
const QString pickId = QStringLiteral("pick");
const QString pickTimeId = QStringLiteral("pick-time");

} // namespace

const ListExercise *WorksheetView::list() const
{
    return m_filling ? std::get_if<ListExercise>(&m_filling->skill().exercise) : nullptr;
}

const ChecklistExercise *WorksheetView::checklist() const
{
    return m_filling ? std::get_if<ChecklistExercise>(&m_filling->skill().exercise) : nullptr;
}

QString WorksheetView::ask() const
{
    return list() ? list()->ask : QString();
}

bool WorksheetView::isPicked() const
{
    return list() && list()->isPicked;
}

QVariantList WorksheetView::groups() const
{
    QVariantList rows;
    const ListExercise *script = list();
    if (!script)
        return rows;
    const auto add = [&](const QString &id, const QString &label, const QStringList &suggestions) {
        const SheetAnswer answer = m_filling->answer(id);
        const QStringList own = answer.words;
        QStringList open = suggestions;
        open.removeIf([&](const QString &each) { return own.contains(each); });
        rows << QVariantMap{{QStringLiteral("id"), id},
                            {QStringLiteral("label"), label},
                            {QStringLiteral("own"), own},
                            {QStringLiteral("typed"), answer.typed},
                            {QStringLiteral("taken"), m_taken.group == id ? m_taken.line : QString()},
                            {QStringLiteral("suggestions"), open}};
    };
    if (script->groups.isEmpty() || !script->suggestions.isEmpty() || !m_filling->answer(ownGroup).isBlank())
        add(ownGroup, script->groups.isEmpty() ? QString() : tr("Any time"), script->suggestions);
    for (const ListGroup &group : script->groups)
        add(group.id, group.label, group.suggestions);
    // A group that the script has no more, with something of one's own in it.
    for (const SheetAnswer &answer : m_filling->sheet().answers) {
        const bool isKnown = answer.id == ownGroup || answer.id == pickId || answer.id == pickTimeId
            || std::any_of(script->groups.cbegin(), script->groups.cend(),
                           [&](const ListGroup &group) { return group.id == answer.id; });
        if (!isKnown && !answer.isBlank())
            add(answer.id, answer.label, {});
    }
    return rows;
}

QStringList WorksheetView::everything() const
{
    QStringList all;
    for (const QVariant &group : groups())
        all << group.toMap().value(QStringLiteral("own")).toStringList();
    return all;
}

bool WorksheetView::setLines(const QString &group, const QStringList &own, const QString &typed)
{
    QString label = list()->ask;
    for (const ListGroup &each : list()->groups)
        label = each.id == group ? each.label : label;
    const SheetAnswer before = m_filling->answer(group);
    return settle(m_filling->setWords(group, before.label.isEmpty() ? label : before.label, own, typed));
}

bool WorksheetView::add(const QString &group, const QString &text)
{
    const QString line = text.simplified();
    if (!list() || line.isEmpty())
        return false;
    const SheetAnswer before = m_filling->answer(group);
    QStringList own = before.words;
    if (!own.contains(line)) {
        if (own.size() >= mostSheetLines) {
            m_problemText = tr("This list is full. Take something away to add another.");
            Q_EMIT kept();
            return false;
        }
        own << line;
    }
    if (m_taken.group == group && m_taken.line == line)
        m_taken = {};
    // A suggestion leaves alone what is being typed.
    return setLines(group, own, before.typed.simplified() == line ? QString() : before.typed);
}

void WorksheetView::type(const QString &group, const QString &text)
{
    if (!list())
        return;
    const SheetAnswer before = m_filling->answer(group);
    if (before.typed != text)
        setLines(group, before.words, text);
}

void WorksheetView::takeAway(const QString &group, int index)
{
    if (!list())
        return;
    const SheetAnswer before = m_filling->answer(group);
    if (index < 0 || index >= before.words.size())
        return;
    QStringList own = before.words;
    const QString line = own.takeAt(index);
    m_taken = {group, line, index, pick() == line};
    if (setLines(group, own, before.typed) && m_taken.wasPicked)
        setPick({});
}

void WorksheetView::putBack()
{
    if (!list() || m_taken.line.isEmpty())
        return;
    const Taken taken = std::exchange(m_taken, {});
    const SheetAnswer before = m_filling->answer(taken.group);
    QStringList own = before.words;
    if (!own.contains(taken.line))
        own.insert(std::min<qsizetype>(taken.index, own.size()), taken.line);
    if (setLines(taken.group, own, before.typed) && taken.wasPicked && pick().isEmpty())
        setPick(taken.line);
}

QString WorksheetView::pick() const
{
    return m_filling ? m_filling->answer(pickId).words.value(0) : QString();
}

QString WorksheetView::pickTime() const
{
    return m_filling ? m_filling->answer(pickTimeId).words.value(0) : QString();
}

void WorksheetView::setPick(const QString &text)
{
    if (list())
        settle(m_filling->setWords(pickId, tr("Picked for now"), text.isEmpty() ? QStringList() : QStringList{text}));
}

void WorksheetView::setPickTime(const QString &text)
{
    if (list() && text != pickTime())
        settle(m_filling->setWords(pickTimeId, tr("When"), text.isEmpty() ? QStringList() : QStringList{text}));
}

QVariantList WorksheetView::items() const
{
    QVariantList rows;
    if (const ChecklistExercise *script = checklist()) {
        for (const ChecklistItem &item : script->items) {
            rows << QVariantMap{{QStringLiteral("id"), item.id},
                                {QStringLiteral("say"), item.say},
                                {QStringLiteral("minutes"), item.minutes},
                                {QStringLiteral("isDone"), !m_filling->answer(item.id).isBlank()}};
        }
    }
    return rows;
}

int WorksheetView::doneCount() const
{
    const QVariantList rows = items();
    return int(std::count_if(rows.cbegin(), rows.cend(),
                             [](const QVariant &row) { return row.toMap().value(QStringLiteral("isDone")).toBool(); }));
}

QString WorksheetView::thenSkill() const
{
    return !m_thenTitle.isEmpty() ? checklist()->then.skill : QString();
}

void WorksheetView::tick(const QString &id)
{
    const ChecklistExercise *script = checklist();
    if (!script)
        return;
    for (const ChecklistItem &item : script->items) {
        if (item.id == id)
            settle(m_filling->setWords(id, item.say,
                                       m_filling->answer(id).isBlank() ? QStringList{QStringLiteral("x")} : QStringList()));
    }
}

} // namespace handrail
