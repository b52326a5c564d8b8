// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "sync/Verdict.h"

#include <QTest>

using namespace handrail;
using Action = Verdict::Action;

namespace {

const QByteArray ours = "{\"resourceType\":\"QuestionnaireResponse\",\"id\":\"s1\",\"identifier\":{\"system\":\"urn:ietf:rfc:"
                        "3986\",\"value\":\"urn:uuid:1\"}}";
const QByteArray others = "{\"resourceType\":\"QuestionnaireResponse\",\"id\":\"s2\",\"identifier\":{\"system\":\"urn:ietf:rfc:"
                          "3986\",\"value\":\"urn:uuid:2\"}}";
const QByteArray html = "<!DOCTYPE html><title>Wi-Fi</title>";

QByteArray outcome(const QByteArray &code, const QByteArray &text = "x")
{
    return "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"" + code + "\",\"diagnostics\":\""
        + text + "\"}]}";
}

} // namespace

/// The column "On create" of the table in design api 3.3.
class SyncVerdictTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherPatientsRecordIsNoProof()
    {
        QByteArray about = ours;
        about.replace("\"id\"", "\"subject\":{\"reference\":\"Patient/maya\"},\"id\"");
        for (const int status : {200, 201, 304, 409}) {
            HttpResponse response;
            response.status = status;
            response.body = about;
            const auto verdict = [&response](const char *patient) {
                return verdictOnCreate(response, QStringLiteral("QuestionnaireResponse"), QStringLiteral("urn:uuid:1"),
                                       QString::fromLatin1(patient));
            };
            for (const char *patient : {"maya", ""}) { // a relative's is not looked at
                QCOMPARE(verdict(patient).serverId, QStringLiteral("s1"));
                QCOMPARE(verdict(patient).action, status == 201 ? Action::Done : Action::Verify);
            }
            QCOMPARE(verdict("stranger").serverId, QString());
            QCOMPARE(verdict("stranger").action, status == 409 ? Action::Uncertain : Action::Verify);
        }
    }

    void table_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<int>("action");
        QTest::addColumn<QString>("id");
        const auto row = [](const char *name, int status, const QByteArray &body, const QByteArray &location, Action action,
                            const char *id = "") {
            QTest::newRow(name) << status << body << location << int(action) << QString::fromLatin1(id);
        };
        const QByteArray versioned = "https://clinic.example/fhir/QuestionnaireResponse/s1/_history/1";
        row("201 with location", 201, {}, versioned, Action::Done, "s1");
        row("201 relative location", 201, {}, "QuestionnaireResponse/s1", Action::Done, "s1");
        row("201 with body", 201, ours, {}, Action::Done, "s1");
        row("201 with an outcome", 201, outcome("informational"), versioned, Action::Done, "s1");
        row("201 without anything", 201, {}, {}, Action::Verify);
        row("201 location of another type", 201, {}, "https://clinic.example/fhir/Patient/s1", Action::Verify);
        row("201 odd location", 201, {}, "https://clinic.example/QuestionnaireResponse/a b", Action::Verify);
        row("201 another's body", 201, others, versioned, Action::Verify);
        row("200 known", 200, ours, {}, Action::Verify, "s1"); // known under this identifier, which may be with other answers
        row("200 with location", 200, {}, versioned, Action::Verify, "s1");
        row("304 with location", 304, {}, versioned, Action::Verify, "s1");
        row("200 empty", 200, {}, {}, Action::Verify);
        row("200 html", 200, html, {}, Action::Uncertain);
        row("200 html with location", 200, html, versioned, Action::Uncertain);
        row("200 other json", 200, "{\"ok\":true}", {}, Action::Uncertain);
        row("200 cut short", 200, ours.left(40), {}, Action::Uncertain);
        row("304", 304, {}, {}, Action::Verify);
        row("202", 202, {}, {}, Action::Verify);
        row("204", 204, {}, {}, Action::Verify);
        row("302", 302, {}, "https://login.example/", Action::Uncertain);
        row("400 invalid", 400, outcome("invalid"), {}, Action::Rejected);
        row("400 structure", 400, outcome("structure"), {}, Action::Rejected);
        row("400 processing", 400, outcome("processing"), {}, Action::Rejected);
        row("400 names the header", 400, outcome("invalid", "Header If-None-Exist is not supported"), {}, Action::WithoutCondition);
        row("400 passing", 400, outcome("transient"), {}, Action::Uncertain);
        row("400 empty", 400, {}, {}, Action::Uncertain);
        row("400 of a gateway", 400, html, {}, Action::Uncertain);
        row("400 other json", 400, "{\"message\":\"no\"}", {}, Action::Uncertain);
        row("401", 401, {}, {}, Action::SignIn);
        row("401 of a gateway", 401, html, {}, Action::SignIn);
        row("403", 403, outcome("forbidden"), {}, Action::Rejected);
        row("403 empty", 403, {}, {}, Action::Uncertain);
        row("403 of a gateway", 403, html, {}, Action::Uncertain);
        row("404", 404, outcome("not-found"), {}, Action::Rejected);
        row("404 empty", 404, {}, {}, Action::Uncertain);
        row("404 of a gateway", 404, html, {}, Action::Uncertain);
        row("405", 405, outcome("not-supported"), {}, Action::Rejected);
        row("405 empty", 405, {}, {}, Action::Uncertain);
        row("405 of a gateway", 405, html, {}, Action::Uncertain);
        row("406", 406, outcome("not-supported"), {}, Action::Rejected);
        row("406 empty", 406, {}, {}, Action::Uncertain);
        row("406 of a gateway", 406, html, {}, Action::Uncertain);
        row("407", 407, {}, {}, Action::Uncertain);
        row("408", 408, {}, {}, Action::Uncertain);
        row("409 original", 409, ours, {}, Action::Verify, "s1");
        row("409 another", 409, others, {}, Action::Uncertain);
        row("409 of a gateway", 409, html, {}, Action::Uncertain);
        row("409 lock", 409, outcome("conflict"), {}, Action::Uncertain);
        row("410", 410, outcome("not-supported"), {}, Action::Rejected);
        row("410 empty", 410, {}, {}, Action::Uncertain);
        row("410 of a gateway", 410, html, {}, Action::Uncertain);
        row("412 of a gateway", 412, html, {}, Action::Verify);
        row("412", 412, outcome("multiple-matches"), {}, Action::Verify);
        row("413", 413, outcome("not-supported"), {}, Action::Rejected);
        row("413 empty", 413, {}, {}, Action::Uncertain);
        row("413 of a gateway", 413, html, {}, Action::Uncertain);
        row("415", 415, outcome("not-supported"), {}, Action::Rejected);
        row("415 empty", 415, {}, {}, Action::Uncertain);
        row("415 of a gateway", 415, html, {}, Action::Uncertain);
        row("422", 422, outcome("required"), {}, Action::Rejected);
        row("422 empty", 422, {}, {}, Action::Uncertain);
        row("422 of a gateway", 422, html, {}, Action::Uncertain);
        row("425", 425, {}, {}, Action::Uncertain);
        row("429", 429, {}, {}, Action::Uncertain);
        row("500", 500, outcome("exception"), {}, Action::Uncertain);
        row("501", 501, outcome("not-supported"), {}, Action::Rejected);
        row("501 empty", 501, {}, {}, Action::Uncertain);
        row("501 of a gateway", 501, html, {}, Action::Uncertain);
        row("502", 502, html, {}, Action::Uncertain);
        row("503", 503, {}, {}, Action::Uncertain);
        row("504", 504, {}, {}, Action::Uncertain);
        row("511", 511, html, {}, Action::Uncertain);
    }
    void table()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, location);
        QFETCH(int, action);
        QFETCH(QString, id);
        HttpResponse response;
        response.status = status;
        response.body = body;
        if (!location.isEmpty())
            response.headers = {{"Location", location}};
        const Verdict verdict = verdictOnCreate(response, QStringLiteral("QuestionnaireResponse"), QStringLiteral("urn:uuid:1"));
        QCOMPARE(int(verdict.action), action);
        QCOMPARE(verdict.serverId, id);
        if (verdict.action == Action::Rejected)
            QVERIFY(!verdict.code.isEmpty());
    }

    void amendments_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("action");
        const auto row = [](const char *name, int status, const QByteArray &body, Action action) {
            QTest::newRow(name) << status << body << int(action);
        };
        row("200", 200, {}, Action::Done);
        row("200 with body", 200, ours, Action::Done);
        row("200 html", 200, html, Action::Uncertain);
        row("204", 204, {}, Action::Done);
        row("401", 401, {}, Action::Verify);
        row("403", 403, outcome("forbidden"), Action::Rejected);
        row("403 of a gateway", 403, html, Action::Uncertain);
        row("405", 405, outcome("not-supported"), Action::Rejected);
        row("409", 409, outcome("conflict"), Action::Verify);
        row("412", 412, outcome("conflict"), Action::Verify);
        row("422", 422, outcome("required"), Action::Rejected);
        row("429", 429, outcome("throttled"), Action::Uncertain);
        row("500", 500, outcome("exception"), Action::Uncertain);
    }
    void amendments()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, action);
        HttpResponse response;
        response.status = status;
        response.body = body;
        QCOMPARE(int(verdictOnAmend(response).action), action);
    }

    void codesSayWhy()
    {
        HttpResponse response;
        response.status = 422;
        response.body = outcome("required");
        QCOMPARE(verdictOnCreate(response, QStringLiteral("QuestionnaireResponse"), QStringLiteral("urn:uuid:1")).code,
                 QStringLiteral("Rejected:required"));
        response.status = 403;
        response.body = {};
        QCOMPARE(verdictOnCreate(response, QStringLiteral("QuestionnaireResponse"), QStringLiteral("urn:uuid:1")).code,
                 QStringLiteral("Forbidden"));
    }
};

QTEST_GUILESS_MAIN(SyncVerdictTest)
#include "tst_verdict.moc"
