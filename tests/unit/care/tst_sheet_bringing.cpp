// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/SheetBringing.h"
#include "care/SheetFilling.h"
#include "core/Ids.h"
#include "fakes/DamagedStore.h"
#include "fakes/FakeClock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

const QDateTime evening(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc());

SkillText thoughtCheck()
{
    SkillText skill;
    skill.id = u"thought-check"_s;
    skill.title = u"Thought check"_s;
    skill.language = u"en"_s;
    WorksheetField happened;
    happened.id = u"happened"_s;
    happened.label = u"HAPPENED"_s;
    skill.exercise = WorksheetExercise{{happened}, happened.id};
    return skill;
}

SheetAnswer said(const char *id, const QStringList &words)
{
    SheetAnswer answer;
    answer.id = QString::fromLatin1(id);
    answer.words = words;
    return answer;
}

SheetWords words(const OwnSheet &sheet)
{
    SheetWords words{sheet.title, {}};
    for (const SheetAnswer &answer : sheet.answers) {
        if (!answer.isBlank())
            words.parts << answer.label + u'\n' + answer.words.join(u'\n');
    }
    return words;
}

} // namespace

/// A sheet is brought to a session only as its person says, and what is said of its way is true.
class TestSheetBringing final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Records> m_records;
    FakeClock m_clock{evening};

    SheetFilling filling() { return SheetFilling(*m_records, m_clock, thoughtCheck()); }
    Bringing bringing() { return Bringing(*m_records, m_clock, words); }

    QString written(const QString &happened)
    {
        SheetFilling one = filling();
        one.beginAnew();
        [&] { QVERIFY(one.setAnswer(said("happened", {happened}))); }();
        return one.sheet().id;
    }

    void oneOnOne(const char *id, int days)
    {
        const QByteArray json =
            QStringLiteral(R"({"resourceType":"Appointment","id":"%1","status":"booked","description":"One-on-one",
            "serviceType":[{"coding":[{"system":"%3","code":"individual"}]}],
            "start":"%2T22:00:00Z","end":"%2T23:00:00Z",
            "participant":[{"status":"accepted","actor":{"reference":"Patient/maya"}}]})")
                .arg(QLatin1String(id), evening.date().addDays(days).toString(Qt::ISODate), canonical(u"CodeSystem/session-kind"))
                .toUtf8();
        QVERIFY(m_store->putRecords(
            {{u"Appointment"_s, QString::fromLatin1(id), u"1"_s, evening, evening.date().addDays(days), json}}));
    }

    OutboxItem item(const QString &sheet)
    {
        return m_store->outbox().find((*ownSheet(*m_records, sheet))->bringing.identifier).value().value_or(OutboxItem());
    }
    BringFacts facts(const QString &sheet) { return bringing().facts(**ownSheet(*m_records, sheet)); }

    void set(const QString &sheet, OutboxState state)
    {
        OutboxItem changed = item(sheet);
        changed.state = state;
        changed.attempts = 1;
        changed.doneAt = state == OutboxState::Done ? m_clock.nowUtc() : QDateTime();
        QVERIFY(m_store->outbox().update(changed));
    }

