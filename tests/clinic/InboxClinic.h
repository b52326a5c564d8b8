// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ClinicReading.h"
#include "FormAnswers.h"

#include <QTemporaryDir>
#include <QTest>

namespace handrail::test {

using namespace Qt::Literals::StringLiterals;

inline QJsonObject reference(const QString &target)
{
    return {{u"reference"_s, target}};
}

/// The sample clinic and its inbox, for tests of what patients write to staff.
class InboxClinic : public QObject
{
protected:
    struct Line {
        QString reference, kind, sent, state, from, about, words;
    };

    QTemporaryDir m_folder;
    ClinicProcess m_clinic;
    QByteArray m_maya;
    QByteArray m_dana;
    QByteArray m_jordan;
    QByteArray m_rosa;

    QString database() const { return m_folder.filePath(u"clinic.db"_s); }
    ClinicProcess::Finished run(QStringList arguments, const QByteArray &input = {}) const
    {
        arguments << u"--database"_s << database();
        return ClinicProcess::runToEnd(arguments, input);
    }
    QList<Line> inbox(const QStringList &options = {}) const
    {
        QList<Line> lines;
        for (const QString &line :
             QString::fromUtf8(run(QStringList{u"inbox"_s} + options).output).split(u'\n', Qt::SkipEmptyParts)) {
            const QStringList fields = line.split(u'\t');
            if (fields.size() == 7)
                lines.append({fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6]});
        }
        return lines;
    }
    /// What is open of this session (reference).
    QList<Line> openOf(const QString &session) const
    {
        QList<Line> lines = inbox({u"--open"_s});
        lines.removeIf([&](const Line &line) { return line.about != session; });
        return lines;
    }
    /// What stands before the words of what was said of `was`; both are dateTimes.
    static QString movedFrom(const QString &was, const QString &is)
    {
        const auto instant = [](const QString &text) -> QString {
            return QDateTime::fromString(text, Qt::ISODate).toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s);
        };
        return u"said of %1, before the session moved to %2"_s.arg(instant(was), instant(is));
    }
    HttpAnswer send(const QJsonObject &record) const
    {
        return m_clinic.send("POST", record["resourceType"_L1].toString().toLatin1(), m_maya, compact(record));
    }
    QJsonObject read(const QString &place, const QByteArray &token) const
    {
        return m_clinic.send("GET", place.toLatin1(), token).json();
    }

    void begin()
    {
        QVERIFY(m_folder.isValid());
        QFile::remove(database());
        QVERIFY(startStaffed(m_clinic, m_maya, m_dana, database()));
        const auto jordan = m_clinic.signIn(u"jordan"_s, u"demo"_s, u"launch/patient patient/Communication.crs"_s);
        const auto rosa =
            m_clinic.signIn(u"rosa"_s, u"demo"_s, u"launch/patient patient/Communication.crs patient/AppointmentResponse.crs"_s);
        QVERIFY(jordan && rosa);
        m_jordan = jordan->accessToken;
        m_rosa = rosa->accessToken;
    }
};

} // namespace handrail::test
