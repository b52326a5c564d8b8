// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "LibraryBundle.h"

#include "core/Ids.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace handrail {

namespace {

constexpr qsizetype pieceBytes = 256 * 1024;

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QString canonicalOf(const QString &id)
{
    return canonical(QString(u"Library/" + id));
}

QJsonObject library(const QString &id, const char *status)
{
    const QJsonObject coding{{QStringLiteral("system"), QStringLiteral("http://terminology.hl7.org/CodeSystem/library-type")},
                             {QStringLiteral("code"), QStringLiteral("asset-collection")}};
    return {{QStringLiteral("resourceType"), QStringLiteral("Library")},
            {QStringLiteral("id"), id},
            {QStringLiteral("url"), canonicalOf(id)},
            {QStringLiteral("status"), QLatin1String(status)},
            {QStringLiteral("type"), QJsonObject{{QStringLiteral("coding"), QJsonArray{coding}}}}};
}

QByteArray bundleOf(const QList<QJsonObject> &resources)
{
    QJsonArray entries;
    for (const QJsonObject &resource : resources) {
        const QString url =
            resource.value(QLatin1String("resourceType")).toString() + u'/' + resource.value(QLatin1String("id")).toString();
        entries << QJsonObject{{QStringLiteral("resource"), resource},
                               {QStringLiteral("request"),
                                QJsonObject{{QStringLiteral("method"), QStringLiteral("PUT")}, {QStringLiteral("url"), url}}}};
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("resourceType"), QStringLiteral("Bundle")},
                                     {QStringLiteral("type"), QStringLiteral("transaction")},
                                     {QStringLiteral("entry"), entries}})
        .toJson();
}

} // namespace

QByteArray offerOf(const Pack &pack, const QByteArray &bytes)
{
    const PackManifest &manifest = pack.manifest();
    QList<QJsonObject> resources;
    QJsonArray content;
    for (qsizetype at = 0; at < bytes.size(); at += pieceBytes) {
        const QByteArray piece = bytes.mid(at, pieceBytes);
        // Named by what is in it: another version never changes what somebody is just downloading.
        const QString id = QStringLiteral("piece-")
            + QString::fromLatin1(QCryptographicHash::hash(piece, QCryptographicHash::Sha256).toHex().left(40));
        resources << QJsonObject{{QStringLiteral("resourceType"), QStringLiteral("Binary")},
                                 {QStringLiteral("id"), id},
                                 {QStringLiteral("contentType"), QStringLiteral("application/octet-stream")},
                                 {QStringLiteral("data"), base64(piece)}};
        content << QJsonObject{{QStringLiteral("contentType"), QStringLiteral("application/octet-stream")},
                               {QStringLiteral("url"), QString(u"Binary/" + id)},
                               {QStringLiteral("size"), piece.size()},
                               {QStringLiteral("hash"), base64(QCryptographicHash::hash(piece, QCryptographicHash::Sha1))}};
    }
    const KnownIds ids = idsOf(pack);
    QStringList names = QStringList(ids.skills.begin(), ids.skills.end()) + QStringList(ids.modules.begin(), ids.modules.end());
    names.sort();
    QJsonArray parts;
    for (const QString &name : std::as_const(names))
        parts << QJsonObject{{QStringLiteral("type"), QStringLiteral("composed-of")},
                             {QStringLiteral("resource"), canonicalOf(name)}};
    QJsonObject offer = library(manifest.id, "active");
    offer.insert(QStringLiteral("version"), QString::number(manifest.version));
    offer.insert(QStringLiteral("date"), manifest.created.toString(Qt::ISODate));
    if (!parts.isEmpty()) // a directory of places alone names none
        offer.insert(QStringLiteral("relatedArtifact"), parts);
    offer.insert(QStringLiteral("content"), content);
    // Last: where a server takes one after the other, what it names is there already.
    return bundleOf(resources << offer);
}

QByteArray withdrawalOf(const QString &id)
{
    return bundleOf({library(id, "retired")});
}

QByteArray restorationOf(const QString &id)
{
    return bundleOf({library(id, "active")});
}

} // namespace handrail
