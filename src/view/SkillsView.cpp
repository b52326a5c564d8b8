// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/SkillsView.h"

namespace handrail {

SkillsView::SkillsView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_current(account, clock, preferences)
{
}

} // namespace handrail
