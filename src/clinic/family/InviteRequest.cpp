// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/family/InviteRequest.h"

#include "clinic/base/FhirTime.h"
#include "clinic/family/Parameters.h"
#include "clinic/http/Server.h"
#include "clinic/records/SearchIndex.h"
#include "core/Ids.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QStringDecoder>
#include <algorithm>

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 day = 24LL * 60 * 60 * 1000;

const QString actCodes = u"http://terminology.hl7.org/CodeSystem/v3-ActCode"_s;
const QString roleCodes = u"http://terminology.hl7.org/CodeSystem/v3-RoleCode"_s;

QJsonObject coding(const QString &system, const QString &code)
{
    return {{u"system"_s, system}, {u"code"_s, code}};
}

QJsonObject codeable(const QString &system, const QString &code)
{
    return {{u"coding"_s, QJsonArray{coding(system, code)}}};
}

QJsonObject personOf(const QJsonObject &patient)
{
    return {{u"reference"_s, QString(u"Patient/" + patient.value("id"_L1).toString())}};
}

QJsonObject guarded()
{
    return {{u"security"_s, QJsonArray{coding(actCodes, u"42CFRPart2"_s)}}};
}

// HumanName with a given or family name, or a text; nothing else of it is kept. Empty: no name.
QJsonObject nameFrom(const QJsonObject &asked, QString &shown)
{
    constexpr qsizetype longest = 100;
    const QString family = plainLine(asked.value("family"_L1).toString(), longest);
    const QString given = plainLine(asked.value("given"_L1).toArray().at(0).toString(), longest);
    const QString text = plainLine(asked.value("text"_L1).toString(), 2 * longest);
    shown = text.isEmpty() ? QString(given + u' ' + family).trimmed() : text;
    if (shown.isEmpty())
        return {};
    QJsonObject name{{u"text"_s, shown}};
    if (!family.isEmpty())
        name.insert("family"_L1, family);
    if (!given.isEmpty())
        name.insert("given"_L1, QJsonArray{given});
    return name;
}

// Words as a person read them: UTF-8 without signs that change what is seen.
bool isReadable(const QByteArray &bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = utf8(bytes);
    return !utf8.hasError() && !text.trimmed().isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c == u'\n' || c == u'\t' || c == u'\r' || c.category() != QChar::Other_Control;
    });
}

tl::unexpected<Reply> wrong(const char *reason, const char *words)
{
    return tl::unexpected(refused(422, "value", reason, words));
}

} // namespace

