// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/Held.h"

#include "care/CheckIn.h"
#include "care/HowItWas.h"
#include "care/MyPeople.h"
#include "care/OwnSheets.h"
#include "care/SafetyPlan.h"
#include "store/StoreOpening.h"

#include <algorithm>
#include <array>

namespace handrail {

namespace {

/// What the app asks the clinic for (sync/PullPlan), in the order in which a person reads of it; a test compares the two.
constexpr std::array types{"Appointment", "QuestionnaireResponse", "Communication", "CarePlan",
                           "Goal",        "EpisodeOfCare",         "CareTeam",      "MedicationRequest",
                           "Medication",  "MedicationStatement",   "Task",          "AppointmentResponse",
                           "Consent",     "RelatedPerson",         "Patient",       "CommunicationRequest",
                           "Flag",        "Questionnaire",         "Organization",  "Location"};

/// The clinic's lessons and skills, which are about nobody.
bool isClinicText(const QString &type)
{
    return type == u"Library" || type == u"Binary";
}

/// Also of one for which there was no room when it came back from another store.
QString plainName(const QString &name)
{
    return name.startsWith(cameBackPrefix) ? name.mid(cameBackPrefix.size()) : name;
}

} // namespace

Result<Held> held(Records &records)
{
    const Store &store = records.store();
    Held held;
    const Result<int> all = store.recordCount();
    if (!all)
        return tl::make_unexpected(all.error());
    int others = *all;
    for (const char *name : types) {
        const QString type = QLatin1String(name);
        const int count = store.recordCount(type).value_or(0);
        others -= count;
        if (count > 0)
            held.records << HeldRecords{type, count};
    }
    for (const QString &type : {QStringLiteral("Library"), QStringLiteral("Binary")})
        others -= store.recordCount(type).value_or(0);
    if (others > 0)
        held.records << HeldRecords{{}, others};
    const Result<OwnSheets> sheets = ownSheets(records);
    if (!sheets)
        return tl::make_unexpected(sheets.error());
    held.sheets = int(sheets->sheets.size()) + sheets->damaged;
    held.people = int(myPeople(records).value_or(QList<OwnPerson>()).size());
    const QList<JoinedSession> joined = joinedSessions(records).value_or(QList<JoinedSession>());
    held.sessionsTold =
        int(std::count_if(joined.cbegin(), joined.cend(), [](const JoinedSession &one) { return one.was.has_value(); }));
    const SafetyPlan plan = safetyPlan(records).value_or(SafetyPlan());
    held.hasSafetyPlan = !plan.isBlank();
    held.isSafetyPlanShared = !plan.sharing.identifier.isEmpty();
    held.waiting = records.unsentCount();
    return held;
}

Result<OnlyHere> onlyHere(Records &records, const QDateTime &nowUtc)
{
    OnlyHere here;
    const Result<ValueNames> named = records.store().valueNames({});
    const Result<int> kept = records.keptCount();
    if (!named || !kept)
        return tl::make_unexpected(named ? kept.error() : named.error());
    here.keptToSelf = *kept;
    for (const QString &full : named->names) {
        const QString name = plainName(full);
        if (name == inviteDraftName || name.startsWith(draftPrefix)) {
            const auto value = records.store().value(full);
            if (value && (!*value || !Records::isUnfinished(name, **value, nowUtc)))
                continue;
            bool &begun = name == inviteDraftName                                                         ? here.isInvitationBegun
                : name.startsWith(QString(draftPrefix % u"message"))                                      ? here.isMessageBegun
                : name.startsWith(QString(draftPrefix % dailyCheckInUrl())) && !name.contains(u"#amend/") ? here.isCheckInBegun
                                                                                                          : here.isFormBegun;
            begun = true;
        }
        here.hasMarks = here.hasMarks || name.startsWith(u"own-marks/");
        here.hasSkills = here.hasSkills || name.startsWith(u"skill-");
        here.hasLessons = here.hasLessons || name == u"learning";
        here.hasWays = here.hasWays || name == u"travel";
    }
    const Result<OwnSheets> sheets = ownSheets(records);
    here.hasSheets = !sheets || sheets->damaged > 0
        || std::any_of(sheets->sheets.cbegin(), sheets->sheets.cend(), [](const OwnSheet &sheet) { return !sheet.isBlank(); });
    const Result<QList<OwnPerson>> people = myPeople(records);
    here.hasPeople = !people || !people->isEmpty();
    const Result<SafetyPlan> plan = safetyPlan(records);
    here.hasSafetyPlan = !plan || !plan->isBlank();
    return here;
}

bool HeldPieces::isAboutPerson(const QString &name)
{
    // The list of the sheets says nothing that they do not say; "mended" and those after it that something was done once.
    static const QStringList none{QStringLiteral("own-sheets"), QStringLiteral("pack-versions"),   QStringLiteral("mended"),
                                  QStringLiteral("own-things"), QStringLiteral("first-sync-done"), cameBackMark};
    const QString plain = plainName(name);
    return !name.startsWith(QLatin1String("sync.")) && !plain.startsWith(QLatin1String("pack-version.")) && !none.contains(plain);
}

Result<void> HeldPieces::begin()
{
    Store &store = m_records.store();
    const Result<ValueNames> names = store.valueNames(QString());
    if (!names)
        return tl::make_unexpected(names.error());
    m_damaged = names->damaged;
    for (const QString &name : names->names) {
        if (isAboutPerson(name))
            m_names << name;
    }
    m_names.sort();
    const Result<QList<OutboxItem>> items = store.outbox().all();
    if (!items)
        return tl::make_unexpected(items.error());
    for (const OutboxItem &item : *items) {
        if (item.identifier.isEmpty())
            ++m_damaged;
        else
            m_items << item.identifier;
    }
    const Result<QList<qint64>> places = store.recordPlaces();
    if (!places)
        return tl::make_unexpected(places.error());
    m_places = *places;
    return {};
}

Result<std::optional<HeldPiece>> HeldPieces::next()
{
    Store &store = m_records.store();
    while (m_name < m_names.size()) {
        const QString &name = m_names.at(m_name++);
        Result<std::optional<QByteArray>> value = store.value(name);
        if (!value && value.error().kind != ProblemKind::StoreBroken)
            return tl::make_unexpected(value.error());
        if (value && *value)
            return HeldPiece{HeldPiece::Kind::Own, plainName(name), std::move(**value), OutboxState::Done};
        m_damaged += value ? 0 : 1;
    }
    while (m_item < m_items.size()) {
        const Result<std::optional<OutboxItem>> item = store.outbox().find(m_items.at(m_item++));
        if (!item)
            return tl::make_unexpected(item.error());
        if (*item)
            return HeldPiece{HeldPiece::Kind::Outgoing, (*item)->resourceType, (*item)->payload, (*item)->state};
    }
    while (m_place < m_places.size()) {
        Result<std::optional<QByteArray>> record = store.recordAt(m_places.at(m_place++));
        if (!record && record.error().kind != ProblemKind::StoreBroken)
            return tl::make_unexpected(record.error());
        if (!record || !*record) {
            m_damaged += record ? 0 : 1; // what a sync took out meanwhile is not damaged
            continue;
        }
        // The type stands in the record's first bytes or anywhere; only the clinic's texts are large.
        const QString type = Records::typeOf(**record);
        if (!isClinicText(type))
            return HeldPiece{HeldPiece::Kind::Record, type, std::move(**record), OutboxState::Done};
    }
    return std::nullopt;
}

} // namespace handrail
