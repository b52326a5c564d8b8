// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "AlertClinic.h"

#include <QElapsedTimer>

using namespace handrail::test;
using namespace Qt::Literals::StringLiterals;

/// Who is called when nobody closes an urgent alert (design clinical 3.3, 8), by the real program and the wall clock.
class TestClinicOnCall : public AlertClinic
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(makeSample()); }
    void init() { QVERIFY(begin()); }
    void cleanup() { end(); }

    // Killed between the answer and the call, the clinic calls when it is there again; the command learns the alert's id and nothing else.
    void onCallIsPagedAlsoAfterAKill()
    {
        const QString id = post(answersTo(checkIn, {chosen(u"safety"_s, u"yes"_s), chosen(u"use"_s, u"yes"_s)}));
        m_clinic->kill();
        const QList<AlertLine> lines = listed({});
        QCOMPARE(lines.size(), 2); // in one transaction with the response
        const QString note = m_directory->filePath(u"paged"_s), failing = m_directory->filePath(u"fail"_s);
        const QString program = script("[ -e '" + failing.toUtf8() + "' ] && rm '" + failing.toUtf8()
                                       + "' && exit 1\n"
                                         "echo \"$# $1\" >> '"
                                       + note.toUtf8() + "'\n");
        QVERIFY(!program.isEmpty());
        QVERIFY(serve(program));
        QTRY_COMPARE_WITH_TIMEOUT(contents(note), QByteArray("1 " + lines.first().id.toLatin1() + '\n'), 15'000);
        QTRY_COMPARE_WITH_TIMEOUT(listed({}).first().state, u"open, on-call paged"_s, 5000);
        QTest::qSleep(3000);
        QCOMPARE(contents(note).count('\n'), 1); // once, and not for the review
        QVERIFY(!contents(note).contains("p101") && !contents(note).contains(id.toUtf8()));
        // A restart does not call again. One that is closed is not called for.
        QCOMPARE(m_clinic->stop(), 0);
        QCOMPARE(run({u"alerts"_s, u"--ack"_s, lines.first().id}).code, 0);
        QVERIFY(serve(program));
        QTest::qSleep(3000);
        QCOMPARE(contents(note).count('\n'), 1);
    }

    // A graver word to what somebody was called for calls nobody again, while it is open and the call is not half an hour old.
    void onCallIsPagedOnceForWhatRises()
    {
        const QString note = m_directory->filePath(u"paged"_s);
        const QString program = script("echo \"$1\" >> '" + note.toUtf8() + "'\n");
        post(ahead(answersTo(phq9, scale({0, 0, 0, 0, 0, 0, 0, 0, 1}))));
        QCOMPARE(m_clinic->stop(), 0);
        QVERIFY(serve(program));
        QTRY_COMPARE_WITH_TIMEOUT(contents(note).count('\n'), 1, 15'000);
        QTRY_VERIFY_WITH_TIMEOUT(listed({}).value(0).state.contains(u"paged"_s), 5000);
        QVERIFY(signIn());
        post(ahead(answersTo(phq9, scale({0, 0, 0, 0, 0, 0, 0, 0, 3}), at("18T16:05"))));
        QCOMPARE(listed({}).size(), 1);
        QVERIFY(listed({}).value(0).state.startsWith(u"open, graver since "_s)
                && listed({}).value(0).state.endsWith(u", on-call paged"_s));
        QTest::qSleep(3000);
        QCOMPARE(contents(note).count('\n'), 1);
    }

    // Who was called for less, hours ago, hears of it at once; and not once more for the next word.
    void onCallIsPagedAgainForWhatRisesLater()
    {
        const QString note = m_directory->filePath(u"paged"_s);
        const QString program = script("echo \"$1\" >> '" + note.toUtf8() + "'\n");
        post(ahead(answersTo(phq9, scale({0, 0, 0, 0, 0, 0, 0, 0, 1}))));
        QCOMPARE(m_clinic->stop(), 0);
        QVERIFY(serve(program));
        QTRY_VERIFY_WITH_TIMEOUT(listed({}).value(0).state.contains(u"paged"_s), 15'000);
        QVERIFY(signIn());
        const QByteArray path = "Flag/" + listed({}).first().id.toLatin1();
        QJsonObject flag = m_clinic->send("GET", path, m_dana).json();
        QJsonArray extensions = flag["extension"_L1].toArray();
        for (QJsonValueRef extension : extensions) {
            QJsonObject paged = extension.toObject();
            if (!paged["url"_L1].toString().endsWith("/alert-paged"_L1))
                continue;
            const QDateTime when = QDateTime::fromString(paged["valueDateTime"_L1].toString(), Qt::ISODateWithMs);
            paged.insert(u"valueDateTime"_s, when.addSecs(-31 * 60).toString(Qt::ISODateWithMs));
            extension = paged;
        }
        flag.insert(u"extension"_s, extensions);
        QCOMPARE(m_clinic->send("PUT", path, m_dana, compact(flag)).status, 200);
        post(ahead(answersTo(phq9, scale({0, 0, 0, 0, 0, 0, 0, 0, 2}), at("18T16:05"))));
        QCOMPARE(listed({}).size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(contents(note).count('\n'), 2, 15'000);
        QTRY_VERIFY_WITH_TIMEOUT(listed({}).value(0).state.contains(u"paged"_s), 5000);
        post(ahead(answersTo(phq9, scale({0, 0, 0, 0, 0, 0, 0, 0, 3}), at("18T16:06"))));
        QTest::qSleep(3000);
        QCOMPARE(contents(note).count('\n'), 2);
    }

    // One that the command does not take holds up no other.
    void onCallGoesRound()
    {
        const QString note = m_directory->filePath(u"paged"_s);
        post(answersTo(checkIn, {chosen(u"safety"_s, u"yes"_s)}));
        const QByteArray stuck = listed({}).first().id.toLatin1();
        post(answersTo(checkIn, {chosen(u"safety"_s, u"yes"_s)}, at("20T16:00")));
        post(answersTo(phq9, scale({0, 0, 0, 0, 0, 0, 0, 0, 1})));
        QCOMPARE(listed({}).size(), 3);
        QCOMPARE(listed({}).first().id.toLatin1(), stuck); // the oldest, which is called for first
        const QString program = script("echo \"$1\" >> '" + note.toUtf8() + "'\n[ \"$1\" != " + stuck + " ]\n");
        QCOMPARE(m_clinic->stop(), 0);
        QVERIFY(serve(program));
        QTRY_COMPARE_WITH_TIMEOUT(contents(note).count('\n'), 3, 20'000);
        QVERIFY(contents(note).startsWith(stuck));
        QTest::qSleep(4000);
        QCOMPARE(contents(note).count('\n'), 3); // and it waits for its own next try
        int open = 0;
        for (const AlertLine &line : listed({}))
            open += line.state == u"open"_s;
        QCOMPARE(open, 1);
    }

    void onCallIsCalledOnceForOneAnswer()
    {
        const QString note = m_directory->filePath(u"paged"_s);
        const QString program = script("echo x >> '" + note.toUtf8() + "'\n");
        QCOMPARE(m_clinic->stop(), 0);
        QVERIFY(serve(program));
        QVERIFY(signIn());
        const QJsonArray yes{chosen(u"safety"_s, u"yes"_s)};
        const auto calls = [&] { return contents(note).count('x'); };
        post(ahead(answersTo(checkIn, yes, at("18T16:00"))));
        QTRY_COMPARE_WITH_TIMEOUT(calls(), 1, 15'000);
        QTRY_COMPARE_WITH_TIMEOUT(listed({}).first().state, u"open, on-call paged"_s, 5000);
        QCOMPARE(run({u"alerts"_s, u"--ack"_s, listed({}).first().id}).code, 0);
        post(answersTo(checkIn, yes, at("18T16:02")));
        // The form first: the network had taken the other's answer away.
        post(answersTo(phq9, scale({0, 0, 0, 0, 0, 0, 0, 0, 1}), at("18T16:05")));
        QTRY_COMPARE_WITH_TIMEOUT(calls(), 2, 15'000);
        post(ahead(answersTo(phq9, scale({-1, -1, -1, -1, -1, -1, -1, -1, 1}), at("18T16:04"))));
        QTest::qSleep(4000);
        QCOMPARE(calls(), 2);
        post(ahead(answersTo(phq9, scale({-1, -1, -1, -1, -1, -1, -1, -1, 3}), at("18T16:03"))));
        QTRY_COMPARE_WITH_TIMEOUT(calls(), 3, 15'000);
    }

    void onCallWaitsAndIsBounded()
    {
        post(answersTo(checkIn, {chosen(u"safety"_s, u"yes"_s)}));
        m_clinic->stop();
        const QString note = m_directory->filePath(u"paged"_s);
        const QString program = script("echo x >> '" + note.toUtf8() + "'\nsleep 600\n");
        QVERIFY(serve(program));
        QVERIFY(signIn());
        // A fresh one, raised now.
        post(answersTo(checkIn, {chosen(u"safety"_s, u"not-sure"_s)}));
        QTRY_VERIFY_WITH_TIMEOUT(contents(note).contains('x'), 15'000);
        // It hangs; the clinic goes on, and ends in time.
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_clinic->send("GET", "Patient/p101", m_maya).status, 200);
        QVERIFY(timer.elapsed() < 2000);
        QCOMPARE(m_clinic->stop(), 0);
        QVERIFY(timer.elapsed() < 10'000);
        for (const AlertLine &line : listed({}))
            QCOMPARE(line.state, u"open"_s); // a command that was cut off has told nobody
        // Later: not yet.
        QFile::remove(note);
        QVERIFY(serve(program, 10080));
        QTest::qSleep(3000);
        QVERIFY(contents(note).isEmpty());
    }

    void onCallThatCannotBeRunIsRefused()
    {
        const QStringList serve{u"serve"_s,
                                u"--listen"_s,
                                u"127.0.0.1:0"_s,
                                u"--database"_s,
                                m_directory->filePath(u"x.db"_s),
                                u"--until-stdin-closes"_s};
        for (const QStringList &more : {QStringList{u"--on-call"_s, u"/no/such/program"_s},
                                        QStringList{u"--on-call"_s, m_directory->path()}, QStringList{u"--on-call-after"_s, u"5"_s},
                                        QStringList{u"--on-call"_s, u"/bin/true"_s, u"--on-call-after"_s, u"soon"_s}}) {
            const auto refused = ClinicProcess::runToEnd(serve + more);
            QCOMPARE(refused.code, 2);
            QVERIFY2(refused.errors.contains("--on-call needs"), refused.errors.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestClinicOnCall)
#include "tst_clinic_on_call.moc"
