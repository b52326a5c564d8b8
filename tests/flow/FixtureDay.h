// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "FixtureClinic.h"
#include "Stage.h"

namespace handrail {

/// A test of Maya's Wednesday at the clinic of the fixtures: each function begins with an empty device, which is kept when the app is opened
/// again later.
class FixtureDay : public QObject
{
    Q_OBJECT

protected:
    Screen &screen() { return m_stage->screen(); }
    Account &account() { return m_stage->app().account(); }
    Navigator::Route route() { return m_stage->app().navigator().route(); }
    bool waitFor(const char *name, int ms = 10'000) { return screen().waitFor(QString::fromUtf8(name), ms); }
    bool has(const char *name) { return screen().has(QString::fromUtf8(name)); }
    bool press(const QString &name) { return screen().waitFor(name) && screen().press(name); }
    bool press(const char *name) { return press(QString::fromUtf8(name)); }
    /// The app on the same device, at another time.
    bool openAt(const QDateTime &now);
    /// On Wednesday, with all that the clinic has.
    bool signIn();
    [[nodiscard]] QList<OutboxItem> outbox() { return account().records()->store().outbox().all().value_or(QList<OutboxItem>()); }
    /// Each of these is said, in this order.
    bool isInOrder(std::initializer_list<const char *> lines);

    QTemporaryDir m_folder;
    std::unique_ptr<FakeFhirServer> m_server;
    std::unique_ptr<Stage> m_stage;

protected Q_SLOTS:
    void init();
    void cleanup();
};

} // namespace handrail
