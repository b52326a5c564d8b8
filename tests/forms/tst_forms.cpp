// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Answerer.h"

#include "fhir/Read.h"
#include "fhir/Write.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace handrail;

namespace {

QByteArray formNamed(const QString &name)
{
    QFile file(QStringLiteral(HANDRAIL_FORMS "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The item with this linkId, anywhere below, the `nth` of them.
void collect(const QJsonArray &items, const QString &linkId, QList<QJsonObject> &found)
{
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        if (item.value(QLatin1String("linkId")).toString() == linkId)
            found << item;
        collect(item.value(QLatin1String("item")).toArray(), linkId, found);
        for (const QJsonValue &answer : item.value(QLatin1String("answer")).toArray())
            collect(answer.toObject().value(QLatin1String("item")).toArray(), linkId, found);
    }
}

QList<QJsonObject> itemsOf(const QByteArray &response, const char *linkId)
{
    QList<QJsonObject> found;
    collect(QJsonDocument::fromJson(response).object().value(QLatin1String("item")).toArray(), QString::fromLatin1(linkId), found);
    return found;
}

QJsonObject answerTo(const QByteArray &response, const char *linkId)
{
    const QList<QJsonObject> items = itemsOf(response, linkId);
    return items.isEmpty() ? QJsonObject() : items.constFirst().value(QLatin1String("answer")).toArray().first().toObject();
}

} // namespace

class FormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Each of tests/fixtures/forms: everything that is asked is answered, nothing keeps it from being sent, and it reads back.
    void eachIsAnswered_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = QDir(QStringLiteral(HANDRAIL_FORMS)).entryList({QStringLiteral("*.json")});
        QVERIFY(names.size() >= 5);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }
    void eachIsAnswered()
    {
        QFETCH(QString, name);
        const Result<AnsweredForm> answered = answerQuestionnaire(formNamed(name));
        QVERIFY(answered);
        QVERIFY(answered->asked > 0);
        QCOMPARE(answered->answered, answered->asked);
        QCOMPARE(answered->problems, 0);
        QCOMPARE(answered->dropped, 0);
        QVERIFY(answered->isReadBack);
    }

