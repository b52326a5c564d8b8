// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/SecretStore.h"

#include <QHash>
#include <QStringList>
#include <memory>

namespace handrail {

/// A keychain in memory that behaves as measured ones do (design security 4.2): it answers only after a turn of the event loop, and a
/// locked one looks empty on reading.
class FakeSecretStore final : public SecretStore
{
public:
    enum class Mode {
        Open,      ///< works
        Locked,    ///< reads find nothing, writes are refused
        Missing,   ///< no keychain on this device
        Hung,      ///< no answer in time
        Forgetful, ///< writes report nothing wrong but keep nothing, so that reading back differs
        Keeping    ///< lets nothing go: removing gets no answer in time
    };

    QCoro::Task<Result<std::optional<QByteArray>>> read(QString key) override;
    QCoro::Task<Result<void>> write(QString key, QByteArray secret) override;
    QCoro::Task<Result<void>> remove(QString key) override;

    void setMode(Mode mode) { m_mode = mode; }
    /// From the call after the next `count` calls on, the mode is `mode`.
    void setModeAfter(int count, Mode mode);
    /// What is kept, whatever the mode.
    [[nodiscard]] QHash<QString, QByteArray> &entries() { return m_entries; }
    /// "read k", "write k", "remove k" in the order of the calls.
    [[nodiscard]] const QStringList &calls() const { return m_calls; }

private:
    void note(const QString &call);

    QHash<QString, QByteArray> m_entries;
    QStringList m_calls;
    Mode m_mode = Mode::Open;
    Mode m_laterMode = Mode::Open;
    int m_callsBeforeLater = -1;
    std::shared_ptr<int> m_life = std::make_shared<int>();
};

} // namespace handrail
