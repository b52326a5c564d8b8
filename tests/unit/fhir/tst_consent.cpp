// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "core/Ids.h"
#include "fhir/Read.h"
#include "fhir/Write.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace handrail;
using namespace handrail::fhir;
using namespace Qt::StringLiterals;

namespace {

QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"').replace("OURS", canonicalBase.toString().toUtf8());
}

const char *const scope =
    "'scope':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/consentscope','code':'patient-privacy'}]},";
const char *const rosa = "'actor':[{'reference':{'reference':'RelatedPerson/rosa','display':'Rosa Bell'}}]";

QByteArray consent(const char *status, const char *provision, const char *more = "")
{
    return quoted("{'resourceType':'Consent','id':'c1','meta':{'versionId':'3','lastUpdated':'2026-11-20T10:00:00Z'},"
                  "'identifier':[{'system':'urn:ietf:rfc:3986','value':'urn:uuid:1'}],'dateTime':'2026-11-19T15:42:00-05:00',")
        + quoted(scope) + quoted(more) + quoted("'status':'") + status + quoted("','provision':{") + quoted(provision) + "}}";
}

std::optional<Sharing> read(const QByteArray &json, const char *now = "2026-11-26T14:00:00Z")
{
    const auto sharing = readConsent(json, readInstant(QString::fromLatin1(now)));
    if (!sharing)
        qFatal("not read: %s", json.constData());
    return sharing->isEmpty() ? std::nullopt : std::optional(sharing->first());
}

} // namespace

