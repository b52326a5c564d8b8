// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/base/Database.h"

namespace handrail::clinic {

/// What a clinic decides about invitations. Both are off until it says so.
class FamilySettings
{
public:
    enum class Choice {
        Countersign, ///< a member of staff signs each Consent before it is in force
        Minors       ///< patients under 18 may invite (the law differs from state to state)
    };

    explicit FamilySettings(Database &database)
        : m_database(database)
    {
    }
    /// The tables of this folder, for Database::addArea("family", ...), after "records".
    [[nodiscard]] static QList<QStringList> schema();

    [[nodiscard]] bool isOn(Choice choice);
    [[nodiscard]] Result<void> set(Choice choice, bool isOn);

private:
    Database &m_database;
};

} // namespace handrail::clinic
