// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "net/Body.h"
#include "net/HttpClient.h"
#include "net/Pending.h"
#include "net/RetryAfter.h"

#include <QCoroTask>
#include <QTest>

using namespace handrail;

/// The pure parts of net: which addresses are allowed, what a status means, how long to wait, and the answer that comes later.
class TestNetValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allowedAddress_data();
    void allowedAddress();
    void header();
    void problem_data();
    void problem();
    void retryAfter_data();
    void retryAfter();
    void httpDate_data();
    void httpDate();
    void closedJson_data();
    void closedJson();
    void requestBodyIsReadOnce();
    void pendingWakesAllOnce();
    void pendingSurvivesItsOwner();
};

void TestNetValues::allowedAddress_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("https") << "https://clinic.example/fhir/R4" << true;
    QTest::newRow("https port") << "https://clinic.example:8443/" << true;
    QTest::newRow("http 127.0.0.1") << "http://127.0.0.1:8080/fhir" << true;
    QTest::newRow("http 127.9.9.9") << "http://127.9.9.9/" << true;
    QTest::newRow("http ::1") << "http://[::1]:80/" << true;
    QTest::newRow("http localhost") << "http://localhost/" << true;
    QTest::newRow("http LOCALHOST") << "http://LOCALHOST/" << true;
    QTest::newRow("http elsewhere") << "http://clinic.example/" << false;
    QTest::newRow("http 10.0.0.1") << "http://10.0.0.1/" << false;
    QTest::newRow("http 128.0.0.1") << "http://128.0.0.1/" << false;
    QTest::newRow("http looks local") << "http://localhost.evil.example/" << false;
    QTest::newRow("http 127 name") << "http://127.0.0.1.evil.example/" << false;
    QTest::newRow("user info") << "https://good.example@evil.example/" << false;
    QTest::newRow("ftp") << "ftp://clinic.example/" << false;
    QTest::newRow("file") << "file:///etc/passwd" << false;
    QTest::newRow("javascript") << "javascript:alert(1)" << false;
    QTest::newRow("no host") << "https:///fhir" << false;
    QTest::newRow("relative") << "fhir/R4" << false;
    QTest::newRow("empty") << "" << false;
}

void TestNetValues::allowedAddress()
{
    QFETCH(QString, address);
    QTEST(isAllowedAddress(QUrl(address)), "isAllowed");
}

void TestNetValues::header()
{
    const HttpResponse response{200, {{"ETag", "W/\"1\""}, {"etag", "W/\"2\""}}, {}};
    QCOMPARE(response.header("eTAG"), QByteArray("W/\"1\""));
    QCOMPARE(response.header("Location"), QByteArray());
}

void TestNetValues::problem_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ProblemKind>("kind");
    QTest::addColumn<bool>("isRetryable");
    const auto row = [](int status, ProblemKind kind, bool isRetryable) {
        QTest::addRow("%d", status) << status << kind << isRetryable;
    };
    row(302, ProblemKind::ServerError, true);
    row(400, ProblemKind::Rejected, false);
    row(401, ProblemKind::SignInNeeded, false);
    row(403, ProblemKind::Forbidden, false);
    row(404, ProblemKind::NotFound, false);
    row(405, ProblemKind::Rejected, false);
    row(408, ProblemKind::Timeout, true);
    row(409, ProblemKind::Conflict, false);
    row(410, ProblemKind::NotFound, false);
    row(412, ProblemKind::Conflict, false);
    row(413, ProblemKind::Rejected, false);
    row(422, ProblemKind::Rejected, false);
    row(425, ProblemKind::ServerBusy, true);
    row(429, ProblemKind::ServerBusy, true);
    row(500, ProblemKind::ServerError, true);
    row(501, ProblemKind::Rejected, false);
    row(502, ProblemKind::ServerError, true);
    row(503, ProblemKind::ServerBusy, true);
    row(511, ProblemKind::Offline, true);
    row(999, ProblemKind::BadData, false);
    row(200, ProblemKind::BadData, false);
}

void TestNetValues::problem()
{
    QFETCH(int, status);
    const Problem problem = problemFor({status, {{"Retry-After", "7"}}, "secret body"});
    QTEST(problem.kind, "kind");
    QTEST(problem.isRetryable, "isRetryable");
    QCOMPARE(problem.httpStatus, status);
    QCOMPARE(problem.retryAfterSeconds, 7);
    QVERIFY(!problem.detail.contains(QStringLiteral("secret")));
    QCOMPARE(problemFor({status, {}, {}}).retryAfterSeconds, -1);
}

