// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "fakes/OneDevice.h"

#include <QSignalSpy>

using namespace handrail;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using State = Account::State;

/// A relative of two patients goes from one to the other: one store each, and nothing of one is held under the other.
class TestAccountOthers final : public QObject, OneDevice
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup()
    {
        (void)m_server->takeComplaints();
        end();
    }
    void goesFromOneToTheOtherAndBack();
    void eachHasItsOwnRecordsAndOutbox();
    void whatTheDiskRefusedOutlivesAnothersSignIn();
    void whoWasNeverInWithThisLoginIsNobodysToGoTo_data();
    void whoWasNeverInWithThisLoginIsNobodysToGoTo();
    void thePinOfTheOtherIsAsked();
    void alsoWhileItsRefreshGoesOn();
    void eachOfSeveralRefreshesGoesOn();
    void anErasedOneIsNotOffered();
    void twoOfOnePatientTellUntilWhen();
    void aSignedOutOneLeadsBack();
    void theNextStartIsWhereThePersonWas();
    void aLateAnswerMeetsNobodysStore();
    void aConcernOutlivesTheSharing();
    void nothingElseDoes_data();
    void nothingElseDoes();
    void aConcernInMemoryAloneIsSaidToBeGone();

private:
    /// Rosa, here for this patient.
    void beFor(const QString &patient)
    {
        m_server->setPerson({u"sub-rosa"_s, u"RelatedPerson/r-"_s + patient, patient});
        signIn();
        m_account->settle();
        QTRY_VERIFY(m_account->isFirstSyncDone());
        QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
        keepNames(patient);
    }
    void keepNames(const QString &patient)
    {
        const QByteArray id = patient.toLatin1();
        StoredRecord self;
        self.type = u"RelatedPerson"_s;
        self.id = u"r-"_s + patient;
        self.versionId = u"1"_s;
        self.lastUpdated = m_clock.nowUtc();
        self.json = "{\"resourceType\":\"RelatedPerson\",\"id\":\"r-" + id + "\",\"patient\":{\"reference\":\"Patient/" + id
            + "\",\"display\":\"Name-" + id + " Vale\"},\"name\":[{\"given\":[\"Rosa\"]}]}";
        StoredRecord session;
        session.type = u"Appointment"_s;
        session.id = u"a-"_s + patient;
        session.versionId = u"1"_s;
        session.lastUpdated = m_clock.nowUtc();
        session.json = "{\"resourceType\":\"Appointment\",\"id\":\"a-" + id + "\"}";
        QVERIFY(m_account->records()->store().putRecords({self, session}));
    }
    [[nodiscard]] QString patient() const { return m_account->identity() ? m_account->identity()->patientId : QString(); }
    [[nodiscard]] QString otherHash() const
    {
        const QList<OtherAccount> others = m_account->others();
        return others.isEmpty() ? QString() : others.constFirst().hash;
    }
    void goToOther() { QCoro::waitFor(m_account->switchTo(otherHash())); }
    [[nodiscard]] QStringList idsOf(const QString &type) const
    {
        QStringList ids;
        for (const QString &id : {u"a-p1"_s, u"a-p2"_s, u"r-p1"_s, u"r-p2"_s}) {
            const auto record = m_account->records()->store().record(type, id);
            if (record && *record)
                ids << id;
        }
        return ids;
    }
};

void TestAccountOthers::goesFromOneToTheOtherAndBack()
{
    beFor(u"p1"_s);
    QVERIFY(m_account->others().isEmpty());
    const QString first = m_account->accountHash();
    beFor(u"p2"_s);
    const QString second = m_account->accountHash();
    QVERIFY(first != second);
    QCOMPARE(m_account->others().size(), 1);
    QCOMPARE(m_account->others().constFirst().hash, first);
    QCOMPARE(m_account->others().constFirst().patientName, u"Name-p1"_s);
    QVERIFY(!m_account->others().constFirst().hasPin);
    QVERIFY(!m_account->others().constFirst().isOfSamePatient);

    QSignalSpy left(m_account.get(), &Account::left);
    QSignalSpy about(m_account.get(), &Account::aboutToLock);
    QStringList seen; // of whom anything is there, whenever somebody looks
    connect(m_account.get(), &Account::stateChanged, this, [&] { seen << patient(); });
    goToOther();
    QCOMPARE(left.size(), 1);
    QCOMPARE(about.size(), 1);
    QCOMPARE(m_account->state(), State::Active);
    QCOMPARE(patient(), u"p1"_s);
    QCOMPARE(seen, QStringList({QString(), u"p1"_s})); // nobody's in between
    QCOMPARE(otherHash(), second);

    goToOther();
    QCOMPARE(patient(), u"p2"_s);
    QCOMPARE(m_account->accountHash(), second);
    // No name lies in clear in any file.
    for (const QString &name : left.isEmpty() ? QStringList() : this->OneDevice::left()) {
        QFile file(accounts() + u'/' + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains("Name-p") && !bytes.contains("Rosa"), qPrintable(name));
    }
}

