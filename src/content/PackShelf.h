// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/Pack.h"

namespace handrail {

/// The packs on this device: a folder with one file for each, named by version and hash, so that a half-written or changed one is never
/// taken for another. The newest that is whole counts; the one before it stays, for the day when the newest cannot be read any more.
class PackShelf
{
public:
    /// `id`: of the pack that is kept here. `elsewhere`: as for Pack::open. Reads nothing yet.
    PackShelf(QString folder, QString id, QByteArray key, KnownIds elsewhere = {});

    /// The newest that is in order; nullptr when there is none. What is not in order is passed over, and said in the log.
    [[nodiscard]] std::shared_ptr<const Pack> current() const;

    /// Checks it, writes it under another name and gives it its own. Whatever the fault, what was here stays as it was.
    [[nodiscard]] PackResult<std::shared_ptr<const Pack>> take(const QByteArray &bytes);

private:
    struct Kept;

    [[nodiscard]] QList<Kept> kept() const; ///< newest first
    [[nodiscard]] PackResult<std::shared_ptr<const Pack>> read(const Kept &file) const;
    void clearAway(int newest) const;

    QString m_folder;
    QString m_id;
    QByteArray m_key;
    KnownIds m_elsewhere;
};

} // namespace handrail
