// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/PackShelf.h"

#include "core/Log.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace handrail {

namespace {

using Standing = OfferedTexts::Standing;

const QString versionsName = QStringLiteral("pack-versions");

/// And each for itself, for when that row is damaged: a version outlives its pack.
const QString versionPrefix = QStringLiteral("pack-version.");

/// Goes when the store has to be made anew: it can be downloaded again.
const QString packPrefix = QStringLiteral("sync.pack.");

QString packName(const QString &id)
{
    return QString(packPrefix % id);
}

tl::unexpected<PackProblem> refused(const QString &id, PackFault fault, const QString &what = {})
{
    qCWarning(logApp) << "pack refused:" << id << nameOf(fault) << what;
    return tl::make_unexpected(PackProblem{fault, what});
}

} // namespace

PackShelf::PackShelf(Records &records, QByteArray key, KnownIds elsewhere)
    : m_records(records)
    , m_key(std::move(key))
    , m_elsewhere(std::move(elsewhere))
{
}

QByteArray PackShelf::takerOf(const QByteArray &key)
{
    if (key.isEmpty())
        return {};
    QCryptographicHash taker(QCryptographicHash::Sha256);
    taker.addData(QByteArrayView(HANDRAIL_VERSION "\n"));
    taker.addData(key);
    return taker.result().toHex();
}

/// The newest version of each that was ever taken; 0 for one that cannot be read.
Result<QMap<QString, int>> PackShelf::versions()
{
    const auto stored = m_records.store().value(versionsName);
    QMap<QString, int> versions;
    if (stored && !*stored)
        return versions;
    const QJsonDocument document = stored ? QJsonDocument::fromJson(**stored) : QJsonDocument();
    if (!document.isObject())
        return restoredVersions();
    const QJsonObject object = document.object();
    for (auto each = object.begin(); each != object.end(); ++each)
        versions.insert(each.key(), each->toInt());
    return versions;
}

/// The row with the versions is damaged: each has one of its own, and what lies on the shelf says its own. What was taken and neither knows is
/// downloaded again.
Result<QMap<QString, int>> PackShelf::restoredVersions()
{
    if (m_key.isEmpty()) // nothing can be read without it; who has one later does this
        return problem(ProblemKind::StoreBroken, QStringLiteral("the versions of packs"));
    const Result<ValueNames> names = m_records.store().valueNames(QString());
    if (!names)
        return tl::make_unexpected(names.error());
    QMap<QString, int> versions;
    const auto atLeast = [&](const QString &id, int version) { versions.insert(id, std::max(versions.value(id), version)); };
    for (const QString &name : names->names) {
        if (name.startsWith(versionPrefix)) {
            atLeast(name.mid(versionPrefix.size()),
                    m_records.store().value(name).value_or(std::nullopt).value_or(QByteArray()).toInt());
        } else if (name.startsWith(packPrefix)) {
            const QString id = name.mid(packPrefix.size());
            const auto pack = kept(id, 0);
            atLeast(id, pack ? pack->manifest().version : 0);
        }
    }
    qCWarning(logApp) << "the versions of packs were damaged; known again:" << versions.size();
    if (const Result<void> written = setVersions(versions); !written)
        qCWarning(logApp) << "the versions of packs:" << written.error(); // they are restored once more
    return versions;
}