void TestAccountOthers::eachHasItsOwnRecordsAndOutbox()
{
    beFor(u"p1"_s);
    m_server->route("POST", u"/fhir/R4/Communication"_s, FakeReply::json("{}", 503));
    QVERIFY(m_account->records()->queueConcern(u"about the first"_s, {}, m_clock.nowUtc()));
    QVERIFY(m_account->records()->store().setValue(u"draft/message"_s, "of the first"));
    m_server->setPerson({u"sub-rosa"_s, u"RelatedPerson/r-p2"_s, u"p2"_s});
    signIn();
    keepNames(u"p2"_s);
    QCOMPARE(idsOf(u"Appointment"_s), QStringList{u"a-p2"_s});
    QCOMPARE(idsOf(u"RelatedPerson"_s), QStringList{u"r-p2"_s});
    QCOMPARE(unsent(), 0);
    QVERIFY(!m_account->records()->store().value(u"draft/message"_s)->has_value());
    for (const FakeRequest &request : m_server->requestsTo(u"/fhir/R4/Communication"_s))
        QVERIFY(request.method != "POST"); // nothing of the first goes with the second's sign-in
    goToOther();
    QCOMPARE(patient(), u"p1"_s);
    QCOMPARE(idsOf(u"RelatedPerson"_s), QStringList{u"r-p1"_s});
    QCOMPARE(unsent(), 1);
    QCOMPARE(m_account->records()->store().value(u"draft/message"_s)->value_or(QByteArray()), QByteArray("of the first"));
}

void TestAccountOthers::whatTheDiskRefusedOutlivesAnothersSignIn()
{
    beFor(u"p1"_s);
    m_account->records()->store().putAside(u"draft/message"_s, "not on the disk yet");
    beFor(u"p2"_s);
    goToOther();
    QCOMPARE(patient(), u"p1"_s);
    QCOMPARE(m_account->records()->store().value(u"draft/message"_s)->value_or(QByteArray()), QByteArray("not on the disk yet"));
}

void TestAccountOthers::whoWasNeverInWithThisLoginIsNobodysToGoTo_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("fhirUser");
    QTest::newRow("another relative's login") << u"sub-luis"_s << u"RelatedPerson/r-p9"_s;
    QTest::newRow("the patient") << u"sub-maya"_s << u"Patient/p9"_s;
    QTest::newRow("a patient with the same login") << u"sub-rosa"_s << u"Patient/p9"_s;
}

void TestAccountOthers::whoWasNeverInWithThisLoginIsNobodysToGoTo()
{
    QFETCH(QString, subject);
    QFETCH(QString, fhirUser);
    m_server->setPerson({subject, fhirUser, u"p9"_s});
    signIn();
    const QString strange = m_account->accountHash();
    beFor(u"p1"_s);
    QVERIFY(m_account->others().isEmpty());
    QCoro::waitFor(m_account->switchTo(strange));
    QCOMPARE(patient(), u"p1"_s);
    // And the other way round.
    const QString own = m_account->accountHash();
    m_server->setPerson({subject, fhirUser, u"p9"_s});
    signIn();
    QVERIFY(m_account->others().isEmpty());
    QCoro::waitFor(m_account->switchTo(own));
    QCOMPARE(patient(), u"p9"_s);
}

