// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/TypedAnswer.h"

#include "form/TypedNumber.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace handrail {

namespace {

/// The locale's own short form, with a year of four digits.
QString dayFormat(const QLocale &locale)
{
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains(QLatin1String("yyyy")))
        format.replace(QLatin1String("yy"), QLatin1String("yyyy"));
    return format;
}

/// Where the year, the month and the day stand in what this locale writes: "mdy".
QString orderOf(const QLocale &locale)
{
    QString order;
    for (const QChar c : dayFormat(locale).toLower()) {
        if (QStringView(u"ymd").contains(c) && !order.contains(c))
            order += c;
    }
    return order.size() == 3 ? order : QStringLiteral("mdy");
}

/// The numbers of a text that has nothing else but one sign between each two; empty for anything else.
QStringList numbersIn(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^\\d{1,4}(?:\\s*[-/.\\s]\\s*\\d{1,4}){0,2}\\.?$"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression between(QStringLiteral("[-/.\\s]+"));
    return shape.match(text).hasMatch() ? text.split(between, Qt::SkipEmptyParts) : QStringList();
}

std::optional<QString> readDay(const QString &text, const QLocale &locale)
{
    const QStringList parts = numbersIn(text);
    const auto isYear = [](const QString &part) { return part.size() == 4; };
    QString year;
    QString month = QStringLiteral("1");
    QString day = QStringLiteral("1");
    if (parts.size() == 1 && isYear(parts[0])) {
        year = parts[0];
    } else if (parts.size() == 2 && isYear(parts[0]) != isYear(parts[1])) {
        year = isYear(parts[0]) ? parts[0] : parts[1];
        month = isYear(parts[0]) ? parts[1] : parts[0];
    } else if (parts.size() == 3) {
        const QString order = isYear(parts[0]) ? QStringLiteral("ymd") : orderOf(locale);
        year = parts[order.indexOf(u'y')];
        month = parts[order.indexOf(u'm')];
        day = parts[order.indexOf(u'd')];
    }
    const QDate date(year.toInt(), month.toInt(), day.toInt());
    if (!isYear(year) || !date.isValid())
        return std::nullopt;
    // Not more exact than it was said.
    return date.toString(parts.size() == 1       ? QStringLiteral("yyyy")
                             : parts.size() == 2 ? QStringLiteral("yyyy-MM")
                                                 : QStringLiteral("yyyy-MM-dd"));
}

bool hasHalves(const QLocale &locale)
{
    return locale.timeFormat(QLocale::ShortFormat).contains(u'a', Qt::CaseInsensitive);
}

QTime readTime(const QString &text, const QLocale &locale)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{1,2})(?:[:.h](\\d{2}))?(?:[:.](\\d{2}))?\\s*(\\D*)$"));
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return {};
    const auto letters = [](QString word) { return word.toLower().remove(QRegularExpression(QStringLiteral("[^\\p{L}]"))); };
    const QString half = letters(match.captured(4));
    int hour = match.captured(1).toInt();
    if (!half.isEmpty()) {
        const bool isMorning = half == QLatin1String("am") || half == QLatin1String("a") || half == letters(locale.amText());
        const bool isEvening = half == QLatin1String("pm") || half == QLatin1String("p") || half == letters(locale.pmText());
        if (isMorning == isEvening || hour < 1 || hour > 12)
            return {};
        hour = hour % 12 + (isEvening ? 12 : 0);
    } else {
        // "7" may be either half of the day, and where days have halves "10:30" may be, too. Nobody writes "07:30" in the evening.
        const bool isEither = hour >= 1 && hour <= 12 && !match.captured(1).startsWith(u'0');
        if (match.captured(2).isEmpty() || (isEither && hasHalves(locale)))
            return {};
    }
    return QTime(hour, match.captured(2).toInt(), match.captured(3).toInt());
}

std::optional<QVariant> readDateTime(const QString &text, const Writing &writing)
{
    // The day ends where the rest is a time; the longest time wins, so that the blank within "7:30 pm" ends nothing.
    for (qsizetype i = text.indexOf(u' '); i > 0; i = text.indexOf(u' ', i + 1)) {
        const std::optional<QString> day = readDay(text.left(i).remove(u',').trimmed(), writing.locale);
        const QTime time = readTime(text.mid(i + 1).trimmed(), writing.locale);
        if (!day || day->size() != 10 || !time.isValid())
            continue;
        const QDateTime moment(QDate::fromString(*day, Qt::ISODate), time, writing.zone);
        return moment.isValid() ? std::optional<QVariant>(moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODate))
                                : std::nullopt;
    }
    const std::optional<QString> day = readDay(text, writing.locale);
    return day ? std::optional<QVariant>(*day) : std::nullopt;
}