Result<void> PackShelf::setVersions(const QMap<QString, int> &versions)
{
    QJsonObject object;
    for (auto each = versions.begin(); each != versions.end(); ++each)
        object.insert(each.key(), *each);
    return m_records.store().setValue(versionsName, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::shared_ptr<const Pack> PackShelf::kept(const QString &id, int version) const
{
    const auto bytes = m_records.store().value(packName(id));
    if (bytes && !*bytes)
        return nullptr;
    const auto pack = bytes ? Pack::open(**bytes, m_key, m_elsewhere)
                            : tl::make_unexpected(PackProblem{PackFault::WrongContent, QStringLiteral("cannot be read")});
    if (!pack || (*pack)->manifest().id != id || (*pack)->manifest().version < version) {
        qCWarning(logApp) << "a kept pack is not used:" << id << (pack ? QStringLiteral("older") : nameOf(pack.error().fault));
        return nullptr;
    }
    return *pack;
}

PackResult<std::shared_ptr<const Pack>> PackShelf::take(const QString &id, const QByteArray &bytes)
{
    const auto pack = Pack::open(bytes, m_key, m_elsewhere);
    if (!pack)
        return refused(id, pack.error().fault, pack.error().what);
    const int version = (*pack)->manifest().version;
    if ((*pack)->manifest().id != id)
        return refused(id, PackFault::OtherPack, (*pack)->manifest().id);
    Result<QMap<QString, int>> newest = versions();
    if (!newest)
        return refused(id, PackFault::NotWritten, nameOf(newest.error().kind));
    const auto here = kept(id, newest->value(id));
    const int known = std::max(newest->value(id), here ? here->manifest().version : 0);
    // The same version again is taken where the one that was here cannot be read any more, and where it is the same to the byte.
    const bool isOther = here && m_records.store().value(packName(id)).value_or(std::nullopt) != bytes;
    if (version < known || (version == known && isOther))
        return refused(id, PackFault::NotNewer, QStringLiteral("%1, here was %2").arg(version).arg(known));
    Result<void> written = m_records.store().setValue(packName(id), bytes);
    if (written) {
        newest->insert(id, version);
        written = m_records.store().setValue(QString(versionPrefix % id), QByteArray::number(version));
    }
    if (written)
        written = setVersions(*newest);
    if (!written)
        return refused(id, PackFault::NotWritten, nameOf(written.error().kind));
    return pack;
}

/// Takes it, if all of it is here and nothing is wrong with it. What is refused is noted, so that it is not fetched and opened again.
bool PackShelf::bring(const OfferedTexts &offered)
{
    const QByteArray taker = takerOf(m_key);
    if (m_records.areTextsRefused(offered, taker))
        return false; // why was said then
    const Result<QByteArray> bytes = m_records.arrivedTexts(offered);
    if (!bytes) {
        qCWarning(logApp) << "a pack did not arrive:" << offered.id << bytes.error();
        return false;
    }
    const auto pack = take(offered.id, *bytes);
    Result<void> noted;
    if (pack)
        noted = m_records.setTextsTaken(offered.id, offered.name());
    else if (pack.error().fault != PackFault::NotWritten)
        noted = m_records.setTextsRefused(offered, taker);
    if (!noted)
        qCWarning(logApp) << "noting a pack:" << noted.error(); // it is looked at once more
    return pack.has_value();
}

/// It was taken, and nothing tells its version any more.
bool PackShelf::isLost(const OfferedTexts &offered, const QMap<QString, int> &versions) const
{
    return versions.value(offered.id) == 0 && m_records.areTextsTaken(offered);
}

void PackShelf::askAgain(const QString &id)
{
    if (const auto again = m_records.setTextsTaken(id, {}); !again)
        qCWarning(logApp) << "a pack that is to come again:" << again.error();
}

PackShelf::Update PackShelf::update()
{
    Update update;
    const Result<QList<OfferedTexts>> offers = m_records.offeredTexts();
    if (!offers) {
        qCWarning(logApp) << "what the clinic offers:" << offers.error();
        return update;
    }
    const Result<QMap<QString, int>> before = versions();
    if (!before)
        qCWarning(logApp) << "the versions of packs:" << before.error();
    QSet<QString> offered;
    for (const OfferedTexts &one : *offers) {
        if (one.standing == Standing::Withdrawn)
            update.withdrawn << one.id;
        if (one.standing == Standing::Offered)
            offered << one.id;
        if (m_key.isEmpty() || (one.standing != Standing::Offered && one.standing != Standing::TooMany))
            continue;
        if (one.standing == Standing::TooMany)
            qCWarning(logApp) << "more packs than are taken:" << one.id;
        else if (before && isLost(one, *before))
            askAgain(one.id);
        else if (before && m_records.areTextsTaken(one))
            continue;
        const bool isTaken = before && one.standing == Standing::Offered && bring(one);
        update.isChanged = update.isChanged || isTaken;
        update.isMissed = update.isMissed || !isTaken;
    }
    const QMap<QString, int> known = versions().value_or(QMap<QString, int>());
    for (auto each = known.keyBegin(); each != known.keyEnd(); ++each) {
        if (offered.contains(*each))
            continue;
        const auto here = m_records.store().value(packName(*each));
        if (!here || !*here)
            continue;
        update.isChanged = true;
        const Result<void> gone = m_records.store().removeValue(packName(*each));
        if (!gone || !m_records.setTextsTaken(*each, {}))
            qCWarning(logApp) << "a pack that is not offered any more stays for now:" << *each;
    }
    if (const auto dropped = m_records.dropPieces(takerOf(m_key)); !dropped)
        qCWarning(logApp) << "pieces of packs:" << dropped.error();
    return update;
}

PackShelf::Texts PackShelf::texts()
{
    Texts texts;
    const Result<QMap<QString, int>> known = versions();
    texts.isDamaged = !known && !m_key.isEmpty();
    for (const OfferedTexts &one : m_records.offeredTexts().value_or(QList<OfferedTexts>())) {
        if (one.standing == Standing::Withdrawn)
            texts.withdrawn << one.id;
        if (m_key.isEmpty() || !known || one.standing != Standing::Offered)
            continue;
        const int version = known->value(one.id);
        const auto pack = version > 0 ? kept(one.id, version) : nullptr;
        if (pack) {
            texts.packs << pack;
        } else if (version > 0 || isLost(one, *known)) {
            texts.isDamaged = true;
            askAgain(one.id);
        }
    }
    return texts;
}

} // namespace handrail