void TestAccountOthers::thePinOfTheOtherIsAsked()
{
    beFor(u"p1"_s);
    setPin();
    beFor(u"p2"_s);
    QVERIFY(m_account->others().constFirst().hasPin);
    QCOMPARE(m_account->others().constFirst().patientName, u"Name-p1"_s);
    const QString second = m_account->accountHash();
    goToOther();
    QCOMPARE(m_account->state(), State::Locked);
    QVERIFY(!m_account->records() && !m_account->sync() && !m_account->identity());
    QVERIFY(m_account->others().isEmpty());
    unlock("111111");
    QCOMPARE(m_account->state(), State::Locked);
    m_clock.advance(1min);
    unlock();
    QCOMPARE(m_account->state(), State::Active);
    QCOMPARE(patient(), u"p1"_s);
    QCOMPARE(otherHash(), second);
    goToOther();
    QCOMPARE(patient(), u"p2"_s);
    QCOMPARE(m_account->others().constFirst().patientName, u"Name-p1"_s); // it was known before
}

void TestAccountOthers::alsoWhileItsRefreshGoesOn()
{
    beFor(u"p2"_s);
    beFor(u"p1"_s);
    setPin();
    m_account->lock();
    FakeReply late = FakeReply::json("{}", 503);
    late.delay = 1500ms;
    m_server->route("POST", u"/auth/token"_s, late);
    const qsizetype asked = m_server->requestsTo(u"/auth/token"_s).size();
    unlock();
    QTRY_VERIFY(m_server->requestsTo(u"/auth/token"_s).size() > asked);
    QSignalSpy left(m_account.get(), &Account::left);
    goToOther();
    QCOMPARE(left.size(), 1);
    QCOMPARE(patient(), u"p2"_s);
    goToOther();
    QCOMPARE(m_account->state(), State::Locked); // and not "the key is not there"
    unlock();
    QCOMPARE(m_account->state(), State::Active);
    QCOMPARE(patient(), u"p1"_s);
}

/// From one to the next before either has its answer: each answer holds the only token of its account that is still good.
void TestAccountOthers::eachOfSeveralRefreshesGoesOn()
{
    const QString token = u"/auth/token"_s;
    beFor(u"p3"_s);
    const QString third = m_account->accountHash();
    beFor(u"p2"_s);
    const QString second = m_account->accountHash();
    beFor(u"p1"_s);
    const QString first = m_account->accountHash();
    const auto goTo = [this](const QString &hash) {
        QCoro::waitFor(m_account->switchTo(hash));
        QCOMPARE(m_account->accountHash(), hash);
    };
    m_server->route("POST", token, FakeReply::json("{}", 503));
    for (const QString &hash : {second, third, second}) { // who was there before is who can be gone to
        goTo(hash);
        QTRY_VERIFY(m_account->sync()->state() != SyncEngine::State::Running);
    }
    open();
    m_account->settle();
    QTRY_VERIFY(m_account->sync()->state() != SyncEngine::State::Running);
    m_server->route("POST", token, [](const FakeRequest &request) {
        FakeReply late = FakeReply::json(R"({"access_token":"a","token_type":"Bearer","expires_in":300,"refresh_token":"after-)"
                                         + request.formItem(u"refresh_token"_s).toUtf8() + "\"}");
        late.delay = 1500ms;
        return late;
    });
    qsizetype asked = m_server->requestsTo(token).size();
    for (const QString &hash : {first, second, third}) {
        goTo(hash);
        QTRY_VERIFY(m_server->requestsTo(token).size() > asked);
        asked = m_server->requestsTo(token).size();
    }
    QTest::qWait(2500);
    m_server->route("POST", token, FakeReply::json("{}", 503));
    for (const QString &hash : {second, first}) {
        goTo(hash);
        const auto kept = [this] {
            const auto credentials = m_account->records()->store().credentials();
            return credentials && *credentials ? (*credentials)->refreshToken : QString();
        };
        QTRY_VERIFY2(kept().startsWith(u"after-"), qPrintable(patient()));
    }
}

void TestAccountOthers::anErasedOneIsNotOffered()
{
    beFor(u"p1"_s);
    beFor(u"p2"_s);
    goToOther();
    QCOMPARE(patient(), u"p1"_s);
    QCoro::waitFor(m_account->signOut(Account::Leaving::Erase));
    beFor(u"p2"_s);
    QVERIFY(m_account->others().isEmpty());
}

