// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"
#include "store/Store.h"

#include <QDateTime>
#include <QHash>
#include <QString>

namespace handrail {

/// What answers are to that name their form by its record ("Questionnaire/7"), as answers of this app say it (Form::canonicalWithVersion). Without a
/// version they are to that of now if they are not older than it; else nobody here knows, and the form's url is all that is said. Each record is looked
/// for once: what comes to the store later is not seen.
class FormNames
{
public:
    explicit FormNames(const Store &store)
        : m_store(store)
    {
    }

    [[nodiscard]] QString of(const CompletedForm &answers);

private:
    struct Named {
        QString url; ///< empty: it is not here
        QString version;
        QString canonical;
        QDateTime changed; ///< UTC; invalid where the server does not say
    };
    [[nodiscard]] Named named(const QString &id) const;

    const Store &m_store;
    QHash<QString, Named> m_known; ///< by id
};

} // namespace handrail
