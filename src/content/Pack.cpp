// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/Pack.h"

#include "content/FrontMatter.h"
#include "content/Markdown.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <sodium.h>

#include <array>
#include <cmath>

namespace handrail {

namespace {

constexpr QByteArrayView magic = "HRPACK1\n";
constexpr qsizetype maximumManifest = 256 * 1024;
constexpr qsizetype maximumTexts = 1000;
constexpr qsizetype lengthBytes = 4;

static_assert(packKeyBytes == crypto_sign_PUBLICKEYBYTES && packSignatureBytes == crypto_sign_BYTES);

tl::unexpected<PackProblem> refused(PackFault fault, const QString &what = {})
{
    return tl::make_unexpected(PackProblem{fault, what});
}

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

QByteArray hashOf(QByteArrayView text)
{
    return QCryptographicHash::hash(QByteArray::fromRawData(text.data(), text.size()), QCryptographicHash::Sha256).toHex();
}

/// What is signed: the magic keeps a signature of this format from meaning anything in another.
QByteArray signedPart(QByteArrayView manifest)
{
    return magic.toByteArray() + manifest.toByteArray();
}

struct Entry {
    QString path;
    QByteArray hash;
    qsizetype size = 0;
};

struct Contents {
    PackManifest manifest;
    QList<Entry> entries;
};

bool isWhole(const QJsonValue &value, double least, double most)
{
    const double number = value.toDouble(NAN);
    return value.isDouble() && number >= least && number <= most && std::floor(number) == number;
}

PackResult<Contents> readManifest(QByteArrayView json)
{
    const auto bad = [](const QString &what) { return refused(PackFault::BadManifest, what); };
    const QJsonObject object = QJsonDocument::fromJson(json.toByteArray()).object();
    if (!isWhole(object.value(QLatin1String("format")), 1, 1))
        return bad(QStringLiteral("format"));
    Contents contents;
    PackManifest &manifest = contents.manifest;
    manifest.id = object.value(QLatin1String("id")).toString();
    if (!isContentId(manifest.id))
        return bad(QStringLiteral("id"));
    if (!isWhole(object.value(QLatin1String("version")), 1, 1e9))
        return bad(QStringLiteral("version"));
    manifest.version = object.value(QLatin1String("version")).toInt();
    manifest.created = QDateTime::fromString(object.value(QLatin1String("created")).toString(), Qt::ISODate);
    if (!manifest.created.isValid() || manifest.created.timeSpec() != Qt::UTC)
        return bad(QStringLiteral("created"));
    for (const QJsonValue &value : object.value(QLatin1String("locales")).toArray())
        manifest.locales << value.toString();
    const QJsonArray texts = object.value(QLatin1String("texts")).toArray();
    if (texts.isEmpty() || texts.size() > maximumTexts)
        return bad(QStringLiteral("texts"));
    QSet<QString> paths;
    for (const QJsonValue &value : texts) {
        const QJsonObject text = value.toObject();
        const Entry entry{text.value(QLatin1String("path")).toString(), text.value(QLatin1String("sha256")).toString().toLatin1(),
                          qsizetype(text.value(QLatin1String("size")).toInt())};
        const auto place = textPlaceOf(entry.path);
        if (!place || !manifest.locales.contains(place->locale))
            return bad(QStringLiteral("path"));
        if (paths.contains(entry.path))
            return bad(entry.path + QStringLiteral(" twice"));
        if (!isWhole(text.value(QLatin1String("size")), 1, double(maximumMarkdownBytes)) || entry.hash.size() != 64)
            return bad(entry.path);
        paths.insert(entry.path);
        contents.entries << entry;
    }
    return contents;
}

} // namespace

PackResult<std::shared_ptr<const Pack>> Pack::open(const QByteArray &bytes, const QByteArray &key, const KnownIds &elsewhere)
{
    if (key.size() != packKeyBytes || sodium_init() < 0)
        return refused(PackFault::WrongKey, QStringLiteral("this app takes no packs"));
    if (bytes.size() > maximumPackBytes)
        return refused(PackFault::TooLarge);
    const QByteArrayView all(bytes);
    const qsizetype head = magic.size() + packSignatureBytes + lengthBytes;
    if (!all.startsWith(magic.first(std::min(magic.size(), all.size()))))
        return refused(PackFault::NotAPack);
    if (all.size() < head)
        return refused(PackFault::CutShort, QStringLiteral("head"));
    const qsizetype length = qFromBigEndian<quint32>(all.data() + head - lengthBytes);
    if (length > maximumManifest)
        return refused(PackFault::TooLarge, QStringLiteral("manifest"));
    if (all.size() < head + length)
        return refused(PackFault::CutShort, QStringLiteral("manifest"));
    const QByteArrayView manifest = all.sliced(head, length);
    const QByteArray message = signedPart(manifest);
    if (crypto_sign_verify_detached(bytesOf(all.sliced(magic.size())), bytesOf(message), std::size_t(message.size()), bytesOf(key))
        != 0)
        return refused(PackFault::WrongKey);

    const auto contents = readManifest(manifest);
    if (!contents)
        return tl::make_unexpected(contents.error());
    const std::shared_ptr<Pack> pack(new Pack);
    pack->m_manifest = contents->manifest;
    qsizetype at = head + length;
    for (const Entry &entry : contents->entries) {
        if (all.size() - at < entry.size)
            return refused(PackFault::CutShort, entry.path);
        const QByteArrayView text = all.sliced(at, entry.size);
        if (hashOf(text) != entry.hash)
            return refused(PackFault::WrongContent, entry.path);
        pack->m_texts.insert(entry.path, text.toByteArray());
        at += entry.size;
    }
    if (at != all.size())
        return refused(PackFault::CutShort, QStringLiteral("goes on after its end"));
    if (const QList<ContentFault> faults = faultsOf(*pack, elsewhere); !faults.isEmpty()) {
        const ContentFault &first = faults.constFirst();
        return refused(PackFault::BadTexts,
                       first.path + QStringLiteral(": ") + nameOf(first.kind) + QStringLiteral(": ") + first.what);
    }
    return pack;
}

QByteArray signedPack(const PackManifest &manifest, const QMap<QString, QByteArray> &texts, const QByteArray &secretKey)
{
    QJsonArray entries;
    QByteArray body;
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        entries << QJsonObject{{QStringLiteral("path"), text.key()},
                               {QStringLiteral("sha256"), QString::fromLatin1(hashOf(*text))},
                               {QStringLiteral("size"), text->size()}};
        body += *text;
    }
    const QJsonObject object{{QStringLiteral("format"), 1},
                             {QStringLiteral("id"), manifest.id},
                             {QStringLiteral("version"), manifest.version},
                             {QStringLiteral("locales"), QJsonArray::fromStringList(manifest.locales)},
                             {QStringLiteral("created"), manifest.created.toUTC().toString(Qt::ISODate)},
                             {QStringLiteral("texts"), entries}};
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    const QByteArray message = signedPart(json);
    QByteArray signature(packSignatureBytes, '\0');
    if (secretKey.size() != crypto_sign_SECRETKEYBYTES)
        return {};
    crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.data()), nullptr, bytesOf(message),
                         std::size_t(message.size()), bytesOf(secretKey));
    QByteArray length(lengthBytes, '\0');
    qToBigEndian(quint32(json.size()), length.data());
    return magic.toByteArray() + signature + length + json + body;
}

QByteArray packKey()
{
    return QByteArray::fromHex(HANDRAIL_PACK_KEY_HEX);
}

QString nameOf(PackFault fault)
{
    static constexpr std::array names{"NotAPack",     "TooLarge", "CutShort",  "WrongKey", "BadManifest",
                                      "WrongContent", "BadTexts", "OtherPack", "NotNewer", "NotWritten"};
    static_assert(names.size() == std::size_t(PackFault::NotWritten) + 1);
    return QLatin1String(names.at(std::size_t(fault)));
}

} // namespace handrail
