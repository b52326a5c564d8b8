// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>
#include <QStringList>

namespace handrail::clinic {

/// To its end, `most` bytes of it at most. A pipe gives what is in it piece by piece, so that one read may be half of it.
[[nodiscard]] QByteArray allOf(QIODevice &input, qint64 most);

// What handrail-clinic says at a terminal, on standard error.

void say(const QString &text);
/// On standard output: a line with tabs between the fields.
void print(const QStringList &fields);
/// Says it, and gives the exit code 1: it could not be done.
[[nodiscard]] int fail(const QString &text);
/// Says it, and gives the exit code 2: it cannot be asked like that.
[[nodiscard]] int misuse(const QString &text);
/// Says how many sessions by video have no address, and what that means; nothing for none.
void sayWithoutAddress(int sessions, bool areOfEachPatient);
[[nodiscard]] QString words(const Problem &problem);
/// The same of what was asked or said of an Organization.
[[nodiscard]] QString organizationWords(const Problem &problem);
/// The name of who runs the program.
[[nodiscard]] QString userOfTheSystem();

} // namespace handrail::clinic
