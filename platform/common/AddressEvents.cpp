// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/common/AddressEvents.h"

#include <QCoreApplication>
#include <QFileOpenEvent>

namespace handrail {

void AddressEvents::open(std::function<void(const QString &address)> come)
{
    m_come = std::move(come);
    if (QCoreApplication::instance())
        QCoreApplication::instance()->installEventFilter(this);
}

bool AddressEvents::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::FileOpen)
        return QObject::eventFilter(watched, event);
    const QUrl url = static_cast<QFileOpenEvent *>(event)->url();
    if (!url.isLocalFile())
        bring(url.toString(QUrl::FullyEncoded));
    return true;
}

void AddressEvents::bring(const QString &address)
{
    if (m_come)
        m_come(address.left(4096));
}

} // namespace handrail
