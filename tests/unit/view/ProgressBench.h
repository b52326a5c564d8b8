// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "care/BringUp.h"
#include "care/CheckIn.h"
#include "care/SkillUse.h"
#include "content/CrisisPack.h"
#include "core/Assignment.h"
#include "fakes/FakeDialer.h"
#include "fakes/FakeFileExport.h"
#include "fakes/OneDevice.h"
#include "view/MinuteTimer.h"
#include "view/ProgressText.h"
#include "view/ProgressView.h"
#include "view/VisitSummaryView.h"

#include <QCoroTask>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

namespace handrail::test {

/// Somebody who is signed in, with what they answered, Progress and the page for a visit.
class ProgressBench : public QObject, protected OneDevice
{
protected:
    void begin()
    {
        OneDevice::begin(FakeClock(QDateTime(QDate(2026, 11, 18), QTime(20, 20), QTimeZone::utc())));
        m_files = FakeFileExport();
        m_count = 0;
        m_preferences = std::make_unique<Preferences>(QString());
        m_preferences->setLanguage(QStringLiteral("en"));
        m_minute = std::make_unique<MinuteTimer>(m_clock);
        m_view = std::make_unique<ProgressView>(*m_account, m_clock, *m_preferences, *m_minute);
        m_crisis = std::make_unique<Crisis>(crisisPack(u"us", m_preferences->language()), m_dialer);
        m_crisisView =
            std::make_unique<CrisisView>(*m_crisis, ClinicContactFile(m_folder->filePath(QStringLiteral("contact"))), *m_browser);
        m_summary = std::make_unique<VisitSummaryView>(*m_account, m_clock, *m_preferences, *m_view, *m_crisisView, m_files);
        signIn();
    }

    void end()
    {
        m_summary.reset();
        m_crisisView.reset();
        m_view.reset();
        OneDevice::end();
    }

    FakeFileExport m_files;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MinuteTimer> m_minute;
    std::unique_ptr<ProgressView> m_view;
    FakeDialer m_dialer;
    std::unique_ptr<Crisis> m_crisis;
    std::unique_ptr<CrisisView> m_crisisView;
    std::unique_ptr<VisitSummaryView> m_summary;
    int m_count = 0;

    void put(const char *type, const QDate &day, const QString &json)
    {
        const QString id = QStringLiteral("r%1").arg(++m_count);
        const QByteArray whole =
            QStringLiteral(R"({"resourceType":"%1","id":"%2",%3})").arg(QLatin1String(type), id, json).toUtf8();
        QVERIFY(m_account->records()->store().putRecords(
            {{QString::fromLatin1(type), id, QStringLiteral("1"), m_clock.nowUtc().addSecs(m_count), day, whole}}));
    }

    void checkIn(int daysAgo, int craving, double sleep)
    {
        const QDate day = QDate(2026, 11, 18).addDays(-daysAgo);
        put("QuestionnaireResponse", day,
            QStringLiteral(
                R"("status":"completed","questionnaire":"%1|1.0.0","authored":"%2T20:00:00-05:00","subject":{"reference":"Patient/%3"},
                "item":[{"linkId":"craving","answer":[{"valueInteger":%4}]},{"linkId":"sleep-hours","answer":[{"valueDecimal":%5}]},
                        {"linkId":"mood","answer":[{"valueCoding":{"code":"okay"}}]}])")
                .arg(dailyCheckInUrl(), day.toString(Qt::ISODate), m_account->identity()->patientId)
                .arg(craving)
                .arg(sleep));
    }

    void serve(const char *name)
    {
        QFile file(QStringLiteral(HANDRAIL_QUESTIONNAIRES "/%1.json").arg(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonObject form = QJsonDocument::fromJson(file.readAll()).object();
        form.insert(QStringLiteral("id"), QLatin1String(name));
        QVERIFY(
            m_account->records()->store().putRecords({{QStringLiteral("Questionnaire"), QLatin1String(name), QStringLiteral("1"),
                                                       m_clock.nowUtc(), QDate(), QJsonDocument(form).toJson()}}));
    }

    /// Answers to q1, q2 ... of the mood check as weights.
    void check(const QString &day, const QList<int> &weights)
    {
        static const char *const codes[] = {"LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"};
        QStringList items;
        for (qsizetype i = 0; i < weights.size(); ++i)
            items << QStringLiteral("{'linkId':'q%1','answer':[{'valueCoding':{'system':'http://loinc.org','code':'%2'}}]}")
                         .replace(u'\'', u'"')
                         .arg(i + 1)
                         .arg(QLatin1String(codes[weights.at(i)]));
        put("QuestionnaireResponse", QDate::fromString(day, Qt::ISODate),
            QStringLiteral("'status':'completed','questionnaire':'%1|1.0.0','authored':'%2T09:00:00-05:00',"
                           "'subject':{'reference':'Patient/%3'},'item':[%4]")
                .replace(u'\'', u'"')
                .arg(phq2Url(), day, m_account->identity()->patientId, items.join(u',')));
    }

    void session(int daysAgo, const char *status)
    {
        const QDate day = QDate(2026, 11, 18).addDays(-daysAgo);
        put("Appointment", day,
            QStringLiteral(R"("status":"%1","description":"Evening group","start":"%2T20:00:00Z","end":"%2T20:10:00Z",
                "participant":[{"status":"accepted","actor":{"reference":"Patient/%3"}}])")
                .arg(QLatin1String(status), day.toString(Qt::ISODate), m_account->identity()->patientId));
    }

    void twoWeeks()
    {
        for (int day = 13; day > 6; --day)
            checkIn(day, 7, 5);
        for (int day = 5; day >= 0; --day)
            checkIn(day, 3, 7);
    }

    static QStringList column(const QVariantList &rows, const char *name)
    {
        QStringList texts;
        for (const QVariant &row : rows)
            texts << row.toMap().value(QLatin1String(name)).toString();
        return texts;
    }
};

} // namespace handrail::test
