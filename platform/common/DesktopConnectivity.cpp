// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/common/DesktopConnectivity.h"

#include "core/Log.h"

#include <QNetworkInformation>

#include <memory>

namespace handrail {

namespace {

/// A clinic's server may be inside its own network, so a network without the wide world counts too.
bool isThere(QNetworkInformation::Reachability reachability)
{
    return reachability == QNetworkInformation::Reachability::Site || reachability == QNetworkInformation::Reachability::Online;
}

} // namespace

void DesktopConnectivity::watch(std::function<void()> regained)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        qCInfo(logApp) << "nothing here tells when the network comes back";
        return;
    }
    QNetworkInformation *information = QNetworkInformation::instance();
    const auto wasThere = std::make_shared<bool>(isThere(information->reachability()));
    QObject::connect(information, &QNetworkInformation::reachabilityChanged, &m_watcher,
                     [wasThere, regained = std::move(regained)](QNetworkInformation::Reachability reachability) {
                         if (!std::exchange(*wasThere, isThere(reachability)) && *wasThere)
                             regained();
                     });
}

} // namespace handrail
