// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Stage.h"
#include "care/CheckIn.h"

#include <QCoroTask>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace handrail;

namespace {

const QString maya = QStringLiteral("p101");

const QStringList phqItems{
    QStringLiteral("Little interest*"), QStringLiteral("Feeling down*"),    QStringLiteral("Trouble falling*"),
    QStringLiteral("Feeling tired*"),   QStringLiteral("Poor appetite*"),   QStringLiteral("Feeling bad*"),
    QStringLiteral("Trouble conc*"),    QStringLiteral("Moving or speak*"), QStringLiteral("Thoughts that*")};
const QStringList gadItems{QStringLiteral("Feeling nervous*"), QStringLiteral("Not being able*"),
                           QStringLiteral("Worrying too*"),    QStringLiteral("Trouble relax*"),
                           QStringLiteral("Being so rest*"),   QStringLiteral("Becoming easily*"),
                           QStringLiteral("Feeling afraid*")};

} // namespace

/// Any form of the clinic's: answered, left and taken up, looked through, sent, and changed after that.
class TestForms final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Stage> m_stage;

    Screen &screen() { return m_stage->screen(); }
    bool waitFor(const QString &name) { return screen().waitFor(name); }
    bool press(const QString &name) { return waitFor(name) && screen().press(name); }

    bool begin()
    {
        QDir(m_folder.path()).removeRecursively();
        QDir().mkpath(m_folder.path());
        m_stage = std::make_unique<Stage>(wednesday, m_folder.path());
        return m_stage->openClinic() && m_stage->openApp() && m_stage->signIn(QStringLiteral("maya"), QStringLiteral("demo"))
            && screen().waitUntil([this] { return m_stage->app().account().isFirstSyncDone(); }, 30'000);
    }
    /// From Today, by the list of forms.
    bool openForm(const QString &url)
    {
        for (const QVariant &row : m_stage->app().assignments().due()) {
            const QString id = row.toMap().value(QStringLiteral("id")).toString();
            const std::optional<Assignment> asked = m_stage->app().assignments().named(id);
            if (asked && asked->url() == url) {
                m_stage->app().navigator().go(Navigator::Form, id);
                return true;
            }
        }
        return false;
    }
    bool answer(const QString &question, const char *option)
    {
        return waitFor(question) && press(QString::fromUtf8(option))
            && screen().waitUntil([&] { return !screen().has(question) || screen().has(QStringLiteral("Look before you send")); });
    }
    QJsonObject answersAtClinic(const QString &url)
    {
        QJsonObject newest;
        for (const QJsonValue &one : m_stage->recordsAtClinic(maya, QStringLiteral("QuestionnaireResponse"))) {
            const QJsonObject response = one.toObject();
            if (response.value(QLatin1String("questionnaire")).toString().startsWith(url)
                && response.value(QLatin1String("authored")).toString() >= newest.value(QLatin1String("authored")).toString())
                newest = response;
        }
        return newest;
    }
    bool isSent()
    {
        return screen().waitUntil([this] { return m_stage->app().account().records()->unsentCount() == 0; }, 30'000);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish"))); }
    void cleanup() { m_stage.reset(); }

    void answeredLeftTakenUpLookedThroughAndSent()
    {
        QVERIFY2(begin(), m_stage ? qPrintable(screen().spoken()) : "");
        QVERIFY(openForm(phq2Url()));
        // Two questions grow into nine when these two say so.
        QVERIFY2(answer(phqItems[0], "Nearly every day"), qPrintable(screen().spoken()));
        QVERIFY2(answer(phqItems[1], "Not at all"), qPrintable(screen().spoken()));
        QVERIFY2(waitFor(phqItems[2]), qPrintable(screen().spoken()));
        QVERIFY(press(QStringLiteral("Finish later")));
        QVERIFY(waitFor(QStringLiteral("Start the check-in")));
        m_stage->closeApp();

        QVERIFY(m_stage->openApp());
        QVERIFY(waitFor(QStringLiteral("Start the check-in")));
        QVERIFY(screen().waitUntil([this] { return openForm(phq2Url()); })); // what is due comes after the first page
        QVERIFY2(waitFor(phqItems[2]), qPrintable(screen().spoken()));
        QVERIFY(press(QStringLiteral("Back")) && waitFor(phqItems[1]));
        QVERIFY(screen().find(QStringLiteral("Not at all"))->state().checked);
        QVERIFY(press(QStringLiteral("Next")));
        for (int item = 2; item < 8; ++item)
            QVERIFY2(answer(phqItems[item], "Several days"), qPrintable(screen().spoken()));
        QVERIFY2(answer(phqItems[8], "Not at all"), qPrintable(screen().spoken()));
        QVERIFY(waitFor(QStringLiteral("If you checked*")) && press(QStringLiteral("Skip")));

        QVERIFY2(waitFor(QStringLiteral("Look before you send")), qPrintable(screen().spoken()));
        QVERIFY(press(phqItems[1]));
        QVERIFY2(answer(phqItems[1], "Several days"), qPrintable(screen().spoken()));
        QVERIFY2(press(QStringLiteral("Send")), qPrintable(screen().spoken()));
        QVERIFY2(waitFor(QStringLiteral("Thank you")), qPrintable(screen().spoken()));
        QVERIFY(isSent());
        QVERIFY2(waitFor(QStringLiteral("Sent to your care team*")), qPrintable(screen().spoken()));

        const QJsonObject sent = answersAtClinic(phq2Url());
        QCOMPARE(sent.value(QLatin1String("status")).toString(), QStringLiteral("completed"));
        double total = -1;
        for (const QJsonValue &one : m_stage->recordsAtClinic(maya, QStringLiteral("Observation"))) {
            const QJsonObject score = one.toObject();
            const QString from =
                score.value(QLatin1String("derivedFrom")).toArray().first().toObject().value(QLatin1String("reference")).toString();
            const QString code = score.value(QLatin1String("code"))
                                     .toObject()
                                     .value(QLatin1String("coding"))
                                     .toArray()
                                     .first()
                                     .toObject()
                                     .value(QLatin1String("code"))
                                     .toString();
            if (from.endsWith(sent.value(QLatin1String("id")).toString()) && code == QLatin1String("44261-6"))
                total = score.value(QLatin1String("valueQuantity")).toObject().value(QLatin1String("value")).toDouble();
        }
        QCOMPARE(total, 10.0); // 3 + 1 + 6 x 1 + 0

        // Seen again, and changed.
        QVERIFY(press(QStringLiteral("Done")));
        m_stage->app().navigator().go(Navigator::FormAnswers,
                                      sent.value(QLatin1String("identifier")).toObject().value(QLatin1String("value")).toString());
        QVERIFY2(press(QStringLiteral("Change my answers")), qPrintable(screen().spoken()));
        QVERIFY2(press(phqItems[0]), qPrintable(screen().spoken()));
        QVERIFY2(answer(phqItems[0], "More than half the days"), qPrintable(screen().spoken()));
        QVERIFY2(press(QStringLiteral("Send again")), qPrintable(screen().spoken()));
        QVERIFY2(waitFor(QStringLiteral("Thank you")), qPrintable(screen().spoken()));
        QVERIFY2(isSent(), qPrintable(screen().spoken()));
        const QJsonObject changed = answersAtClinic(phq2Url());
        QCOMPARE(changed.value(QLatin1String("id")), sent.value(QLatin1String("id")));
        QCOMPARE(changed.value(QLatin1String("status")).toString(), QStringLiteral("amended"));
    }

    /// From the end of the check-in, and later from the list of forms.
    void aMistakenYesOfACheckInIsPutRight()
    {
        QVERIFY2(begin(), m_stage ? qPrintable(screen().spoken()) : "");
        const QString use = QStringLiteral("Did you drink or use*");
        const auto answered = [this] {
            const QJsonObject there = answersAtClinic(dailyCheckInUrl());
            return QString::fromUtf8(QJsonDocument(there.value(QLatin1String("item")).toArray()).toJson(QJsonDocument::Compact));
        };
        Navigator &navigator = m_stage->app().navigator();
        QVERIFY(press(QStringLiteral("Start the check-in")));
        while (!screen().has(use))
            QVERIFY2(press(QStringLiteral("Skip")), qPrintable(screen().spoken()));
        QVERIFY(press(QStringLiteral("Yes")));
        QVERIFY(screen().waitUntil([&] { return navigator.route() == Navigator::AfterUse; }));
        QVERIFY2(press(QStringLiteral("Go on")), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([&] { return navigator.route() == Navigator::CheckIn; }));
        while (navigator.route() == Navigator::CheckIn)
            QVERIFY2(press(QStringLiteral("Skip")), qPrintable(screen().spoken()));
        QVERIFY(press(QStringLiteral("Send now")));
        QVERIFY2(isSent() && answered().contains(QStringLiteral("\"yes\"")), qPrintable(answered()));
        const QString id = answersAtClinic(dailyCheckInUrl()).value(QLatin1String("id")).toString();

        QVERIFY2(press(QStringLiteral("Change my answers")), qPrintable(screen().spoken()));
        QVERIFY(screen().waitUntil([&] { return navigator.route() == Navigator::FormAnswers; }));
        QVERIFY2(waitFor(QStringLiteral("Did something change?*")), qPrintable(screen().spoken()));
        QVERIFY2(press(QStringLiteral("Change my answers")), qPrintable(screen().spoken()));
        QVERIFY2(waitFor(QStringLiteral("Look before you send")) && press(use), qPrintable(screen().spoken()));
        QVERIFY2(waitFor(QStringLiteral("No")) && answer(use, "No"), qPrintable(screen().spoken()));
        QVERIFY2(press(QStringLiteral("Send again")) && waitFor(QStringLiteral("Thank you")), qPrintable(screen().spoken()));
        QVERIFY2(isSent() && !answered().contains(QStringLiteral("\"yes\"")), qPrintable(answered()));
        QVERIFY2(answered().contains(QStringLiteral("\"no\"")), qPrintable(answered()));
        const QJsonObject changed = answersAtClinic(dailyCheckInUrl());
        QCOMPARE(changed.value(QLatin1String("id")).toString(), id);
        QCOMPARE(changed.value(QLatin1String("status")).toString(), QStringLiteral("amended"));
        QVERIFY(press(QStringLiteral("Done")));
        QVERIFY(screen().waitUntil([&] { return navigator.route() == Navigator::CheckInDone; })); // where it began

        navigator.go(Navigator::Forms);
        QVERIFY2(press(QStringLiteral("Daily check-in, Today")), qPrintable(screen().spoken()));
        QVERIFY2(waitFor(QStringLiteral("Change my answers")), qPrintable(screen().spoken()));
        QCOMPARE(navigator.route(), Navigator::FormAnswers);
    }

    /// H10: nor does the lock take the page for a return to use away, or the end of the app under it.
    void whoIsLockedOutOfAChangeIsToldOfTheDanger_data()
    {
        QTest::addColumn<bool>("isEnded");
        QTest::newRow("it is unlocked again") << false;
        QTest::newRow("the app is ended before the PIN") << true;
    }
    void whoIsLockedOutOfAChangeIsToldOfTheDanger()
    {
        QFETCH(bool, isEnded);
        QVERIFY2(begin(), m_stage ? qPrintable(screen().spoken()) : "");
        const auto account = [this]() -> Account & { return m_stage->app().account(); };
        const auto route = [this] { return m_stage->app().navigator().route(); };
        const auto pin = [] {
            Pin digits;
            for (int digit : {1, 3, 5, 7, 9, 2})
                (void)digits.append(digit);
            return digits;
        };
        const auto unlock = [&] {
            QCoro::waitFor(account().unlock(pin()));
            return account().state() == Account::State::Active;
        };
        QVERIFY(QCoro::waitFor(account().setPin(pin())));
        const QString use = QStringLiteral("Did you drink or use*");
        QVERIFY(press(QStringLiteral("Start the check-in")));
        while (!screen().has(use))
            QVERIFY2(press(QStringLiteral("Skip")), qPrintable(screen().spoken()));
        QVERIFY(press(QStringLiteral("No")));
        while (route() == Navigator::CheckIn)
            QVERIFY2(press(QStringLiteral("Skip")), qPrintable(screen().spoken()));
        QVERIFY(press(QStringLiteral("Send now")) && isSent());

        m_stage->app().preferences().setGoesOn(false); // it stays on the answer
        QVERIFY2(press(QStringLiteral("Change my answers")), qPrintable(screen().spoken()));
        QVERIFY2(waitFor(QStringLiteral("Did something change?*")), qPrintable(screen().spoken()));
        const QString identifier = m_stage->app().navigator().argument();
        QVERIFY2(press(QStringLiteral("Change my answers")), qPrintable(screen().spoken()));
        QVERIFY2(waitFor(QStringLiteral("Look before you send")) && press(use), qPrintable(screen().spoken()));
        QVERIFY2(press(QStringLiteral("Yes")), qPrintable(screen().spoken()));
        QCOMPARE(route(), Navigator::Form);
        m_stage->clock().advance(std::chrono::minutes(6)); // nobody touches it
        QVERIFY(screen().waitUntil([&] { return account().state() == Account::State::Locked; }));
        if (isEnded) {
            m_stage->closeApp();
            QVERIFY(m_stage->openApp() && waitFor(QStringLiteral("Enter your PIN")) && unlock());
            QTRY_COMPARE(route(), Navigator::Today);
            m_stage->app().navigator().go(Navigator::FormAnswers, identifier);
            QVERIFY2(press(QStringLiteral("Go on with your change")), qPrintable(screen().spoken()));
            QVERIFY2(waitFor(QStringLiteral("Look before you send")), qPrintable(screen().spoken()));
            m_stage->app().navigator().home();
        } else {
            QVERIFY(unlock());
        }
        QTRY_COMPARE(route(), Navigator::AfterUse);
        QVERIFY(waitFor(QStringLiteral("Thank you for telling us")) && press(QStringLiteral("Go on")));
        QTRY_COMPARE(route(), Navigator::Today);
        account().lock();
        QVERIFY(waitFor(QStringLiteral("Enter your PIN")) && unlock());
        QTRY_COMPARE(route(), Navigator::Today);

        // Once: the change is left once more.
        m_stage->app().navigator().go(Navigator::FormAnswers, identifier);
        QVERIFY2(press(QStringLiteral("Go on with your change")), qPrintable(screen().spoken()));
        QVERIFY2(waitFor(QStringLiteral("Look before you send")), qPrintable(screen().spoken()));
        m_stage->app().navigator().home();
        QCOMPARE(route(), Navigator::Today);
    }

    void thoughtsOfBeingBetterOffDeadLeadToTheSafetyPage()
    {
        QVERIFY2(begin(), m_stage ? qPrintable(screen().spoken()) : "");
        QVERIFY(openForm(phq2Url()));
        QVERIFY(answer(phqItems[0], "Nearly every day"));
        QVERIFY(answer(phqItems[1], "Nearly every day"));
        for (int item = 2; item < 8; ++item)
            QVERIFY2(waitFor(phqItems[item]) && press(QStringLiteral("Skip")), qPrintable(screen().spoken()));
        QVERIFY(waitFor(phqItems[8]));
        QVERIFY(press(QStringLiteral("Several days")));
        QVERIFY2(waitFor(QStringLiteral("Thank you for telling us.")), qPrintable(screen().spoken()));
        QCOMPARE(m_stage->app().navigator().route(), Navigator::Safety);
        QVERIFY(press(QStringLiteral("I am safe for now")));
        // The rest of the form is where it was.
        QVERIFY2(waitFor(phqItems[8]), qPrintable(screen().spoken()));
        QVERIFY(press(QStringLiteral("Next")));
        QVERIFY(waitFor(QStringLiteral("If you checked*")) && press(QStringLiteral("Skip")));
        QVERIFY(press(QStringLiteral("Send")) && waitFor(QStringLiteral("Thank you")) && isSent());
    }

    void offlineItIsSavedAndSaysSo()
    {
        QVERIFY2(begin(), m_stage ? qPrintable(screen().spoken()) : "");
        m_stage->closeClinic();
        QVERIFY(openForm(gad7Url()));
        for (int item = 0; item < 7; ++item)
            QVERIFY2(answer(gadItems[item], "Several days"), qPrintable(screen().spoken()));
        QVERIFY(waitFor(QStringLiteral("Look before you send")) && press(QStringLiteral("Send")));
        QVERIFY2(waitFor(QStringLiteral("Saved on this device. Not sent yet.")), qPrintable(screen().spoken()));
        QVERIFY(m_stage->openClinic());
        m_stage->connectivity().regain();
        QVERIFY(isSent());
        QCOMPARE(answersAtClinic(gad7Url()).value(QLatin1String("status")).toString(), QStringLiteral("completed"));
    }
};

QTEST_MAIN(TestForms)
#include "tst_forms.moc"
