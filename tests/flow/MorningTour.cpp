// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "MorningTour.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace handrail {

namespace {

const QString maya = QStringLiteral("p101");

} // namespace

MorningTour::MorningTour(std::unique_ptr<Stage> &stage, Album &album)
    : m_stage(stage)
    , m_album(album)
{
}

bool MorningTour::press(const char *name)
{
    return m_stage->screen().waitFor(QString::fromUtf8(name), 20'000) && m_stage->screen().press(QString::fromUtf8(name));
}

bool MorningTour::show(const char *page, const char *mark)
{
    const QString name = QString::fromLatin1(page);
    return m_stage->screen().waitFor(QString::fromUtf8(mark), 20'000) && m_album.add(*m_stage, name)
        && m_album.addLargeAndInSpanish(*m_stage, name);
}

bool MorningTour::evening()
{
    m_stage.reset(); // one app at a time
    m_stage = std::make_unique<Stage>(QDateTime(QDate(2026, 11, 19), QTime(3, 20), QTimeZone::utc()));
    return m_stage->openClinic() && m_stage->openApp() && m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo"))
        && press("Start the check-in") && press("Okay")
        && m_stage->screen().waitFor(QStringLiteral("What was your strongest urge*")) && press("Close. Your answers are kept.");
}

/// Thursday's group is not confirmed, of one medicine nobody can tell the days, and a note of the clinic's is open to her.
bool MorningTour::unsettled()
{
    QJsonObject session;
    for (const QJsonValue &one : m_stage->recordsAtClinic(maya, QStringLiteral("Appointment"))) {
        const QJsonObject appointment = one.toObject();
        if (appointment.value(QLatin1String("start")).toString().startsWith(QLatin1String("2026-11-19T18")))
            session = appointment;
    }
    session.insert(QStringLiteral("status"), QStringLiteral("pending"));
    const QJsonObject order = QJsonDocument::fromJson(R"({"resourceType": "MedicationRequest", "id": "mondays", "status": "active",
        "intent": "order", "subject": {"reference": "Patient/p101"}, "medicationCodeableConcept": {"text": "Naltrexone"},
        "dosageInstruction": [{"patientInstruction": "Every second Monday",
            "timing": {"repeat": {"period": 2, "periodUnit": "wk", "dayOfWeek": ["mon"]}}}]})")
                                  .object();
    const QJsonObject note = QJsonDocument::fromJson(R"({"resourceType": "Flag", "id": "note", "status": "active",
        "subject": {"reference": "Patient/p101"}, "code": {"text": "Latex allergy", "coding": [{"code": "patient-visible",
            "system": "https://handrail.example/fhir/CodeSystem/flag"}]}})")
                                 .object();
    const auto entry = [](const QJsonObject &resource) { return QJsonObject{{QStringLiteral("resource"), resource}}; };
    return session.contains(QStringLiteral("id")) && m_stage->importToClinic(QJsonArray{entry(session), entry(order), entry(note)});
}

bool MorningTour::morning()
{
    m_stage->closeApp();
    m_stage->closeClinic();
    m_stage->clock().advance(std::chrono::hours(10));
    if (!m_stage->openClinic() || !m_stage->openApp() || !show("today-begun", "*Your answers from Nov 18 are kept.*"))
        return false;
    Navigator &navigator = m_stage->app().navigator();
    // The way to today's own is there as long as no page was turned, and each picture turns it.
    const bool isCheckInShown = press("Go on with the check-in") && show("checkin-other-day", "You began this check-in on *")
        && press("Close. Your answers are kept.") && press("Go on with the check-in") && press("Start today’s check-in")
        && show("checkin-of-two", "Go on with Wednesday, November 18") && press("Close. Your answers are kept.");
    navigator.go(Navigator::Medicine);
    const bool isMedicineShown = isCheckInShown && show("medicine-some-days", "It is not asked about here.*");
    navigator.go(Navigator::Plan);
    const bool isNoteShown = isMedicineShown && m_stage->screen().waitFor(QStringLiteral("Notes from your clinic"), 20'000)
        && m_stage->screen().scrollTo(QStringLiteral("Notes from your clinic")) && show("plan-notes", "Notes from your clinic");
    navigator.home();
    return isNoteShown && press("Schedule") && press("Evening group, Today*") && show("session-unconfirmed", "Not confirmed yet");
}

bool MorningTour::all()
{
    return evening() && unsettled() && morning();
}

} // namespace handrail
