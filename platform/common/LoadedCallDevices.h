// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/CallDevices.h"

#include <QString>
#include <memory>

namespace handrail {

/// The device's own, by Qt Multimedia, which is a library of its own beside the program: it is loaded when somebody first looks, so that the start and
/// those who never join by video pay nothing for it. Where it is not there, nothing can be looked at.
class LoadedCallDevices final : public CallDevices
{
public:
    /// `library`: the file; empty: the one that belongs to this program.
    explicit LoadedCallDevices(QString library = {});

    Found look(std::function<void()> changed) override;
    bool listen(std::function<void(double)> heard) override;
    void stopListening() override;
    bool showCamera(std::function<void(const QImage &)> seen) override;
    void hideCamera() override;
    void done() override;

private:
    QString m_library;
    bool m_isTried = false;
    std::unique_ptr<CallDevices> m_loaded;
};

/// What the library has as `handrail_call_devices`; whoever calls it owns what it gives.
using MakeCallDevices = CallDevices *(*)();

} // namespace handrail