QString dayText(const QString &answer, const QLocale &locale)
{
    const QDate day = QDate::fromString(answer, Qt::ISODate);
    return day.isValid() ? locale.toString(day, dayFormat(locale)) : answer; // a year or a month stays as it is
}

QString timeText(const QTime &time, const QLocale &locale)
{
    return locale.toString(time, QLocale::ShortFormat);
}

} // namespace

QString writtenNumber(double number, const Writing &writing)
{
    QLocale plain = writing.locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return plain.toString(number, 'f', QLocale::FloatingPointShortest);
}

std::optional<QVariant> readTyped(const FormItem &item, const QString &text, const Writing &writing)
{
    const QString said = text.trimmed();
    if (said.isEmpty())
        return std::nullopt;
    switch (item.control) {
    case Control::Number:
    case Control::Quantity: {
        const std::optional<double> number = readTypedNumber(said, writing.locale);
        return number ? std::optional<QVariant>(*number) : std::nullopt;
    }
    case Control::Date: {
        const std::optional<QString> day = readDay(said, writing.locale);
        return day ? std::optional<QVariant>(*day) : std::nullopt;
    }
    case Control::DateTime: return readDateTime(said, writing);
    case Control::Time: {
        const QTime time = readTime(said, writing.locale);
        return time.isValid() ? std::optional<QVariant>(time.toString(QStringLiteral("HH:mm:ss"))) : std::nullopt;
    }
    default: return QVariant(text);
    }
}

bool isHalfMissing(const FormItem &item, const QString &text, const Writing &writing)
{
    const bool hasTime = item.control == Control::Time || item.control == Control::DateTime;
    return hasTime && hasHalves(writing.locale) && !readTyped(item, text, writing)
        && readTyped(item, QString(text % QLatin1String(" am")), writing);
}

std::optional<QVariant> readLines(const FormItem &item, const QStringList &lines, const QStringList &units, const Writing &writing)
{
    QVariantList values;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString &line = lines.at(i);
        if (line.trimmed().isEmpty())
            continue;
        const std::optional<QVariant> value = readTyped(item, line, writing);
        if (!value)
            return std::nullopt;
        values << (item.control == Control::Quantity ? quantity(value->toDouble(), units.value(i)) : *value);
    }
    if (values.isEmpty())
        return QVariant();
    return item.repeats ? QVariant(values) : values.constFirst();
}

QString typedText(const FormItem &item, const QVariant &answer, const Writing &writing)
{
    if (!answer.isValid())
        return {};
    switch (item.control) {
    case Control::Number: return writtenNumber(answer.toDouble(), writing);
    case Control::Quantity: {
        const std::optional<QuantityValue> quantity = quantityIn(answer);
        return quantity ? writtenNumber(quantity->value, writing) : QString();
    }
    case Control::Date: return dayText(answer.toString(), writing.locale);
    case Control::DateTime: {
        const QString text = answer.toString();
        if (!text.contains(u'T'))
            return dayText(text, writing.locale);
        // The time on the wall where it was said, whatever zone this device is in now. A server that writes it in UTC keeps no such wall.
        QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
        if (moment.timeSpec() == Qt::UTC)
            moment = moment.toTimeZone(writing.zone);
        return moment.isValid()
            ? writing.locale.toString(moment.date(), dayFormat(writing.locale)) + u' ' + timeText(moment.time(), writing.locale)
            : text;
    }
    case Control::Time: {
        const QTime time = QTime::fromString(answer.toString(), Qt::ISODate);
        return time.isValid() ? timeText(time, writing.locale) : answer.toString();
    }
    default: return answer.toString();
    }
}

QString typedExample(Control control, const Writing &writing)
{
    const QDate day(2026, 11, 18);
    const QTime time(19, 30);
    switch (control) {
    case Control::Date: return writing.locale.toString(day, dayFormat(writing.locale));
    case Control::DateTime: return writing.locale.toString(day, dayFormat(writing.locale)) + u' ' + timeText(time, writing.locale);
    case Control::Time: return timeText(time, writing.locale);
    case Control::Url: return QStringLiteral("https://example.org");
    default: return {};
    }
}

} // namespace handrail
