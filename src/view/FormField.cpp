// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/FormField.h"

#include "form/FormState.h"

#include <QCoreApplication>
#include <algorithm>

namespace handrail {

static_assert(int(FormField::Unsupported) == int(Control::Unsupported) && int(FormField::Scale) == int(Control::Scale));

QString unbroken(QString text)
{
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        if (text.at(i) == u'-' && text.at(i - 1).isLetter() && text.at(i + 1).isLetter())
            text[i] = QChar(0x2011);
    }
    return text;
}

FormField::FormField(FormItem item, QVariant value, QObject *parent)
    : QObject(parent)
    , m_item(std::move(item))
    , m_value(std::move(value))
{
}

QVariantList FormField::options() const
{
    QVariantList options;
    for (const Option &option : m_item.options) {
        options << QVariantMap{{QStringLiteral("code"), option.code},
                               {QStringLiteral("text"), option.text},
                               {QStringLiteral("isExclusive"), option.isExclusive}};
    }
    return options;
}

QStringList FormField::optionTexts() const
{
    QStringList texts;
    for (const Option &option : m_item.options)
        texts << option.text;
    return texts;
}

int FormField::currentIndex() const
{
    for (qsizetype i = 0; m_value.isValid() && i < m_item.options.size(); ++i) {
        if (m_item.options.at(i).code == m_value.toString())
            return int(i);
    }
    return -1;
}

void FormField::choose(int index)
{
    if (index >= 0 && index < m_item.options.size())
        take(m_item.options.at(index).code);
}

QString FormField::valueWord() const
{
    if (!m_value.isValid() || m_item.control != handrail::Control::Slider)
        return {};
    const double span = m_item.maximum - m_item.minimum;
    const double part = span > 0 ? (m_value.toDouble() - m_item.minimum) / span : 0;
    if (m_item.linkId == QLatin1String("craving")) {
        if (part <= 0)
            return tr("No urge");
        if (part >= 1 && !m_item.upperLabel.isEmpty())
            return m_item.upperLabel;
        return part < 0.4 ? tr("A small urge") : part < 0.7 ? tr("Some urge") : tr("A strong urge");
    }
    if (m_item.linkId == QLatin1String("confidence"))
        return part < 0.4 ? tr("Not so sure") : part < 0.7 ? tr("Fairly sure") : tr("Very sure");
    return {};
}

void FormField::take(const QVariant &value)
{
    if (value == m_value)
        return;
    m_value = value;
    Q_EMIT valueChanged();
    Q_EMIT answered(m_item.linkId, m_value);
}

void FormField::answer(const QVariant &value)
{
    if (m_item.control == handrail::Control::Text) {
        QString text = value.toString();
        if (m_item.maxLength > 0)
            text.truncate(m_item.maxLength);
        take(text.trimmed().isEmpty() ? QVariant() : QVariant(text));
        return;
    }
    take(value);
}

void FormField::toggle(const QString &code)
{
    const auto option = std::find_if(m_item.options.begin(), m_item.options.end(), [&](const Option &o) { return o.code == code; });
    if (option == m_item.options.end())
        return;
    QStringList codes = m_value.toStringList();
    if (codes.removeAll(code) == 0) {
        if (option->isExclusive)
            codes.clear();
        for (const Option &other : std::as_const(m_item.options)) {
            if (other.isExclusive)
                codes.removeAll(other.code);
        }
        codes << code;
    }
    take(codes.isEmpty() ? QVariant() : QVariant(codes));
}

void FormField::clear()
{
    take({});
}

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FormField)
};

QString textOf(const FormItem &item, const QString &code)
{
    for (const Option &option : item.options) {
        if (option.code == code)
            return option.text;
    }
    return ownWordsIn(code).value_or(code);
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

} // namespace

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

QString answerText(const FormItem &item, const QVariant &value)
{
    if (!value.isValid())
        return Words::tr("Skipped");
    switch (item.control) {
    case Control::Slider: return Words::tr("%1 of %2").arg(value.toDouble()).arg(item.maximum);
    case Control::Stepper:
        return item.linkId == QLatin1String("sleep-hours")
            ? (qFuzzyCompare(value.toDouble(), 1.0) ? Words::tr("1 hour") : Words::tr("%1 hours").arg(halves(value.toDouble())))
            : halves(value.toDouble());
    case Control::Chips: {
        QStringList texts;
        for (const QString &code : value.toStringList())
            texts << textOf(item, code);
        return texts.join(QStringLiteral(", "));
    }
    case Control::Text: return value.toString();
    default: return textOf(item, value.toString());
    }
}

} // namespace handrail
