// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "SheetPlay.h"

#include "view/SheetText.h"

#include <algorithm>

namespace handrail {

using Type = WorksheetField::Type;

OwnSheet SheetPlay::kept()
{
    const OwnSheets all = ownSheets(*m_stage.app().account().records()).value_or(OwnSheets());
    for (const OwnSheet &sheet : all.sheets) { // the last changed first
        if (sheet.skill == m_skill)
            return sheet;
    }
    return {};
}

bool SheetPlay::isKept(const QString &field, const QStringList &words, const QStringList &marks)
{
    const bool isSo = screen().waitUntil([&] {
        const OwnSheet sheet = kept();
        const SheetAnswer *answer = sheet.answer(field);
        QStringList there = answer ? answer->words : QStringList();
        while (there.size() > words.size() && there.constLast().isEmpty()) // hours that nobody wrote at
            there.removeLast();
        return answer && there == words && (marks.isEmpty() || answer->marks.mid(0, marks.size()) == marks);
    });
    if (!isSo) {
        const OwnSheet sheet = kept();
        const SheetAnswer *answer = sheet.answer(field);
        qWarning("%s, %s: \"%s\" and not \"%s\"", qPrintable(m_skill), qPrintable(field),
                 qPrintable(answer ? answer->words.join(u'|') : QStringLiteral("nothing")), qPrintable(words.join(u'|')));
    }
    return isSo;
}

bool SheetPlay::isDone(const std::function<bool()> &inTheMiddle)
{
    return screen().scrollTo(QStringLiteral("Done")) && inTheMiddle() && press(QStringLiteral("Done"))
        && screen().waitUntil([this] { return kept().isDone; });
}

/// Of options that are called the same in two fields no name finds the second one: `once` has those that stand in one alone.
bool SheetPlay::pickOptions(const WorksheetField &field, const QStringList &once, QStringList &words)
{
    QStringList options = field.options;
    options.removeIf([&](const QString &option) { return !once.contains(option); });
    const qsizetype most = field.type == Type::Choice ? 1 : 2;
    for (const QString &option : options.mid(std::max<qsizetype>(0, options.size() - most))) {
        if (!press(option))
            return false;
        // Some answers show Help at once.
        if (field.helps.contains(option) && (!screen().waitFor(QStringLiteral("Call 988")) || !press(QStringLiteral("Back"))))
            return false;
        words << option;
    }
    return !words.isEmpty();
}

bool SheetPlay::answer(const WorksheetField &field, const QStringList &once, QStringList &words, QStringList &marks)
{
    const auto mine = [this] { return QStringLiteral("mine %1").arg(++m_written); };
    switch (field.type) {
    case Type::Text:
    case Type::Person:
    case Type::Time: words << mine(); return type(field.label, words.constLast());
    case Type::Scale:
        words << QStringLiteral("2");
        for (int i = 0; i < 3; ++i) { // the first picks the lowest
            if (!screen().waitFor(field.label) || !screen().increase(field.label))
                return false;
        }
        return true;
    case Type::Choice:
    case Type::Choices: return pickOptions(field, once, words);
    case Type::List:
        for (int line = 1; line <= field.count; ++line) {
            words << mine();
            if (!type(QStringLiteral("%1, line %2").arg(field.label).arg(line), words.constLast()))
                return false;
        }
        return true;
    case Type::Grid:
        for (const QString &row : field.rows) {
            for (const QString &column : field.columns) {
                words << mine();
                if (!type(QStringLiteral("%1, %2").arg(row, column), words.constLast()))
                    return false;
            }
        }
        return true;
    case Type::Planner: {
        const TimeText text(m_stage.app().preferences().locale());
        const auto hour = [&](int at) { return hourText(at, text).replace(QChar(QChar::Nbsp), u' '); };
        words << mine() << mine();
        marks << QString() << field.marks.value(0);
        return type(hour(field.from), words.at(0)) && type(hour(field.from + 1), words.at(1))
            && press(hour(field.from + 1) + QStringLiteral(", no mark"));
    }
    }
    return false;
}

bool SheetPlay::fill(const WorksheetExercise &sheet, const std::function<bool()> &inTheMiddle)
{
    QStringList all;
    for (const WorksheetField &field : sheet.fields)
        all << field.options;
    QStringList once = all;
    once.removeIf([&](const QString &option) { return all.count(option) > 1; });
    QHash<QString, std::pair<QStringList, QStringList>> written;
    for (const WorksheetField &field : sheet.fields) {
        auto &[words, marks] = written[field.id];
        if (!answer(field, once, words, marks) || !isKept(field.id, words, marks))
            return false;
    }
    if (!isDone(inTheMiddle))
        return false;
    // Nothing that came later took another's place.
    return std::all_of(sheet.fields.begin(), sheet.fields.end(), [&](const WorksheetField &field) {
        const auto &[words, marks] = written[field.id];
        return isKept(field.id, words, marks);
    });
}

bool SheetPlay::addTo(const QString &group, const QString &label, const QStringList &suggestions, QString &last)
{
    const OwnSheet before = kept();
    QStringList words = before.answer(group) ? before.answer(group)->words : QStringList();
    QStringList left = suggestions;
    left.removeIf([&](const QString &one) { return words.contains(one); });
    if (!left.isEmpty()) {
        words << left.constFirst();
        if (!press(left.constFirst()) || !isKept(group, words))
            return false;
    }
    last = QStringLiteral("mine %1 of %2").arg(words.size()).arg(group);
    words << last;
    return type(label.isEmpty() ? QStringLiteral("Add my own") : QStringLiteral("Add my own: %1").arg(label), last)
        && press(QStringLiteral("Add: ") + last) && isKept(group, words);
}

bool SheetPlay::fill(const ListExercise &list, const std::function<bool()> &inTheMiddle)
{
    QString last;
    const QString any = list.groups.isEmpty() ? QString() : QStringLiteral("Any time");
    if (!list.suggestions.isEmpty() && !addTo(QStringLiteral("own"), any, list.suggestions, last))
        return false;
    for (const ListGroup &group : list.groups) {
        if (!addTo(group.id, group.label, group.suggestions, last))
            return false;
    }
    if (list.isPicked) {
        // The list is the same one each time, with what was picked the last time.
        const OwnSheet before = kept();
        const SheetAnswer *then = before.answer(QStringLiteral("pick-time"));
        const QString time =
            then && then->words.contains(QStringLiteral("Tomorrow")) ? QStringLiteral("In 1 hour") : QStringLiteral("Tomorrow");
        if (!press(last) || !isKept(QStringLiteral("pick"), {last}) || !press(time) || !isKept(QStringLiteral("pick-time"), {time}))
            return false;
    }
    return isDone(inTheMiddle);
}

bool SheetPlay::fill(const ChecklistExercise &list, const std::function<bool()> &inTheMiddle)
{
    for (qsizetype i = 0; i < list.items.size(); ++i) {
        const QString said = QStringLiteral("%1 of %2 done").arg(i + 1).arg(list.items.size());
        if (!press(list.items.at(i).say + u'*') || !screen().waitFor(said))
            return false;
    }
    return isDone(inTheMiddle) && std::none_of(list.items.begin(), list.items.end(), [this](const ChecklistItem &item) {
               const OwnSheet sheet = kept();
               const SheetAnswer *answer = sheet.answer(item.id);
               return !answer || answer->isBlank();
           });
}

} // namespace handrail
