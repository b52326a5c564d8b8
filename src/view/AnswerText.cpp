// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/AnswerText.h"

#include <QCoreApplication>
#include <algorithm>

namespace handrail {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FormField)
};

QString textOf(const FormItem &item, const QString &code)
{
    if (const std::optional<QString> own = ownWordsIn(code))
        return *own;
    for (const Option &option : item.options) {
        if (option.code == code)
            return optionText(item, option);
    }
    return code;
}

/// 5.5 as "5½", the way people say hours.
QString halves(double number)
{
    const int whole = int(number);
    if (number - whole < 0.25)
        return QString::number(whole);
    if (whole == 0)
        return QStringLiteral("½");
    return QString::number(whole) + u'½';
}

QString oneText(const FormItem &item, const QVariant &value, const Writing &writing)
{
    QString text = typedText(item, value, writing);
    if (const std::optional<QuantityValue> quantity = item.control == Control::Quantity ? quantityIn(value) : std::nullopt) {
        for (const Unit &unit : item.units) {
            if (unit.code == quantity->unit)
                text += QChar::Nbsp + unit.text;
        }
    }
    return text;
}

} // namespace

QString unbroken(QString text)
{
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        if (text.at(i) == u'-' && text.at(i - 1).isLetter() && text.at(i + 1).isLetter())
            text[i] = QChar(0x2011);
    }
    return text;
}

QString optionText(const FormItem &item, const Option &option)
{
    if (item.type == ItemType::Boolean) // a form has no words of its own for these
        return option.code == QLatin1String("true") ? Words::tr("Yes") : Words::tr("No");
    return option.text;
}

QList<FormItem> questions(const QList<FormItem> &items)
{
    QList<FormItem> flat;
    for (const FormItem &item : items) {
        if (item.isHidden)
            continue;
        if (isAnswerable(item))
            flat << item;
        flat += questions(item.children);
    }
    return flat;
}

QString answerText(const FormItem &item, const QVariant &value, const Writing &writing)
{
    if (!value.isValid())
        return Words::tr("Skipped");
    switch (item.control) {
    case Control::Slider:
        return Words::tr("%1 of %2").arg(writtenNumber(value.toDouble(), writing), writtenNumber(item.maximum, writing));
    case Control::Stepper:
        return item.linkId == QLatin1String("sleep-hours")
            ? (qFuzzyCompare(value.toDouble(), 1.0) ? Words::tr("1 hour") : Words::tr("%1 hours").arg(halves(value.toDouble())))
            : writtenNumber(value.toDouble(), writing);
    case Control::Chips:
    case Control::OpenChoice: {
        QStringList texts;
        for (const QString &code : value.toStringList())
            texts << textOf(item, code);
        return texts.join(QStringLiteral(", "));
    }
    case Control::Text: return value.toStringList().join(u'\n');
    default: break;
    }
    if (!isTyped(item.control))
        return textOf(item, value.toString());
    QStringList texts;
    for (const QVariant &one : value.metaType().id() == QMetaType::QVariantList ? value.toList() : QVariantList{value})
        texts << oneText(item, one, writing);
    return texts.join(QStringLiteral(", "));
}

QString validityText(const FormItem &item, Validity validity, const Writing &writing, const QStringList &lines)
{
    const auto limit = [&](bool isUpper) {
        const QString edge = isUpper ? item.latest : item.earliest;
        if (const QVariant measured = isUpper ? item.mostQuantity : item.leastQuantity; measured.isValid())
            return oneText(item, measured, writing);
        return edge.isEmpty() ? writtenNumber(isUpper ? item.maximum : item.minimum, writing) : typedText(item, edge, writing);
    };
    switch (validity) {
    case Validity::Fine: return {};
    case Validity::Missing: return Words::tr("Your clinic needs an answer here.");
    case Validity::TooSmall:
        return item.earliest.isEmpty() ? Words::tr("This can be %1 or more.").arg(limit(false))
                                       : Words::tr("This can be %1 or later.").arg(limit(false));
    case Validity::TooLarge:
        return item.latest.isEmpty() ? Words::tr("This can be %1 or less.").arg(limit(true))
                                     : Words::tr("This can be %1 or earlier.").arg(limit(true));
    case Validity::NotWhole: return Words::tr("Please write a whole number, like 3.");
    case Validity::TooManyDecimals:
        return Words::tr("That is more exact than your clinic can take. Please leave out the last digits.");
    case Validity::TooLong:
        // Without a limit of the form's it is the most that goes into one message.
        return item.maxLength > 0 ? Words::tr("This can be %n letter(s) long.", nullptr, item.maxLength)
                                  : Words::tr("This is too long to send. Please make it shorter.");
    case Validity::Unreadable: {
        const QString example = typedExample(item.control, writing);
        const auto isHalf = [&](const QString &line) { return isHalfMissing(item, line, writing); };
        if (std::any_of(lines.cbegin(), lines.cend(), isHalf))
            return Words::tr("Please add AM or PM, like this: %1").arg(example);
        return item.control == Control::Number || item.control == Control::Quantity
            ? Words::tr("Please write it as a number, like 3 or 3.5.")
            : Words::tr("That can’t be read. Please write it like this: %1").arg(example);
    }
    case Validity::NotAsAsked:
        return item.placeholder.isEmpty()
            ? Words::tr("Your clinic asks for this in another way. Please check what you wrote.")
            : Words::tr("Your clinic asks for this in another way. Please write it like this: %1").arg(item.placeholder);
    case Validity::TooFew: return Words::tr("Please give %n answer(s) or more.", nullptr, item.minimumAnswers);
    case Validity::TooMany: return Words::tr("Please give %n answer(s) at most.", nullptr, item.maximumAnswers);
    case Validity::NotAlone: return Words::tr("One of these goes alone. Please pick that one, or the others.");
    case Validity::NotOffered:
    case Validity::WrongType: return Words::tr("Please pick one of the answers.");
    }
    return {};
}

} // namespace handrail
