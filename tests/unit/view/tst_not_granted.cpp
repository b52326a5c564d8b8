// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FormBench.h"
#include "fakes/FakeNotifier.h"
#include "view/RemindersView.h"
#include "view/TodayView.h"

#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

/// What the server would refuse each day anew is not asked: neither a check-in nor a form.
class TestNotGranted final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotTakenIsNotAsked_data()
    {
        QTest::addColumn<QString>("granted");
        QTest::addColumn<bool>("isTaken");
        const QString always = u"openid fhirUser launch/patient offline_access patient/Patient.rs patient/Appointment.rs"_s;
        QTest::newRow("all") << QString() << true;
        QTest::newRow("in the first version") << QString(always + u" patient/QuestionnaireResponse.write"_s) << true;
        QTest::newRow("to read alone") << QString(always + u" patient/QuestionnaireResponse.rs"_s) << false;
        QTest::newRow("less") << always << false;
    }

    void whatIsNotTakenIsNotAsked()
    {
        QFETCH(const QString, granted);
        QFETCH(const bool, isTaken);
        test::FormBench bench(0, granted);
        QCOMPARE(bench.account.state(), Account::State::Active);
        bench.clock.setZone("America/New_York");
        QVERIFY(bench.putForm("q7",
                              "'url':'https://x.example/q','status':'active','title':'Sleep','item':["
                              "{'linkId':'a','text':'A','type':'string'}]"));
        QVERIFY(bench.put(u"Task"_s, u"t1"_s,
                          "{'resourceType':'Task','id':'t1','status':'requested','intent':'order','for':{'reference':'Patient/"
                              + bench.account.identity()->patientId.toUtf8()
                              + "'},'focus':{'reference':'Questionnaire/q7'},'authoredOn':'2026-11-16T09:00:00-05:00'}"));
        TodayView today(bench.account, bench.clock, bench.preferences, bench.minute);
        today.refresh();
        QCOMPARE(today.checkInState(), isTaken ? TodayView::Ready : TodayView::NoForm);
        QCOMPARE(today.checkInText() == u"Your clinic’s server does not take check-ins or forms from this app."_s, !isTaken);
        bench.checkIn.begin();
        QCOMPARE(bench.checkIn.state(), isTaken ? CheckInView::Editing : CheckInView::Unavailable);
        bench.assignments.settle();
        QCOMPARE(bench.assignments.due().size(), isTaken ? 1 : 0);
        // Of the evening's list there is no word, either.
        FakeNotifier notifier;
        RemindersView reminders(bench.account, bench.clock, bench.preferences, bench.minute, notifier);
        reminders.look();
        bench.clock.setWallClock(QDateTime(QDate(2026, 11, 18), QTime(19, 5), QTimeZone("America/New_York")).toUTC());
        reminders.look();
        QCOMPARE(notifier.shown().isEmpty(), !isTaken);
    }
};

QTEST_MAIN(TestNotGranted)
#include "tst_not_granted.moc"
