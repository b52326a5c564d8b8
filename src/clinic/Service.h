// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/api/AuditLog.h"
#include "clinic/base/Database.h"
#include "clinic/api/FhirApi.h"
#include "clinic/family/FamilyDesk.h"
#include "clinic/forms/OnCall.h"
#include "clinic/records/Records.h"
#include "clinic/smart/Smart.h"
#include "core/Clock.h"

#include <memory>

namespace handrail::clinic {

/// The clinic's parts, made in order and held together: database, records, audit, sign-in, API.
class Service
{
public:
    Service(const QString &databaseFile, const Clock &clock);

    /// Opens the file and brings its tables up to date.
    [[nodiscard]] Result<void> open();
    /// Sign-in for this base URL. open() came first. The same problems as open().
    [[nodiscard]] Result<void> startSmart(const QByteArray &base, const SmartOptions &options);
    /// The FHIR API and sign-in on a server. startSmart() came first.
    void attach(Server &server, const QByteArray &base, const JoinLinks &links = {});

    /// Calls the clinic's on-call command for urgent alerts that nobody closes.
    void startOnCall(Server &server, const OnCall::Options &options);

    Database database;
    TypeTable types;
    Records records;
    AuditLog audit;
    std::unique_ptr<Smart> smart;

private:
    [[nodiscard]] QString personName(const QString &reference);
    [[nodiscard]] std::optional<QDate> sharedUntil(const QString &fhirUser, const QString &patientId);

    const Clock &m_clock;
    std::unique_ptr<FamilyDesk> m_family;
    std::unique_ptr<FhirApi> m_api;
    std::unique_ptr<OnCall> m_onCall;
};

} // namespace handrail::clinic
