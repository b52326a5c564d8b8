// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/AccessEvent.h"
#include "sync/FhirClient.h"

namespace handrail {

/// A page of who opened this patient's records, the newest first. `place`: empty for the first; "RelatedPerson/x" for the first of what that
/// relative opened; else `next` of the page before. The patient's own visits, or those of others, are left out by the server where it knows how,
/// and may be in it where not. Lines that cannot be read, and those about somebody else, are left out. What
/// somebody does is told in `language` (BCP 47) where the clinic says it. Problems: NotFound when the server keeps
/// no such log or shows it to nobody; those of a request.
QCoro::Task<Result<AccessPage>> readAccessPage(FhirClient &client, QString patientId, QString place, QString language);

} // namespace handrail
