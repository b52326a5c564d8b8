// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/CallDevices.h"

#include <QtGlobal>
#include <utility>

namespace handrail {

/// Devices that a test plugs in. Strict: what is opened twice, or before it was looked at, ends the test.
class FakeCallDevices final : public CallDevices
{
public:
    Found look(std::function<void()> changed) override
    {
        ++looks;
        m_changed = std::move(changed);
        return found;
    }
    bool listen(std::function<void(double)> heard) override
    {
        if (!m_changed || isListening)
            qFatal("the microphone was opened twice, or before anybody looked");
        if (!opensMicrophone || !found.hasMicrophone)
            return false;
        isListening = true;
        m_heard = std::move(heard);
        return true;
    }
    void stopListening() override
    {
        isListening = false;
        m_heard = {};
    }
    bool showCamera(std::function<void(const QImage &)> seen) override
    {
        if (!m_changed || isCameraOn)
            qFatal("the camera was opened twice, or before anybody looked");
        if (!opensCamera || !found.hasCamera)
            return false;
        isCameraOn = true;
        m_seen = std::move(seen);
        return true;
    }
    void hideCamera() override
    {
        isCameraOn = false;
        m_seen = {};
    }
    void done() override
    {
        stopListening();
        hideCamera();
        m_changed = {};
    }

    void plug(const Found &now)
    {
        found = now;
        if (const auto changed = m_changed)
            changed();
    }
    void speak(double level)
    {
        if (m_heard)
            m_heard(level);
    }
    void smile(const QImage &picture)
    {
        if (m_seen)
            m_seen(picture);
    }
    /// Nothing is open and nobody looks.
    [[nodiscard]] bool isLetGo() const { return !m_changed && !isListening && !isCameraOn; }

    Found found{true, true, false, true};
    bool opensMicrophone = true;
    bool opensCamera = true;
    bool isListening = false;
    bool isCameraOn = false;
    int looks = 0;

private:
    std::function<void()> m_changed;
    std::function<void(double)> m_heard;
    std::function<void(const QImage &)> m_seen;
};

} // namespace handrail
