// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/OwnSheets.h"
#include "view/TimeText.h"

#include <QObject>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// One field of a worksheet as a page shows it: what is asked, and what stands in it so far.
class SheetField final : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(SheetField)
    QML_UNCREATABLE("Given by Worksheet")
    Q_PROPERTY(QString id READ id CONSTANT)
    Q_PROPERTY(int number READ number CONSTANT)
    Q_PROPERTY(QString label READ label CONSTANT)
    Q_PROPERTY(QString hint READ hint CONSTANT)
    Q_PROPERTY(Type type READ type CONSTANT)
    Q_PROPERTY(QString low READ low CONSTANT)
    Q_PROPERTY(QString high READ high CONSTANT)
    Q_PROPERTY(QStringList options READ options CONSTANT)
    Q_PROPERTY(QStringList columns READ columns CONSTANT)
    Q_PROPERTY(QStringList rows READ rows CONSTANT)
    Q_PROPERTY(QStringList hours READ hours CONSTANT)
    Q_PROPERTY(int lineCount READ lineCount CONSTANT)
    Q_PROPERTY(int longest READ longest CONSTANT)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(int value READ value NOTIFY changed)
    Q_PROPERTY(QStringList words READ words NOTIFY changed)
    Q_PROPERTY(QStringList marks READ marks NOTIFY changed)

public:
    enum Type { Text, Scale, Choice, Choices, List, Person, Time, Grid, Planner };
    Q_ENUM(Type)

    SheetField(int number, WorksheetField asked, SheetAnswer answer, const TimeText &text, QObject *parent = nullptr);

    [[nodiscard]] QString id() const { return m_asked.id; }
    [[nodiscard]] int number() const { return m_number; } ///< on the page, from 1
    [[nodiscard]] QString label() const { return m_asked.label; }
    [[nodiscard]] QString hint() const { return m_asked.hint; }
    [[nodiscard]] Type type() const { return Type(int(m_asked.type)); }
    [[nodiscard]] QString low() const { return m_asked.low; }
    [[nodiscard]] QString high() const { return m_asked.high; }
    [[nodiscard]] QStringList options() const { return m_asked.options; }
    [[nodiscard]] QStringList columns() const { return m_asked.columns; }
    [[nodiscard]] QStringList rows() const { return m_asked.rows; }
    [[nodiscard]] QStringList hours() const { return m_hours; } ///< "7:00 am"
    [[nodiscard]] int lineCount() const { return m_lineCount; } ///< of a list
    [[nodiscard]] int longest() const;                          ///< letters
    [[nodiscard]] QString text() const { return m_answer.words.value(0); }
    [[nodiscard]] int value() const;                                   ///< of a scale, 0 to 10; -1 while there is none
    [[nodiscard]] QStringList words() const { return m_answer.words; } ///< of a list, a grid row by row, a planner by hour
    [[nodiscard]] QStringList marks() const { return m_answer.marks; } ///< of a planner by hour; an empty word is none
    [[nodiscard]] const SheetAnswer &answer() const { return m_answer; }
    /// What the store took of it.
    void take(const SheetAnswer &answer);

    Q_INVOKABLE void setText(const QString &text);
    Q_INVOKABLE void setValue(int value); ///< anything but 0 to 10 takes it back
    /// Choice: picks it, or takes it back when it was picked. Choices: on or off.
    Q_INVOKABLE void toggle(const QString &option);
    Q_INVOKABLE bool isChosen(const QString &option) const { return m_answer.words.contains(option); }
    /// Who picks it needs Help now, before it is kept.
    [[nodiscard]] Q_INVOKABLE bool opensHelp(const QString &option) const { return m_asked.helps.contains(option); }
    Q_INVOKABLE void setLine(int line, const QString &text); ///< of a list, a grid, a planner
    Q_INVOKABLE QString line(int line) const { return m_answer.words.value(line); }
    /// The next mark of this hour: each in turn, then none.
    Q_INVOKABLE void turnMark(int hour);

Q_SIGNALS:
    void changed();
    /// The person changed it.
    void edited();

private:
    void settle();

    int m_number;
    WorksheetField m_asked;
    SheetAnswer m_answer;
    QStringList m_hours;
    int m_lineCount = 0;
};

} // namespace handrail
