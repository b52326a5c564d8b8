// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "view/SkillView.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// The library of skills.
class SkillsView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(handrail::SkillView *current READ current CONSTANT)

public:
    SkillsView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent = nullptr);

    /// The one skill that can be open.
    [[nodiscard]] SkillView *current() { return &m_current; }

private:
    SkillView m_current;
};

} // namespace handrail