void TestNetValues::retryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<int>("seconds");
    const QByteArray now("Sun, 06 Nov 1994 08:49:37 GMT");
    QTest::newRow("seconds") << QByteArray("120") << QByteArray() << 120;
    QTest::newRow("blanks") << QByteArray("  5 ") << QByteArray() << 5;
    QTest::newRow("leading zeros") << QByteArray("0000000007") << QByteArray() << 7;
    QTest::newRow("zero") << QByteArray("0") << QByteArray() << 1;
    QTest::newRow("negative") << QByteArray("-30") << QByteArray() << 1;
    QTest::newRow("an hour") << QByteArray("3600") << QByteArray() << 3600;
    QTest::newRow("ten years") << QByteArray("315360000") << QByteArray() << 3600;
    QTest::newRow("thirty digits") << QByteArray(30, '9') << QByteArray() << 3600;
    QTest::newRow("date") << QByteArray("Sun, 06 Nov 1994 08:51:37 GMT") << now << 120;
    QTest::newRow("date past") << QByteArray("Sun, 06 Nov 1994 08:00:00 GMT") << now << 1;
    QTest::newRow("date far") << QByteArray("Sun, 06 Nov 2094 08:00:00 GMT") << now << 3600;
    QTest::newRow("date without Date") << QByteArray("Sun, 06 Nov 1994 08:51:37 GMT") << QByteArray() << -1;
    QTest::newRow("absent") << QByteArray() << now << -1;
    QTest::newRow("words") << QByteArray("soon") << now << -1;
    QTest::newRow("fraction") << QByteArray("1.5") << now << -1;
    QTest::newRow("minus alone") << QByteArray("-") << now << -1;
}

void TestNetValues::retryAfter()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, date);
    QTEST(readRetryAfter(value, date), "seconds");
}

void TestNetValues::httpDate_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QDateTime>("expected");
    QTest::newRow("rfc") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << QDateTime(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);
    QTest::newRow("leap second") << QByteArray("Sat, 31 Dec 2016 23:59:60 GMT")
                                 << QDateTime(QDate(2016, 12, 31), QTime(23, 59, 59), Qt::UTC);
    QTest::newRow("day 31 Feb") << QByteArray("Sun, 31 Feb 1994 08:49:37 GMT") << QDateTime();
    QTest::newRow("zone") << QByteArray("Sun, 06 Nov 1994 08:49:37 EST") << QDateTime();
    QTest::newRow("rfc 850") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << QDateTime();
    QTest::newRow("letters") << QByteArray("Sun, xx Nov 1994 08:49:37 GMT") << QDateTime();
    QTest::newRow("empty") << QByteArray() << QDateTime();
}

void TestNetValues::httpDate()
{
    QFETCH(QByteArray, text);
    QTEST(readHttpDate(text).value_or(QDateTime()), "expected");
}

void TestNetValues::closedJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isClosed");
    const QByteArray whole(R"({"a":["}]\"{",{"b":"\\"}],"c":null})");
    QTest::newRow("whole") << whole << true;
    QTest::newRow("trailing blank") << QByteArray(whole + "\n") << true;
    for (int length = 1; length < whole.size(); ++length)
        QTest::addRow("cut at %d", length) << whole.first(length) << false;
    QTest::newRow("one too many") << QByteArray("{}}") << false;
}

void TestNetValues::closedJson()
{
    QFETCH(QByteArray, text);
    QTEST(isClosedJson(text), "isClosed");
}

void TestNetValues::requestBodyIsReadOnce()
{
    RequestBody body("abcdef");
    QVERIFY(body.isSequential());
    QCOMPARE(body.bytesAvailable(), 6);
    QCOMPARE(body.read(4), QByteArray("abcd"));
    QCOMPARE(body.read(4), QByteArray("ef"));
    QVERIFY(body.atEnd());
    QVERIFY(!body.seek(0));
    QVERIFY(!body.reset());
}

namespace {

QCoro::Task<void> note(Pending<int> pending, QList<int> *seen)
{
    seen->append(co_await pending);
}

} // namespace

void TestNetValues::pendingWakesAllOnce()
{
    const Pending<int> pending;
    QList<int> seen;
    note(pending, &seen);
    note(pending, &seen);
    QVERIFY(seen.isEmpty());
    pending.complete(4);
    QCOMPARE(seen, (QList<int>{4, 4}));
    pending.complete(5);
    note(pending, &seen); // late: the answer is still there
    QCOMPARE(seen, (QList<int>{4, 4, 4}));
}

void TestNetValues::pendingSurvivesItsOwner()
{
    auto owner = std::make_unique<Pending<int>>();
    QList<int> seen;
    note(*owner, &seen);
    const auto drop = [&]() -> QCoro::Task<void> {
        const Pending<int> pending = *owner;
        seen.append(co_await pending);
        owner.reset();
    };
    drop();
    owner->complete(9);
    QCOMPARE(seen, (QList<int>{9, 9}));
    QVERIFY(!owner);
}

QTEST_GUILESS_MAIN(TestNetValues)
#include "tst_values.moc"
