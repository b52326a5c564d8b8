// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/TextSource.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace handrail::lint {

/// One text in figures.
struct Row {
    QString path;
    QString locale;
    qsizetype words = 0;
    qsizetype counted = 0; ///< of them those that the length of a lesson is held against; of other texts 0
    double figure = 0;     ///< Ease::figure
    qsizetype sources = 0;
    QDate reviewed;
};

struct Finding {
    QString path;
    QString what;
};

struct Report {
    QList<Row> rows;
    QList<Finding> findings;
};

/// A clinic names its own reviewers, links and languages, and its texts are held against one another elsewhere (faultsOf).
enum class Whose { Ours, AClinics };

/// Every rule of src/content/README.md and of design clinical 3.4 and 5 that a machine can hold. `today` invalid: reviews may be old.
[[nodiscard]] Report look(const TextSource &texts, Whose whose, const QDate &today = {});

} // namespace handrail::lint
