// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"
#include "store/Store.h"

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>
#include <optional>

namespace handrail {

/// Which form is meant where it is named by its record ("Questionnaire/7"), and which records are of a form. Each record is looked for once: what comes
/// to the store later is not seen.
class FormNames
{
public:
    explicit FormNames(const Store &store)
        : m_store(store)
    {
    }

    /// What answers are to, as answers of this app say it (Form::canonicalWithVersion). Without a version they are to that of now if they are not older
    /// than it; else nobody here knows, and the form's url is all that is said.
    [[nodiscard]] QString of(const CompletedForm &answers);
    /// The url of the form that has this id; its record where it says none. Empty: it is not here.
    [[nodiscard]] QString urlOf(const QString &id) { return named(id).url; }
    /// Those that are of the form with this url, in whichever version.
    [[nodiscard]] QStringList recordsOf(const QString &url);

private:
    struct Named {
        QString url; ///< empty: it is not here
        QString version;
        QString canonical;
        QDateTime changed; ///< UTC; invalid where the server does not say
    };
    [[nodiscard]] const Named &named(const QString &id);

    const Store &m_store;
    QHash<QString, Named> m_known;                        ///< by id
    std::optional<QHash<QString, QStringList>> m_records; ///< by url; none: not read yet
};

} // namespace handrail
