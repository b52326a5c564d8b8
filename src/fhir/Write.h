// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Form.h"
#include "core/Session.h"

#include <QByteArray>
#include <QString>

namespace handrail::fhir {

/// A completed QuestionnaireResponse (design api row 3a): author, source and subject are the patient; skipped items are left out;
/// choices carry system, code, display and the ordinalValue of their option.
[[nodiscard]] QByteArray writeQuestionnaireResponse(const CompletedForm &completed, const Form &form);

/// The QuestionnaireResponse `stored` with the answers of `sent`, and status amended; all else stays as the server wrote it.
[[nodiscard]] QByteArray writeAmendment(const QByteArray &stored, const QByteArray &sent);

/// An AppointmentResponse that declines (row 1d). `comment` may be empty.
[[nodiscard]] QByteArray writeDecline(const QString &identifier, const Session &session, const QString &comment);

} // namespace handrail::fhir
