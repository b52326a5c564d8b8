// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/Held.h"
#include "core/AccessEvent.h"

#include <QLocale>
#include <QString>

namespace handrail {

/// What records of a FHIR type are to a person: "Sessions". An unknown type is "Other records".
[[nodiscard]] QString heldName(const QString &type);
/// "a check-in, a message": what was begun and not finished; empty when there is nothing.
[[nodiscard]] QString begunText(const OnlyHere &here, const QLocale &locale);
/// "your safety plan, days you marked": what is on this device alone; empty when there is nothing.
[[nodiscard]] QString onlyHereText(const OnlyHere &here, const QLocale &locale);
/// What a thing that was made here is, by the name of the store's value that holds it: "A worksheet, list or checklist".
[[nodiscard]] QString ownName(const QString &valueName);
/// How far something that is sent has come: "Sent", "Not sent yet".
[[nodiscard]] QString sentStateText(OutboxState state);
/// "Dana Ruiz, Counselor"; "Somebody at your clinic" when the log names nobody.
[[nodiscard]] QString lookerText(const AccessEvent &event);
/// "Looked at your sessions", "Looked at your sessions, 3 times", "Wrote in your plan".
[[nodiscard]] QString accessText(const AccessEvent &event, int count);

} // namespace handrail
