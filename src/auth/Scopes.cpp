// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "auth/SignIn.h"

#include <array>

namespace handrail {

namespace {

struct Wanted {
    const char *type; ///< with its context
    const char *verbs;
};

// A conditional create searches first, so `c` never comes without `s` (design api 2.3).
constexpr std::array wanted{
    Wanted{"patient/Patient", "rs"},
    Wanted{"patient/Appointment", "rs"},
    Wanted{"patient/AppointmentResponse", "crs"},
    Wanted{"patient/EpisodeOfCare", "rs"},
    Wanted{"patient/CarePlan", "rs"},
    Wanted{"patient/Goal", "rs"},
    Wanted{"patient/CareTeam", "rs"},
    Wanted{"patient/Task", "rus"},
    Wanted{"patient/QuestionnaireResponse", "crus"},
    Wanted{"patient/Observation", "rs"},
    Wanted{"patient/Communication", "crs"},
    Wanted{"patient/CommunicationRequest", "rs"},
    Wanted{"patient/MedicationRequest", "rs"},
    Wanted{"patient/MedicationStatement", "crs"},
    Wanted{"patient/DocumentReference", "rs"},
    Wanted{"patient/RelatedPerson", "rs"},
    Wanted{"patient/Consent", "rus"},
    Wanted{"patient/Flag", "rs"},
    Wanted{"patient/AuditEvent", "rs"},
    Wanted{"user/Questionnaire", "rs"},
    Wanted{"user/Library", "rs"},
    Wanted{"user/Organization", "rs"},
    Wanted{"user/Location", "rs"},
    Wanted{"user/Medication", "rs"},
    Wanted{"user/Binary", "r"},
};

} // namespace

QString requestedScopes(bool isVersion2)
{
    QStringList scopes{QStringLiteral("openid"), QStringLiteral("fhirUser"), QStringLiteral("launch/patient"),
                       QStringLiteral("offline_access")};
    for (const Wanted &one : wanted) {
        const QString type = QLatin1String(one.type);
        const QLatin1String verbs(one.verbs);
        if (isVersion2) {
            scopes << QString(type + u'.' + verbs);
            continue;
        }
        scopes << QString(type + QLatin1String(".read"));
        if (verbs.contains(u'c') || verbs.contains(u'u'))
            scopes << QString(type + QLatin1String(".write"));
    }
    return scopes.join(u' ');
}

} // namespace handrail
