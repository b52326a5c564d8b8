// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "AlertLines.h"
#include "FormAnswers.h"
#include "form/Safety.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

namespace handrail::test {

// A clinic whose alerts are looked at, by the real program, for tests.

inline const QString checkIn = QStringLiteral("daily-checkin|1.0.0");
inline const QString phq9 = QStringLiteral("phq-9|1.0.0");

/// The same answers, as they go ahead of their form.
inline QJsonObject ahead(QJsonObject response)
{
    const QString url = response[QLatin1String("questionnaire")].toString().section(u'|', 0, 0);
    const QDateTime said = QDateTime::fromString(response[QLatin1String("authored")].toString(), Qt::ISODate);
    QJsonObject identifier = response[QLatin1String("identifier")].toObject();
    identifier.insert(QStringLiteral("value"), reportIdentifier(QStringLiteral("p101"), url, said));
    response.insert(QStringLiteral("identifier"), identifier);
    return response;
}

/// Of an evening of November 2026: "18T21:00".
inline QString at(const char *time)
{
    return QStringLiteral("2026-11-%1:00-05:00").arg(QLatin1String(time));
}

/// The sample clinic, which is made once; each test begins with a copy of it.
class AlertClinic : public QObject
{
protected:
    [[nodiscard]] bool makeSample()
    {
        ClinicProcess first;
        return m_sample.isValid()
            && first.start({QStringLiteral("demo"), QStringLiteral("--database"), m_sample.filePath(QStringLiteral("clinic.db"))})
            && first.stop() == 0;
    }
    [[nodiscard]] bool begin(const QStringList &options = {})
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_database = m_directory->filePath(QStringLiteral("clinic.db"));
        m_clinic = std::make_unique<ClinicProcess>();
        return m_directory->isValid() && QFile::copy(m_sample.filePath(QStringLiteral("clinic.db")), m_database)
            && m_clinic->start(QStringList{QStringLiteral("demo"), QStringLiteral("--database"), m_database} + options) && signIn();
    }
    void end()
    {
        if (m_clinic)
            QCOMPARE(std::exchange(m_clinic, nullptr)->stop(), 0);
    }
    /// Not the sample any more, but the same database, with this program for on-call.
    [[nodiscard]] bool serve(const QString &program, int afterMinutes = 0)
    {
        m_clinic = std::make_unique<ClinicProcess>();
        return m_clinic->start({QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                QStringLiteral("--database"), m_database, QStringLiteral("--on-call"), program,
                                QStringLiteral("--on-call-after"), QString::number(afterMinutes)});
    }
    [[nodiscard]] bool signIn()
    {
        const auto maya = m_clinic->signIn(QStringLiteral("maya"), QStringLiteral("demo"), mayaScope);
        const auto dana =
            m_clinic->signIn(QStringLiteral("dana"), QStringLiteral("demo"), QStringLiteral("openid fhirUser user/*.crus"));
        m_maya = maya ? maya->accessToken : QByteArray();
        m_dana = dana ? dana->accessToken : QByteArray();
        return maya && dana;
    }
    QString post(const QJsonObject &response)
    {
        const HttpAnswer made = m_clinic->send("POST", "QuestionnaireResponse", m_maya, compact(response));
        if (made.status != 201)
            QTest::qFail(made.body.constData(), __FILE__, __LINE__);
        return made.json().value(QLatin1String("id")).toString();
    }
    ClinicProcess::Finished run(const QStringList &arguments)
    {
        return ClinicProcess::runToEnd(arguments + QStringList{QStringLiteral("--database"), m_database});
    }
    QList<AlertLine> listed(const QStringList &options) { return alertLines(m_database, options); }
    QString script(const QByteArray &body) { return onCallScript(m_directory->path(), body); }

    QTemporaryDir m_sample;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ClinicProcess> m_clinic;
    QString m_database;
    QByteArray m_maya, m_dana;
};

} // namespace handrail::test
