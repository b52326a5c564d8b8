// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Form.h"

#include <algorithm>
#include <cmath>

namespace handrail {

namespace {

/// No linkId, code or text that was read holds it: control characters are taken out of all of them.
constexpr QChar mark{0x1F};
constexpr int deepestPath = 64;
constexpr int highestCopy = 100000;

const QString valueName = QStringLiteral("value");
const QString unitName = QStringLiteral("unit");

void collectChains(const QList<FormItem> &items, QList<const FormItem *> &above, QHash<QString, QList<const FormItem *>> &chains)
{
    for (const FormItem &item : items) {
        above << &item;
        chains.insert(item.linkId, above);
        collectChains(item.children, above, chains);
        above.removeLast();
    }
}

} // namespace

const FormItem *itemIn(const QList<FormItem> &items, const QString &linkId)
{
    for (const FormItem &item : items) {
        if (item.linkId == linkId)
            return &item;
        if (const FormItem *below = itemIn(item.children, linkId))
            return below;
    }
    return nullptr;
}

QString answerKey(const QString &linkId, const QList<int> &path)
{
    qsizetype size = path.size();
    while (size > 0 && path.at(size - 1) == 0)
        --size;
    QString key = linkId;
    for (qsizetype i = 0; i < size; ++i)
        key += (i == 0 ? mark : QChar(u'.')) + QString::number(path.at(i));
    return key;
}

QString linkIdOf(const QString &key)
{
    return key.section(mark, 0, 0);
}

QList<int> pathOf(const QString &key)
{
    const qsizetype start = key.indexOf(mark);
    if (start < 0)
        return {};
    QList<int> path;
    for (const QString &number : key.mid(start + 1).split(u'.')) {
        bool isNumber = false;
        const int copy = number.toInt(&isNumber);
        if (!isNumber || copy < 0 || copy > highestCopy || path.size() >= deepestPath)
            return {};
        path << copy;
    }
    while (!path.isEmpty() && path.constLast() == 0)
        path.removeLast();
    return path;
}

QHash<QString, int> copiesIn(const Form &form, const Answers &answers)
{
    QHash<QString, int> copies;
    QHash<QString, QList<const FormItem *>> chains;
    for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
        const QList<int> path = pathOf(it.key());
        if (path.isEmpty())
            continue;
        if (chains.isEmpty()) {
            QList<const FormItem *> above;
            collectChains(form.items, above, chains);
        }
        const QList<const FormItem *> chain = chains.value(linkIdOf(it.key()));
        for (qsizetype level = 0; level < path.size() && level < chain.size(); ++level) {
            const FormItem &group = *chain.at(level);
            if (path.at(level) == 0 || group.type != ItemType::Group || !group.repeats)
                continue;
            int &count = copies[answerKey(group.linkId, path.mid(0, level))];
            const int most = group.maximumAnswers > 0 ? std::min(group.maximumAnswers, mostCopiesOfGroup) : mostCopiesOfGroup;
            count = std::max(count, std::min(path.at(level) + 1, most));
        }
    }
    return copies;
}

QString ownWords(const QString &text)
{
    return mark + text;
}

std::optional<QString> ownWordsIn(const QString &value)
{
    return value.startsWith(mark) ? std::optional(value.mid(1)) : std::nullopt;
}

QVariant quantity(double value, const QString &unit)
{
    return QVariantMap{{valueName, value}, {unitName, unit}};
}

std::optional<QuantityValue> quantityIn(const QVariant &answer)
{
    const QVariantMap map = answer.toMap();
    bool isNumber = false;
    const double value = map.value(valueName).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value))
        return std::nullopt;
    return QuantityValue{value, map.value(unitName).toString()};
}

} // namespace handrail
