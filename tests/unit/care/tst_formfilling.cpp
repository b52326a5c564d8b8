// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "care/FormFilling.h"
#include "core/Ids.h"
#include "fakes/FakeClock.h"
#include "fhir/Read.h"

#include <QTest>

using namespace handrail;
using Resumed = FormFilling::Resumed;

namespace {

/// A weekly form as a clinic serves it: two questions, more when they add up, one that is required. Written with ' for ", and with % for
/// what each question has of its own.
Form weekly(const QByteArray &version = "1")
{
    const auto choice = [](const QByteArray &linkId, const QByteArray &rest) -> QByteArray {
        QByteArray options;
        for (const char *weight : {"0", "1", "2", "3"})
            options +=
                QByteArray("{'extension':[{'url':'http:\\/\\/hl7.org/fhir/StructureDefinition/ordinalValue','valueDecimal':%}],"
                           "'valueCoding':{'system':'s','code':'w%'}},")
                    .replace('%', weight);
        return "{'linkId':'" + linkId + "','type':'choice','answerOption':[" + options.chopped(1) + ']' + rest + "},";
    };
    const QByteArray score =
        "{'linkId':'two','type':'integer','readOnly':true,'extension':[{'url':'http:\\/\\/hl7.org/fhir/uv/sdc/"
        "StructureDefinition/sdc-questionnaire-calculatedExpression','valueExpression':{'language':'text/fhirpath',"
        "'expression':'%resource.item.where(linkId=^q1^ or linkId=^q2^).answer.value.ordinal().sum()'}}]},";
    const QByteArray more = ",'enableWhen':[{'question':'two','operator':'>=','answerInteger':3}]";
    QByteArray json = "{'resourceType':'Questionnaire','id':'w','url':'https://x.example/weekly','version':'" + version
        + "','status':'active','item':[" + choice("q1", {}) + choice("q2", {}) + score + choice("44260-8", more)
        + "{'linkId':'name','type':'string','required':true},{'linkId':'days','type':'integer','extension':[{'url':"
          "'http:\\/\\/hl7.org/fhir/StructureDefinition/maxValue','valueInteger':7}]}]}";
    return fhir::readQuestionnaire(json.replace('\'', '"').replace('^', '\'')).value();
}

QString qs(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class TestFormFilling final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Records> m_records;
    FakeClock m_clock{QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())};

private Q_SLOTS:
    void init()
    {
        m_clock = FakeClock{QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())};
        m_store = Store::inMemory().value();
        Identity identity;
        identity.patientId = QStringLiteral("p1");
        m_records = std::make_unique<Records>(*m_store, identity);
    }

    // What goes ahead may not be refused for its neighbours, nor say what was taken back by another answer.
    void soundAnswersAreWhatTheClinicCanTake()
    {
        FormFilling filling(*m_records, m_clock, weekly());
        filling.setAnswer(qs("q1"), qs("w2"));
        filling.setAnswer(qs("q2"), qs("w2"));
        filling.take(qs("44260-8"), qs("w1"));
        filling.setAnswer(qs("days"), 500);
        QCOMPARE(filling.answers().value(qs("days")).toInt(), 500);
        QCOMPARE(filling.soundAnswers().keys(), QStringList({qs("44260-8"), qs("q1"), qs("q2"), qs("two")}));
        filling.setAnswer(qs("q1"), qs("w0"));
        QVERIFY(filling.answers().contains(qs("44260-8")));
        QVERIFY(!filling.soundAnswers().contains(qs("44260-8")));
    }

    void whatIsTakenIsInTheDraftWhenThatIsSaved()
    {
        {
            FormFilling filling(*m_records, m_clock, weekly());
            QCOMPARE(filling.take(qs("q1"), qs("w2")), Validity::Fine);
            QCOMPARE(FormFilling(*m_records, m_clock, weekly()).resume(), Resumed::Nothing);
            filling.saveDraft();
        }
        FormFilling again(*m_records, m_clock, weekly());
        QCOMPARE(again.resume(), Resumed::AsLeft);
        QCOMPARE(again.answers().value(qs("q1")).toString(), qs("w2"));
    }

    void whatWasTypedAndIsNoAnswerYetIsKeptBesideTheAnswer()
    {
        const QVariantMap typed{{qs("lines"), QVariantList{qs("12a")}}};
        {
            FormFilling filling(*m_records, m_clock, weekly());
            filling.setAnswer(qs("name"), qs("Maya"));
            filling.keepTyped(qs("name"), typed);
            filling.keepTyped(qs("gone"), typed);
            filling.saveDraft();
        }
        FormFilling again(*m_records, m_clock, weekly());
        QCOMPARE(again.resume(), Resumed::SomeLeftOut);
        QCOMPARE(again.typed(qs("name")), typed);
        QCOMPARE(again.answers().value(qs("name")).toString(), qs("Maya"));
        QCOMPARE(again.problems(), std::vector<int>{again.state().indexOf(qs("name"))});
        QVERIFY(!again.finish());
        again.setAnswer(qs("name"), qs("Ann"));
        QVERIFY(again.typed(qs("name")).isEmpty());
        QVERIFY(again.finish());
    }

    void itIsResumedAfterDays()
    {
        {
            FormFilling filling(*m_records, m_clock, weekly());
            QCOMPARE(filling.resume(), Resumed::Nothing);
            QCOMPARE(filling.stepCount(), 4);
            filling.setAnswer(qs("q1"), qs("w2"));
            filling.next();
            filling.setAnswer(qs("q2"), qs("w1"));
            QCOMPARE(filling.stepCount(), 5); // it grew
            filling.next();
        }
        m_clock.advance(std::chrono::hours(29 * 24));
        FormFilling again(*m_records, m_clock, weekly());
        QCOMPARE(again.resume(), Resumed::AsLeft);
        QCOMPARE(again.step(), 2);
        QCOMPARE(again.lead().linkId, qs("44260-8"));
        QCOMPARE(again.state().submitted().value(qs("two")).toDouble(), 3.0);
        again.setAnswer(qs("44260-8"), qs("w1"));
        QCOMPARE(again.safety(), SafetyAnswer::Positive);
        m_clock.advance(std::chrono::hours(31 * 24));
        QVERIFY(again.isTooOld());
        FormFilling late(*m_records, m_clock, weekly());
        QCOMPARE(late.resume(), Resumed::PutAside);
        QVERIFY(late.isOldDraftPutAside());
        QVERIFY(late.answers().isEmpty());
    }

    void aFormThatTheClinicChanged()
    {
        {
            FormFilling filling(*m_records, m_clock, weekly());
            filling.setAnswer(qs("q1"), qs("w2"));
            filling.setAnswer(qs("name"), qs("Sam"));
            filling.setAnswer(qs("days"), 5.0);
        }
        FormFilling same(*m_records, m_clock, weekly("2"));
        QCOMPARE(same.resume(), Resumed::FormChanged);
        QCOMPARE(same.answers().size(), 3);

        Form changed = weekly("2");
        changed.items.removeLast();           // no question about days any more
        changed.items[0].options.removeAt(2); // nor the answer that was chosen
        FormFilling less(*m_records, m_clock, changed);
        QCOMPARE(less.resume(), Resumed::SomeLeftOut);
        QCOMPARE(less.answers().keys(), QStringList{qs("name")});
        // Looking at it loses nothing: the clinic may change it back.
        FormFilling back(*m_records, m_clock, weekly());
        QCOMPARE(back.resume(), Resumed::AsLeft);
        QCOMPARE(back.answers().size(), 3);
    }

    void whatDoesNotFitIsKeptAndNotSent()
    {
        FormFilling filling(*m_records, m_clock, weekly());
        QCOMPARE(filling.setAnswer(qs("days"), 9.0), Validity::TooLarge);
        QCOMPARE(filling.setAnswer(qs("q1"), qs("w9")), Validity::NotOffered);
        FormFilling again(*m_records, m_clock, weekly());
        QCOMPARE(again.resume(), Resumed::AsLeft);
        QCOMPARE(again.answers().value(qs("days")).toDouble(), 9.0);
        QCOMPARE(again.finish().error().kind, ProblemKind::Rejected);
        again.setAnswer(qs("days"), 7.0);
        QCOMPARE(again.finish().error().kind, ProblemKind::Rejected); // the name is required
        QCOMPARE(m_records->unsentCount(), 0);
        again.setAnswer(qs("name"), qs("Sam"));
        QVERIFY(again.finish());
        QCOMPARE(m_records->unsentCount(), 1);
        FormFilling next(*m_records, m_clock, weekly());
        QCOMPARE(next.resume(), Resumed::Nothing);
    }

    /// Killed between the outbox and the removal of the draft, it is finished again under the same identifier.
    void theIdentifierStays()
    {
        QString first;
        {
            FormFilling filling(*m_records, m_clock, weekly());
            filling.setAnswer(qs("name"), qs("Sam"));
            const QByteArray draft = m_store->value(qs("draft/https://x.example/weekly")).value().value();
            first = filling.finish()->identifier;
            QVERIFY(m_store->setValue(qs("draft/https://x.example/weekly"), draft));
        }
        FormFilling again(*m_records, m_clock, weekly());
        QCOMPARE(again.resume(), Resumed::AsLeft);
        QCOMPARE(again.finish()->identifier, first);
        QCOMPARE(m_records->unsentCount(), 1);
        FormFilling other(*m_records, m_clock, weekly());
        other.setAnswer(qs("name"), qs("Sam"));
        QVERIFY(other.finish()->identifier != first);
        FillingRule given;
        given.identifier = qs("urn:uuid:5e9f0a8e-8f4e-4c58-9a6d-0d4b5d1f0a01");
        FormFilling assigned(*m_records, m_clock, weekly(), given);
        assigned.setAnswer(qs("name"), qs("Sam"));
        QCOMPARE(assigned.finish()->identifier, given.identifier);
    }

    void aSlotHasADraftOfItsOwn()
    {
        FillingRule first;
        first.slot = qs("amend/1");
        FillingRule second;
        second.slot = qs("amend/2");
        FormFilling one(*m_records, m_clock, weekly(), first);
        one.setAnswer(qs("name"), qs("Sam"));
        FormFilling two(*m_records, m_clock, weekly(), second);
        QCOMPARE(two.resume(), Resumed::Nothing);
        FormFilling again(*m_records, m_clock, weekly(), first);
        QCOMPARE(again.resume(), Resumed::AsLeft);
    }

    void aDraftOutlivesItsAsking_data()
    {
        QTest::addColumn<QStringList>("names"); // under which drafts lay once, the one that was left last at the end
        QTest::newRow("as it lies now") << QStringList();
        QTest::newRow("the usual rhythm") << QStringList{qs("rhythm/https://x.example/weekly/2026-11-16")};
        QTest::newRow("the plan, two of them")
            << QStringList{qs("plan/https://x.example/weekly/2026-11-09"), qs("plan/https://x.example/weekly/2026-11-16")};
        QTest::newRow("tasks") << QStringList{qs("task/1"), qs("task/2")};
    }

    /// Begun for one week it is finished in the next, under that one's identifier (design api 3.2), and for no other.
    void aDraftOutlivesItsAsking()
    {
        QFETCH(QStringList, names);
        FillingRule week;
        week.outlivesItsAsking = true;
        week.identifier = urn(scheduledId(qs("p1"), weekly().url, QDate(2026, 11, 16), qs("rhythm")));
        FillingRule next = week;
        next.identifier = urn(scheduledId(qs("p1"), weekly().url, QDate(2026, 11, 23), qs("rhythm")));
        FillingRule third = week;
        third.identifier = urn(scheduledId(qs("p1"), weekly().url, QDate(2026, 11, 30), qs("rhythm")));
        const QString name = qs("draft/https://x.example/weekly");
        const auto begin = [&](const QString &who) {
            FormFilling filling(*m_records, m_clock, weekly(), week);
            filling.setAnswer(qs("name"), who);
            m_clock.advance(std::chrono::minutes(1));
            return m_store->value(name)->value();
        };
        for (const QString &old : std::as_const(names)) {
            QVERIFY(m_store->setValue(QString(name + u'#' + old), begin(old == names.constLast() ? qs("Sam") : qs("Ann"))));
            QVERIFY(m_store->removeValue(name));
        }
        QByteArray draft = names.isEmpty() ? begin(qs("Sam")) : m_store->value(QString(name + u'#' + names.constLast()))->value();
        QVERIFY(m_store->setValue(QString(name + qs("#amend/urn:uuid:1")), draft)); // not of an asking
        m_clock.advance(std::chrono::hours(24 * 6));
        {
            FormFilling filling(*m_records, m_clock, weekly(), next);
            QCOMPARE(filling.resume(), Resumed::AsLeft);
            QCOMPARE(filling.leftForEarlier().date(), QDate(2026, 11, 18));
            QCOMPARE(filling.answers().value(qs("name")).toString(), qs("Sam"));
            const auto completed = filling.finish();
            QVERIFY(completed);
            QCOMPARE(completed->identifier, next.identifier);
        }
        QVERIFY(m_store->value(QString(name + qs("#amend/urn:uuid:1")))->has_value());
        // However it was left behind, it answers for no other week.
        QVERIFY(m_store->setValue(name, draft));
        QCOMPARE(FormFilling(*m_records, m_clock, weekly(), third).resume(), Resumed::Answered);
        QVERIFY(!m_store->value(name)->has_value());
        for (const QString &old : std::as_const(names)) {
            QVERIFY(m_store->setValue(QString(name + u'#' + old), draft));
            QCOMPARE(FormFilling(*m_records, m_clock, weekly(), third).resume(), Resumed::Answered);
        }
        // What is begun after it is a draft as any other, and of no earlier week.
        m_clock.advance(std::chrono::minutes(1));
        FormFilling(*m_records, m_clock, weekly(), third).setAnswer(qs("name"), qs("Kim"));
        FormFilling again(*m_records, m_clock, weekly(), third);
        QCOMPARE(again.resume(), Resumed::AsLeft);
        QVERIFY(!again.leftForEarlier().isValid());
        // Nobody asks any more: it is sent as its own, not as that week's.
        FillingRule own;
        own.outlivesItsAsking = true;
        FormFilling unasked(*m_records, m_clock, weekly(), own);
        QCOMPARE(unasked.resume(), Resumed::AsLeft);
        const auto free = unasked.finish();
        QVERIFY(free && free->identifier != third.identifier);
    }

    void aPositiveSafetyAnswerGoesFirst()
    {
        FormFilling filling(*m_records, m_clock, weekly());
        filling.setAnswer(qs("name"), qs("Sam"));
        filling.setAnswer(qs("q1"), qs("w3"));
        filling.setAnswer(qs("q2"), qs("w0"));
        filling.setAnswer(qs("44260-8"), qs("w1"));
        QVERIFY(filling.finish());
        QCOMPARE(m_store->outbox().unsent()->first().priority, 0);
    }

    void goingBackAndForthLosesNothing()
    {
        FormFilling filling(*m_records, m_clock, weekly());
        QVERIFY(!filling.back());
        filling.setAnswer(qs("q1"), qs("w1"));
        QVERIFY(filling.next());
        filling.setAnswer(qs("q2"), qs("w2"));
        QVERIFY(filling.goTo(4));
        QVERIFY(!filling.goTo(5) && !filling.goTo(-1));
        QVERIFY(filling.back() && filling.back());
        QCOMPARE(filling.lead().linkId, qs("44260-8"));
        filling.setAnswer(qs("q2"), qs("w0")); // the page under the person's feet goes
        QCOMPARE(filling.stepCount(), 4);
        QCOMPARE(filling.lead().linkId, qs("name"));
        QVERIFY(filling.goTo(0));
        filling.skip();
        QVERIFY(!filling.answers().contains(qs("q1")));
        QCOMPARE(filling.step(), 1);
    }

    void aFormWithNothingToShow()
    {
        Form empty = weekly();
        empty.items.clear();
        FormFilling filling(*m_records, m_clock, empty);
        QCOMPARE(filling.stepCount(), 0);
        QVERIFY(filling.page().keys.isEmpty());
        QVERIFY(!filling.next());
        filling.skip();
        QVERIFY(filling.lead().linkId.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFormFilling)
#include "tst_formfilling.moc"
