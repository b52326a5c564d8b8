// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace handrail::fuzz {

/// One input, taken apart from the front. Lines, so that a person can write a seed with any editor.
class Input
{
public:
    explicit Input(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    /// Up to the next line end, which goes too; all that is left when there is none.
    [[nodiscard]] QByteArray line();
    /// 0 at the end.
    [[nodiscard]] quint8 byte();
    /// Little endian; what is missing counts as 0.
    [[nodiscard]] quint32 number();
    [[nodiscard]] QByteArray rest();
    [[nodiscard]] bool isEmpty() const { return m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
};

// Each target defines these two.

/// Once, before the first input: what is costly to make and the same for all inputs.
void prepare();
/// One input. Must leave nothing behind that another input could meet.
void run(Input input);

/// The oracle: when it does not hold, says what should have held and ends the program, so that the fuzzer keeps the input.
void require(bool holds, const char *what);

/// Text as people may be shown it: short, no control character but a line end, nothing that turns its direction (fhir/ShownText.h).
void requireShown(const QString &text);

} // namespace handrail::fuzz
