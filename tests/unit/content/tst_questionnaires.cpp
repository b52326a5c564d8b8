// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "content/Questionnaires.h"
#include "core/Ids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace handrail;

namespace {

QJsonObject form()
{
    return QJsonDocument::fromJson(dailyCheckInQuestionnaire()).object();
}

QList<QJsonObject> items(const QJsonObject &parent)
{
    QList<QJsonObject> list;
    for (const QJsonValue &value : parent[QStringLiteral("item")].toArray())
        list << value.toObject();
    return list;
}

QJsonObject item(const QJsonObject &parent, const QString &linkId)
{
    for (const QJsonObject &child : items(parent)) {
        if (child[QStringLiteral("linkId")].toString() == linkId)
            return child;
        const QJsonObject deeper = item(child, linkId);
        if (!deeper.isEmpty())
            return deeper;
    }
    return {};
}

QJsonObject extension(const QJsonObject &element, const QString &url)
{
    for (const QJsonValue &value : element[QStringLiteral("extension")].toArray()) {
        if (value.toObject()[QStringLiteral("url")].toString().endsWith(url))
            return value.toObject();
    }
    return {};
}

QString control(const QJsonObject &element)
{
    return extension(element, QStringLiteral("questionnaire-itemControl"))[QStringLiteral("valueCodeableConcept")]
        .toObject()[QStringLiteral("coding")]
        .toArray()[0]
        .toObject()[QStringLiteral("code")]
        .toString();
}

QStringList codes(const QJsonObject &element)
{
    QStringList list;
    for (const QJsonValue &option : element[QStringLiteral("answerOption")].toArray())
        list << option.toObject()[QStringLiteral("valueCoding")].toObject()[QStringLiteral("code")].toString();
    return list;
}

} // namespace

class QuestionnairesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itemsInOrder();
    void everyItemCanBeSkipped();
    void wordsOfTheQuestions();
    void controlsAndRanges();
    void options();
    void weightsCountUp();
    void linkIdsAreUnique();
    void wordsAreKind();
    void whoSeesItIsSaid();
    void everyTextIsInSpanishToo();
};

void QuestionnairesTest::itemsInOrder()
{
    QCOMPARE(form()[QStringLiteral("url")].toString(), canonical(u"Questionnaire/daily-checkin"));
    QCOMPARE(form()[QStringLiteral("version")].toString(), QStringLiteral("1.0.0"));
    QStringList ids;
    for (const QJsonObject &child : items(form()))
        ids << child[QStringLiteral("linkId")].toString();
    QCOMPARE(ids, QStringLiteral("mood craving use sleep halt meds confidence safety note").split(u' '));
}

void QuestionnairesTest::everyItemCanBeSkipped()
{
    int seen = 0;
    QList<QJsonObject> open = items(form());
    while (!open.isEmpty()) {
        const QJsonObject next = open.takeFirst();
        QVERIFY(!next[QStringLiteral("required")].toBool());
        open << items(next);
        ++seen;
    }
    QVERIFY(seen >= 11);
}

void QuestionnairesTest::wordsOfTheQuestions()
{
    const auto text = [](const char *linkId) { return item(form(), QString::fromUtf8(linkId))[QStringLiteral("text")].toString(); };
    QCOMPARE(text("mood"), QStringLiteral("How do you feel right now?"));
    QCOMPARE(text("craving"), QStringLiteral("What was your strongest urge to drink or use since your last check-in?"));
    QCOMPARE(text("use"), QStringLiteral("Did you drink or use since your last check-in?"));
    QCOMPARE(text("sleep"), QStringLiteral("How did you sleep?"));
    QCOMPARE(text("halt"), QStringLiteral("Are you any of these now?"));
    QCOMPARE(text("meds"), QStringLiteral("Did you take your medicine as planned?"));
    QCOMPARE(text("confidence"), QStringLiteral("How sure are you that you can get through today your way?"));
    QCOMPARE(text("safety"), QStringLiteral("Are you having thoughts of hurting yourself or of ending your life?"));
    QCOMPARE(text("note"), QStringLiteral("Anything you want to note?"));
}

void QuestionnairesTest::controlsAndRanges()
{
    QCOMPARE(control(item(form(), QStringLiteral("mood"))), QStringLiteral("mood-faces"));
    QCOMPARE(control(item(form(), QStringLiteral("sleep-hours"))), QStringLiteral("stepper"));
    QCOMPARE(control(item(form(), QStringLiteral("sleep-quality"))), QStringLiteral("five-words"));
    QCOMPARE(control(item(form(), QStringLiteral("halt"))), QStringLiteral("tiles"));
    for (const QString &linkId : {QStringLiteral("craving"), QStringLiteral("confidence")}) {
        const QJsonObject slider = item(form(), linkId);
        QCOMPARE(control(slider), QStringLiteral("slider"));
        QCOMPARE(slider[QStringLiteral("type")].toString(), QStringLiteral("integer"));
        QCOMPARE(extension(slider, QStringLiteral("/minValue"))[QStringLiteral("valueInteger")].toInt(-1), 0);
        QCOMPARE(extension(slider, QStringLiteral("/maxValue"))[QStringLiteral("valueInteger")].toInt(), 10);
        QCOMPARE(extension(slider, QStringLiteral("sliderStepValue"))[QStringLiteral("valueInteger")].toInt(), 1);
        QCOMPARE(control(items(slider).value(0)), QStringLiteral("lower"));
        QCOMPARE(control(items(slider).value(1)), QStringLiteral("upper"));
    }
    const QJsonObject hours = item(form(), QStringLiteral("sleep-hours"));
    QCOMPARE(extension(hours, QStringLiteral("/maxValue"))[QStringLiteral("valueDecimal")].toDouble(), 16.0);
    QCOMPARE(extension(hours, QStringLiteral("/step-value"))[QStringLiteral("valueDecimal")].toDouble(), 0.5);
    QCOMPARE(item(form(), QStringLiteral("note"))[QStringLiteral("maxLength")].toInt(), 500);
    QCOMPARE(extension(item(form(), QStringLiteral("meds")), QStringLiteral("/ask-when"))[QStringLiteral("valueCode")].toString(),
             QStringLiteral("has-medication"));
}

