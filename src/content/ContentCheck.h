// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/TextSource.h"

#include <QList>
#include <QSet>
#include <QString>

namespace handrail {

/// Something that a set of texts must not have.
struct ContentFault {
    enum class Kind {
        BadText,     ///< cannot be read, or its id is not the one of its path
        TwoOfOneId,  ///< an id used twice
        MissingText, ///< a module without lessons, a lesson without module, a translation without its original
        LinkNowhere, ///< leads to a skill or a lesson that is not there
        NotTheSame,  ///< a translation of another structure
        EndlessLoop, ///< a skill from which only skills follow that lead back
        CanHarm      ///< cold that nobody is asked about before, a held breath that cannot be left out (design clinical H12)
    };
    Kind kind = Kind::BadText;
    QString path;
    QString what;

    bool operator==(const ContentFault &) const = default;
};

/// What is there besides the texts that are looked at.
struct KnownIds {
    QSet<QString> skills;
    QSet<QString> modules;
    QSet<QString> lessons;
    QSet<QString> places;
};

/// The ids of all texts of a source, whether they can be read or not.
[[nodiscard]] KnownIds idsOf(const TextSource &texts);

/// Reads every text and holds them against one another; empty when all is well. What it does not look at is wording.
[[nodiscard]] QList<ContentFault> faultsOf(const TextSource &texts, const KnownIds &elsewhere = {});

[[nodiscard]] QString nameOf(ContentFault::Kind kind);

} // namespace handrail
