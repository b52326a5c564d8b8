// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Fixture.h"

#include "fhir/Bundle.h"
#include "fhir/Read.h"
#include "fhir/Write.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

using namespace handrail;
using namespace handrail::fhir;

namespace {

CompletedForm checkin()
{
    CompletedForm completed;
    completed.identifier = QStringLiteral("urn:uuid:5f0c9d3e-6a0b-5c1d-9a43-2f1e7b6c8d90");
    completed.questionnaire = QStringLiteral("https://handrail.example/fhir/Questionnaire/daily-checkin|1.0.0");
    completed.patientId = QStringLiteral("maya");
    completed.authored = QDateTime(QDate(2026, 11, 18), QTime(8, 5, 30, 250), QTimeZone("America/New_York"));
    completed.answers = {
        {QStringLiteral("mood"), QStringLiteral("okay")},
        {QStringLiteral("craving"), 3.0},
        {QStringLiteral("use"), QStringLiteral("no")},
        {QStringLiteral("sleep-hours"), 6.5},
        {QStringLiteral("halt"), QStringList{QStringLiteral("tired"), QStringLiteral("pain")}},
        {QStringLiteral("confidence"), 8.0},
        {QStringLiteral("safety"), QStringLiteral("no")},
        {QStringLiteral("note"), QStringLiteral("Slept badly.\nWalked \u00e0 pied \U0001F331 \"ok\"")},
    };
    return completed;
}

Form form()
{
    return readQuestionnaire(fixture(QStringLiteral("questionnaire-daily-checkin.json"))).value();
}

Session session()
{
    return readAppointment(fixture(QStringLiteral("appointment-group.json"))).value();
}

/// Compares with the golden file, or writes it when asked to (tests/fixtures/README.md).
bool isGolden(const QString &name, const QByteArray &json)
{
    const QByteArray pretty = QJsonDocument::fromJson(json).toJson();
    if (qEnvironmentVariableIsSet("HANDRAIL_WRITE_FIXTURES")) {
        QFile file(QStringLiteral(HANDRAIL_FIXTURES "/") + name);
        return file.open(QIODevice::WriteOnly) && file.write(pretty) == pretty.size();
    }
    return fixture(name) == pretty;
}

/// The read functions want a resource as a server gives it back: with an id.
QByteArray withId(const QByteArray &json)
{
    return QByteArray(R"({"id":"server-1",)") + json.mid(1);
}

QJsonObject itemOf(const QByteArray &json, const QString &linkId)
{
    for (const auto &item : QJsonDocument::fromJson(json).object().value(QStringLiteral("item")).toArray()) {
        if (item.toObject().value(QStringLiteral("linkId")).toString() == linkId)
            return item.toObject();
    }
    return {};
}

} // namespace

class FhirWriteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenFiles()
    {
        QVERIFY(isGolden(QStringLiteral("written-checkin.json"), writeQuestionnaireResponse(checkin(), form())));
        QVERIFY(isGolden(QStringLiteral("written-decline.json"),
                         writeRsvp(QStringLiteral("urn:uuid:0b1d6f5c-30a8-4f0e-8d7a-96b1a1f0c2d3"), session(), Coming::Declined,
                                   QStringLiteral("I have a job interview."))));
    }

    void comesBackAsItWas()
    {
        const CompletedForm sent = checkin();
        const QByteArray json = writeQuestionnaireResponse(sent, form());
        const auto read = readQuestionnaireResponse(withId(json), form());
        QVERIFY(read);
        QCOMPARE(read->identifier, sent.identifier);
        QCOMPARE(read->questionnaire, sent.questionnaire);
        QCOMPARE(read->patientId, sent.patientId);
        QCOMPARE(read->authored, sent.authored);
        QCOMPARE(read->authored.offsetFromUtc(), -5 * 3600);
        QCOMPARE(read->answers, sent.answers);
        QVERIFY(isAboutPatient(json, QStringLiteral("maya")));
        QVERIFY(hasIdentifier(json, QStringLiteral("urn:ietf:rfc:3986"), sent.identifier));
    }

    void theFormsOwnWordsAreSentWhateverWasShown()
    {
        Form shown = form();
        for (FormItem &item : shown.items) {
            item.text = QStringLiteral("¿?");
            for (Option &option : item.options)
                option.text = QStringLiteral("otra cosa");
        }
        QCOMPARE(writeQuestionnaireResponse(checkin(), shown), writeQuestionnaireResponse(checkin(), form()));
    }

    void whatWaitsHereCanBeReadToo()
    {
        QCOMPARE(readQuestionnaireResponse(writeQuestionnaireResponse(checkin(), form()), form())->answers, checkin().answers);
        QVERIFY(readAppointmentResponse(writeRsvp(QStringLiteral("urn:uuid:1"), session(), Coming::Declined, {}))->coming
                == Coming::Declined);
    }

    void sameInSameOut() { QCOMPARE(writeQuestionnaireResponse(checkin(), form()), writeQuestionnaireResponse(checkin(), form())); }

    void skippedItemsAreLeftOut()
    {
        const QByteArray json = writeQuestionnaireResponse(checkin(), form());
        QVERIFY(itemOf(json, QStringLiteral("meds")).isEmpty());
        const QJsonObject sleep = itemOf(json, QStringLiteral("sleep"));
        QCOMPARE(sleep.value(QStringLiteral("item")).toArray().size(), 1);
        CompletedForm nothing = checkin();
        nothing.answers = {{QStringLiteral("note"), QStringLiteral(" \n")}, {QStringLiteral("halt"), QStringList()}};
        const QJsonObject empty = QJsonDocument::fromJson(writeQuestionnaireResponse(nothing, form())).object();
        QVERIFY(!empty.contains(QStringLiteral("item")));
        QCOMPARE(empty.value(QStringLiteral("status")).toString(), QStringLiteral("completed"));
    }

    void choicesCarryTheirWeight()
    {
        const QByteArray json = writeQuestionnaireResponse(checkin(), form());
        const QJsonObject coding = itemOf(json, QStringLiteral("mood"))
                                       .value(QStringLiteral("answer"))
                                       .toArray()
                                       .first()
                                       .toObject()
                                       .value(QStringLiteral("valueCoding"))
                                       .toObject();
        QCOMPARE(coding.value(QStringLiteral("system")).toString(),
                 QStringLiteral("https://handrail.example/fhir/CodeSystem/mood"));
        QCOMPARE(coding.value(QStringLiteral("display")).toString(), QStringLiteral("Okay"));
        const QJsonObject weight = coding.value(QStringLiteral("extension")).toArray().first().toObject();
        QCOMPARE(weight.value(QStringLiteral("url")).toString(),
                 QStringLiteral("http://hl7.org/fhir/StructureDefinition/ordinalValue"));
        QCOMPARE(weight.value(QStringLiteral("valueDecimal")).toInt(), 2);
        QCOMPARE(itemOf(json, QStringLiteral("halt")).value(QStringLiteral("answer")).toArray().size(), 2);
    }

    /// FHIR asks for no code: an option can be words alone. It is offered, sent as it came, and read again as that option.
    void optionsWithoutACode()
    {
        const auto formOf = [](const QByteArray &item) {
            return readQuestionnaire(
                QByteArray(R"({"resourceType":"Questionnaire","id":"q","status":"active","item":[)" + item + "]}"));
        };
        const Result<Form> read = formOf(
            R"({"linkId":"x","type":"open-choice","answerOption":[{"valueCoding":{"system":"s","code":"a","display":"A"}},)"
            R"({"valueCoding":{"display":"Not that often"},"extension":[{"url":"http:\/\/hl7.org\/fhir\/StructureDefinition\/ordinalValue",)"
            R"("valueDecimal":2}]}],"initial":[{"valueCoding":{"display":"Not that often"}}]})");
        QVERIFY(read);
        const FormItem item = read->items.value(0);
        QCOMPARE(item.options.size(), 2);
        QCOMPARE(item.options.at(1).text, QStringLiteral("Not that often"));
        QCOMPARE(item.options.at(1).weight, 2.0);
        QCOMPARE(item.initial, QVariant(item.options.at(1).code));
        const Form &form = *read;
        CompletedForm said;
        said.answers = {{QStringLiteral("x"), item.options.at(1).code}};
        const QByteArray written = writeQuestionnaireResponse(said, form);
        const auto in = [](const QJsonValue &list, const char *name) { return list[0][QLatin1String(name)]; };
        const QJsonValue items = QJsonDocument::fromJson(written).object().value(QStringLiteral("item"));
        const QJsonObject coding = in(in(items, "answer"), "valueCoding").toObject();
        QCOMPARE(coding.value(QStringLiteral("display")).toString(), QStringLiteral("Not that often"));
        QVERIFY(!coding.contains(QStringLiteral("code")));
        QVERIFY(coding.contains(QStringLiteral("extension")));
        QCOMPARE(readQuestionnaireResponse(written, form).value_or(CompletedForm()).answers, said.answers);
        // What is neither a code nor words is not offered, and that is counted.
        const Form lacking = *formOf(
            R"({"linkId":"x","type":"choice","answerOption":[{"valueString":"a"},{"valueReference":{"reference":"Medication/1"}}]})");
        QCOMPARE(lacking.items.constFirst().options.size(), 1);
        QCOMPARE(lacking.itemsLackingOptions, 1);
    }

    void valueTypes()
    {
        const QByteArray json = writeQuestionnaireResponse(checkin(), form());
        const auto answer = [&](const char *linkId) {
            return itemOf(json, QLatin1String(linkId)).value(QStringLiteral("answer")).toArray().first().toObject();
        };
        QCOMPARE(answer("craving").value(QStringLiteral("valueInteger")).toInt(-1), 3);
        QVERIFY(json.contains("\"valueDecimal\":6.5"));
        QVERIFY(json.contains("\"valueInteger\":3"));
        QVERIFY(answer("note").contains(QStringLiteral("valueString")));
        QCOMPARE(answer("safety").value(QStringLiteral("valueCoding")).toObject().value(QStringLiteral("code")).toString(),
                 QStringLiteral("no"));

        FormItem flag;
        flag.linkId = QStringLiteral("b");
        flag.control = Control::YesNo;
        flag.type = ItemType::Boolean;
        Form flags;
        flags.items << flag;
        CompletedForm yes = checkin();
        yes.answers = {{QStringLiteral("b"), QStringLiteral("true")}};
        QVERIFY(writeQuestionnaireResponse(yes, flags).contains("\"valueBoolean\":true"));
        QCOMPARE(readQuestionnaireResponse(withId(writeQuestionnaireResponse(yes, flags)), flags)->answers, yes.answers);
    }

    void anAnswerIsNeverThrownAway()
    {
        CompletedForm odd = checkin();
        odd.answers = {{QStringLiteral("mood"), QStringLiteral("stormy")}};
        QCOMPARE(readQuestionnaireResponse(withId(writeQuestionnaireResponse(odd, form())), form())->answers, odd.answers);
    }

    void timesKeepTheirOffset()
    {
        CompletedForm completed = checkin();
        completed.authored = QDateTime(QDate(2026, 7, 1), QTime(23, 30), Qt::OffsetFromUTC, 5 * 3600 + 45 * 60);
        QVERIFY(writeQuestionnaireResponse(completed, form()).contains("2026-07-01T23:30:00.000+05:45"));
        completed.authored = QDateTime(QDate(2026, 7, 1), QTime(23, 30), Qt::UTC);
        QVERIFY(writeQuestionnaireResponse(completed, form()).contains("2026-07-01T23:30:00.000Z"));
        completed.authored = QDateTime(QDate(2026, 7, 1), QTime(23, 30)); // the tests run in New York
        QVERIFY(writeQuestionnaireResponse(completed, form()).contains("2026-07-01T23:30:00.000-04:00"));
    }

    void decline()
    {
        const QString id = QStringLiteral("urn:uuid:0b1d6f5c-30a8-4f0e-8d7a-96b1a1f0c2d3");
        const QByteArray json = writeRsvp(id, session(), Coming::Declined, QString());
        QVERIFY(!json.contains("comment"));
        QVERIFY(isAboutPatient(json, QStringLiteral("maya")));
        QVERIFY(hasIdentifier(json, QStringLiteral("urn:ietf:rfc:3986"), id));
        const auto rsvp = readAppointmentResponse(withId(json));
        QCOMPARE(rsvp->appointmentId, QStringLiteral("evening-group"));
        QCOMPARE(rsvp->coming, Coming::Declined);
        QCOMPARE(rsvp->identifier, id);
        QVERIFY(rsvp->start.isValid());
        QCOMPARE(rsvp->start, session().start);
        for (const Coming coming : {Coming::Accepted, Coming::Late, Coming::Declined})
            QCOMPARE(readAppointmentResponse(writeRsvp(id, session(), coming, QStringLiteral("No ride")))->coming, coming);
    }

    void unfinishedResponsesAreNoCheckins()
    {
        const QByteArray json = withId(writeQuestionnaireResponse(checkin(), form()));
        QCOMPARE(readQuestionnaireResponse(QByteArray(json).replace("\"completed\"", "\"in-progress\"")).error().kind,
                 ProblemKind::NotFound);
        QCOMPARE(readQuestionnaireResponse(QByteArray(json).replace("\"completed\"", "\"entered-in-error\"")).error().kind,
                 ProblemKind::NotFound);
        QVERIFY(readQuestionnaireResponse(QByteArray(json).replace("\"completed\"", "\"amended\"")));
        QVERIFY(!readQuestionnaireResponse(fixture(QStringLiteral("patient.json"))));
    }
};

QTEST_GUILESS_MAIN(FhirWriteTest)
#include "tst_write.moc"
