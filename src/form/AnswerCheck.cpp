// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "form/AnswerCheck.h"

#include "form/Temporal.h"

#include <QCache>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <limits>

namespace handrail {

namespace {

/// UTF-8 bytes. A FHIR R4 string is at most 1 MiB, and so is all that a server need take at once: the rest of the form goes with it.
constexpr qsizetype longestText = 1000 * 1000;
constexpr qsizetype longestAddress = 2048; ///< bytes: what is read of an uri
constexpr qsizetype mostAnswers = 1000;
/// What a form's pattern is tried on: so much of it, on so much text, for so many answers of one item. Beyond that it has no say.
constexpr qsizetype longestPattern = 1000;
constexpr qsizetype longestMatched = 1000;
constexpr qsizetype mostMatched = 20;

bool isBlank(const QVariant &value)
{
    return value.userType() == QMetaType::QString && value.toString().trimmed().isEmpty();
}

std::optional<QVariant> textFrom(const QVariant &value)
{
    return value.userType() == QMetaType::QString ? std::optional(value) : std::nullopt;
}

std::optional<QVariant> codeFrom(const QVariant &value)
{
    if (value.userType() == QMetaType::Bool)
        return QVariant(value.toBool() ? QStringLiteral("true") : QStringLiteral("false"));
    return textFrom(value);
}

std::optional<QVariant> numberFrom(const QVariant &value)
{
    if (value.userType() == QMetaType::Bool)
        return std::nullopt;
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(QVariant(number)) : std::nullopt;
}

std::optional<QVariant> quantityFrom(const FormItem &item, const QVariant &value)
{
    if (const auto known = quantityIn(value))
        return quantity(known->value, known->unit);
    const auto number = numberFrom(value);
    if (!number)
        return std::nullopt;
    return quantity(number->toDouble(), item.units.isEmpty() ? QString() : item.units.constFirst().code);
}

std::optional<QVariant> ownOrCode(const QVariant &value)
{
    const auto text = textFrom(value);
    const auto words = text ? ownWordsIn(text->toString()) : std::nullopt;
    return words && words->trimmed().isEmpty() ? std::optional(QVariant(QString())) : text;
}

/// One answer of those that the item can have. A blank stays one, and is left out by who asked.
std::optional<QVariant> oneFrom(const FormItem &item, const QVariant &value)
{
    switch (item.control) {
    case Control::Faces:
    case Control::Choice:
    case Control::Scale:
    case Control::YesNo:
    case Control::Chips: return codeFrom(value);
    case Control::OpenChoice: return ownOrCode(value);
    case Control::Slider:
    case Control::Stepper:
    case Control::Number: return numberFrom(value);
    case Control::Quantity: return quantityFrom(item, value);
    case Control::Text:
    case Control::Line:
    case Control::Url:
    case Control::Date:
    case Control::DateTime:
    case Control::Time: return textFrom(value);
    case Control::Display:
    case Control::Group:
    case Control::Unsupported: break;
    }
    return std::nullopt;
}

bool isList(const QVariant &value)
{
    return value.userType() == QMetaType::QStringList || value.userType() == QMetaType::QVariantList;
}

/// Chips hold a list in any case, others where the item repeats.
bool holdsList(const FormItem &item)
{
    return item.control == Control::Chips || item.repeats;
}

const Option *optionOf(const FormItem &item, const QString &code)
{
    const auto found = std::find_if(item.options.cbegin(), item.options.cend(), [&](const Option &o) { return o.code == code; });
    return found == item.options.cend() ? nullptr : &*found;
}

/// A form's pattern for whole answers, not valid when it is no pattern. To make one takes far longer than to try it, and a review tries all
/// of a form, so those of one long form are kept.
QRegularExpression compiled(const QString &pattern)
{
    static const QString limit = QStringLiteral("(*NO_JIT)(*LIMIT_MATCH=10000)(*LIMIT_DEPTH=1000)");
    thread_local QCache<QString, QRegularExpression> known(2000);
    if (const QRegularExpression *found = known.object(pattern))
        return *found;
    // By itself first: what is not whole alone must not become so by what stands around it.
    QRegularExpression whole(pattern);
    if (whole.isValid())
        whole.setPattern(limit + QRegularExpression::anchoredPattern(pattern));
    known.insert(pattern, new QRegularExpression(whole));
    return whole;
}

/// Whether a text breaks the form's pattern. The limit makes sure of an end: a pattern that goes back and forth for longer than it, like
/// one that is no pattern at all, says nothing. Written into the pattern, as Qt has no call for it; whatever the pattern sets itself can
/// only be less (PCRE2, "Setting match resource limits"). Without the compiler of patterns, which counts in another way.
bool breaksPattern(const FormItem &item, const QString &text)
{
    if (item.pattern.isEmpty() || item.pattern.size() > longestPattern || text.size() > longestMatched)
        return false;
    const QRegularExpression pattern = compiled(item.pattern);
    if (!pattern.isValid())
        return false;
    const QRegularExpressionMatch match = pattern.match(text.trimmed()); // sent without the blanks at its ends
    return match.isValid() && !match.hasMatch();
}

Validity ofText(const FormItem &item, const QString &text)
{
    const bool isTooLong = (item.maxLength > 0 && text.size() > item.maxLength)
        || (text.size() > longestText / 3 && text.toUtf8().size() > longestText); // 3 bytes at most for each of its units
    return isTooLong ? Validity::TooLong : Validity::Fine;
}

Validity ofPlainText(const FormItem &item, const QString &text, bool isMatched)
{
    const Validity validity = ofText(item, text);
    return validity == Validity::Fine && isMatched && breaksPattern(item, text) ? Validity::NotAsAsked : validity;
}

Validity ofNumber(const FormItem &item, double number)
{
    const bool isScale = item.control == Control::Slider || item.control == Control::Stepper;
    if ((isScale || item.hasMinimum) && number < item.minimum)
        return Validity::TooSmall;
    if ((isScale || item.hasMaximum) && number > item.maximum)
        return Validity::TooLarge;
    if (item.type == ItemType::Integer) {
        if (std::floor(number) != number)
            return Validity::NotWhole;
        if (number < std::numeric_limits<qint32>::min()) // FHIR R4 integer
            return Validity::TooSmall;
        return number > std::numeric_limits<qint32>::max() ? Validity::TooLarge : Validity::Fine;
    }
    if (item.maximumDecimals >= 0) {
        constexpr double dust = 1e-6;
        const double scaled = number * std::pow(10.0, std::min(item.maximumDecimals, 9));
        if (std::abs(scaled - std::round(scaled)) > dust)
            return Validity::TooManyDecimals;
    }
    return Validity::Fine;
}

Validity ofQuantity(const FormItem &item, const QVariant &value)
{
    const auto measured = quantityIn(value);
    if (!measured)
        return Validity::WrongType;
    const bool isOffered = item.units.isEmpty()
        || std::any_of(item.units.cbegin(), item.units.cend(), [&](const Unit &unit) { return unit.code == measured->unit; });
    if (!isOffered)
        return Validity::NotOffered;
    // A limit in another unit says nothing: nothing is converted here.
    const auto limitOf = [&](const QVariant &limit) {
        const auto known = quantityIn(limit);
        return known && (known->unit.isEmpty() || known->unit == measured->unit) ? std::optional(known->value) : std::nullopt;
    };
    if (const auto least = limitOf(item.leastQuantity); least && measured->value < *least)
        return Validity::TooSmall;
    if (const auto most = limitOf(item.mostQuantity); most && measured->value > *most)
        return Validity::TooLarge;
    return ofNumber(item, measured->value);
}

Validity ofTemporal(const FormItem &item, const QString &text)
{
    const ItemType type = item.control == Control::Date ? ItemType::Date
        : item.control == Control::Time                 ? ItemType::Time
                                                        : ItemType::DateTime;
    const auto moment = readTemporal(text, type);
    if (!moment)
        return Validity::Unreadable;
    const auto earliest = readTemporal(item.earliest, type);
    const auto latest = readTemporal(item.latest, type);
    if (earliest && compare(*moment, *earliest).value_or(0) < 0)
        return Validity::TooSmall;
    return latest && compare(*moment, *latest).value_or(0) > 0 ? Validity::TooLarge : Validity::Fine;
}

/// `isMatched`: also against the form's pattern.
Validity ofOne(const FormItem &item, const QVariant &value, bool isMatched)
{
    const QString text = value.userType() == QMetaType::QString ? value.toString() : QString();
    switch (item.control) {
    case Control::Faces:
    case Control::Choice:
    case Control::Scale:
    case Control::YesNo:
    case Control::Chips: return optionOf(item, text) ? Validity::Fine : Validity::NotOffered;
    case Control::OpenChoice:
        if (const auto words = ownWordsIn(text))
            return ofText(item, *words);
        return optionOf(item, text) ? Validity::Fine : Validity::NotOffered;
    case Control::Slider:
    case Control::Stepper:
    case Control::Number: return ofNumber(item, value.toDouble());
    case Control::Quantity: return ofQuantity(item, value);
    case Control::Date:
    case Control::DateTime:
    case Control::Time: return ofTemporal(item, text);
    case Control::Text:
    case Control::Line: return ofPlainText(item, text, isMatched);
    case Control::Url: {
        const bool hasBlank = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
        return hasBlank || text.toUtf8().size() > longestAddress ? Validity::Unreadable : ofPlainText(item, text, isMatched);
    }
    case Control::Display:
    case Control::Group:
    case Control::Unsupported: break;
    }
    return Validity::WrongType;
}

Validity ofList(const FormItem &item, const QVariantList &list)
{
    Validity first = Validity::Fine;
    bool hasExclusive = false;
    const bool isMatched = list.size() <= mostMatched;
    for (const QVariant &one : list) {
        const Validity validity = ofOne(item, one, isMatched);
        if (validity == Validity::NotOffered || validity == Validity::WrongType)
            return validity; // never kept, whatever else there is
        first = first == Validity::Fine ? validity : first;
        const Option *option = one.userType() == QMetaType::QString ? optionOf(item, one.toString()) : nullptr;
        hasExclusive = hasExclusive || (option && option->isExclusive);
    }
    if (first != Validity::Fine)
        return first;
    if (hasExclusive && list.size() > 1)
        return Validity::NotAlone;
    if (item.maximumAnswers > 0 && list.size() > item.maximumAnswers)
        return Validity::TooMany;
    return list.size() < item.minimumAnswers ? Validity::TooFew : Validity::Fine;
}

} // namespace

std::optional<QVariant> fittedAnswer(const FormItem &item, const QVariant &value)
{
    if (!value.isValid())
        return QVariant();
    QVariantList given = isList(value) ? value.toList() : QVariantList{value};
    if (given.size() > mostAnswers || (!holdsList(item) && given.size() > 1))
        return std::nullopt;
    QVariantList list;
    for (const QVariant &one : std::as_const(given)) {
        const std::optional<QVariant> fitted = oneFrom(item, one);
        if (!fitted)
            return std::nullopt;
        const bool isChoice = item.control == Control::Chips || item.control == Control::OpenChoice;
        if (!isBlank(*fitted) && !(isChoice && list.contains(*fitted)))
            list << *fitted;
    }
    if (list.isEmpty())
        return QVariant();
    if (!holdsList(item))
        return list.constFirst();
    if (item.control == Control::Chips || item.control == Control::OpenChoice) {
        QStringList codes;
        for (const QVariant &code : std::as_const(list))
            codes << code.toString();
        return QVariant(codes);
    }
    return QVariant(list);
}

Validity validityOf(const FormItem &item, const QVariant &fitted)
{
    if (!fitted.isValid())
        return item.isRequired ? Validity::Missing : Validity::Fine;
    return isList(fitted) ? ofList(item, fitted.toList()) : ofOne(item, fitted, true);
}

} // namespace handrail
