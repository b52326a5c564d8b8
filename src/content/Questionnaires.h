// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>

namespace handrail {

/// The FHIR R4 Questionnaire of the daily check-in, version 1.0.0, as JSON (design clinical 3.1). It is compiled in, so that a
/// check-in can be taken before the first download and with a server that has no such form. Empty only in a broken build.
[[nodiscard]] QByteArray dailyCheckInQuestionnaire();

/// The one that says that a lesson, module or skill of a plan of care is done, version 1.0.0 (design api row 4a). Nobody is asked it.
[[nodiscard]] QByteArray moduleDoneQuestionnaire();

/// That of a safety plan in own words (design api row 10), for whom the clinic gives none. A form of our own, no licensed one.
[[nodiscard]] QByteArray safetyPlanQuestionnaire();

} // namespace handrail
