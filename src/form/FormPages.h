// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "form/FormState.h"

#include <QStringList>

namespace handrail {

/// What one screen asks. Never empty.
struct FormPage {
    QString heading;      ///< the key of the group that the questions are from; empty on the outermost level
    QStringList keys;     ///< of what is drawn, in order: displays before their question, a question, the questions below it
    bool isExtra = false; ///< it and all after it can be left out
};

/// The screens of a form as it stands: one question each, with what belongs below it up to the first group there. A group of at most three
/// questions without a group inside is one screen. Hidden and disabled items are not on any, nor are scores and read-only items without a
/// value. A display that no question follows is a screen of its own. `atTheEnd`: the questions of these linkIds are the last screens, in
/// this order, if each has a screen of its own, outside of groups, and can be skipped.
[[nodiscard]] QList<FormPage> pagesOf(const FormState &state, const QStringList &atTheEnd = {});

} // namespace handrail
