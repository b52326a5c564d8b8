// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/CallDevices.h"

#include <QImage>
#include <QObject>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// What of microphone, headphones and camera is there, while the page about them shows. Nothing of it leaves the device, and nothing stands in the way
/// of joining.
class DeviceCheckView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(Mic mic READ mic NOTIFY changed)
    Q_PROPERTY(QString micText READ micText NOTIFY changed)
    Q_PROPERTY(QString headphonesText READ headphonesText NOTIFY changed)
    Q_PROPERTY(QString cameraText READ cameraText NOTIFY changed)
    Q_PROPERTY(bool hasHeadphones READ hasHeadphones NOTIFY changed)
    Q_PROPERTY(bool isMicOn READ isMicOn WRITE setMicOn NOTIFY changed)
    Q_PROPERTY(bool isCameraOn READ isCameraOn WRITE setCameraOn NOTIFY changed)
    Q_PROPERTY(Place place READ place WRITE setPlace NOTIFY changed)
    Q_PROPERTY(int level READ level NOTIFY levelChanged)
    Q_PROPERTY(QVariant picture READ shownPicture NOTIFY pictureChanged)

public:
    enum Mic {
        Unknown, ///< this system cannot be asked
        Missing, ///< none is plugged in
        Refused, ///< it does not open
        Off,     ///< switched off by the person
        Quiet,   ///< open, and nothing was heard yet
        Heard
    };
    Q_ENUM(Mic)
    /// Whether one can talk where one is. Kept while the page shows, and told to nobody.
    enum Place { Unsaid, Private, NotYet, Typing };
    Q_ENUM(Place)

    static constexpr int steps = 7; ///< of the level

    explicit DeviceCheckView(CallDevices &devices, QObject *parent = nullptr);
    ~DeviceCheckView() override;

    [[nodiscard]] Mic mic() const { return m_mic; }
    [[nodiscard]] QString micText() const;
    [[nodiscard]] QString headphonesText() const;
    [[nodiscard]] QString cameraText() const;
    [[nodiscard]] bool hasHeadphones() const { return m_found.hasHeadphones; }
    [[nodiscard]] bool isMicOn() const { return m_isMicOn; }
    void setMicOn(bool isOn);
    [[nodiscard]] bool isCameraOn() const { return m_isCameraOn; }
    void setCameraOn(bool isOn);
    [[nodiscard]] Place place() const { return m_place; }
    void setPlace(Place place); ///< Typing switches the microphone off
    /// 0 to `steps`.
    [[nodiscard]] int level() const { return m_level; }
    [[nodiscard]] QImage picture() const { return m_picture; }
    [[nodiscard]] QVariant shownPicture() const { return m_picture; } ///< QML has no name for a QImage

    /// The page opened: as at the start, microphone on and camera off.
    Q_INVOKABLE void begin();
    /// It shows; again: nothing new.
    Q_INVOKABLE void start();
    /// It does not any more, or something lies over it: microphone and camera are let go at once.
    Q_INVOKABLE void stop();

Q_SIGNALS:
    void changed();
    void levelChanged();
    void pictureChanged();

private:
    void look();
    void listen();
    void hear(double level);

    CallDevices &m_devices;
    CallDevices::Found m_found;
    bool m_isLooking = false;
    bool m_isCameraRefused = false;
    Mic m_mic = Unknown;
    bool m_isMicOn = true;
    bool m_isCameraOn = false;
    Place m_place = Unsaid;
    int m_level = 0;
    QImage m_picture;
};

} // namespace handrail