void QuestionnairesTest::options()
{
    const auto of = [](const char *linkId) { return codes(item(form(), QString::fromUtf8(linkId))).join(u' '); };
    QCOMPARE(of("mood"), QStringLiteral("very-low low okay good very-good"));
    QCOMPARE(of("use"), QStringLiteral("no yes"));
    QCOMPARE(of("sleep-quality"), QStringLiteral("bad poor okay good great"));
    QCOMPARE(of("halt"), QStringLiteral("hungry angry lonely tired bored pain stressed none"));
    QCOMPARE(of("meds"), QStringLiteral("yes some no not-today"));
    QCOMPARE(of("safety"), QStringLiteral("no yes not-sure rather-not-say"));
    QVERIFY(item(form(), QStringLiteral("halt"))[QStringLiteral("repeats")].toBool());
    const QJsonArray halt = item(form(), QStringLiteral("halt"))[QStringLiteral("answerOption")].toArray();
    for (const QJsonValue &option : halt) {
        const bool isNone = option.toObject()[QStringLiteral("valueCoding")].toObject()[QStringLiteral("code")].toString()
            == QStringLiteral("none");
        QCOMPARE(extension(option.toObject(), QStringLiteral("optionExclusive"))[QStringLiteral("valueBoolean")].toBool(), isNone);
    }
}

void QuestionnairesTest::weightsCountUp()
{
    for (const QString &linkId : {QStringLiteral("mood"), QStringLiteral("sleep-quality")}) {
        int expected = 0;
        for (const QJsonValue &option : item(form(), linkId)[QStringLiteral("answerOption")].toArray())
            QCOMPARE(extension(option.toObject(), QStringLiteral("/ordinalValue"))[QStringLiteral("valueDecimal")].toInt(-1),
                     expected++);
        QCOMPARE(expected, 5);
    }
}

void QuestionnairesTest::linkIdsAreUnique()
{
    QSet<QString> seen;
    QList<QJsonObject> open = items(form());
    while (!open.isEmpty()) {
        const QJsonObject next = open.takeFirst();
        const QString linkId = next[QStringLiteral("linkId")].toString();
        QVERIFY(!linkId.isEmpty());
        QVERIFY2(!seen.contains(linkId), qPrintable(linkId));
        seen.insert(linkId);
        open << items(next);
    }
}

void QuestionnairesTest::wordsAreKind()
{
    // Words that shame (design clinical 0 and 3.4).
    const QString all = QString::fromUtf8(dailyCheckInQuestionnaire()).toLower();
    for (const char *word :
         {"addict", "abuse", "clean", "dirty", "fail", "relapse", "streak", "missed", "overdue", "non-compliant"})
        QVERIFY2(!all.contains(QLatin1String(word)), word);
}

void QuestionnairesTest::whoSeesItIsSaid()
{
    const QString seen = QStringLiteral("Your care team can see this, but not right away. In danger? Tap Help now.");
    for (const QString &linkId : {QStringLiteral("use"), QStringLiteral("safety")}) {
        const QJsonObject help = items(item(form(), linkId)).value(0);
        QCOMPARE(control(help), QStringLiteral("help"));
        QCOMPARE(help[QStringLiteral("text")].toString(), seen);
    }
    QVERIFY(
        item(form(), QStringLiteral("note-help"))[QStringLiteral("text")].toString().startsWith(QStringLiteral("Your care team")));
}

void QuestionnairesTest::everyTextIsInSpanishToo()
{
    int seen = 0;
    const auto isInSpanish = [&seen](const QJsonObject &element, const char *key) {
        ++seen;
        const QJsonObject translation =
            extension(element[u'_' + QString::fromLatin1(key)].toObject(), QStringLiteral("/translation"));
        const QString words = extension(translation, QStringLiteral("content"))[QStringLiteral("valueString")].toString();
        return extension(translation, QStringLiteral("lang"))[QStringLiteral("valueCode")] == QStringLiteral("es")
            && !words.isEmpty() && (words != element[QString::fromLatin1(key)].toString() || words == QStringLiteral("No"));
    };
    QVERIFY(isInSpanish(form(), "title"));
    QList<QJsonObject> open = items(form());
    while (!open.isEmpty()) {
        const QJsonObject next = open.takeFirst();
        QVERIFY2(isInSpanish(next, "text"), qPrintable(next[QStringLiteral("linkId")].toString()));
        for (const QJsonValue &option : next[QStringLiteral("answerOption")].toArray()) {
            const QJsonObject coding = option.toObject()[QStringLiteral("valueCoding")].toObject();
            QVERIFY2(isInSpanish(coding, "display"), qPrintable(coding[QStringLiteral("code")].toString()));
        }
        open << items(next);
    }
    QVERIFY(seen > 40);
    QVERIFY(form()[QStringLiteral("description")].toString().contains(QStringLiteral("not yet reviewed by a clinical translator")));
}

QTEST_GUILESS_MAIN(QuestionnairesTest)
#include "tst_questionnaires.moc"