/// "Sign again" gives the same login a second permission of the same patient: each says until when, as the clinic says it now.
void TestAccountOthers::twoOfOnePatientTellUntilWhen()
{
    const QDate today = m_clock.nowUtc().toTimeZone(m_clock.localZone()).date();
    const auto setEnds = [&](const QDate &older, const QDate &newer) {
        const auto person = [](const QString &id, const QDate &until) {
            return QJsonObject{{u"resourceType"_s, u"RelatedPerson"_s},
                               {u"id"_s, id},
                               {u"patient"_s, QJsonObject{{u"reference"_s, u"Patient/p1"_s}, {u"display"_s, u"Name-p1 Vale"_s}}},
                               {u"period"_s, QJsonObject{{u"end"_s, until.toString(Qt::ISODate)}}}};
        };
        m_server->setRecords(u"RelatedPerson"_s, {person(u"r-old"_s, older), person(u"r-new"_s, newer)});
    };
    const auto be = [&](const QString &id) {
        m_server->setPerson({u"sub-rosa"_s, u"RelatedPerson/"_s + id, u"p1"_s});
        signIn();
        m_account->settle();
        QTRY_VERIFY(m_account->isFirstSyncDone());
        QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    };
    setEnds(today, today.addDays(60));
    be(u"r-old"_s);
    QCOMPARE(m_account->records()->sharedUntil(), today);
    // The clinic moves the end.
    setEnds(today.addDays(30), today.addDays(60));
    m_clock.setWallClock(m_clock.nowUtc().addSecs(60));
    m_server->setNow(m_clock.nowUtc());
    m_account->tryNow();
    QTRY_COMPARE(m_account->records()->sharedUntil(), today.addDays(30));
    QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);

    const QString older = m_account->accountHash();
    be(u"r-new"_s);
    QCOMPARE(otherHash(), older);
    QCOMPARE(m_account->others().constFirst().until, today.addDays(30));
    QVERIFY(m_account->others().constFirst().isOfSamePatient);
    // One that is over stays until somebody is in there.
    m_clock.setWallClock(m_clock.nowUtc().addDays(40));
    m_server->setNow(m_clock.nowUtc());
    open();
    m_account->settle();
    QTRY_VERIFY(m_account->isFirstSyncDone());
    QTRY_COMPARE(m_account->sync()->state(), SyncEngine::State::Idle);
    QCOMPARE(otherHash(), older);
    QCOMPARE(storeFiles().size(), 2);
}

/// Its store was kept for what is unsent, without a sign-in.
void TestAccountOthers::aSignedOutOneLeadsBack()
{
    beFor(u"p1"_s);
    beFor(u"p2"_s);
    const QString second = m_account->accountHash();
    goToOther();
    goToOther();
    QCOMPARE(patient(), u"p2"_s);
    m_server->route("POST", u"/fhir/R4/Communication"_s, FakeReply::json("{}", 503));
    QVERIFY(m_account->records()->queueConcern(u"about the second"_s, {}, m_clock.nowUtc()));
    QCoro::waitFor(m_account->signOut());
    QCOMPARE(storeFiles().size(), 2);
    beFor(u"p1"_s);
    QCOMPARE(otherHash(), second);
    QStringList seen;
    connect(m_account.get(), &Account::stateChanged, this, [&] { seen << QVariant::fromValue(m_account->state()).toString(); });
    goToOther();
    QCOMPARE(m_account->state(), State::Active);
    QCOMPARE(patient(), u"p1"_s);
    QVERIFY(!seen.contains(u"SignedOut"_s));
    QVERIFY(m_account->others().isEmpty());
    open();
    QCOMPARE(patient(), u"p1"_s);
}

void TestAccountOthers::theNextStartIsWhereThePersonWas()
{
    beFor(u"p1"_s);
    beFor(u"p2"_s);
    goToOther();
    open();
    QCOMPARE(patient(), u"p1"_s);
    QCOMPARE(m_account->others().size(), 1);
}

void TestAccountOthers::aLateAnswerMeetsNobodysStore()
{
    beFor(u"p1"_s);
    beFor(u"p2"_s);
    FakeReply late = FakeReply::json(R"({"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"CareTeam",
        "id":"late","status":"active","subject":{"reference":"Patient/p2"}}}]})");
    late.delay = 600ms;
    const qsizetype asked = m_server->requestsTo(u"/fhir/R4/CareTeam"_s).size();
    m_server->route("GET", u"/fhir/R4/CareTeam"_s, late);
    m_clock.setWallClock(m_clock.nowUtc().addSecs(3600));
    m_account->refreshIfOlderThan(1min);
    QTRY_VERIFY(m_server->requestsTo(u"/fhir/R4/CareTeam"_s).size() > asked);
    // The server here knows one sign-in at a time, and would end the first's.
    m_server->route("POST", u"/auth/token"_s, FakeReply::json("{}", 503));
    goToOther();
    QCOMPARE(patient(), u"p1"_s);
    QTest::qWait(900);
    const auto kept = m_account->records()->store().record(u"CareTeam"_s, u"late"_s);
    QVERIFY(kept && !*kept);
}

