// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/SafetyReading.h"

#include "fhir/Read.h"

namespace handrail::clinic {

std::optional<Saying> readSaying(const QByteArray &response, const Form &form)
{
    auto read = fhir::readQuestionnaireResponse(response, form);
    const bool isFinished = read.has_value();
    if (!isFinished)
        read = fhir::readUnfinishedResponse(response, form);
    return read ? std::optional(Saying{*read, isFinished}) : std::nullopt;
}

} // namespace handrail::clinic
