// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Identity.h"

#include <QList>
#include <QString>

namespace handrail {

/// One type to download, and how it is asked for.
struct PullStep {
    enum class How {
        Changes,   ///< T?parameter=value, what changed since the cursor; once a week all of it, to find what is gone
        WholeList, ///< T?parameter=value, all of it each time; what is not in it goes from the store
        Canonical, ///< T?url=... or T?_id=..., one request each: those of `canonicals`, and those that stored records name; once a day without a version, of one that is gone, and while a task or plan asks for it
        Self,      ///< T/value, once a day; a relative's own each time, since it says until when something is shared
        Referenced, ///< those that stored records name, once a day or when a new one is named
        Pieces      ///< the Binaries of the packs that stored Libraries offer and that are not here yet
    };
    QString type;
    How how = How::Changes;
    QString parameter;
    QString value;
    int daysBack = 0; ///< Changes: the first time only what is not older (by `dayParameter`); 0: everything
    QString dayParameter = QStringLiteral("date");
    QStringList namedBy;      ///< Referenced, Canonical: by records of these types
    QStringList canonicals;   ///< Canonical: asked for whether or not a record names them
    bool isTimesOnly = false; ///< of a relative: only what isTimeAlone(); whatever else is in the list is left out without a word
    bool isOptional = false;  ///< a server that answers 400 does not have it: some do so instead of 404
};

/// What a person's app downloads, the most needed first (design api 3.4). Without packs no bytes of one; what is withdrawn is heard of all
/// the same, for that needs no key.
[[nodiscard]] QList<PullStep> pullPlan(const Identity &identity, bool takesPacks);

/// The value of the store that is there while the server says that it does not have an optional type.
[[nodiscard]] inline QString refusedName(const QString &type)
{
    return QString(u"sync.refused." % type);
}

} // namespace handrail
