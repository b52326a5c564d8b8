// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "form/TypedNumber.h"

#include <algorithm>

namespace handrail {

namespace {

constexpr qsizetype maximumDigits = 15; // what a double keeps

bool isSeparator(QChar c)
{
    return c == u'.' || c == u',' || c.unicode() == 0x066B || c.unicode() == 0x066C || c.unicode() == 0xFF0E
        || c.unicode() == 0xFF0C;
}

/// The separator as it is written without its script: Arabic and full-width ones have their own.
QChar plain(QChar c)
{
    return c.unicode() == 0x066B || c.unicode() == 0xFF0E ? QChar(u'.')
        : c.unicode() == 0x066C || c.unicode() == 0xFF0C  ? QChar(u',')
                                                          : c;
}

bool isMinus(QChar c)
{
    return c == u'-' || c.unicode() == 0x2212;
}

/// Digits, separators and nothing else, each in its plain form. nullopt for any other character.
std::optional<QString> plainText(const QString &text)
{
    QString result;
    const QList<uint> points = text.trimmed().toUcs4();
    for (const uint point : points) {
        const int digit = QChar::digitValue(point);
        const QChar c = point <= 0xFFFF ? QChar(ushort(point)) : QChar();
        if (digit >= 0)
            result += QChar(u'0' + digit);
        else if (c.unicode() == 0x066C) // of thousands alone
            result += u' ';
        else if (isSeparator(c))
            result += plain(c);
        else if (isMinus(c) || c == u'+')
            result += isMinus(c) ? u'-' : u'+';
        else if (c.category() == QChar::Other_Format) // marks of direction, which keyboards of right-to-left scripts write
            continue;
        else if (c.isSpace() || c == u'\'' || c.unicode() == 0x2019)
            result += u' ';
        else
            return std::nullopt;
    }
    return result;
}

/// Where the decimals start: the index of their separator, -1 when there are none, -2 when it cannot be a number.
qsizetype decimalsIn(const QString &number, const QLocale &locale)
{
    const qsizetype lastPoint = number.lastIndexOf(u'.');
    const qsizetype lastComma = number.lastIndexOf(u',');
    const qsizetype last = std::max(lastPoint, lastComma);
    if (last < 0)
        return -1;
    const auto count = number.count(number.at(last));
    if (lastPoint >= 0 && lastComma >= 0)
        return count == 1 ? last : -2; // 1.234,5 and 1,234.5; but 1.234,567,890 is neither
    if (count > 1)
        return -1; // 1,234,567
    const bool isOfThousands =
        last > 0 && number.size() - last - 1 == 3 && locale.groupSeparator() == number.at(last) && number.at(0) != u'0';
    return isOfThousands ? -1 : last;
}

/// Groups of three digits each after the first, which has one to three.
bool isGrouped(const QString &whole)
{
    const QStringList groups = QString(whole).replace(u',', u' ').replace(u'.', u' ').split(u' ');
    if (groups.size() == 1)
        return !groups.constFirst().isEmpty() || whole.isEmpty();
    const bool isFirstFine = !groups.constFirst().isEmpty() && groups.constFirst().size() <= 3;
    return isFirstFine && std::all_of(groups.begin() + 1, groups.end(), [](const QString &group) { return group.size() == 3; });
}

} // namespace

std::optional<double> readTypedNumber(const QString &text, const QLocale &locale)
{
    constexpr qsizetype longest = 40;
    if (text.size() > longest)
        return std::nullopt;
    std::optional<QString> number = plainText(text);
    if (!number || number->isEmpty())
        return std::nullopt;
    const bool isNegative = number->startsWith(u'-');
    if (isNegative || number->startsWith(u'+'))
        *number = number->mid(1).trimmed();
    if (number->contains(u'-') || number->contains(u'+'))
        return std::nullopt;
    const qsizetype point = decimalsIn(*number, locale);
    if (point == -2)
        return std::nullopt;
    const QString whole = point < 0 ? *number : number->left(point);
    const QString decimals = point < 0 ? QString() : number->mid(point + 1);
    const bool areDecimalsFine = std::all_of(decimals.begin(), decimals.end(), [](QChar c) { return c.isDigit(); });
    const QString digits = QString(whole).remove(u' ').remove(u',').remove(u'.');
    if (!areDecimalsFine || !isGrouped(whole) || digits.size() + decimals.size() == 0
        || digits.size() + decimals.size() > maximumDigits)
        return std::nullopt;
    const double value = QLocale::c().toDouble((digits.isEmpty() ? QStringLiteral("0") : digits) + u'.'
                                               + (decimals.isEmpty() ? QStringLiteral("0") : decimals));
    return isNegative ? -value : value;
}

} // namespace handrail
