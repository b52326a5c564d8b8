// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/SmartScopes.h"

#include <QMap>
#include <QStringTokenizer>
#include <array>
#include <optional>

namespace handrail::clinic {

namespace {

struct Allowed {
    const char *context;
    const char *type;
    const char *letters;
};

// Design api 2.3.
constexpr std::array patientMaximum{
    Allowed{"patient", "Patient", "rs"},
    Allowed{"patient", "Appointment", "rs"},
    Allowed{"patient", "AppointmentResponse", "crs"},
    Allowed{"patient", "EpisodeOfCare", "rs"},
    Allowed{"patient", "CarePlan", "rs"},
    Allowed{"patient", "Goal", "rs"},
    Allowed{"patient", "CareTeam", "rs"},
    Allowed{"patient", "Task", "rus"},
    Allowed{"patient", "QuestionnaireResponse", "crus"},
    Allowed{"patient", "Observation", "rs"},
    Allowed{"patient", "Communication", "crs"},
    Allowed{"patient", "CommunicationRequest", "rs"},
    Allowed{"patient", "MedicationRequest", "rs"},
    Allowed{"patient", "MedicationStatement", "crs"},
    Allowed{"patient", "DocumentReference", "rs"},
    Allowed{"patient", "RelatedPerson", "rs"},
    Allowed{"patient", "Consent", "rus"},
    Allowed{"patient", "Flag", "rs"},
    Allowed{"patient", "AuditEvent", "rs"}, // who saw my data
    Allowed{"user", "Questionnaire", "rs"},
    Allowed{"user", "Library", "rs"},
    Allowed{"user", "Organization", "rs"},
    Allowed{"user", "Location", "rs"},
    Allowed{"user", "Medication", "rs"}, // of their own orders, by the policy
    Allowed{"user", "Binary", "r"},
};

// Design api 2.4, and the Patient record itself: SMART obliges a server to name the launch patient, and an app reads that name. And Location:
// of a session that is not by video, where to go. What of it a relative sees is for the policy on each request.
constexpr std::array relativeMaximum{
    Allowed{"patient", "Patient", "r"},
    Allowed{"patient", "Appointment", "rs"},
    Allowed{"patient", "AppointmentResponse", "crs"},
    Allowed{"patient", "CareTeam", "rs"},
    Allowed{"patient", "Communication", "crs"},
    Allowed{"patient", "RelatedPerson", "r"},
    Allowed{"user", "Organization", "rs"},
    Allowed{"user", "Location", "rs"},
    Allowed{"user", "Library", "rs"},
};

// A member of staff may read and write any type that records knows. Nothing is deleted through an app.
constexpr std::array staffMaximum{Allowed{"user", "*", "crus"}};

constexpr std::array<QStringView, 4> plainScopes{u"openid", u"fhirUser", u"launch/patient", u"offline_access"};
constexpr QStringView allLetters = u"cruds";

struct Parsed {
    QStringView context;
    QStringView type;
    QString letters;
    bool isV1 = false;
    QStringView v1Word;
};

bool isPlain(QStringView scope)
{
    return std::find(plainScopes.begin(), plainScopes.end(), scope) != plainScopes.end();
}

bool isTypeName(QStringView type)
{
    if (type == u"*")
        return true;
    if (type.isEmpty() || type.front() < u'A' || type.front() > u'Z')
        return false;
    return std::all_of(type.begin(), type.end(), [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); });
}

// The letters in SMART's fixed order, each at most once; empty when they are not.
QString orderedLetters(QStringView letters)
{
    qsizetype last = -1;
    for (const QChar c : letters) {
        const qsizetype at = allLetters.indexOf(c);
        if (at <= last)
            return {};
        last = at;
    }
    return letters.toString();
}

std::optional<Parsed> parsed(QStringView scope)
{
    const qsizetype slash = scope.indexOf(u'/');
    const qsizetype dot = scope.indexOf(u'.');
    if (slash < 0 || dot < slash)
        return std::nullopt;
    Parsed out{scope.first(slash), scope.sliced(slash + 1, dot - slash - 1), {}, false, {}};
    if ((out.context != u"patient" && out.context != u"user") || !isTypeName(out.type))
        return std::nullopt;
    const QStringView rights = scope.sliced(dot + 1);
    // SMART 2.2, "Scopes for requesting FHIR resources": v1 read is rs, write is cud.
    if (rights == u"read")
        out.letters = QStringLiteral("rs");
    else if (rights == u"write")
        out.letters = QStringLiteral("cud");
    else if (rights == u"*")
        out.letters = allLetters.toString();
    else
        out.letters = orderedLetters(rights);
    out.isV1 = rights == u"read" || rights == u"write" || rights == u"*";
    out.v1Word = rights;
    if (out.letters.isEmpty())
        return std::nullopt;
    return out;
}

QString common(QStringView asked, QStringView allowed)
{
    QString both;
    for (const QChar c : asked) {
        if (allowed.contains(c))
            both += c;
    }
    return both;
}

template <typename Maximum>
void appendGranted(QStringList &out, const Parsed &asked, const Maximum &maximum)
{
    for (const Allowed &allowed : maximum) {
        const QLatin1String type(allowed.type);
        const bool anyType = type == QLatin1String("*");
        if (asked.context != QLatin1String(allowed.context) || (asked.type != u"*" && asked.type != type && !anyType))
            continue;
        const QString letters = common(asked.letters, QString::fromLatin1(allowed.letters));
        if (letters.isEmpty())
            continue;
        const QString told = asked.isV1 && letters == asked.letters ? asked.v1Word.toString() : letters;
        const QString scope = asked.context % u'/' % (anyType ? asked.type.toString() : QString(type)) % u'.' % told;
        if (!out.contains(scope))
            out.append(scope);
    }
}

// What each granted context/type may do.
QMap<QString, QString> lettersByTarget(const QStringList &granted)
{
    QMap<QString, QString> targets;
    for (const QString &scope : granted) {
        if (const auto one = parsed(scope))
            targets[one->context % u'/' % one->type] += one->letters;
    }
    return targets;
}

QString grantedLetters(const QMap<QString, QString> &targets, const Parsed &asked)
{
    return targets.value(asked.context % u'/' % asked.type) + targets.value(asked.context % QStringLiteral("/*"));
}

} // namespace