/// What the person wrote and the clinic did not hear stays sealed; what was shared is gone from the file.
void TestAccountOthers::aConcernOutlivesTheSharing()
{
    beFor(u"p1"_s);
    m_server->route("POST", u"/fhir/R4/Communication"_s, FakeReply::json("{}", 503));
    const Result<QString> said = m_account->records()->queueConcern(u"She did not come home"_s, {}, m_clock.nowUtc());
    QVERIFY(said);
    QSignalSpy erased(m_account.get(), &Account::erased);
    m_server->endSharing();
    m_clock.setWallClock(m_clock.nowUtc().addSecs(3600));
    m_account->refreshIfOlderThan(1min);
    QTRY_COMPARE(m_account->state(), State::Revoked);
    QVERIFY(!m_account->records());
    QVERIFY(m_account->problem()->isUnsent); // the page says so
    QVERIFY(erased.isEmpty());               // and the way to send it stays known
    QCOMPARE(storeFiles().size(), 1);
    QVERIFY(!AccountFiles(accounts()).lastAccount());
    m_server->setPerson({u"sub-rosa"_s, u"RelatedPerson/r-p1"_s, u"p1"_s});
    signIn();
    QVERIFY(idsOf(u"Appointment"_s).isEmpty() && idsOf(u"RelatedPerson"_s).isEmpty());
    QCOMPARE(unsent(), 1);
    QCOMPARE(m_account->records()->concerns().constFirst().identifier, *said);
}

/// Without a keychain it can't be kept for a later sign-in, and then nobody may believe that it is.
void TestAccountOthers::aConcernInMemoryAloneIsSaidToBeGone()
{
    m_secrets->setMode(FakeSecretStore::Mode::Missing);
    beFor(u"p1"_s);
    QVERIFY(m_account->isSessionOnly());
    m_server->route("POST", u"/fhir/R4/Communication"_s, FakeReply::json("{}", 503));
    QVERIFY(m_account->records()->queueConcern(u"She did not come home"_s, {}, m_clock.nowUtc()));
    QSignalSpy erased(m_account.get(), &Account::erased); // there was nothing to erase
    m_server->endSharing();
    m_clock.setWallClock(m_clock.nowUtc().addSecs(3600));
    m_account->refreshIfOlderThan(1min);
    QTRY_COMPARE(m_account->state(), State::Revoked);
    QVERIFY(!m_account->problem()->isUnsent);
    QVERIFY(m_account->isUnsentGone());
    QVERIFY(erased.isEmpty());
}

void TestAccountOthers::nothingElseDoes_data()
{
    QTest::addColumn<QStringList>("patients");
    QTest::newRow("the only account") << QStringList{u"p1"_s};
    QTest::newRow("beside another patient's") << QStringList{u"p2"_s, u"p1"_s};
}

/// Which clinic it was goes only when nobody here needs to know it any more (erased()).
void TestAccountOthers::nothingElseDoes()
{
    QFETCH(const QStringList, patients);
    for (const QString &each : patients)
        beFor(each);
    QSignalSpy erased(m_account.get(), &Account::erased);
    m_server->endSharing();
    m_clock.setWallClock(m_clock.nowUtc().addSecs(3600));
    m_account->refreshIfOlderThan(1min);
    QTRY_COMPARE(m_account->state(), State::Revoked);
    QVERIFY(!m_account->problem()->isUnsent);
    QVERIFY(!m_account->isUnsentGone());
    QTRY_COMPARE(erased.size(), 1);
    QCOMPARE(erased.constFirst().constFirst().toBool(), patients.size() == 1);
    QCOMPARE(storeFiles().size(), patients.size() - 1);
}

QTEST_GUILESS_MAIN(TestAccountOthers)
#include "tst_account_others.moc"
