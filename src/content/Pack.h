// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/ContentCheck.h"
#include "content/TextSource.h"
#include "core/OfferedTexts.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>
#include <QStringList>
#include <memory>
#include <tl/expected.hpp>

namespace handrail {

/// What a pack says of itself. All that follows it is held against this.
struct PackManifest {
    QString id;      ///< which pack this is a version of
    int version = 0; ///< 1 or more; only a newer one takes the place of one that is here
    QStringList locales;
    QDateTime created; ///< UTC

    bool operator==(const PackManifest &) const = default;
};

/// Why a pack is not taken. For the log and for those who make packs; people read at most "An update did not arrive."
enum class PackFault {
    NotAPack,     ///< something else, or of a newer format
    TooLarge,     ///< over a limit
    CutShort,     ///< ends too early, or goes on after its end
    WrongKey,     ///< not signed with the key of this app, or changed after that
    BadManifest,  ///< a key missing or of the wrong type, a path that is none or comes twice
    WrongContent, ///< a text does not have the hash of the manifest
    BadTexts,     ///< ContentCheck found something
    OtherPack,    ///< another pack's id
    NotNewer,     ///< as old as what was here, or older
    NotWritten    ///< the disk did not take it
};

struct PackProblem {
    PackFault fault = PackFault::NotAPack;
    QString what; ///< paths, keys and numbers
};

template <typename T>
using PackResult = tl::expected<T, PackProblem>;

/// Lengths in bytes, as libsodium has them.
inline constexpr qsizetype packKeyBytes = 32;
inline constexpr qsizetype packSignatureBytes = 64;
inline constexpr qsizetype maximumPackBytes = mostOfferedBytes;

/// A pack whose signature, hashes and texts are all in order; there is no way to have one that is not.
///
/// The file: "HRPACK1\n", the Ed25519 signature, the manifest's length (4 bytes, big endian), the manifest (JSON), the texts one after
/// another in the manifest's order. Signed are the first 8 bytes and the manifest, which has the length and SHA-256 of each text.
class Pack final : public TextSource
{
public:
    /// `key` is the public one. Nothing of the pack is read before its signature was checked. `elsewhere`: what its texts may lead to
    /// besides one another.
    [[nodiscard]] static PackResult<std::shared_ptr<const Pack>> open(const QByteArray &bytes, const QByteArray &key,
                                                                      const KnownIds &elsewhere = {});

    [[nodiscard]] const PackManifest &manifest() const { return m_manifest; }
    [[nodiscard]] QStringList paths() const override { return m_texts.keys(); }
    [[nodiscard]] QByteArray text(const QString &path) const override { return m_texts.value(path); }

private:
    Pack() = default;

    PackManifest m_manifest;
    QMap<QString, QByteArray> m_texts;
};

/// Makes and signs one. `secretKey` as crypto_sign_keypair gives it, 64 bytes. It is not checked: open() does that.
[[nodiscard]] QByteArray signedPack(const PackManifest &manifest, const QMap<QString, QByteArray> &texts,
                                    const QByteArray &secretKey);

/// The key whose packs this app takes: HANDRAIL_PACK_KEY of the build. Empty when it has none, and then no pack is taken.
[[nodiscard]] QByteArray packKey();

[[nodiscard]] QString nameOf(PackFault fault);

} // namespace handrail