/// A patient's Consents to share with relatives, as our clinic and others write them.
class FhirConsentTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allFamilySessions()
    {
        const QByteArray provision = QByteArray(rosa)
            + ",'type':'permit','period':{'end':'2027-02-12'},'code':[{'coding':[{'system':'OURS/CodeSystem/"
              "share-scope','code':'busy'}]}]";
        const auto sharing = read(consent("active", provision.constData()));
        QVERIFY(sharing);
        QCOMPARE(sharing->consentId, u"c1"_s);
        QCOMPARE(sharing->version, u"3"_s);
        QCOMPARE(sharing->identifier, u"urn:uuid:1"_s);
        QCOMPARE(sharing->personId, u"rosa"_s);
        QCOMPARE(sharing->name, u"Rosa Bell"_s);
        QCOMPARE(sharing->state, Sharing::State::Active);
        QVERIFY(sharing->sessionId.isEmpty());
        QVERIFY(sharing->isBusyShared);
        QVERIFY(!sharing->isAttendanceShared);
        QCOMPARE(sharing->signedAt, QDateTime(QDate(2026, 11, 19), QTime(20, 42), Qt::UTC));
        QCOMPARE(sharing->until, QDate(2027, 2, 12));
    }

    void oneSessionAlone()
    {
        const QByteArray provision = QByteArray(rosa)
            + ",'type':'permit','provision':[{'type':'permit','data':[{'meaning':'instance','reference':{'reference':'Appointment/"
              "a7'}}]},"
              "{'type':'permit','code':[{'coding':[{'system':'OURS/CodeSystem/share-scope','code':'attendance'}]}]},"
              "{'type':'deny','code':[{'coding':[{'system':'OURS/CodeSystem/share-scope','code':'busy'}]}]}]";
        const auto sharing = read(consent("active", provision.constData()));
        QVERIFY(sharing);
        QCOMPARE(sharing->sessionId, u"a7"_s);
        QVERIFY(sharing->isAttendanceShared);
        QVERIFY2(!sharing->isBusyShared, "what is denied is not shared");
        QVERIFY(!sharing->until.isValid());
    }

    void everybodyWhomItNames()
    {
        const QByteArray both =
            "'type':'permit','actor':[{'reference':{'reference':'RelatedPerson/rosa','display':'Rosa Bell'}},"
            "{'reference':{'reference':'Organization/o1'}},{'reference':{'reference':'RelatedPerson/ben','display':'Ben Bell'}},"
            "{'reference':{'reference':'RelatedPerson/rosa'}}],'code':[{'coding':[{'system':'OURS/CodeSystem/share-scope','code':"
            "'busy'}]}]";
        auto people = readConsent(consent("active", both.constData()), QDateTime::currentDateTimeUtc()).value();
        QCOMPARE(people.size(), 2);
        QCOMPARE(people.at(0).name, u"Rosa Bell"_s);
        QCOMPARE(people.at(1).personId, u"ben"_s);
        QCOMPARE(people.at(1).name, u"Ben Bell"_s);
        QCOMPARE(people.at(1).consentId, u"c1"_s);
        QVERIFY(people.at(0).isBusyShared && people.at(1).isBusyShared);

        // Each with what is said of them.
        const QByteArray apart =
            "'type':'permit','provision':[{'actor':[{'reference':{'reference':'RelatedPerson/"
            "rosa'}}],'data':[{'meaning':'instance',"
            "'reference':{'reference':'Appointment/a7'}}]},{'actor':[{'reference':{'reference':'RelatedPerson/ben'}}],'code':[{"
            "'coding':[{'system':'OURS/CodeSystem/share-scope','code':'attendance'}]}]},{'type':'deny','actor':[{'reference':{"
            "'reference':'RelatedPerson/luis'}}]}]";
        people = readConsent(consent("active", apart.constData()), QDateTime::currentDateTimeUtc()).value();
        QCOMPARE(people.size(), 2);
        QCOMPARE(people.at(0).sessionId, u"a7"_s);
        QVERIFY(!people.at(0).isAttendanceShared);
        QVERIFY(people.at(1).sessionId.isEmpty() && people.at(1).isAttendanceShared);

        // What stands further in is of whom the outer one is.
        const QByteArray within =
            "'type':'permit','actor':[{'reference':{'reference':'RelatedPerson/ben'}}],'provision':[{'actor':[{'reference':{"
            "'reference':'RelatedPerson/rosa'}}],'provision':[{'code':[{'coding':[{'system':'OURS/CodeSystem/share-scope','code':"
            "'busy'}]}],'data':[{'meaning':'instance','reference':{'reference':'Appointment/a7'}}]}]}]";
        people = readConsent(consent("active", within.constData()), QDateTime::currentDateTimeUtc()).value();
        QCOMPARE(people.size(), 2);
        QVERIFY(people.at(0).sessionId.isEmpty() && !people.at(0).isBusyShared);
        QVERIFY(people.at(1).sessionId == u"a7"_s && people.at(1).isBusyShared);

        QByteArray many = "'type':'permit','actor':[";
        for (int i = 0; i < 10'000; ++i)
            many += QByteArray(i > 0 ? "," : "") + "{'reference':{'reference':'RelatedPerson/r" + QByteArray::number(i) + "'}}";
        people = readConsent(consent("active", QByteArray(many + "]").constData()), QDateTime::currentDateTimeUtc()).value();
        QCOMPARE(people.size(), 64);
    }

    void states_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<Sharing::State>("state");
        QTest::newRow("signed by the clinic too") << QByteArray("active") << QByteArray("2027-02-12") << Sharing::State::Active;
        QTest::newRow("not yet") << QByteArray("proposed") << QByteArray("2027-02-12") << Sharing::State::Waiting;
        QTest::newRow("taken back") << QByteArray("inactive") << QByteArray("2027-02-12") << Sharing::State::Ended;
        QTest::newRow("turned down") << QByteArray("rejected") << QByteArray("2027-02-12") << Sharing::State::Ended;
        QTest::newRow("its last day") << QByteArray("active") << QByteArray("2026-11-26") << Sharing::State::Active;
        QTest::newRow("the day after") << QByteArray("active") << QByteArray("2026-11-25") << Sharing::State::Expired;
        QTest::newRow("over at an hour") << QByteArray("active") << QByteArray("2026-11-26T13:59:00Z") << Sharing::State::Expired;
        QTest::newRow("never signed and over") << QByteArray("proposed") << QByteArray("2026-11-25") << Sharing::State::Expired;
    }
    void states()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, end);
        const QByteArray provision = QByteArray(rosa) + ",'period':{'end':'" + end + "'}";
        const auto sharing = read(consent(status.constData(), provision.constData()));
        QVERIFY(sharing);
        QTEST(sharing->state, "state");
        QCOMPARE(sharing->endedAt.isValid(), sharing->state == Sharing::State::Ended);
    }

    /// The last day of a clinic in New York, Honolulu or Auckland: shared as long as it may be anywhere.
    void theLastDayEndsWhereTheClinicIs()
    {
        const QByteArray provision = QByteArray(rosa) + ",'period':{'end':'2026-11-26'}";
        const QByteArray json = consent("active", provision.constData());
        for (const char *evening : {"2026-11-27T00:00:00Z", "2026-11-27T04:59:00Z", "2026-11-27T09:59:00Z", "2026-11-27T11:59:59Z"})
            QVERIFY2(read(json, evening)->state == Sharing::State::Active, evening);
        QCOMPARE(read(json, "2026-11-27T12:00:00Z")->state, Sharing::State::Expired);
    }

    void whatIsNone()
    {
        QVERIFY2(!read(consent("draft", rosa)), "a draft is nobody's word");
        QVERIFY2(!read(consent("active", "'type':'permit'")), "to nobody");
        QVERIFY2(!read(consent("active", QByteArray(QByteArray("'type':'deny',") + rosa).constData())), "a no");
        QVERIFY2(!read(consent("active", "'actor':[{'reference':{'reference':'Organization/o'}}]")), "to an organization");
        QVERIFY2(!read(consent("active", rosa).replace("patient-privacy", "treatment")), "to a treatment");
        QVERIFY(!readConsent(consent("entered-in-error", rosa), QDateTime::currentDateTimeUtc()));
        QVERIFY(!readConsent("{\"resourceType\":\"Patient\",\"id\":\"x\"}", QDateTime::currentDateTimeUtc()));
    }

    void theSignedWords()
    {
        const QByteArray words = u"Who: Maya Bell\nUntil: “February”"_s.toUtf8().toBase64();
        const QByteArray more = "'sourceAttachment':{'contentType':'text/plain;charset=utf-8','data':'" + words + "'},";
        QCOMPARE(readSignedText(consent("active", rosa, more.constData())).value(), u"Who: Maya Bell\nUntil: “February”"_s);
        QVERIFY(!readSignedText(consent("active", rosa)));
        QVERIFY(!readSignedText(consent("active", rosa, "'sourceAttachment':{'contentType':'application/pdf','data':'QQ=='},")));
        QVERIFY(!readSignedText(consent("active", rosa, "'sourceAttachment':{'contentType':'text/plain','data':'%%'},")));
    }

    void itsEnd()
    {
        const QByteArray stored = consent("active", rosa);
        const QByteArray end = writeConsentEnd(u"c1"_s);
        QCOMPARE(compareConsent(stored, end), Sharing::Stop::Saved);
        const QByteArray after = applyConsentUpdate(stored, end);
        QCOMPARE(compareConsent(after, end), Sharing::Stop::Sent);
        QJsonObject same = QJsonDocument::fromJson(after).object();
        QCOMPARE(same.value("status"_L1).toString(), u"inactive"_s);
        same.insert(u"status"_s, u"active"_s);
        QCOMPARE(same, QJsonDocument::fromJson(stored).object());
        QCOMPARE(compareConsent(consent("proposed", rosa), end), Sharing::Stop::Saved);
    }

    void theRelation()
    {
        const auto relation =
            readRelation(quoted("{'resourceType':'RelatedPerson','id':'r','active':false,'relationship':[{'text':'my sister',"
                                "'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-RoleCode','code':'FAMMEMB'}]}]}"));
        QVERIFY(relation);
        QCOMPARE(relation->words, u"my sister"_s);
        QCOMPARE(relation->code, u"FAMMEMB"_s);
        QVERIFY(!relation->isActive);
    }
};

QTEST_GUILESS_MAIN(FhirConsentTest)
#include "tst_consent.moc"