tl::expected<InviteRequest, Reply> InviteRequest::read(const QJsonObject &body, qint64 now, const QDate &today)
{
    const Parameters asked(body);
    if (!asked.hasOnly({u"identifier"_s, u"name"_s, u"relationship"_s, u"appointment"_s, u"share"_s, u"until"_s, u"consent"_s,
                        u"signature"_s, u"signed"_s}))
        return wrong("parameter", "A parameter is not known here");
    InviteRequest request;
    request.identifier = asked.text("identifier", "valueUri").toLower();
    if (!isUuidUrn(request.identifier))
        return wrong("identifier", "identifier is urn:uuid: and a UUID");
    request.name = nameFrom(asked.value("name", "valueHumanName").toObject(), request.shownName);
    if (request.name.isEmpty())
        return wrong("name", "A name is needed, of at most 200 signs");
    const QJsonObject relationship = asked.value("relationship", "valueCoding").toObject();
    request.relationship = relationship.value("code"_L1).toString();
    request.relationshipText = plainLine(relationship.value("display"_L1).toString(), 60);
    const bool isRole = relationship.value("system"_L1).toString() == roleCodes && !request.relationship.isEmpty()
        && request.relationship.size() <= 20 && std::all_of(request.relationship.begin(), request.relationship.end(), [](QChar c) {
                            return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
                        });
    if (!isRole)
        return wrong("relationship", "relationship is a code of v3-RoleCode");
    if (asked.value("appointment", "valueReference").isObject()) {
        const QString target =
            localReference(asked.value("appointment", "valueReference").toObject().value("reference"_L1).toString());
        if (!target.startsWith(u"Appointment/"))
            return wrong("appointment", "appointment is Appointment/id");
        request.appointment = target.mid(12);
    }
    for (const QString &scope : asked.texts("share", "valueCode")) {
        request.sharesBusy = request.sharesBusy || scope == u"busy";
        request.sharesAttendance = request.sharesAttendance || scope == u"attendance";
        if (scope != u"busy" && scope != u"attendance" && scope != u"family-sessions")
            return wrong("share", "share is family-sessions, busy or attendance");
    }
    request.until = QDate::fromString(asked.text("until", "valueDate"), Qt::ISODate);
    if (!request.until.isValid() || asked.text("until", "valueDate").size() != 10 || request.until < today
        || request.until > today.addYears(1))
        return wrong("until", "until is a day from today to one year on");
    const QJsonObject text = asked.value("consent", "valueAttachment").toObject();
    const auto bytes = QByteArray::fromBase64Encoding(text.value("data"_L1).toString().toLatin1(),
                                                      QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    request.consentText = bytes ? *bytes : QByteArray();
    request.language = plainLine(text.value("language"_L1).toString(), 12);
    if (!text.value("contentType"_L1).toString().startsWith(u"text/plain") || request.consentText.size() > mostConsentText
        || !isReadable(request.consentText))
        return wrong("consent", "consent is the text as shown: text/plain, UTF-8, at most 20 kB");
    request.signature = plainLine(asked.text("signature", "valueString"), 200);
    if (request.signature.isEmpty())
        return wrong("signature", "signature is the name that the patient typed");
    request.signedAt = asked.text("signed", "valueInstant");
    const auto at = readTime(request.signedAt, TimeForm::Instant);
    // It may have waited in the app for a while; and a device's clock may be wrong, with nobody who could sign otherwise.
    if (!at || at->low > now + day || at->low < now - 7 * day)
        return wrong("signed", "signed is when the patient signed, at most seven days ago");
    // By a clock that is ahead; what was signed holds from now on, and not only from then.
    if (at->low > now)
        request.signedAt = QString::fromLatin1(writeInstant(now));
    return request;
}

QJsonObject invitedPerson(const InviteRequest &request, const QJsonObject &patient)
{
    QJsonObject relation = codeable(roleCodes, request.relationship);
    if (!request.relationshipText.isEmpty())
        relation.insert("text"_L1, request.relationshipText);
    return {{u"resourceType"_s, u"RelatedPerson"_s},
            {u"meta"_s, guarded()},
            {u"active"_s, false},
            {u"patient"_s, personOf(patient)},
            {u"relationship"_s, QJsonArray{relation}},
            {u"name"_s, QJsonArray{request.name}}};
}

QJsonObject signedProvision(const InviteRequest &request, const QJsonObject &recipient)
{
    const auto types = [](std::initializer_list<const char *> names) {
        QJsonArray classes;
        for (const char *name : names)
            classes.append(coding(u"http://hl7.org/fhir/resource-types"_s, QLatin1String(name)));
        return classes;
    };
    const auto scopes = [](const QStringList &codes) {
        QJsonArray list;
        for (const QString &code : codes)
            list.append(codeable(canonical(u"CodeSystem/share-scope"), code));
        return list;
    };
    QStringList times;
    if (request.sharesBusy)
        times.append(u"busy"_s);
    if (request.sharesAttendance)
        times.append(u"attendance"_s);
    QJsonObject provision{
        {u"type"_s, u"permit"_s},
        {u"period"_s, QJsonObject{{u"start"_s, request.signedAt}, {u"end"_s, request.until.toString(Qt::ISODate)}}},
        {u"actor"_s, QJsonArray{recipient}},
        {u"action"_s, QJsonArray{codeable(u"http://terminology.hl7.org/CodeSystem/consentaction"_s, u"access"_s)}},
        {u"securityLabel"_s, QJsonArray{coding(actCodes, u"42CFRPart2"_s)}},
        {u"purpose"_s, QJsonArray{coding(u"http://terminology.hl7.org/CodeSystem/v3-ActReason"_s, u"FAMRQT"_s)}}};
    if (request.appointment.isEmpty()) {
        provision.insert("class"_L1, types({"Appointment", "AppointmentResponse", "CareTeam", "Communication"}));
        provision.insert("code"_L1, scopes(QStringList{u"family-sessions"_s} + times));
        return provision;
    }
    // One session alone: a provision of its own inside, so that the limit is that session's and not the care team's.
    provision.insert("class"_L1, types({"CareTeam", "Communication"}));
    const QJsonObject one{{u"meaning"_s, u"instance"_s},
                          {u"reference"_s, QJsonObject{{u"reference"_s, QString(u"Appointment/" + request.appointment)}}}};
    QJsonArray inner{QJsonObject{{u"type"_s, u"permit"_s},
                                 {u"class"_s, types({"Appointment", "AppointmentResponse"})},
                                 {u"code"_s, scopes({u"family-sessions"_s})},
                                 {u"data"_s, QJsonArray{one}}}};
    if (!times.isEmpty())
        inner.append(QJsonObject{{u"type"_s, u"permit"_s}, {u"class"_s, types({"Appointment"})}, {u"code"_s, scopes(times)}});
    provision.insert("provision"_L1, inner);
    return provision;
}

QJsonObject signedConsent(const InviteRequest &request, const QJsonObject &patient, const QString &personId,
                          const QJsonObject &organization, const QString &status)
{
    QJsonObject recipientRole = codeable(u"http://terminology.hl7.org/CodeSystem/v3-ParticipationType"_s, u"IRCP"_s);
    const QJsonObject recipient{
        {u"role"_s, recipientRole},
        {u"reference"_s, QJsonObject{{u"reference"_s, QString(u"RelatedPerson/" + personId)}, {u"display"_s, request.shownName}}}};
    // The name that was typed stands where the one who confirmed it does: R4's Consent has no element for a signature.
    QJsonObject signer = personOf(patient);
    signer.insert("display"_L1, request.signature);
    QJsonObject text{
        {u"contentType"_s, u"text/plain;charset=utf-8"_s},
        {u"data"_s, QString::fromLatin1(request.consentText.toBase64())},
        {u"hash"_s, QString::fromLatin1(QCryptographicHash::hash(request.consentText, QCryptographicHash::Sha1).toBase64())},
        {u"title"_s, u"Permission to share"_s},
        {u"creation"_s, request.signedAt}};
    if (!request.language.isEmpty())
        text.insert("language"_L1, request.language);
    return {
        {u"resourceType"_s, u"Consent"_s},
        {u"meta"_s, guarded()},
        {u"identifier"_s, QJsonArray{QJsonObject{{u"system"_s, uriSystem.toString()}, {u"value"_s, request.identifier}}}},
        {u"status"_s, status},
        {u"scope"_s, codeable(u"http://terminology.hl7.org/CodeSystem/consentscope"_s, u"patient-privacy"_s)},
        {u"category"_s, QJsonArray{codeable(u"http://loinc.org"_s, u"59284-0"_s)}},
        {u"patient"_s, personOf(patient)},
        {u"dateTime"_s, request.signedAt},
        {u"performer"_s, QJsonArray{personOf(patient)}},
        {u"organization"_s, QJsonArray{organization}},
        {u"sourceAttachment"_s, text},
        {u"policyRule"_s, codeable(actCodes, u"OPTIN"_s)},
        {u"verification"_s,
         QJsonArray{QJsonObject{{u"verified"_s, true}, {u"verifiedWith"_s, signer}, {u"verificationDate"_s, request.signedAt}}}},
        {u"provision"_s, signedProvision(request, recipient)}};
}

} // namespace handrail::clinic
