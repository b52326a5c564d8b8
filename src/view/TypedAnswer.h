// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "form/FormState.h"

#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTimeZone>
#include <QVariant>
#include <optional>

namespace handrail {

/// How this person writes days, times and numbers.
struct Writing {
    QLocale locale;
    QTimeZone zone = QTimeZone::utc(); ///< for the offset of a time that is typed
};

/// What a person typed, as Answers holds it (core/Form.h). nullopt when it cannot be read; the text itself is never lost by that. Of a
/// Quantity the number alone. Days: in the locale's order with any of / . - or a blank between, or year first; a month of a year, or a year,
/// as FHIR allows it for a date. The year has four digits, so that nothing is guessed. Times: "7:30 pm", "7 pm", "19:30", "07:30"; never "7:30"
/// where the locale writes AM and PM.
[[nodiscard]] std::optional<QVariant> readTyped(const FormItem &item, const QString &text, const Writing &writing);
/// It would be read if it said AM or PM, which this locale writes.
[[nodiscard]] bool isHalfMissing(const FormItem &item, const QString &text, const Writing &writing);
/// Lines as the whole answer: a list where the item repeats. Blank lines say nothing; invalid when all are blank. nullopt while one of them
/// cannot be read. `units`: of a Quantity, for each line.
[[nodiscard]] std::optional<QVariant> readLines(const FormItem &item, const QStringList &lines, const QStringList &units,
                                                const Writing &writing);
/// A number as the same person would type it: without an exponent, and without signs between the thousands.
[[nodiscard]] QString writtenNumber(double number, const Writing &writing);
/// The other way: an answer as the same person would type it.
[[nodiscard]] QString typedText(const FormItem &item, const QVariant &answer, const Writing &writing);
/// An example of how it can be typed, "11/18/2026"; empty where any text will do.
[[nodiscard]] QString typedExample(Control control, const Writing &writing);

} // namespace handrail
