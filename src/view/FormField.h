// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"
#include "form/Safety.h"
#include "view/AnswerText.h"
#include "view/TypedAnswer.h"

#include <QObject>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// One question as a page shows it: what is asked, how, what can be answered, and the answer so far.
///
/// A typed answer (TypedAnswer.h) has lines: what was typed, as it was typed. The answer follows from them; while a line cannot be read it
/// stays what it was before, and problemText says why. Free text has them too, each of which can be many lines long.
class FormField final : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(FormField)
    QML_UNCREATABLE("Given by CheckIn and Form")
    Q_PROPERTY(QString linkId READ linkId CONSTANT)
    Q_PROPERTY(QString key READ key CONSTANT)
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
    Q_PROPERTY(bool isRequired READ isRequired CONSTANT)
    Q_PROPERTY(bool isReadOnly READ isReadOnly CONSTANT)
    Q_PROPERTY(bool isTyped READ isTyped CONSTANT)
    Q_PROPERTY(bool isMany READ isMany CONSTANT)
    Q_PROPERTY(bool isInRow READ isInRow CONSTANT)
    Q_PROPERTY(bool isAnswered READ isAnswered NOTIFY valueChanged)
    Q_PROPERTY(bool isSafety READ isSafety CONSTANT)
    Q_PROPERTY(bool isSafetyUnsaid READ isSafetyUnsaid NOTIFY valueChanged)
    Q_PROPERTY(QVariant value READ value NOTIFY valueChanged)
    Q_PROPERTY(QString valueText READ valueText NOTIFY valueChanged)
    Q_PROPERTY(QString valueWord READ valueWord NOTIFY valueChanged)
    Q_PROPERTY(int lineCount READ lineCount NOTIFY linesChanged)
    Q_PROPERTY(bool canAddLine READ canAddLine NOTIFY linesChanged)
    Q_PROPERTY(QString placeholder READ placeholder CONSTANT)
    Q_PROPERTY(QVariantList units READ units CONSTANT)
    Q_PROPERTY(QStringList lineUnits READ lineUnits NOTIFY linesChanged)
    Q_PROPERTY(bool isOwnWords READ isOwnWords NOTIFY valueChanged)
    Q_PROPERTY(QString ownText READ ownText NOTIFY valueChanged)
    Q_PROPERTY(QString problemText READ problemText NOTIFY problemChanged)

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

    /// `key`: of the answer (core/Form.h); empty: the linkId. `typed`: what was typed() when the answer did not follow from it; empty: the
    /// lines are those of `value`.
    FormField(FormItem item, QVariant value, QObject *parent = nullptr, QString key = {}, Writing writing = {},
              const QVariantMap &typed = {});

    [[nodiscard]] const FormItem &item() const { return m_item; }
    [[nodiscard]] QString linkId() const { return m_item.linkId; }
    [[nodiscard]] QString key() const { return m_key; }
    [[nodiscard]] QString text() const; ///< with its number, "2. How are you?"
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
    [[nodiscard]] bool isRequired() const { return m_item.isRequired; }
    /// Shown, and not for people to answer: filled in by the clinic, or counted from the other answers.
    [[nodiscard]] bool isReadOnly() const { return m_item.isReadOnly || !m_item.scoreExpression.isEmpty(); }
    /// Its answer is typed in lines.
    [[nodiscard]] bool isTyped() const { return handrail::isTyped(m_item.control); }
    [[nodiscard]] bool isMany() const { return m_item.repeats; }
    [[nodiscard]] bool isInRow() const { return m_item.orientation == Orientation::Horizontal; }
    [[nodiscard]] bool isAnswered() const { return m_value.isValid(); }
    /// It asks about self-harm.
    [[nodiscard]] bool isSafety() const { return isSafetyItem(m_item); }
    /// The same, and the person would rather not say.
    [[nodiscard]] bool isSafetyUnsaid() const { return safetyOf(m_item, m_value) == SafetyAnswer::Unsaid; }
    [[nodiscard]] QVariant value() const { return m_value; }
    [[nodiscard]] QString valueText() const { return isAnswered() ? answerText(m_item, m_value, m_writing) : QString(); }
    /// The number of a slider in words ("Some urge"), without a verdict.
    [[nodiscard]] QString valueWord() const;

    [[nodiscard]] int lineCount() const { return int(m_lines.size()); } ///< of a typed answer or free text; at least one
    [[nodiscard]] bool canAddLine() const;
    [[nodiscard]] QString placeholder() const;
    [[nodiscard]] QVariantList units() const;                       ///< a list of {code, text}
    [[nodiscard]] QStringList lineUnits() const { return m_units; } ///< of each line a code; empty while none is chosen
    /// Of an OpenChoice: the answer is, or has with it, none of the options.
    [[nodiscard]] bool isOwnWords() const { return !ownText().isEmpty(); }
    [[nodiscard]] QString ownText() const;
    /// What is wrong with what was typed; empty while nothing is.
    [[nodiscard]] QString problemText() const { return m_problemText; }
    [[nodiscard]] bool hasUnreadLine() const { return m_hasUnreadLine; }
    /// The lines and their units, for the constructor.
    [[nodiscard]] QVariantMap typed() const;
    /// The lines of what typed() gave.
    [[nodiscard]] static QStringList linesIn(const QVariantMap &typed);
    /// Says what else is wrong with the answer; Fine takes that back.
    void setValidity(Validity validity);

    /// Answers. Chips take one code at a time and turn it on or off; an exclusive one clears the rest.
    Q_INVOKABLE void answer(const QVariant &value);
    Q_INVOKABLE void choose(int index); ///< of the options: the one answer
    Q_INVOKABLE void toggle(const QString &code);
    Q_INVOKABLE void pick(); ///< what was answered just now is the whole answer: a number that was tapped, and not slid to
    Q_INVOKABLE void clear();
    /// A number as people here write it.
    [[nodiscard]] Q_INVOKABLE QString numberText(double number) const { return writtenNumber(number, m_writing); }
    /// What stands in a line of a typed answer.
    Q_INVOKABLE QString lineText(int line) const;
    Q_INVOKABLE void type(int line, const QString &text);
    Q_INVOKABLE void addLine();
    Q_INVOKABLE void chooseUnit(int line, const QString &code);
    Q_INVOKABLE void writeOwn(const QString &text);
    Q_INVOKABLE bool isChosen(const QString &code) const;
    Q_INVOKABLE void leaveLine(); ///< the focus went from what is typed

Q_SIGNALS:
    void valueChanged();
    void linesChanged();
    void problemChanged();
    /// The person changed the answer; an invalid value takes it back.
    void answered(const QString &key, const QVariant &value);
    /// A line was changed and cannot be read: typed() is all that is known of it.
    void unreadable(const QString &key);
    /// After answered(): one tap gave another answer, to which nothing is to be added. Never from a key that only moves.
    void picked(const QString &key);
    /// What was typed is whole.
    void lineLeft();

private:
    bool take(const QVariant &value); ///< false when that was the answer already
    [[nodiscard]] bool isExclusive(const QString &code) const;
    [[nodiscard]] bool hasLines() const { return isTyped() || m_item.control == handrail::Control::Text; }
    void readTyped();
    void setLines();
    void setLines(const QStringList &lines, QStringList units);
    void setProblem(const QString &text);

    FormItem m_item;
    QVariant m_value;
    QString m_key;
    Writing m_writing;
    QStringList m_lines;
    QStringList m_units; ///< of the lines
    bool m_hasUnreadLine = false;
    QString m_problemText;
};

} // namespace handrail
