// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ClinicReading.h"
#include "SmartVisitor.h"

#include <QDateTime>
#include <QTemporaryDir>

namespace handrail::test {

/// The sample clinic on a Wednesday evening, with who takes part in the tests of the family: Maya (patient p101), Jordan (patient p102) and
/// Dana (staff); and the way of an invitation from the patient's app to the relative's token.
class FamilyClinic
{
public:
    static constexpr const char *mayaScope =
        "openid fhirUser launch/patient patient/Patient.rs patient/Appointment.rs patient/RelatedPerson.rs patient/Consent.rus "
        "patient/Communication.crs patient/AuditEvent.rs patient/Flag.rs";
    static constexpr const char *relativeScope =
        "openid fhirUser launch/patient offline_access patient/Patient.r patient/Appointment.rs patient/AppointmentResponse.crs "
        "patient/CareTeam.rs patient/Communication.crs patient/RelatedPerson.r user/Organization.rs user/Location.rs "
        "user/Library.rs";

    [[nodiscard]] bool start(const QStringList &more = {})
    {
        database = directory.filePath(QStringLiteral("clinic.db"));
        if (!clinic.start(QStringList{QStringLiteral("demo"), QStringLiteral("--now"), QStringLiteral("2026-11-18T22:00:00Z"),
                                      QStringLiteral("--database"), database}
                          + more))
            return false;
        maya = token("maya", mayaScope);
        jordan = token("jordan", mayaScope);
        dana = token("dana", "openid fhirUser user/*.crus user/AuditEvent.rs");
        return !maya.isEmpty() && !jordan.isEmpty() && !dana.isEmpty();
    }

    [[nodiscard]] QByteArray token(const char *name, const char *scope, const char *password = "demo") const
    {
        const auto signedIn = clinic.signIn(QString::fromLatin1(name), QString::fromLatin1(password), QString::fromLatin1(scope));
        return signedIn ? signedIn->accessToken : QByteArray();
    }

    /// JSON with ' in place of ".
    [[nodiscard]] static QJsonObject parsed(QByteArray text) { return QJsonDocument::fromJson(text.replace('\'', '"')).object(); }
    /// Some minutes from the clinic's start, as FHIR writes it.
    [[nodiscard]] static QByteArray at(int minutes)
    {
        return QDateTime(QDate(2026, 11, 18), QTime(22, 0), Qt::UTC).addSecs(60 * minutes).toString(Qt::ISODate).toLatin1();
    }

    /// What `$invite` takes; `change` replaces parameters by name (null: leaves it out).
    [[nodiscard]] static QJsonObject invitation(const QByteArray &urn, const QJsonObject &change = {})
    {
        const QByteArray text = QByteArray("I let the clinic tell Ana Bell when my family sessions are.").toBase64();
        QJsonObject byName = parsed("{'identifier':{'valueUri':'" + urn
                                    + "'},'name':{'valueHumanName':{'given':['Ana'],'family':'Bell'}},"
                                      "'relationship':{'valueCoding':{'system':'http://terminology.hl7.org/CodeSystem/"
                                      "v3-RoleCode','code':'AUNT','display':'aunt'}},"
                                      "'until':{'valueDate':'2027-01-31'},"
                                      "'consent':{'valueAttachment':{'contentType':'text/plain','language':'en','data':'"
                                    + text
                                    + "'}},"
                                      "'signature':{'valueString':'Maya Bell'},'signed':{'valueInstant':'2026-11-18T21:59:00Z'}}");
        for (auto it = change.begin(); it != change.end(); ++it)
            byName.insert(it.key(), it.value());
        QJsonArray list;
        for (auto it = byName.begin(); it != byName.end(); ++it) {
            const QJsonArray values = it.value().isArray() ? it.value().toArray() : QJsonArray{it.value()};
            for (const QJsonValue &value : values) {
                QJsonObject parameter = value.toObject();
                if (parameter.isEmpty())
                    continue;
                parameter.insert(QStringLiteral("name"), it.key());
                list.append(parameter);
            }
        }
        return {{QStringLiteral("resourceType"), QStringLiteral("Parameters")}, {QStringLiteral("parameter"), list}};
    }
    [[nodiscard]] HttpAnswer invite(const QJsonObject &body, const QByteArray &token = {}, const QByteArray &patient = "p101") const
    {
        return clinic.send("POST", "Patient/" + patient + "/$invite", token.isEmpty() ? maya : token, compact(body));
    }
    /// A parameter of an answer, whatever its choice.
    [[nodiscard]] static QJsonValue value(const HttpAnswer &answer, const char *name)
    {
        for (const QJsonValue &each : answer.json().value(QLatin1String("parameter")).toArray()) {
            const QJsonObject parameter = each.toObject();
            if (parameter.value(QLatin1String("name")).toString() != QLatin1String(name))
                continue;
            for (auto it = parameter.begin(); it != parameter.end(); ++it) {
                if (it.key() != QLatin1String("name"))
                    return it.value();
            }
        }
        return {};
    }
    [[nodiscard]] static QString text(const HttpAnswer &answer, const char *name) { return value(answer, name).toString(); }
    [[nodiscard]] static QByteArray target(const HttpAnswer &answer, const char *name)
    {
        return value(answer, name).toObject().value(QLatin1String("reference")).toString().toLatin1();
    }
    /// The reason that a refusal gives.
    [[nodiscard]] static QString reason(const HttpAnswer &answer)
    {
        return answer.json()
            .value(QLatin1String("issue"))
            .toArray()
            .at(0)
            .toObject()
            .value(QLatin1String("details"))
            .toObject()
            .value(QLatin1String("coding"))
            .toArray()
            .at(0)
            .toObject()
            .value(QLatin1String("code"))
            .toString();
    }

