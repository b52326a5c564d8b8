// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/forms/OnCall.h"
#include "fakes/FakeClock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace handrail;
using namespace handrail::clinic;
using namespace Qt::Literals::StringLiterals;

/// Whom the on-call command is called for next (design clinical 3.3, 8).
class TestOnCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_directory.isValid() && m_database.open() && m_records.open()); }

    // Of many that hang, each is due again before all others were tried: a new one must not wait for them.
    void aNewOneIsTriedBeforeThoseThatFailed()
    {
        QFile program(m_directory.filePath(u"on-call"_s));
        QVERIFY(program.open(QIODevice::WriteOnly)
                && program.write("#!/bin/sh\necho \"$1\" >> '" + note().toUtf8() + "'\nexit 1\n") > 0
                && program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        program.close();
        QStringList raised;
        for (int i = 0; i < 25; ++i)
            raised << raise(u"r%1"_s.arg(i));
        OnCall onCall(m_records, {program.fileName(), std::chrono::minutes(0), std::chrono::seconds(30)});
        QCOMPARE(calledFor(onCall, 25), raised); // the oldest first
        m_clock.advance(std::chrono::minutes(11));
        raised << raise(u"new"_s);
        QCOMPARE(calledFor(onCall, 26).last(), raised.last());
        QCOMPARE(calledFor(onCall, 27).last(), raised.first());
    }

private:
    [[nodiscard]] QString note() const { return m_directory.filePath(u"called"_s); }
    QString raise(const QString &response)
    {
        m_clock.advance(std::chrono::seconds(1));
        const Alert alert{AlertLevel::Urgent, u"safety"_s};
        AlertList alerts(m_records);
        Transaction transaction(m_database);
        if (!alerts.raise(alert, {response, 1, u"p1"_s}, AlertList::Call::OnCall) || !transaction.commit())
            return {};
        const auto raised = alerts.raisedBy(alert, {response, 1, {}});
        return raised ? raised->id : QString();
    }
    /// The ids, when there were so many calls.
    QStringList calledFor(OnCall &onCall, int calls)
    {
        QStringList ids;
        const auto isDone = [&] {
            onCall.tick();
            QFile file(note());
            ids =
                file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts) : QStringList();
            return ids.size() >= calls;
        };
        return QTest::qWaitFor(isDone, 20'000) ? ids : QStringList{u"none"_s};
    }

    QTemporaryDir m_directory;
    FakeClock m_clock;
    Database m_database{m_directory.filePath(u"clinic.db"_s)};
    TypeTable m_types;
    Records m_records{m_database, m_types, m_clock};
};

QTEST_GUILESS_MAIN(TestOnCall)
#include "tst_oncall.moc"
