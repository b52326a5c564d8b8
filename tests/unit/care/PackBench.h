// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "../content/ContentTexts.h"
#include "SyncBench.h"
#include "care/PackShelf.h"

#include <sodium.h>

namespace handrail::test {

using namespace Qt::StringLiterals;

inline const QString packId = u"clinic-pack"_s;

struct Key {
    QByteArray open = QByteArray(packKeyBytes, '\0');
    QByteArray secret = QByteArray(crypto_sign_SECRETKEYBYTES, '\0');

    Key() { crypto_sign_keypair(reinterpret_cast<unsigned char *>(open.data()), reinterpret_cast<unsigned char *>(secret.data())); }

    [[nodiscard]] QByteArray pack(int version, const texts::MapTexts &set = texts::aWholeSet(), const QString &id = packId) const
    {
        return signedPack({id, version, {u"en"_s, u"es"_s}, QDateTime(QDate(2026, 11, 26), QTime(9, 0), Qt::UTC)}, set.map, secret);
    }
};

inline QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

inline QByteArray sha1(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
}

inline QString at(int minute)
{
    return u"2026-03-01T10:%1:00.000Z"_s.arg(minute, 2, 10, QChar(u'0'));
}

/// An app's core in front of a clinic that publishes.
struct Bench : SyncBench {
    explicit Bench(Role role = Role::Patient)
        : SyncBench(role)
    {
        packTaker = PackShelf::takerOf(key.open);
        restart();
    }

    /// `served`: what the Binaries hold, where that is not the pack.
    QJsonObject publish(const QByteArray &pack, qsizetype pieceSize = 4096, const QString &id = packId)
    {
        QJsonArray content;
        for (qsizetype from = 0; from < pack.size(); from += pieceSize) {
            const QByteArray piece = pack.mid(from, pieceSize);
            const QString name = u"piece-"_s + QString::fromLatin1(sha1(piece).toHex().left(20));
            clinic.put({{u"resourceType"_s, u"Binary"_s},
                        {u"id"_s, name},
                        {u"contentType"_s, u"application/octet-stream"_s},
                        {u"data"_s, base64(piece)}},
                       at(minute));
            content << QJsonObject{
                {u"url"_s, QString(u"Binary/" + name)}, {u"size"_s, piece.size()}, {u"hash"_s, base64(sha1(piece))}};
        }
        const QJsonObject library = libraryOf(id, u"active"_s, content);
        put(library);
        return library;
    }
    static QJsonObject libraryOf(const QString &id, const QString &status, const QJsonArray &content = {})
    {
        QJsonObject library{{u"resourceType"_s, u"Library"_s},
                            {u"id"_s, QString(u"at-the-server-" + id)},
                            {u"url"_s, canonical(QString(u"Library/" + id))},
                            {u"status"_s, status}};
        if (!content.isEmpty())
            library.insert(u"content"_s, content);
        return library;
    }
    void put(const QJsonObject &library)
    {
        ++minute;
        clinic.put(library, at(minute), QString::number(minute));
    }

    /// A download and what follows it.
    PackShelf::Update update()
    {
        result = run();
        return shelf().update();
    }
    PackShelf shelf() { return PackShelf(records, key.open, idsOf(*builtInTexts())); }
    /// The version that can be read; 0: none.
    int version()
    {
        const QList<std::shared_ptr<const TextSource>> packs = shelf().texts().packs;
        return packs.isEmpty() ? 0 : std::static_pointer_cast<const Pack>(packs.constFirst())->manifest().version;
    }
    qsizetype pieceRequests() const
    {
        return std::count_if(clinic.requests().cbegin(), clinic.requests().cend(),
                             [](const HttpRequest &request) { return request.url.path().contains(u"/Binary/"); });
    }

    Key key;
    Records records{*store, identity};
    int minute = 0;
    Result<void> result;
};

inline texts::MapTexts setWith(const char *path, const QByteArray &text)
{
    texts::MapTexts set = texts::aWholeSet();
    set.map.insert(QString::fromLatin1(path), text);
    return set;
}

} // namespace handrail::test
