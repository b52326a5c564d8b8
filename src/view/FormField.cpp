// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/FormField.h"

#include <algorithm>
#include <utility>

namespace handrail {

static_assert(int(FormField::Unsupported) == int(Control::Unsupported) && int(FormField::Quantity) == int(Control::Quantity));

namespace {

// Names in typed().
const QString linesName = QStringLiteral("lines");
const QString unitsName = QStringLiteral("unit"); // older drafts have one for all lines

} // namespace

FormField::FormField(FormItem item, QVariant value, QObject *parent, QString key, Writing writing, const QVariantMap &typed)
    : QObject(parent)
    , m_item(std::move(item))
    , m_value(std::move(value))
    , m_key(key.isEmpty() ? m_item.linkId : std::move(key))
    , m_writing(std::move(writing))
{
    setLines();
    if (!isTyped() || linesIn(typed).isEmpty())
        return;
    setLines(linesIn(typed), typed.value(unitsName).toStringList());
    const std::optional<QVariant> read = readLines(m_item, m_lines, m_units, m_writing);
    m_hasUnreadLine = !read;
    m_value = read.value_or(m_value);
    if (m_hasUnreadLine)
        setValidity(Validity::Unreadable);
}

QVariantMap FormField::typed() const
{
    // As a draft gives it back.
    return {{linesName, QVariantList(m_lines.cbegin(), m_lines.cend())},
            {unitsName, QVariantList(m_units.cbegin(), m_units.cend())}};
}

QStringList FormField::linesIn(const QVariantMap &typed)
{
    return typed.value(linesName).toStringList();
}

QString FormField::text() const
{
    return m_item.prefix.isEmpty() ? unbroken(m_item.text) : m_item.prefix + u' ' + unbroken(m_item.text);
}

QVariantList FormField::options() const
{
    QVariantList options;
    for (const Option &option : m_item.options) {
        options << QVariantMap{{QStringLiteral("code"), option.code},
                               {QStringLiteral("text"), optionText(m_item, option)},
                               {QStringLiteral("isExclusive"), option.isExclusive}};
    }
    return options;
}

QStringList FormField::optionTexts() const
{
    QStringList texts;
    for (const Option &option : m_item.options)
        texts << optionText(m_item, option);
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

bool FormField::isChosen(const QString &code) const
{
    return isAnswered()
        && (isMany() || m_item.control == handrail::Control::Chips ? m_value.toStringList().contains(code)
                                                                   : m_value.toString() == code);
}

void FormField::choose(int index)
{
    if (index >= 0 && index < m_item.options.size() && take(m_item.options.at(index).code))
        pick();
}

void FormField::pick()
{
    Q_EMIT picked(m_key);
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
        return part < 0.4 ? tr("Not so sure") : part < 0.7 ? tr("Fairly sure") : part < 1 ? tr("Quite sure") : tr("Very sure");
    return {};
}

bool FormField::take(const QVariant &value)
{
    if (value == m_value)
        return false;
    m_value = value;
    Q_EMIT valueChanged();
    Q_EMIT answered(m_key, m_value);
    return true;
}

bool FormField::isExclusive(const QString &code) const
{
    const auto option =
        std::find_if(m_item.options.begin(), m_item.options.end(), [&](const Option &one) { return one.code == code; });
    return option != m_item.options.end() && option->isExclusive;
}

void FormField::answer(const QVariant &value)
{
    if (m_item.control == handrail::Control::Text) {
        setLines({value.toString()}, {});
        readTyped();
        Q_EMIT linesChanged();
        return;
    }
    take(value);
}

void FormField::toggle(const QString &code)
{
    const bool isKnown = std::any_of(m_item.options.begin(), m_item.options.end(), [&](const Option &o) { return o.code == code; });
    if (!isKnown)
        return;
    QStringList codes = m_value.toStringList();
    if (codes.removeAll(code) == 0) {
        if (isExclusive(code))
            codes.clear();
        codes.erase(std::remove_if(codes.begin(), codes.end(), [this](const QString &other) { return isExclusive(other); }),
                    codes.end());
        codes << code;
    }
    if (take(codes.isEmpty() ? QVariant() : QVariant(codes)) && codes.size() == 1 && isExclusive(codes.constFirst()))
        pick();
}

void FormField::clear()
{
    setLines({}, {});
    if (hasLines())
        readTyped();
    else
        take({});
    setProblem({});
    Q_EMIT linesChanged();
}

bool FormField::canAddLine() const
{
    const int most = m_item.maximumAnswers > 0 ? m_item.maximumAnswers : 20;
    return hasLines() && m_item.repeats && lineCount() < most && !m_lines.constLast().trimmed().isEmpty();
}

QString FormField::placeholder() const
{
    return m_item.placeholder.isEmpty() ? typedExample(m_item.control, m_writing) : m_item.placeholder;
}

QVariantList FormField::units() const
{
    QVariantList units;
    for (const Unit &unit : m_item.units)
        units << QVariantMap{{QStringLiteral("code"), unit.code}, {QStringLiteral("text"), unit.text}};
    return units;
}

QString FormField::ownText() const
{
    for (const QString &code : m_value.toStringList()) {
        if (const std::optional<QString> own = ownWordsIn(code))
            return *own;
    }
    return {};
}

void FormField::writeOwn(const QString &text)
{
    const QString own = text.trimmed().isEmpty() ? QString() : ownWords(text);
    if (!isMany()) {
        if (!own.isEmpty() || isOwnWords())
            take(own.isEmpty() ? QVariant() : QVariant(own));
        return;
    }
    QStringList codes;
    for (const QString &code : m_value.toStringList()) {
        if (!ownWordsIn(code) && !(isExclusive(code) && !own.isEmpty()))
            codes << code;
    }
    if (!own.isEmpty())
        codes << own;
    take(codes.isEmpty() ? QVariant() : QVariant(codes));
}

QString FormField::lineText(int line) const
{
    return m_lines.value(line);
}

void FormField::setLines()
{
    QStringList lines;
    QStringList units;
    if (hasLines()) {
        for (const QVariant &one : m_item.repeats ? m_value.toList() : QVariantList{m_value}) {
            lines << typedText(m_item, one, m_writing);
            units << quantityIn(one).value_or(QuantityValue()).unit;
        }
    }
    setLines(lines, units);
}

/// At least one line. Lines beyond the units have the last one's; an empty unit is the only one that there is.
void FormField::setLines(const QStringList &lines, QStringList units)
{
    m_lines = lines.isEmpty() ? QStringList{QString()} : lines;
    while (units.size() < m_lines.size())
        units << (units.isEmpty() ? QString() : units.constLast());
    for (QString &unit : units) {
        if (unit.isEmpty() && m_item.units.size() == 1)
            unit = m_item.units.constFirst().code;
    }
    m_units = std::move(units);
}

void FormField::type(int line, const QString &text)
{
    if (line < 0 || line >= lineCount() || m_lines.at(line) == text)
        return;
    const bool couldAdd = canAddLine();
    m_lines[line] = text;
    readTyped();
    if (canAddLine() != couldAdd)
        Q_EMIT linesChanged();
}

void FormField::leaveLine()
{
    Q_EMIT lineLeft();
}

void FormField::addLine()
{
    if (!canAddLine())
        return;
    setLines(m_lines + QStringList{QString()}, m_units);
    Q_EMIT linesChanged();
}

void FormField::chooseUnit(int line, const QString &code)
{
    if (line < 0 || line >= lineCount())
        return;
    m_units[line] = code;
    readTyped();
    Q_EMIT linesChanged();
}

void FormField::readTyped()
{
    const std::optional<QVariant> value = readLines(m_item, m_lines, m_units, m_writing);
    const bool wasUnread = std::exchange(m_hasUnreadLine, !value);
    if (!value) {
        Q_EMIT unreadable(m_key);
        return;
    }
    // Said when the person goes on, and not at the first letter; what was said before is taken back as soon as it is right.
    setProblem({});
    if (!take(*value) && wasUnread)
        Q_EMIT answered(m_key, m_value); // as it was before
}

void FormField::setValidity(Validity validity)
{
    setProblem(validityText(m_item, m_hasUnreadLine ? Validity::Unreadable : validity, m_writing, m_lines));
}

void FormField::setProblem(const QString &text)
{
    if (text == m_problemText)
        return;
    m_problemText = text;
    Q_EMIT problemChanged();
}

} // namespace handrail
