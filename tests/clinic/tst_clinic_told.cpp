// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "AlertClinic.h"

using namespace handrail::test;
using namespace Qt::Literals::StringLiterals;

/// What was told, and what only seems to have been: an answer about safety that nobody was told of raises its alert (design clinical 3.3 and
/// 3.5, H5 and H22), by the real program. Staff close alerts by the wall clock, so the answers here are given around it.
class TestClinicTold : public AlertClinic
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(makeSample()); }
    void init() { QVERIFY(begin()); }
    void cleanup() { end(); }

    void saidAnewAfterStaffClosedIt_data()
    {
        QTest::addColumn<bool>("isClosed");
        QTest::addColumn<bool>("isAheadAgain");
        QTest::addColumn<int>("urgent");
        // On a second device, after an erasure, in a fresh store: whatever that one knows of the morning.
        QTest::newRow("said anew") << true << true << 2;
        QTest::newRow("in the evening, the draft is gone") << true << false << 2;
        QTest::newRow("said anew while the first is open") << false << true << 2;
        QTest::newRow("the form of the morning is finished, and the alert is open") << false << false << 1;
    }
    void saidAnewAfterStaffClosedIt()
    {
        QFETCH(bool, isClosed);
        QFETCH(bool, isAheadAgain);
        QFETCH(int, urgent);
        send(ahead(answersTo(checkIn, yes, around(-3 * 3600))));
        QCOMPARE(urgentOnes().size(), 1);
        if (isClosed)
            closeAll();
        if (isAheadAgain) {
            send(ahead(answersTo(checkIn, yes, around(60))));
            QCOMPARE(urgentOnes().size(), 2);
            QCOMPARE(openOnes().size(), isClosed ? 1 : 2);
        }
        send(answersTo(checkIn, yes, around(120)));
        QCOMPARE(urgentOnes().size(), urgent);
        QVERIFY(!openOnes().isEmpty());
    }

    // One alert that rises, and not one for each step; the form that follows says nothing new.
    void graverInOneGo_data()
    {
        QTest::addColumn<bool>("isClosed");
        QTest::newRow("while it is open") << false;
        QTest::newRow("after staff closed it") << true;
    }
    void graverInOneGo()
    {
        QFETCH(bool, isClosed);
        const auto item9 = [](int weight) { return scale({0, 0, 0, 0, 0, 0, 0, 0, weight}); };
        send(answersTo(checkIn, yes, around(-7200))); // older, so that it would stand first
        send(ahead(answersTo(phq9, item9(1), around(-60))));
        const QString id = urgentOnes().value(1).id;
        QVERIFY(!id.isEmpty());
        if (isClosed)
            QCOMPARE(run({u"alerts"_s, u"--ack"_s, id}).code, 0);
        const QJsonObject graverSaid = ahead(answersTo(phq9, item9(2), around(5)));
        const QString graver = send(graverSaid);
        const QString gravest = send(ahead(answersTo(phq9, item9(3), around(10))));
        QCOMPARE(urgentOnes().size(), isClosed ? 3 : 2);
        const AlertLine first = openOnes().value(0);
        QCOMPARE(first.id == id, !isClosed);
        QVERIFY2(first.state.startsWith(u"open, graver since 20"_s), qPrintable(first.state));
        QCOMPARE(first.response, u"QuestionnaireResponse/"_s + gravest);
        send(graverSaid); // again, as nobody knew whether it had come
        const QString finished = send(answersTo(phq9, item9(3), around(20)));
        QCOMPARE(urgentOnes().size(), isClosed ? 3 : 2);
        QCOMPARE(openOnes().size(), 2);
        // Staff saw the gravest; whoever says it anew is told anew.
        QCOMPARE(run({u"alerts"_s, u"--ack"_s, first.id}).code, 0);
        send(ahead(answersTo(phq9, item9(3), around(3600))));
        QCOMPARE(openOnes().size(), 2);
        QVERIFY(graver != gravest && finished != gravest);
    }

    // Sent again, and again after nobody knew whether it had come: one record, one alert, also when that is closed.
    void theSameSayingIsToldOnce()
    {
        const QJsonObject said = ahead(answersTo(checkIn, yes, around(-60)));
        send(said);
        closeAll();
        send(said);
        send(said);
        send(answersTo(checkIn, yes, around(-30)));
        QCOMPARE(urgentOnes().size(), 1);
        QVERIFY(openOnes().isEmpty());
    }

    // Another time under the identifier of what went ahead is another saying.
    void anotherTimeIsAnotherSaying_data()
    {
        QTest::addColumn<bool>("isClosed");
        QTest::newRow("closed") << true;
        QTest::newRow("open") << false;
    }
    void anotherTimeIsAnotherSaying()
    {
        QFETCH(bool, isClosed);
        const QString id = send(ahead(answersTo(checkIn, yes, around(-3 * 3600))));
        if (isClosed)
            closeAll();
        QCOMPARE(change(id, {{u"authored"_s, around(60)}}), 200);
        QCOMPARE(urgentOnes().size(), 2);
    }

    void closedBeforeItWasChanged()
    {
        const QString id = send(answersTo(checkIn, yes, around(-3600)));
        QCOMPARE(change(id, {{u"authored"_s, around(60)}}), 200);
        QCOMPARE(urgentOnes().size(), 1); // they can see it still
        closeAll();
        QCOMPARE(change(id, {{u"authored"_s, around(120)}}), 200);
        QCOMPARE(urgentOnes().size(), 2);
        QCOMPARE(change(id, {{u"authored"_s, around(180)}}), 200);
        QCOMPARE(urgentOnes().size(), 2);
    }

    // A version that raised nothing is no proof that anybody knows.
    void theItemWasNotMarked()
    {
        QCOMPARE(importText(form(false)), 0);
        const QString id = send(answersTo(u"own|1"_s, ownYes, around(-3600)));
        QVERIFY(urgentOnes().isEmpty());
        QCOMPARE(importText(form(true)), 0); // the same version of it
        QCOMPARE(change(id, {{u"authored"_s, around(-1800)}}), 200);
        QCOMPARE(urgentOnes().size(), 1);
        QCOMPARE(change(id, {{u"authored"_s, around(-900)}}), 200);
        QCOMPARE(urgentOnes().size(), 1);
    }
    void theFormCameLater()
    {
        const QString id = send(answersTo(u"own|1"_s, ownYes, around(-3600)));
        QVERIFY(urgentOnes().isEmpty());
        QCOMPARE(importText(form(true)), 0);
        QCOMPARE(change(id, {{u"authored"_s, around(-1800)}}), 200);
        QCOMPARE(urgentOnes().size(), 1);
    }
    void itWasAboutNobody()
    {
        QJsonObject nobody = answersTo(checkIn, yes, around(-3600));
        nobody.remove(u"subject"_s);
        const HttpAnswer made = m_clinic->send("POST", "QuestionnaireResponse", m_dana, compact(nobody));
        QCOMPARE(made.status, 201);
        QVERIFY(urgentOnes().isEmpty());
        QCOMPARE(change(made.json()["id"_L1].toString(), {{u"subject"_s, person(u"p101"_s)}}, m_dana), 200);
        QCOMPARE(urgentOnes().size(), 1);
    }
    void itWasAboutSomebodyElse()
    {
        QJsonObject other = answersTo(checkIn, yes, around(-3600));
        for (const QString &role : {u"subject"_s, u"author"_s, u"source"_s})
            other.insert(role, person(u"p102"_s));
        const HttpAnswer made = m_clinic->send("POST", "QuestionnaireResponse", m_dana, compact(other));
        QCOMPARE(made.status, 201);
        QCOMPARE(urgentOnes().size(), 1);
        QCOMPARE(urgentOnes().first().patient, u"Patient/p102"_s);
        const QJsonObject maya = person(u"p101"_s);
        QCOMPARE(change(made.json()["id"_L1].toString(), {{u"subject"_s, maya}, {u"author"_s, maya}, {u"source"_s, maya}}, m_dana),
                 200);
        const QList<AlertLine> lines = urgentOnes();
        QCOMPARE(lines.size(), 2);
        QVERIFY(std::any_of(lines.begin(), lines.end(), [](const AlertLine &line) { return line.patient == "Patient/p101"_L1; }));
    }
    // Years of records were moved, and nobody was called for them.
    void nobodyWasCalledForIt()
    {
        QJsonObject old = answersTo(checkIn, yes, around(-30 * 24 * 3600));
        old.insert(u"id"_s, u"of-old"_s);
        QCOMPARE(importText(compact(old)), 0);
        QCOMPARE(urgentOnes().size(), 1);
        QCOMPARE(change(u"of-old"_s, {{u"authored"_s, around(60)}}), 200);
        QCOMPARE(urgentOnes().size(), 2);
    }

    // Yes, no and yes again while a form of some days ago is changed: one saying, and either may come first.
    void whileAFormIsChanged_data()
    {
        QTest::addColumn<bool>("isClosed");
        QTest::addColumn<bool>("isReportFirst");
        for (const bool isClosed : {false, true}) {
            QTest::addRow("%s, in order", isClosed ? "closed" : "open") << isClosed << true;
            QTest::addRow("%s, the form first", isClosed ? "closed" : "open") << isClosed << false;
        }
    }
    void whileAFormIsChanged()
    {
        QFETCH(bool, isClosed);
        QFETCH(bool, isReportFirst);
        const QString id = send(answersTo(checkIn, yes, around(-3 * 24 * 3600)));
        if (isClosed)
            closeAll();
        const QJsonObject report = ahead(answersTo(checkIn, yes, around(60)));
        if (isReportFirst)
            send(report);
        QCOMPARE(change(id, {{u"authored"_s, around(120)}}), 200);
        if (!isReportFirst)
            send(report);
        QCOMPARE(urgentOnes().size(), 2);
    }

    // The pair is the version that was finished after it, whatever became of the form since.
    void changedBeforeTheReportCame()
    {
        const QString id = send(answersTo(checkIn, yes, around(-600)));
        QCOMPARE(change(id, {{u"authored"_s, around(-300)}}), 200);
        send(ahead(answersTo(checkIn, yes, around(-660))));
        QCOMPARE(urgentOnes().size(), 1);
        send(ahead(answersTo(checkIn, yes, around(-450)))); // between the two
        QCOMPARE(urgentOnes().size(), 2);
    }
    // And what a form has not said itself, but its report had, is told also when it is changed.
    void changedAfterItsReport()
    {
        send(ahead(answersTo(checkIn, yes, around(-660))));
        const QString id = send(answersTo(checkIn, yes, around(-600)));
        QCOMPARE(change(id, {{u"authored"_s, around(-300)}}), 200);
        QCOMPARE(change(id, {{u"authored"_s, around(-200)}}), 200);
        QCOMPARE(urgentOnes().size(), 1);
        QCOMPARE(change(id, {{u"authored"_s, around(-100)}, {u"item"_s, QJsonArray{chosen(u"safety"_s, u"no"_s)}}}), 200);
        QCOMPARE(change(id, {{u"authored"_s, around(-50)}, {u"item"_s, yes}}), 200);
        QCOMPARE(urgentOnes().size(), 2);
    }

    // Another app saves while somebody answers, or they leave it there. Nobody may ever finish it.
    void whatIsLeftUnfinished_data()
    {
        QTest::addColumn<QString>("status");
        QTest::newRow("stopped") << u"stopped"_s;
        QTest::newRow("in progress") << u"in-progress"_s;
    }
    void whatIsLeftUnfinished()
    {
        QFETCH(QString, status);
        const auto left = [&](const QString &form, const QJsonArray &items, int seconds) {
            QJsonObject response = answersTo(form, items, around(seconds));
            response.insert(u"status"_s, status);
            return response;
        };
        const auto item9 = [](int weight) { return scale({0, 0, 0, 0, 0, 0, 0, 0, weight}); };
        send(left(phq9, item9(0), -800));
        // The rest waits for the end: used, and would rather not say.
        send(left(checkIn, {chosen(u"use"_s, u"yes"_s), chosen(u"safety"_s, u"rather-not-say"_s)}, -700));
        QCOMPARE(listed({}).size(), 0);
        const QString id = send(left(phq9, item9(3), -600));
        QCOMPARE(listed({}).size(), 1);
        QCOMPARE(urgentOnes().size(), 1);
        QCOMPARE(urgentOnes().first().response, u"QuestionnaireResponse/"_s + id);
        const QByteArray scores = "Observation?derived-from=QuestionnaireResponse/" + id.toLatin1();
        QVERIFY(resourcesOf(m_clinic->send("GET", scores, m_dana).json()).isEmpty());
        if (status == "stopped"_L1) { // and stays so
            QCOMPARE(change(id, {{u"status"_s, u"completed"_s}, {u"authored"_s, around(-400)}}), 422);
            return;
        }
        // However often it is saved, and when it is finished.
        for (int i = 0; i < 24; ++i)
            QCOMPARE(change(id, {{u"status"_s, status}, {u"authored"_s, around(i - 500)}}), 200);
        QCOMPARE(listed({}).size(), 1);
        QCOMPARE(change(id, {{u"status"_s, u"completed"_s}, {u"authored"_s, around(-400)}}), 200);
        QCOMPARE(listed({}).size(), 1);
        QCOMPARE(resourcesOf(m_clinic->send("GET", scores, m_dana).json()).size(), 1);
    }
    void whatWasSaidLaterIsHeard()
    {
        const auto left = [&](const QJsonArray &items, int seconds) {
            QJsonObject response = answersTo(checkIn, items, around(seconds));
            response.insert(u"status"_s, u"in-progress"_s);
            return response;
        };
        const QString id = send(left({}, -600));
        QVERIFY(listed({}).isEmpty());
        QCOMPARE(change(id, {{u"status"_s, u"in-progress"_s}, {u"item"_s, yes}, {u"authored"_s, around(-500)}}), 200);
        QCOMPARE(urgentOnes().size(), 1);
        closeAll();
        QCOMPARE(change(id, {{u"status"_s, u"in-progress"_s}, {u"authored"_s, around(60)}}), 200);
        QCOMPARE(urgentOnes().size(), 1);
        // Finished after staff closed it: whoever says it still is told of.
        QCOMPARE(change(id, {{u"status"_s, u"completed"_s}, {u"authored"_s, around(120)}}), 200);
        QCOMPARE(urgentOnes().size(), 2);
    }
    // Yes, no and yes again before it is finished.
    void saidAgainWhileUnfinished()
    {
        const QString status = u"in-progress"_s;
        QJsonObject response = answersTo(checkIn, yes, around(-600));
        response.insert(u"status"_s, status);
        const QString id = send(response);
        QCOMPARE(urgentOnes().size(), 1);
        closeAll();
        QCOMPARE(change(id, {{u"status"_s, status}, {u"item"_s, no}, {u"authored"_s, around(60)}}), 200);
        QVERIFY(openOnes().isEmpty());
        QCOMPARE(change(id, {{u"status"_s, status}, {u"item"_s, yes}, {u"authored"_s, around(70)}}), 200);
        QCOMPARE(urgentOnes().size(), 2);
        QCOMPARE(openOnes().size(), 1);
        // Saved on and on after staff closed that one too, it is still the second yes.
        closeAll();
        for (int i = 0; i < 24; ++i)
            QCOMPARE(change(id, {{u"status"_s, status}, {u"authored"_s, around(80 + i)}}), 200);
        QCOMPARE(urgentOnes().size(), 2);
        QCOMPARE(change(id, {{u"status"_s, u"completed"_s}, {u"authored"_s, around(120)}}), 200);
        QCOMPARE(urgentOnes().size(), 3);
    }
    void graverWhileUnfinished_data()
    {
        QTest::addColumn<bool>("isClosed");
        QTest::addColumn<QString>("status");
        for (const bool isClosed : {false, true}) {
            QTest::addRow("%s, then stopped", isClosed ? "closed" : "open") << isClosed << u"stopped"_s;
            QTest::addRow("%s, then finished", isClosed ? "closed" : "open") << isClosed << u"in-progress"_s;
        }
    }
    void graverWhileUnfinished()
    {
        QFETCH(bool, isClosed);
        QFETCH(QString, status);
        const auto item9 = [](int weight) { return scale({0, 0, 0, 0, 0, 0, 0, 0, weight}); };
        QJsonObject response = answersTo(phq9, item9(1), around(-600));
        response.insert(u"status"_s, u"in-progress"_s);
        const QString id = send(response);
        QCOMPARE(urgentOnes().size(), 1);
        const QString lesser = urgentOnes().first().id;
        if (isClosed)
            closeAll();
        QCOMPARE(change(id, {{u"status"_s, status}, {u"item"_s, item9(3)}, {u"authored"_s, around(60)}}), 200);
        QCOMPARE(urgentOnes().size(), 2);
        QCOMPARE(openOnes().size(), isClosed ? 1 : 2);
        if (status == "stopped"_L1)
            return;
        // The lesser one stays open, and says nothing of the graver answer once that is closed.
        for (const AlertLine &line : openOnes()) {
            if (line.id != lesser)
                QCOMPARE(run({u"alerts"_s, u"--ack"_s, line.id}).code, 0);
        }
        QCOMPARE(change(id, {{u"status"_s, u"completed"_s}, {u"authored"_s, around(120)}}), 200);
        QCOMPARE(urgentOnes().size(), 3);
    }
    // Years of records were moved, one of them unfinished, and somebody takes that up.
    void unfinishedOutOfAnImport()
    {
        const QString status = u"in-progress"_s;
        QJsonObject old = answersTo(checkIn, yes, around(-30 * 24 * 3600));
        old.insert(u"id"_s, u"of-old"_s);
        old.insert(u"status"_s, status);
        QCOMPARE(importText(compact(old)), 0);
        QCOMPARE(urgentOnes().size(), 1);
        QCOMPARE(change(u"of-old"_s, {{u"status"_s, status}, {u"authored"_s, around(60)}}), 200);
        QCOMPARE(urgentOnes().size(), 2);
        QCOMPARE(change(u"of-old"_s, {{u"status"_s, status}, {u"authored"_s, around(70)}}), 200);
        QCOMPARE(urgentOnes().size(), 2);
    }

