// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/SheetField.h"

#include "care/SheetFilling.h"
#include "view/SheetText.h"

namespace handrail {

SheetField::SheetField(int number, WorksheetField asked, SheetAnswer answer, const TimeText &text, QObject *parent)
    : QObject(parent)
    , m_number(number)
    , m_asked(std::move(asked))
    , m_answer(std::move(answer))
{
    if (type() == Planner) {
        for (int hour = m_asked.from; hour <= m_asked.to; ++hour)
            m_hours << hourText(hour, text);
    }
    // What was written before stands there, also when the script asks for fewer lines now.
    m_lineCount = type() == List ? std::max(m_asked.count, int(m_answer.words.size())) : 0;
}

int SheetField::longest() const
{
    return type() == Text ? longestSheetText : longestSheetLine;
}

int SheetField::value() const
{
    return type() == Scale && !m_answer.words.isEmpty() ? m_answer.words.constFirst().toInt() : -1;
}

void SheetField::take(const SheetAnswer &answer)
{
    m_answer = answer;
    Q_EMIT changed();
}

void SheetField::settle()
{
    Q_EMIT changed();
    Q_EMIT edited();
}

void SheetField::setText(const QString &text)
{
    if (text == this->text())
        return;
    m_answer.words = text.isEmpty() ? QStringList() : QStringList{text};
    settle();
}

void SheetField::setValue(int value)
{
    if (value == this->value())
        return;
    m_answer.words = value >= 0 && value <= 10 ? QStringList{QString::number(value)} : QStringList();
    settle();
}

void SheetField::toggle(const QString &option)
{
    if (!m_asked.options.contains(option))
        return;
    const bool wasChosen = m_answer.words.removeAll(option) > 0;
    if (!wasChosen && type() == Choice)
        m_answer.words = {option};
    else if (!wasChosen)
        m_answer.words << option;
    settle();
}

void SheetField::setLine(int line, const QString &text)
{
    if (line < 0 || line > 200 || m_answer.words.value(line) == text)
        return;
    if (m_answer.words.size() <= line)
        m_answer.words.resize(line + 1);
    m_answer.words[line] = text;
    settle();
}

void SheetField::turnMark(int hour)
{
    if (hour < 0 || hour >= m_hours.size() || m_asked.marks.isEmpty())
        return;
    m_answer.marks.resize(m_hours.size());
    const qsizetype next = m_asked.marks.indexOf(m_answer.marks.at(hour)) + 1; // 0 from none
    m_answer.marks[hour] = m_asked.marks.value(next);
    settle();
}

} // namespace handrail
