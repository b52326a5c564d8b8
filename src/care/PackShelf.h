// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/Pack.h"
#include "sync/Records.h"

#include <QMap>
#include <QSet>

namespace handrail {

/// The clinic's packs, kept in the sealed store of who is signed in: they come and go with the account, and the lock shuts them in.
///
/// One of each id. The newest version that was ever taken is remembered apart from it: a pack that cannot be read any more is downloaded
/// again, and an older one never stands in for it. What the clinic does not offer any more goes; its version stays remembered. What was refused is
/// not fetched or opened again until something else is offered.
class PackShelf
{
public:
    /// `key`: whose packs are taken; an empty one takes none, and misses none. `elsewhere`: as for Pack::open. Both `records` and this live as long as a sign-in.
    PackShelf(Records &records, QByteArray key, KnownIds elsewhere);

    /// Who judges packs with this key: this version of the app. What it refused it does not want again; another one may take it. Empty without a key.
    [[nodiscard]] static QByteArray takerOf(const QByteArray &key);

    /// After a download: takes what arrived whole. Nothing is written when nothing is new. What is refused is said in the log.
    struct Update {
        bool isChanged = false;  ///< there is something else to read now
        bool isMissed = false;   ///< something that is offered is not here
        QSet<QString> withdrawn; ///< as in Texts
    };
    Update update();

    /// What there is to read besides ours; read and checked anew with each call.
    struct Texts {
        QList<std::shared_ptr<const TextSource>> packs; ///< those that are offered and in order, by id
        QSet<QString> withdrawn;                        ///< skills, modules, lessons and packs
        bool isDamaged = false;                         ///< one cannot be read any more; the next download brings it again
    };
    [[nodiscard]] Texts texts();

    /// Checks it and keeps it. Whatever the fault, what was here stays as it was.
    PackResult<std::shared_ptr<const Pack>> take(const QString &id, const QByteArray &bytes);

private:
    [[nodiscard]] Result<QMap<QString, int>> versions();
    [[nodiscard]] Result<QMap<QString, int>> restoredVersions();
    Result<void> setVersions(const QMap<QString, int> &versions);
    bool bring(const OfferedTexts &offered);
    [[nodiscard]] bool isLost(const OfferedTexts &offered, const QMap<QString, int> &versions) const;
    void askAgain(const QString &id);
    [[nodiscard]] std::shared_ptr<const Pack> kept(const QString &id, int version) const;

    Records &m_records;
    QByteArray m_key;
    KnownIds m_elsewhere;
};

} // namespace handrail
