// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/base/Access.h"
#include "clinic/api/ConsentGrants.h"
#include "clinic/http/Http.h"
#include "clinic/records/SearchQuery.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <chrono>
#include <optional>

namespace handrail::clinic {

enum class Verb : char { Create = 'c', Read = 'r', Update = 'u', Search = 's' };

/// The one place that decides who may do what, on every request (design api 1.1, 2.3, 2.4): scope, then compartment, then Consent.
/// Staff see by scope alone; a patient sees their compartment; a relative sees what the patient's Consents open, cut to what concerns them.
class Policy
{
public:
    /// `base`: the address of this clinic's FHIR API; empty where nobody comes in by it, and it is not known.
    explicit Policy(Records &records, QString base = {})
        : m_records(records)
        , m_base(std::move(base))
        , m_grants(records)
    {
    }

    /// A granted scope names the type and the verb (SMART v2 letters; v1 read, write, *).
    [[nodiscard]] static bool hasScope(const Access &access, QStringView type, Verb verb);

    /// The times of the records that a search compares are those of toldBy(), not of the rows.
    [[nodiscard]] static bool areTimesTold(const Access &access, const ResourceType &type);
    /// Which rows of a type a search may look at. nullopt: none at all. A search that asks for more than times looks only at what the
    /// person may see whole: nobody finds by what is cut out for them.
    [[nodiscard]] std::optional<SearchScope> searchScope(const Access &access, const SearchQuery &search);
    /// Search parameters this person may use.
    [[nodiscard]] static bool mayFind(const Access &access, const ResourceType &type, const QString &parameter);

    /// The text of a record as this person may see it. nullopt: it is not there for them. Works for any version, and asks of that one alone.
    [[nodiscard]] std::optional<QByteArray> shown(const Access &access, const Record &record);
    /// A relative may see it whole, not only that the patient is busy then; for everybody else as shown().
    [[nodiscard]] bool isShownWhole(const Access &access, const Record &record);
    /// Old versions of a record, as it is now, may be read: by a relative not of what they see in part, since each tells of a change, and of a
    /// session so who came.
    [[nodiscard]] bool mayReadVersions(const Access &access, const Record &current);
    /// The version by which what this person sees came to be as it is: of what a relative sees in part the first of those that look
    /// alike, so that neither version nor time tells of what changed beside that; else the record itself.
    [[nodiscard]] RecordPtr toldBy(const Access &access, const RecordPtr &record);
    /// The id of an Appointment under which a relative is told that the patient is busy then: its own follows from its kind, title and program,
    /// and whoever guesses those could find it. Empty: none can be made, and it is not there.
    [[nodiscard]] QString busyId(const QString &id) const;
    /// The id under which the record is kept that this person knows by this one.
    [[nodiscard]] QString keptId(const Access &access, const QString &type, const QString &id) const;
    /// Of the sessions this relative is shown those alone that are theirs too: of others they are told no times.
    [[nodiscard]] bool isOwnAloneShown(const Access &access, const ResourceType &type);
    /// To whom it is open that the patient came, and not when the sessions are: the days that are over, one record each, under the id of the
    /// session in whose place it stands. They are found by a search for the patient alone, and by no other way: any other could ask for a
    /// time or for the id of a session. None where the clinic says no time zone.
    [[nodiscard]] QHash<QString, RecordPtr> attendedDays(const Access &access, const SearchQuery &search);
    /// A tombstone, or anything else without a body, may be known of.
    [[nodiscard]] bool isInReach(const Access &access, const Record &record);
    /// A record as it is now is there for this person; of a deleted one, its tombstone. Old versions are there for nobody else.
    [[nodiscard]] bool isThere(const Access &access, const Record &current);

    /// Why a write is refused; nullopt when it may go on. `current` is null on create. `comingWithIt`: Type/id of the new records of the
    /// same transaction.
    [[nodiscard]] std::optional<Reply> refusal(const Access &access, const ResourceType &type, Verb verb, const Draft &draft,
                                               const Record *current, const QSet<QString> &comingWithIt);

    /// A relative's concern (HR/CodeSystem/message-kind|concern): may be sent without a Consent, and is read by staff alone.
    [[nodiscard]] static bool isConcern(const QString &type, const QJsonObject &resource);
    /// The card "How I can help" (HR/CodeSystem/message-kind|how-to-help), as it was agreed in a session: staff write it, and of relatives only
    /// who is its recipient reads it, while a Consent opens messages to them.
    [[nodiscard]] static bool isHowToHelp(const QString &type, const QJsonObject &resource);
    /// The patient may not learn that the record is there, neither from it nor from the log: a concern, and whatever else a relative wrote
    /// to the clinic (design clinical 7.2: "own only"), what is written to a relative alone, the flag that hides the family feature without a
    /// trace, and a message, a request for one, a flag or a task that names one of these.
    [[nodiscard]] bool isKeptFromPatient(const Record &record) const;
    /// Of no other type is any record.
    [[nodiscard]] static bool mayBeKept(const QString &type);

    /// The lasting addresses of the rooms that a session is held in, its own Locations or those that it points at; no record shows them to a patient
    /// or relative. Empty for most.
    [[nodiscard]] QStringList roomAddresses(const QJsonObject &session) const;

    static bool isStaff(const Access &access) { return access.fhirUser.startsWith(QLatin1String("Practitioner/")); }

private:
    /// The type table keeps it from this person, who is not staff.
    [[nodiscard]] bool isHidden(const Access &access, const Record &record) const;
    [[nodiscard]] static bool isHidden(const Access &access, const ResourceType &type, const QJsonObject &resource, bool isOwn);
    [[nodiscard]] bool isOfPatient(const Access &access, const QString &person) const;
    [[nodiscard]] bool isOpenBinary(const Access &access, const Record &record);
    [[nodiscard]] bool isPlaceOfTheirs(const Access &access, const QString &location);
    [[nodiscard]] bool isMedicineOfTheirs(const Access &access, const QString &medication);
    /// As shown(), of a type that belongs to no patient.
    [[nodiscard]] std::optional<QByteArray> shownOpen(const Access &access, const Record &record);
    [[nodiscard]] std::optional<QByteArray> shownToRelative(const Access &access, const Record &record);
    /// How often a relative may write: some at once, and then one after each of these times.
    struct Allowance {
        int atOnce;
        std::chrono::minutes oneMore;
    };
    static constexpr Allowance messages{5, std::chrono::minutes(30)};
    static constexpr Allowance answers{10, std::chrono::minutes(3)};
    /// Until this relative may write one more of the type; 0: now, or it is not new.
    [[nodiscard]] std::chrono::milliseconds waitFor(const Access &access, const ResourceType &type, const Draft &draft,
                                                    const Allowance &allowance) const;
    /// As localReference(), also of this clinic's own full address.
    [[nodiscard]] QString ownReference(const QString &reference) const;
    [[nodiscard]] bool isNamingKept(const QJsonObject &record) const;
    [[nodiscard]] std::optional<Reply> staffRefusal(const ResourceType &type, const QJsonObject &resource) const;
    [[nodiscard]] bool mayPointAt(const Access &access, const QString &reference, const QSet<QString> &comingWithIt);
    [[nodiscard]] std::optional<Reply> changeRefusal(const ResourceType &type, const Draft &draft, const Record &current) const;

    Records &m_records;
    QString m_base;
    ConsentGrants m_grants;
};

} // namespace handrail::clinic
