// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ports/CallDevices.h"

#include <QAudioDevice>
#include <QAudioSource>
#include <QCamera>
#include <QElapsedTimer>
#include <QIODevice>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoFrame>
#include <QVideoSink>
#include <algorithm>
#include <memory>

namespace handrail {

namespace {

constexpr qint64 betweenLevels = 80;    // ms
constexpr qint64 betweenPictures = 100; // ms
constexpr int pictureSide = 240;        // px, of what is shown small

/// What plays is a source of sound, too, and no microphone.
bool isMicrophone(const QAudioDevice &device)
{
    return !device.isNull() && !device.id().endsWith(".monitor");
}

bool isWorn(const QAudioDevice &device)
{
    const QString name = device.description();
    for (const QLatin1String part : {QLatin1String("headphone"), QLatin1String("headset"), QLatin1String("earphone"),
                                     QLatin1String("earbud"), QLatin1String("airpods"), QLatin1String("buds")}) {
        if (name.contains(part, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

double loudest(const QByteArray &sound, const QAudioFormat &format)
{
    const int step = std::max(1, format.bytesPerSample());
    double most = 0;
    for (qsizetype at = 0; at + step <= sound.size(); at += step)
        most = std::max(most, std::abs(double(format.normalizedSampleValue(sound.constData() + at))));
    return std::min(most, 1.0);
}

/// Qt Multimedia's microphones and cameras.
class MediaCallDevices final : public CallDevices
{
public:
    ~MediaCallDevices() override { close(); }

    Found look(std::function<void()> changed) override
    {
        if (!m_devices) {
            m_devices = std::make_unique<QMediaDevices>();
            const auto tell = [this] {
                if (const auto told = m_changed)
                    told();
            };
            for (const auto signal :
                 {&QMediaDevices::audioInputsChanged, &QMediaDevices::audioOutputsChanged, &QMediaDevices::videoInputsChanged})
                QObject::connect(m_devices.get(), signal, m_devices.get(), tell, Qt::QueuedConnection);
        }
        m_changed = std::move(changed);
        const QList<QAudioDevice> inputs = QMediaDevices::audioInputs();
        Found found;
        found.canLook = true;
        found.hasMicrophone = std::any_of(inputs.cbegin(), inputs.cend(), isMicrophone);
        found.hasHeadphones = isWorn(QMediaDevices::defaultAudioOutput());
        found.hasCamera = !QMediaDevices::videoInputs().isEmpty();
        return found;
    }

    bool listen(std::function<void(double)> heard) override
    {
        stopListening();
        const QList<QAudioDevice> inputs = QMediaDevices::audioInputs();
        const auto other = std::find_if(inputs.cbegin(), inputs.cend(), isMicrophone);
        QAudioDevice microphone = QMediaDevices::defaultAudioInput();
        if (!isMicrophone(microphone) && other != inputs.cend())
            microphone = *other;
        if (!isMicrophone(microphone))
            return false;
        const QAudioFormat format = microphone.preferredFormat();
        m_source = std::make_unique<QAudioSource>(microphone, format);
        QIODevice *sound = m_source->start();
        if (!sound || m_source->error() != QAudio::NoError) {
            m_source.reset();
            return false;
        }
        m_sinceLevel.start();
        QObject::connect(sound, &QIODevice::readyRead, m_source.get(), [this, sound, format, heard = std::move(heard)] {
            m_loudest = std::max(m_loudest, loudest(sound->readAll(), format));
            if (m_sinceLevel.elapsed() < betweenLevels)
                return;
            m_sinceLevel.start();
            heard(std::exchange(m_loudest, 0.0));
        });
        return true;
    }

    void stopListening() override
    {
        if (!m_source)
            return;
        m_source->stop();
        // It may be the one that just told of something.
        m_source.release()->deleteLater();
        m_loudest = 0;
    }

    bool showCamera(std::function<void(const QImage &)> seen) override
    {
        hideCamera();
        if (QMediaDevices::videoInputs().isEmpty())
            return false;
        m_camera = std::make_unique<QCamera>();
        m_session = std::make_unique<QMediaCaptureSession>();
        m_sink = std::make_unique<QVideoSink>();
        m_session->setCamera(m_camera.get());
        m_session->setVideoSink(m_sink.get());
        m_sincePicture.invalidate();
        QObject::connect(
            m_sink.get(), &QVideoSink::videoFrameChanged, m_sink.get(), [this, seen = std::move(seen)](const QVideoFrame &frame) {
                if (m_sincePicture.isValid() && m_sincePicture.elapsed() < betweenPictures)
                    return;
                m_sincePicture.start();
                const QImage picture = frame.toImage();
                if (!picture.isNull())
                    seen(picture.scaled(pictureSide, pictureSide, Qt::KeepAspectRatioByExpanding).mirrored(true, false));
            });
        m_camera->start();
        if (m_camera->error() == QCamera::NoError)
            return true;
        hideCamera();
        return false;
    }

    void hideCamera() override
    {
        if (m_camera)
            m_camera->stop();
        m_session.reset();
        m_sink.reset();
        m_camera.reset();
    }

    void done() override { close(); }

private:
    void close()
    {
        stopListening();
        hideCamera();
        m_changed = {};
        if (m_devices)
            m_devices.release()->deleteLater();
    }

    std::unique_ptr<QMediaDevices> m_devices;
    std::function<void()> m_changed;
    std::unique_ptr<QAudioSource> m_source;
    QElapsedTimer m_sinceLevel;
    double m_loudest = 0;
    std::unique_ptr<QCamera> m_camera;
    std::unique_ptr<QMediaCaptureSession> m_session;
    std::unique_ptr<QVideoSink> m_sink;
    QElapsedTimer m_sincePicture;
};

} // namespace

} // namespace handrail

extern "C" Q_DECL_EXPORT handrail::CallDevices *handrail_call_devices()
{
    return new handrail::MediaCallDevices;
}