private Q_SLOTS:
    void init()
    {
        m_clock = FakeClock(evening);
        m_store = Store::inMemory().value();
        Identity identity;
        identity.patientId = u"maya"_s;
        m_records = std::make_unique<Records>(*m_store, identity);
    }

    void withoutAnOneOnOneItWaits()
    {
        const QString id = written(u"Party"_s);
        QCOMPARE(facts(id).state, BringState::Off);
        QVERIFY(bringing().setOn(id, true));
        QCOMPARE(facts(id).state, BringState::NoSession);
        QCOMPARE(m_records->unsentCount(), 0);
        oneOnOne("later", 3);
        oneOnOne("sooner", 2);
        QVERIFY(bringing().settle());
        QCOMPARE(facts(id).state, BringState::Held);
        QCOMPARE(facts(id).session->id, u"sooner"_s);
        QCOMPARE(m_records->unsentCount(), 1);
    }

    void whatWaitsForASessionTakesNothingAlongThatIsWrittenLater()
    {
        SheetFilling one = filling();
        one.begin();
        QVERIFY(one.setAnswer(said("happened", {u"Party"_s})));
        const QString id = one.sheet().id;
        QVERIFY(bringing().setOn(id, true));
        QVERIFY(one.setAnswer(said("happened", {u"Party, and what I tell nobody"_s})) && bringing().follow(id));
        QCOMPARE(facts(id).state, BringState::NoSessionOther);
        oneOnOne("later", 3);
        QVERIFY(bringing().settle());
        QVERIFY(item(id).payload.contains("Party") && !item(id).payload.contains("nobody"));
        // Nor while it is held, with the sheet open.
        QVERIFY(one.setAnswer(said("happened", {u"Party, and nobody knows"_s})) && bringing().follow(id));
        QVERIFY(!item(id).payload.contains("nobody"));
        set(id, OutboxState::Done);
        QVERIFY(bringing().settle());
        QCOMPARE(facts(id).state, BringState::SentOther);
        QVERIFY((*ownSheet(*m_records, id))->bringing.waiting.isEmpty());
        QVERIFY(bringing().bringAsItIs(id));
        QVERIFY(item(id).payload.contains("nobody knows"));
    }

    void whatWaitsForASessionCanBeBroughtAsItIs()
    {
        SheetFilling one = filling();
        one.begin();
        QVERIFY(one.setAnswer(said("happened", {u"Party"_s})));
        const QString id = one.sheet().id;
        QVERIFY(bringing().setOn(id, true));
        QVERIFY(one.setAnswer(said("happened", {u"Payday"_s})) && bringing().bringAsItIs(id));
        QCOMPARE(facts(id).state, BringState::NoSession);
        oneOnOne("later", 3);
        QVERIFY(bringing().settle());
        QVERIFY(item(id).payload.contains("Payday"));
    }

    void anotherLanguageChangesNothing()
    {
        oneOnOne("a", 1);
        const QString id = written(u"Party"_s);
        QVERIFY(bringing().setOn(id, true));
        Bringing other(*m_records, m_clock, [](const OwnSheet &) { return SheetWords{u"Otra"_s, {u"Otras palabras"_s}}; });
        QVERIFY(other.follow(id));
        QVERIFY(item(id).payload.contains("Party"));
        set(id, OutboxState::Done);
        QCOMPARE(other.facts(**ownSheet(*m_records, id)).state, BringState::Sent);
    }

    void sessionsThatCannotBeReadAreNotNone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.db"_s);
        const StoreKey key = StoreKey::generate();
        Identity identity;
        identity.patientId = u"maya"_s;
        m_store = Store::create(path, key).value();
        m_records = std::make_unique<Records>(*m_store, identity);
        const QString id = written(u"Party"_s);
        m_records.reset();
        m_store.reset();
        {
            DamagedStore file(path);
            QVERIFY(file.drop(u"record"_s));
        }
        m_store = Store::open(path, key).value();
        m_records = std::make_unique<Records>(*m_store, identity);
        QVERIFY(!bringing().setOn(id, true));
        QCOMPARE(facts(id).state, BringState::Off);
    }

    void onAndOffAgainLeavesNothingBehind()
    {
        oneOnOne("a", 1);
        const QString id = written(u"Party"_s);
        QVERIFY(bringing().setOn(id, true));
        const OutboxItem queued = item(id);
        QCOMPARE(queued.state, OutboxState::Queued);
        QCOMPARE(queued.retryAt, evening.addSecs(10)); // a second thought
        const QJsonObject message = QJsonDocument::fromJson(queued.payload).object();
        QCOMPARE(message.value(u"about").toArray().at(0).toObject().value(u"reference").toString(), u"Appointment/a"_s);
        QCOMPARE(message.value(u"payload").toArray().at(0).toObject().value(u"contentString").toString(), u"HAPPENED\nParty"_s);
        QVERIFY(bringing().setOn(id, false));
        QCOMPARE(m_records->unsentCount(), 0);
        QVERIFY(m_store->outbox().all().value().isEmpty());
        QCOMPARE(facts(id).state, BringState::Off);
        QVERIFY(sheetsUnderWay(*m_records).value().isEmpty());
    }

    void whatWaitsFollowsTheSheetAndWhatWasSentDoesNot()
    {
        oneOnOne("a", 1);
        SheetFilling one = filling();
        one.begin();
        QVERIFY(one.setAnswer(said("happened", {u"Party"_s})));
        const QString id = one.sheet().id;
        QVERIFY(bringing().setOn(id, true));
        const QString identifier = item(id).identifier;
        QVERIFY(one.setAnswer(said("happened", {u"Party at ten"_s})) && bringing().follow(id));
        QVERIFY(item(id).payload.contains("Party at ten"));
        QCOMPARE(item(id).identifier, identifier);
        QCOMPARE(m_records->unsentCount(), 1);

        OutboxItem tried = item(id); // with no network, or a token that is not taken, after a try of which nobody knows
        tried.attempts = 2;
        tried.mayHaveLeft = true;
        for (const OutboxState later : {OutboxState::Queued, OutboxState::NeedsAuth}) {
            tried.state = later;
            QVERIFY(m_store->outbox().update(tried));
            QCOMPARE(facts(id).state, BringState::Unsure);
            QCOMPARE(bringing().setOn(id, false).error().kind, ProblemKind::Conflict);
        }
        set(id, OutboxState::Sending);
        QCOMPARE(facts(id).state, BringState::Unsure);
        QCOMPARE(bringing().setOn(id, false).error().kind, ProblemKind::Conflict);
        QVERIFY(one.setAnswer(said("happened", {u"Party at nine"_s})) && bringing().follow(id));
        QVERIFY(item(id).payload.contains("at ten"));
        QCOMPARE(one.sheet().bringing.identifier, identifier); // an open sheet forgets nothing of it

        set(id, OutboxState::Done);
        QCOMPARE(facts(id).state, BringState::SentOther);
        QVERIFY(bringing().settle());
        QVERIFY(sheetsUnderWay(*m_records).value().isEmpty());
        QVERIFY(m_store->outbox().removeDone(evening.addDays(90)));
        QCOMPARE(facts(id).state, BringState::SentOther); // also when the outbox forgot it
        QVERIFY(one.setAnswer(said("happened", {u"Party at ten"_s})));
        QCOMPARE(facts(id).state, BringState::Sent);
        QCOMPARE(bringing().bringAsItIs(id).error().kind, ProblemKind::Conflict);
        QVERIFY(one.setAnswer(said("happened", {u"No party"_s})) && bringing().bringAsItIs(id));
        QVERIFY(item(id).identifier != identifier);
        QCOMPARE(facts(id).state, BringState::Held);
    }

    void refusedOrTakenOutIsSaid()
    {
        oneOnOne("a", 1);
        const QString id = written(u"Party"_s);
        QVERIFY(bringing().setOn(id, true));
        set(id, OutboxState::Rejected);
        QCOMPARE(facts(id).state, BringState::Refused);
        QVERIFY(facts(id).canSwitch());
        QVERIFY(m_store->outbox().forget(item(id).sequence)); // on the page of what waits
        QCOMPARE(facts(id).state, BringState::TakenOut);
        QVERIFY(bringing().setOn(id, true));
        QCOMPARE(facts(id).state, BringState::Held);
        QVERIFY(bringing().setOn(id, false));
        QCOMPARE(facts(id).state, BringState::Off);
    }

    void aBlankSheetIsNotBrought()
    {
        oneOnOne("a", 1);
        SheetFilling one = filling();
        one.begin();
        QVERIFY(one.setAnswer(said("happened", {u"x"_s})));
        QVERIFY(bringing().setOn(one.sheet().id, true));
        QVERIFY(one.setAnswer(said("happened", {QString()})) && bringing().follow(one.sheet().id));
        QCOMPARE(facts(one.sheet().id).state, BringState::Off);
        QCOMPARE(m_records->unsentCount(), 0);
        QCOMPARE(bringing().setOn(one.sheet().id, true).error().kind, ProblemKind::BadData);
    }
};

QTEST_GUILESS_MAIN(TestSheetBringing)
#include "tst_sheet_bringing.moc"