private:
    [[nodiscard]] static QString around(int seconds)
    {
        return QDateTime::currentDateTimeUtc().addSecs(seconds).toString(Qt::ISODateWithMs);
    }
    [[nodiscard]] static QJsonObject person(const QString &id) { return {{u"reference"_s, QString(u"Patient/" + id)}}; }
    [[nodiscard]] static QByteArray form(bool isMarked)
    {
        return json("{'resourceType':'Questionnaire','id':'own-1','status':'active','version':'1',"
                    "'url':'https://handrail.example/fhir/Questionnaire/own',"
                    "'item':[{'linkId':'a','type':'boolean','text':'Do dark thoughts come?'")
            + json(isMarked ? ",'code':[{'system':'https://handrail.example/fhir/CodeSystem/question','code':'safety'}]" : "")
            + json("}]}");
    }
    int importText(const QByteArray &text)
    {
        return ClinicProcess::runToEnd({u"import"_s, u"-"_s, u"--database"_s, m_database}, text).code;
    }
    /// As the app does: a record with this identifier is not made twice. Its id.
    QString send(const QJsonObject &response)
    {
        const ClinicProcess::Headers once{{"If-None-Exist", "identifier=urn:ietf:rfc:3986|" + identifierOf(response)}};
        const HttpAnswer made = m_clinic->send("POST", "QuestionnaireResponse", m_maya, compact(response), once);
        if (made.status != 201 && made.status != 200)
            QTest::qFail(made.body.constData(), __FILE__, __LINE__);
        return made.json()["id"_L1].toString();
    }
    /// A new version with these elements. The status.
    int change(const QString &id, const QJsonObject &elements, const QByteArray &token = {})
    {
        const QByteArray path = "QuestionnaireResponse/" + id.toLatin1();
        const QByteArray who = token.isEmpty() ? m_maya : token;
        const HttpAnswer now = m_clinic->send("GET", path, who);
        QJsonObject changed = now.json();
        changed.insert(u"status"_s, u"amended"_s);
        for (auto it = elements.begin(); it != elements.end(); ++it)
            changed.insert(it.key(), it.value());
        return m_clinic->send("PUT", path, who, compact(changed), {{"If-Match", now.header("ETag")}}).status;
    }
    QList<AlertLine> openOnes() { return listed({u"--open"_s}); }
    QList<AlertLine> urgentOnes()
    {
        QList<AlertLine> lines = listed({});
        lines.removeIf([](const AlertLine &line) { return line.level != "urgent"_L1; });
        return lines;
    }
    void closeAll()
    {
        for (const AlertLine &line : openOnes())
            QCOMPARE(run({u"alerts"_s, u"--ack"_s, line.id}).code, 0);
    }

    const QJsonArray yes{chosen(u"safety"_s, u"yes"_s)};
    const QJsonArray no{chosen(u"safety"_s, u"no"_s)};
    const QJsonArray ownYes{answeredItem(u"a"_s, {{u"valueBoolean"_s, true}})};
};

QTEST_GUILESS_MAIN(TestClinicTold)
#include "tst_clinic_told.moc"
