// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/common/LoadedCallDevices.h"

#include "core/Log.h"

#include <QCoreApplication>
#include <QLibrary>
#include <utility>

namespace handrail {

LoadedCallDevices::LoadedCallDevices(QString library)
    : m_library(std::move(library))
{
}

CallDevices::Found LoadedCallDevices::look(std::function<void()> changed)
{
    if (!std::exchange(m_isTried, true)) {
        if (m_library.isEmpty())
            m_library = QCoreApplication::applicationDirPath() + QStringLiteral("/" HANDRAIL_LIBRARIES "/libhandrail-media.so");
        QLibrary library(m_library);
        if (const auto make = reinterpret_cast<MakeCallDevices>(library.resolve("handrail_call_devices")))
            m_loaded.reset(make());
        else
            qCInfo(logApp) << "microphone and camera cannot be looked at here";
    }
    return m_loaded ? m_loaded->look(std::move(changed)) : Found();
}

bool LoadedCallDevices::listen(std::function<void(double)> heard)
{
    return m_loaded && m_loaded->listen(std::move(heard));
}

void LoadedCallDevices::stopListening()
{
    if (m_loaded)
        m_loaded->stopListening();
}

bool LoadedCallDevices::showCamera(std::function<void(const QImage &)> seen)
{
    return m_loaded && m_loaded->showCamera(std::move(seen));
}

void LoadedCallDevices::hideCamera()
{
    if (m_loaded)
        m_loaded->hideCamera();
}

void LoadedCallDevices::done()
{
    if (m_loaded)
        m_loaded->done();
}

} // namespace handrail
