// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/DeviceCheckView.h"

#include <QPointer>
#include <algorithm>
#include <cmath>

namespace handrail {

namespace {

/// From here on it is a voice and no noise of the microphone itself.
constexpr int heardFrom = 2;

} // namespace

DeviceCheckView::DeviceCheckView(CallDevices &devices, QObject *parent)
    : QObject(parent)
    , m_devices(devices)
{
}

DeviceCheckView::~DeviceCheckView()
{
    if (m_isLooking)
        m_devices.done();
}

void DeviceCheckView::begin()
{
    stop();
    m_isMicOn = true;
    m_place = Unsaid;
    start();
}

void DeviceCheckView::start()
{
    if (m_isLooking)
        return;
    m_isLooking = true;
    m_isCameraRefused = false;
    look();
}

void DeviceCheckView::stop()
{
    if (!m_isLooking)
        return;
    m_isLooking = false;
    m_devices.done();
    m_isCameraOn = false;
    m_picture = {};
    m_level = 0;
    Q_EMIT pictureChanged();
    Q_EMIT levelChanged();
    Q_EMIT changed();
}

void DeviceCheckView::look()
{
    const QPointer<DeviceCheckView> self = this;
    m_found = m_devices.look([self] {
        if (self && self->m_isLooking)
            self->look();
    });
    if (m_isCameraOn && !m_found.hasCamera)
        setCameraOn(false);
    listen();
}

void DeviceCheckView::listen()
{
    m_devices.stopListening();
    m_level = 0;
    if (!m_found.canLook) {
        m_mic = Unknown;
    } else if (!m_found.hasMicrophone) {
        m_mic = Missing;
    } else if (!m_isMicOn) {
        m_mic = Off;
    } else {
        const QPointer<DeviceCheckView> self = this;
        const bool isOpen = m_devices.listen([self](double level) {
            if (self && self->m_isLooking)
                self->hear(level);
        });
        m_mic = isOpen ? Quiet : Refused;
    }
    Q_EMIT levelChanged();
    Q_EMIT changed();
}

void DeviceCheckView::hear(double level)
{
    // The ear hears by ratios: 60 dB of them over the steps.
    const double decibels = 20 * std::log10(std::max(level, 0.000001));
    const int step = std::clamp(int(std::lround((decibels + 60) / 60 * steps)), 0, steps);
    if (step != m_level) {
        m_level = step;
        Q_EMIT levelChanged();
    }
    if (step >= heardFrom && m_mic == Quiet) {
        m_mic = Heard;
        Q_EMIT changed();
    }
}

void DeviceCheckView::setMicOn(bool isOn)
{
    if (isOn == m_isMicOn)
        return;
    m_isMicOn = isOn;
    if (m_isLooking)
        listen();
}

void DeviceCheckView::setCameraOn(bool isOn)
{
    if (isOn == m_isCameraOn || !m_isLooking)
        return;
    m_isCameraRefused = false;
    if (isOn) {
        const QPointer<DeviceCheckView> self = this;
        m_isCameraOn = m_devices.showCamera([self](const QImage &picture) {
            if (!self || !self->m_isCameraOn)
                return;
            self->m_picture = picture;
            Q_EMIT self->pictureChanged();
        });
        m_isCameraRefused = !m_isCameraOn;
    } else {
        m_isCameraOn = false;
        m_devices.hideCamera();
        m_picture = {};
        Q_EMIT pictureChanged();
    }
    Q_EMIT changed();
}

void DeviceCheckView::setPlace(Place place)
{
    if (place == m_place)
        return;
    m_place = place;
    if (place == Typing)
        setMicOn(false);
    Q_EMIT changed();
}

QString DeviceCheckView::micText() const
{
    switch (m_mic) {
    case Unknown: return tr("We can’t check your microphone here. You can still join.");
    case Missing: return tr("No microphone found. You can still join.");
    case Refused: return tr("Your microphone does not open. You can still join.");
    case Off: return tr("Your microphone is off");
    case Quiet: return tr("Say something to test it");
    case Heard: return tr("We can hear you");
    }
    return {};
}

QString DeviceCheckView::headphonesText() const
{
    return m_found.hasHeadphones ? tr("Headphones are in") : tr("No headphones found. They keep the talk private.");
}

QString DeviceCheckView::cameraText() const
{
    if (!m_found.hasCamera)
        return tr("No camera found. You can still join.");
    if (m_isCameraRefused)
        return tr("Your camera does not open. You can still join.");
    return m_isCameraOn ? tr("Your camera is on") : tr("Your camera is off");
}

} // namespace handrail