    void whichOfAFileAreForms_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("ids");
        const auto form = [](const char *id) -> QByteArray {
            return QByteArray("{'resourceType':'Questionnaire','id':'").append(id).append("','status':'active'}");
        };
        const auto bundle = [](const QByteArray &entries) -> QByteArray {
            return QByteArray("{'resourceType':'Bundle','type':'collection','entry':[").append(entries).append("]}");
        };
        const auto entry = [](const QByteArray &resource) -> QByteArray {
            return QByteArray("{'resource':").append(resource).append('}');
        };
        const QByteArray plan = QByteArray("{'resourceType':'PlanDefinition','contained':[").append(form("c")).append("]}");
        QTest::newRow("itself") << form("a") << QByteArray("a");
        const QByteArray three = entry(form("a")).append(',').append(entry(plan)).append(',').append(entry(form("b")));
        QTest::newRow("those of a Bundle") << bundle(three) << QByteArray("a b");
        QTest::newRow("an entry without a record") << bundle("{},1,null") << QByteArray();
        QTest::newRow("contained") << plan << QByteArray();
        QTest::newRow("a Bundle of nothing") << QByteArray("{'resourceType':'Bundle'}") << QByteArray();
        QTest::newRow("a list") << QByteArray("[").append(form("a")).append(']') << QByteArray();
        QTest::newRow("no JSON") << QByteArray("<html>") << QByteArray();
    }
    void whichOfAFileAreForms()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, ids);
        QByteArrayList found;
        for (const QByteArray &form : questionnairesIn(json.replace('\'', '"')))
            found << QJsonDocument::fromJson(form).object().value(QLatin1String("id")).toString().toUtf8();
        QCOMPARE(found.join(' '), ids);
    }

    void eachTypeHasItsValue()
    {
        const QByteArray response = answerQuestionnaire(formNamed(QStringLiteral("every-type.json")))->response;
        const QList<std::pair<const char *, const char *>> elements = {
            {"boolean", "valueBoolean"},
            {"decimal", "valueDecimal"},
            {"integer", "valueInteger"},
            {"date", "valueDate"},
            {"dateTime", "valueDateTime"},
            {"time", "valueTime"},
            {"string", "valueString"},
            {"text", "valueString"},
            {"url", "valueUri"},
            {"choice", "valueCoding"},
            {"open-choice", "valueString"},
            {"quantity", "valueQuantity"},
            {"choice-integer", "valueInteger"},
            {"choice-string", "valueString"},
            {"choice-date", "valueDate"},
            {"choice-time", "valueTime"},
        };
        for (const auto &[linkId, element] : elements)
            QVERIFY2(answerTo(response, linkId).contains(QLatin1String(element)), linkId);
        QVERIFY(itemsOf(response, "scan").isEmpty());
        QVERIFY(itemsOf(response, "words").isEmpty());
        const QJsonObject quantity = answerTo(response, "quantity").value(QLatin1String("valueQuantity")).toObject();
        QCOMPARE(quantity.value(QLatin1String("code")).toString(), QStringLiteral("[lb_av]"));
        QCOMPARE(quantity.value(QLatin1String("unit")).toString(), QStringLiteral("lb"));
        QVERIFY(quantity.contains(QLatin1String("system")));
        // The weight goes with the answer, so that any server can score it.
        const QJsonArray extensions =
            answerTo(response, "choice").value(QLatin1String("valueCoding")).toObject().value(QLatin1String("extension")).toArray();
        QCOMPARE(extensions.first().toObject().value(QLatin1String("valueDecimal")).toDouble(), 3.0);
        QCOMPARE(answerTo(response, "hidden").value(QLatin1String("valueString")).toString(), QStringLiteral("v7"));
        QCOMPARE(itemsOf(response, "integers").constFirst().value(QLatin1String("answer")).toArray().size(), 2);
    }

    void groupsAndQuestionsNestAsFhirWants()
    {
        const QByteArray response = answerQuestionnaire(formNamed(QStringLiteral("nested.json")))->response;
        QCOMPARE(itemsOf(response, "medicine").size(), 2);
        QCOMPARE(itemsOf(response, "dose").size(), 3); // two in the first copy, one in the second
        const QJsonObject use = itemsOf(response, "use").constFirst();
        QVERIFY(!use.contains(QLatin1String("item"))); // FHIR R4 qrs-1: below a question only inside its answer
        QCOMPARE(use.value(QLatin1String("answer")).toArray().first().toObject().value(QLatin1String("item")).toArray().size(), 1);
        QVERIFY(itemsOf(response, "never").isEmpty());
        QVERIFY(itemsOf(response, "empty").isEmpty());
    }

    /// A question that was passed over, with an answer below it.
    void anAnswerBelowNone()
    {
        const Result<Form> form = fhir::readQuestionnaire(formNamed(QStringLiteral("nested.json")));
        CompletedForm completed;
        completed.authored = QDateTime(QDate(2026, 3, 2), QTime(10, 0), Qt::UTC);
        completed.answers = {{QStringLiteral("what"), QStringLiteral("tea")}};
        const QByteArray response = fhir::writeQuestionnaireResponse(completed, *form);
        QCOMPARE(answerTo(response, "use").keys(), QStringList{QStringLiteral("item")});
        QCOMPARE(fhir::readQuestionnaireResponse(response, *form)->answers, completed.answers);
    }

    void phq2GrowsIntoPhq9()
    {
        const Result<Form> form = fhir::readQuestionnaire(formNamed(QStringLiteral("growing-score.json")));
        FormState state(*form);
        QCOMPARE(state.progress().asked, 2);
        answerAll(state);
        QCOMPARE(state.progress().asked, 9);
        QCOMPARE(state.submitted().value(QStringLiteral("short-total")).toDouble(), 6.0);
        QCOMPARE(state.submitted().value(QStringLiteral("total")).toDouble(), 27.0);
    }
};

QTEST_GUILESS_MAIN(FormsTest)
#include "tst_forms.moc"
