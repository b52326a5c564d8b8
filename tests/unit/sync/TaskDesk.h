// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "SyncBench.h"

#include "fhir/Write.h"
#include "sync/Records.h"

namespace handrail {

inline const QString response = QStringLiteral("QuestionnaireResponse");
inline const QString task = QStringLiteral("Task");
inline const QString url = QStringLiteral("https://handrail.example/fhir/Questionnaire/phq-9");

inline QJsonObject taskJson(const QString &id, const QString &status = QStringLiteral("requested"))
{
    const QJsonObject patient{{QStringLiteral("reference"), QStringLiteral("Patient/maya")}};
    return {{QStringLiteral("resourceType"), task},
            {QStringLiteral("id"), id},
            {QStringLiteral("status"), status},
            {QStringLiteral("intent"), QStringLiteral("order")},
            {QStringLiteral("for"), patient},
            {QStringLiteral("authoredOn"), QStringLiteral("2026-03-01T10:00:00Z")},
            {QStringLiteral("note"), QJsonArray{QJsonObject{{QStringLiteral("text"), QStringLiteral("by the clinic")}}}},
            {QStringLiteral("input"),
             QJsonArray{QJsonObject{{QStringLiteral("type"), QJsonObject{{QStringLiteral("text"), QStringLiteral("form")}}},
                                    {QStringLiteral("valueCanonical"), QString(url + QStringLiteral("|1.0.0"))}}}}};
}

/// A device on which Maya's clinic has asked for a form.
struct Desk : SyncBench {
    Desk()
    {
        clinic.put(taskJson(QStringLiteral("t1")), QStringLiteral("2026-03-01T10:00:00.000Z"), QStringLiteral("7"));
        if (!run())
            qFatal("no first download");
        clinic.forgetRequests();
        form.url = url;
        form.version = QStringLiteral("1.0.0");
        FormItem item;
        item.linkId = QStringLiteral("craving");
        item.control = Control::Slider;
        item.type = ItemType::Integer;
        form.items = {item};
    }
    CompletedForm answers(double craving,
                          const QString &identifier = urn(assignedId(QStringLiteral("maya"), url, QStringLiteral("t1"))))
    {
        CompletedForm completed;
        completed.identifier = identifier;
        completed.questionnaire = form.canonicalWithVersion();
        completed.patientId = QStringLiteral("maya");
        completed.authored = clock.nowUtc().toOffsetFromUtc(-5 * 3600);
        completed.answers.insert(QStringLiteral("craving"), craving);
        return completed;
    }
    QString queueAnswers(double craving)
    {
        const CompletedForm completed = answers(craving);
        if (!records.queue(completed, form, clock.nowUtc(), false))
            qFatal("not queued");
        return completed.identifier;
    }
    QJsonObject atClinic(const QString &id = QStringLiteral("t1"))
    {
        for (const QJsonObject &one : clinic.records(task)) {
            if (one.value(QStringLiteral("id")).toString() == id)
                return one;
        }
        return {};
    }
    qsizetype puts(const QString &id = QStringLiteral("t1")) { return clinic.requestsTo("PUT", id).size(); }
    QList<OutboxItem> updates()
    {
        QList<OutboxItem> items = store->outbox().all().value();
        items.removeIf([](const OutboxItem &item) { return item.action != OutboxAction::Update; });
        return items;
    }

    Form form;
    Records records{*store, identity};
};

inline QString statusOf(const QJsonObject &json)
{
    return json.value(QStringLiteral("status")).toString();
}

} // namespace handrail
