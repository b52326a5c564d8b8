// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Form.h"

#include <cmath>

namespace handrail {

namespace {

/// No linkId, code or text that was read holds it: control characters are taken out of all of them.
constexpr QChar mark{0x1F};
constexpr int deepestPath = 64;
constexpr int highestCopy = 100000;

const QString valueName = QStringLiteral("value");
const QString unitName = QStringLiteral("unit");

} // namespace

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
