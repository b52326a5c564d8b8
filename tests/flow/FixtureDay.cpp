// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "FixtureDay.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

namespace handrail {

bool FixtureDay::openAt(const QDateTime &now)
{
    m_stage.reset();
    m_server->setNow(now);
    m_stage = std::make_unique<Stage>(now, m_folder.path());
    return m_stage->openApp(m_server->base().toString());
}

bool FixtureDay::signIn()
{
    return openAt(wednesday) && m_stage->signIn(QStringLiteral("maya"), {})
        && screen().waitUntil([this] { return account().isFirstSyncDone(); });
}

bool FixtureDay::isInOrder(std::initializer_list<const char *> lines)
{
    const QString spoken = screen().spoken();
    qsizetype at = 0;
    for (const char *line : lines) {
        at = spoken.indexOf(QString::fromUtf8(line), at);
        if (at < 0) {
            qWarning() << "not there, or too early:" << QString::fromUtf8(line) << spoken;
            return false;
        }
        ++at;
    }
    return true;
}

void FixtureDay::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish")));
    QDir(m_folder.path()).removeRecursively();
    QDir().mkpath(m_folder.path());
    m_server = std::make_unique<FakeFhirServer>();
    fillWithFixtures(*m_server, wednesday);
}

void FixtureDay::cleanup()
{
    m_stage.reset();
    m_server.reset();
}

} // namespace handrail