    [[nodiscard]] HttpAnswer open(const QString &link, const QString &code, const QString &challenge = {}) const
    {
        QJsonArray list{QJsonObject{{QStringLiteral("name"), QStringLiteral("link")}, {QStringLiteral("valueString"), link}},
                        QJsonObject{{QStringLiteral("name"), QStringLiteral("code")}, {QStringLiteral("valueString"), code}}};
        if (!challenge.isEmpty())
            list.append(
                QJsonObject{{QStringLiteral("name"), QStringLiteral("challenge")}, {QStringLiteral("valueString"), challenge}});
        return clinic.send(
            "POST", "RelatedPerson/$open-invitation", {},
            compact({{QStringLiteral("resourceType"), QStringLiteral("Parameters")}, {QStringLiteral("parameter"), list}}));
    }
    [[nodiscard]] QString ticketFor(const HttpAnswer &invited) const
    {
        return text(open(text(invited, "link"), text(invited, "code")), "ticket");
    }
    /// The page after the name and password: the promise.
    [[nodiscard]] SmartVisitor::Answer promisePage(SmartVisitor &browser, const QString &ticket, const QString &name) const
    {
        const auto page = browser.authorize(
            {{QStringLiteral("invitation"), ticket}, {QStringLiteral("scope"), QString::fromLatin1(relativeScope)}});
        const QString secret = QStringLiteral("blue lamp 7");
        return browser.submit(page,
                              {{QStringLiteral("username"), name},
                               {QStringLiteral("password"), secret},
                               {QStringLiteral("again"), secret},
                               {QStringLiteral("way"), QStringLiteral("new")}});
    }
    [[nodiscard]] static SmartVisitor::Answer promise(SmartVisitor &browser, const SmartVisitor::Answer &page)
    {
        return browser.submit(page, {{QStringLiteral("decision"), QStringLiteral("promise")}});
    }
    /// From the consent page to a token.
    [[nodiscard]] static QByteArray allowed(SmartVisitor &browser, const SmartVisitor::Answer &consent)
    {
        const auto back = browser.submit(consent, {{QStringLiteral("decision"), QStringLiteral("allow")}});
        return browser.exchange(back.redirectQuery().queryItemValue(QStringLiteral("code")))
            .json()
            .value(QLatin1String("access_token"))
            .toString()
            .toLatin1();
    }
    /// The whole way with a sign-in of their own; the relative's token.
    [[nodiscard]] QByteArray accept(const HttpAnswer &invited, const QString &name) const
    {
        SmartVisitor browser(clinic.base());
        return allowed(browser, promise(browser, promisePage(browser, ticketFor(invited), name)));
    }
    /// Maya takes a Consent back (or gives it another status, as staff).
    [[nodiscard]] int setStatus(const QByteArray &consent, const QString &status, const QByteArray &token = {}) const
    {
        const HttpAnswer now = clinic.send("GET", consent, token.isEmpty() ? maya : token);
        QJsonObject json = now.json();
        json.insert(QStringLiteral("status"), status);
        return clinic.send("PUT", consent, token.isEmpty() ? maya : token, compact(json), {{"If-Match", now.header("ETag")}})
            .status;
    }
    /// A session of Maya's, by staff; its path. `more`: members that replace ours.
    [[nodiscard]] QByteArray session(const char *kind, int startsIn, int endsIn, const QJsonObject &more = {}) const
    {
        QJsonObject json =
            parsed("{'resourceType':'Appointment','status':'booked','start':'" + at(startsIn) + "','end':'" + at(endsIn)
                   + "','description':'Secret topic','serviceType':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/"
                     "session-kind','code':'"
                   + kind
                   + "'}]}],'participant':[{'actor':{'reference':'Patient/p101'},'status':'accepted'},"
                     "{'actor':{'reference':'Practitioner/s1'},'status':'accepted'}]}");
        for (auto it = more.begin(); it != more.end(); ++it)
            json.insert(it.key(), it.value());
        const HttpAnswer made = clinic.send("POST", "Appointment", dana, compact(json));
        if (made.status != 201)
            qWarning("%s", made.body.constData());
        return "Appointment/" + made.json().value(QLatin1String("id")).toString().toLatin1();
    }
    /// Under which a relative is told that Maya is busy at the time of a session; empty: they are told of none.
    [[nodiscard]] QByteArray busyAt(const QByteArray &session, const QByteArray &token) const
    {
        const QJsonObject whole = clinic.send("GET", session, dana).json();
        const QByteArray search =
            "Appointment?_count=200&patient=p101&date=" + whole.value(QLatin1String("start")).toString().toLatin1();
        for (const QJsonValue &entry : entriesOf(clinic.send("GET", search, token).json())) {
            const QJsonObject told = entry.toObject().value(QLatin1String("resource")).toObject();
            if (!told.contains(QLatin1String("serviceType"))
                && told.value(QLatin1String("end")) == whole.value(QLatin1String("end")))
                return "Appointment/" + told.value(QLatin1String("id")).toString().toLatin1();
        }
        return {};
    }
    [[nodiscard]] bool isIn(const QByteArray &session, const QByteArray &person) const
    {
        return clinic.send("GET", session, dana).body.contains(QByteArray('"' + person + '"'));
    }
    [[nodiscard]] ClinicProcess::Finished command(const QStringList &more) const
    {
        return ClinicProcess::runToEnd(QStringList{QStringLiteral("family"), QStringLiteral("--database"), database} + more);
    }

    QTemporaryDir directory;
    QString database;
    ClinicProcess clinic;
    QByteArray maya, jordan, dana;
};

} // namespace handrail::test