SmartScopes::Role SmartScopes::roleOf(QStringView fhirUser)
{
    if (fhirUser.startsWith(u"Patient/"))
        return Role::Patient;
    return fhirUser.startsWith(u"Practitioner/") ? Role::Staff : Role::Relative;
}

bool SmartScopes::isWellFormed(QStringView asked)
{
    if (asked.trimmed().isEmpty())
        return false;
    return std::all_of(asked.begin(), asked.end(), [](QChar c) { return c >= u' ' && c <= u'~' && c != u'"' && c != u'\\'; });
}

QStringList SmartScopes::granted(QStringView asked, Role role)
{
    QStringList out;
    for (const QStringView scope : QStringTokenizer(asked, u' ', Qt::SkipEmptyParts)) {
        if (isPlain(scope)) {
            const bool isUseless = role == Role::Staff && scope == u"launch/patient";
            if (!isUseless && !out.contains(scope))
                out.append(scope.toString());
        } else if (const auto one = parsed(scope)) {
            switch (role) {
            case Role::Patient: appendGranted(out, *one, patientMaximum); break;
            case Role::Relative: appendGranted(out, *one, relativeMaximum); break;
            case Role::Staff: appendGranted(out, *one, staffMaximum); break;
            }
        }
    }
    return out;
}

QStringList SmartScopes::inV2Form(const QStringList &granted)
{
    QStringList out;
    for (const QString &scope : granted) {
        const auto one = parsed(scope);
        out.append(one ? one->context % u'/' % one->type % u'.' % one->letters : scope);
    }
    return out;
}

bool SmartScopes::isWithin(QStringView asked, const QStringList &granted)
{
    const QMap<QString, QString> targets = lettersByTarget(granted);
    for (const QStringView scope : QStringTokenizer(asked, u' ', Qt::SkipEmptyParts)) {
        if (granted.contains(scope))
            continue;
        const auto one = parsed(scope);
        if (!one || common(one->letters, grantedLetters(targets, *one)) != one->letters)
            return false;
    }
    return true;
}

bool SmartScopes::needsPatient(const QStringList &granted)
{
    return std::any_of(granted.begin(), granted.end(),
                       [](const QString &scope) { return scope.startsWith(u"patient/") || scope == u"launch/patient"; });
}

QStringList SmartScopes::supported()
{
    QStringList out;
    for (const QStringView scope : plainScopes)
        out.append(scope.toString());
    for (const Allowed &allowed : patientMaximum)
        out.append(QLatin1String(allowed.context) % u'/' % QLatin1String(allowed.type) % u'.' % QLatin1String(allowed.letters));
    return out;
}

} // namespace handrail::clinic
