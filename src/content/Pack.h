// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/TextSource.h"
#include "core/Problem.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>

namespace handrail {

/// What a pack says of itself. Everything that follows it is held against this.
struct PackManifest {
    QString id;      ///< which pack this is a version of
    int version = 0; ///< 1 or more; only a newer one takes the place of one that is here
    QStringList locales;
    QDateTime created;

    bool operator==(const PackManifest &) const = default;
};

/// Why a pack is not taken. For the log and for those who make packs; people read at most "An update did not arrive."
enum class PackFault {
    NotAPack,     ///< no pack, or of a newer format
    TooLarge,     ///< over a limit
    CutShort,     ///< ends too early, or goes on after its end
    WrongKey,     ///< not signed with the key of this app, or changed after that
    BadManifest,  ///< a key missing, of the wrong type, or a path twice
    WrongContent, ///< a text does not have the length or hash of the manifest
    BadText,      ///< a text cannot be read, or is not the one that its path says
    TwoOfOneId,   ///< an id used twice
    LinkNowhere,  ///< a text leads to a skill or a lesson that is not there
    MissingText,  ///< a module without lessons, a lesson without module, a translation without its English
    WrongPack,    ///< another pack's id
    OlderVersion, ///< not newer than what is here
    NotWritten    ///< the disk did not take it
};

} // namespace handrail
