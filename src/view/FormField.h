// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// Words with a hyphen, such as "check-in", in one piece at the end of a line.
[[nodiscard]] QString unbroken(QString text);

/// One question as a page shows it: what is asked, how, what can be answered, and the answer so far.
class FormField final : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(FormField)
    QML_UNCREATABLE("Given by CheckIn")
    Q_PROPERTY(QString linkId READ linkId CONSTANT)
    Q_PROPERTY(QString text READ text CONSTANT)
    Q_PROPERTY(QString help READ help CONSTANT)
    Q_PROPERTY(Control control READ control CONSTANT)
    Q_PROPERTY(QVariantList options READ options CONSTANT)
    Q_PROPERTY(QStringList optionTexts READ optionTexts CONSTANT)
    Q_PROPERTY(int currentIndex READ currentIndex NOTIFY valueChanged)
    Q_PROPERTY(double minimum READ minimum CONSTANT)
    Q_PROPERTY(double maximum READ maximum CONSTANT)
    Q_PROPERTY(double step READ step CONSTANT)
    Q_PROPERTY(QString lowerLabel READ lowerLabel CONSTANT)
    Q_PROPERTY(QString upperLabel READ upperLabel CONSTANT)
    Q_PROPERTY(int maxLength READ maxLength CONSTANT)
    Q_PROPERTY(bool isAnswered READ isAnswered NOTIFY valueChanged)
    Q_PROPERTY(QVariant value READ value NOTIFY valueChanged)
    Q_PROPERTY(QString valueWord READ valueWord NOTIFY valueChanged)

public:
    enum Control {
        Display,
        Group,
        Faces,
        Slider,
        Choice,
        Chips,
        Stepper,
        Scale,
        YesNo,
        Text,
        Number,
        Date,
        DateTime,
        Time,
        Line,
        Url,
        OpenChoice,
        Quantity,
        Unsupported
    };
    Q_ENUM(Control)

    FormField(FormItem item, QVariant value, QObject *parent = nullptr);

    [[nodiscard]] const FormItem &item() const { return m_item; }
    [[nodiscard]] QString linkId() const { return m_item.linkId; }
    [[nodiscard]] QString text() const { return unbroken(m_item.text); }
    [[nodiscard]] QString help() const { return unbroken(m_item.help); }
    [[nodiscard]] Control control() const { return Control(int(m_item.control)); }
    /// A list of {code, text, isExclusive}.
    [[nodiscard]] QVariantList options() const;
    [[nodiscard]] QStringList optionTexts() const;
    /// Of the option that is the answer; -1 while there is none.
    [[nodiscard]] int currentIndex() const;
    [[nodiscard]] double minimum() const { return m_item.minimum; }
    [[nodiscard]] double maximum() const { return m_item.maximum; }
    [[nodiscard]] double step() const { return m_item.step; }
    [[nodiscard]] QString lowerLabel() const { return m_item.lowerLabel; }
    [[nodiscard]] QString upperLabel() const { return m_item.upperLabel; }
    [[nodiscard]] int maxLength() const { return m_item.maxLength; }
    [[nodiscard]] bool isAnswered() const { return m_value.isValid(); }
    [[nodiscard]] QVariant value() const { return m_value; }
    /// The number of a slider in words ("Some urge"), without a verdict.
    [[nodiscard]] QString valueWord() const;

    /// Answers. Chips take one code at a time and turn it on or off; an exclusive one clears the rest.
    Q_INVOKABLE void answer(const QVariant &value);
    Q_INVOKABLE void choose(int index); ///< of the options
    Q_INVOKABLE void toggle(const QString &code);
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void valueChanged();
    /// The person changed the answer; an invalid value takes it back.
    void answered(const QString &linkId, const QVariant &value);

private:
    void take(const QVariant &value);

    FormItem m_item;
    QVariant m_value;
};

/// What can be answered, in the form's order, groups opened.
[[nodiscard]] QList<FormItem> questions(const QList<FormItem> &items);
/// An answer in words: "4 of 10", "Lonely, tired", "5½ hours". "Skipped" when there is none.
[[nodiscard]] QString answerText(const FormItem &item, const QVariant &value);

} // namespace handrail
