// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// A page from a server: what the app does with it, from its bytes to the sealed store. What is kept must be a piece of what came, and say
// the same to another JSON reader.

#include "Fuzz.h"
#include "fhir/Bundle.h"
#include "store/Store.h"
#include "sync/KeptRecord.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace handrail::fuzz {

namespace {

// Made once, and never taken apart: at the end of the program Qt's part of it is gone already.
Store *store = nullptr; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

const QString patient = QStringLiteral("p101");

void checkSlice(const fhir::Slice &slice)
{
    const auto alone = fhir::readResource(slice.json);
    require(alone && alone->type == slice.type && alone->id == slice.id && alone->versionId == slice.versionId
                && alone->lastUpdated == slice.lastUpdated && alone->json == slice.json,
            "a record reads alone as in its page");
    const QJsonDocument document = QJsonDocument::fromJson(slice.json);
    if (document.isObject()) {
        require(document.object().value(QLatin1String("id")).toString() == slice.id
                    && document.object().value(QLatin1String("resourceType")).toString() == slice.type,
                "two JSON readers see the same record");
    }
    const bool isHers = fhir::isAboutPatient(slice.json, patient);
    (void)fhir::isForRelative(slice.json, QStringLiteral("rp1"), patient);
    (void)fhir::hasIdentifier(slice.json, QStringLiteral("urn:ietf:rfc:3986"), QStringLiteral("urn:uuid:1"));
    for (const QString &id : fhir::referencedIds(slice.json, QStringLiteral("Location")))
        require(!id.isEmpty() && id.size() <= 64, "an id found is an id");
    if (isHers && slice.type == u"QuestionnaireResponse")
        require(!fhir::isAboutPatient(slice.json, QStringLiteral("p102")), "a check-in is one person's");
}

/// As a download does it; then everything is taken out again.
void keep(const QList<StoredRecord> &records)
{
    const auto put = store->putRecords(records);
    require(put.has_value(), "the store takes whatever was read");
    for (const StoredRecord &record : records) {
        const auto found = store->record(record.type, record.id);
        require(found && *found, "what was kept is found");
        require(std::any_of(records.begin(), records.end(),
                            [&](const StoredRecord &other) {
                                return other.type == record.type && other.id == record.id && other.json == **found;
                            }),
                "what was kept has the server's bytes");
    }
    for (const StoredRecord &record : records)
        require(store->removeRecord(record.type, record.id).has_value(), "what was kept can be removed");
    const auto left = store->recordCount();
    require(left && *left == 0, "nothing stays behind");
}

} // namespace

void prepare()
{
    auto made = Store::inMemory();
    require(made.has_value(), "a store in memory");
    store = made->release();
}

void run(Input input)
{
    const QByteArray text = input.rest();
    const auto page = fhir::readPage(text);
    if (!page) {
        if (const auto single = fhir::readResource(text))
            checkSlice(*single);
        return;
    }
    qsizetype from = 0;
    QList<StoredRecord> kept;
    for (const fhir::Slice &slice : page->entries) {
        const qsizetype at = text.indexOf(slice.json, from);
        require(at >= 0, "each record is a piece of the page, in order");
        from = at + slice.json.size();
        checkSlice(slice);
        if (fhir::isAboutPatient(slice.json, patient))
            kept << recordFrom(slice, QTimeZone::utc());
    }
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (document.isObject())
        require(document.object().value(QLatin1String("entry")).toArray().size() >= page->entries.size() + page->skipped,
                "no record comes from nowhere");
    keep(kept);
}

} // namespace handrail::fuzz
