// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "ports/LinkDoor.h"

#include <QObject>

namespace handrail {

/// The way in of systems that hand an address to the running app themselves (QFileOpenEvent: macOS, iOS, Android), and that start no second
/// one. Needs a QGuiApplication when it is opened.
class AddressEvents : public QObject, public LinkDoor
{
public:
    AddressEvents() = default;

    bool handOver(const QString &) override { return false; }
    void open(std::function<void(const QString &address)> come) override;

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    /// What came, from wherever. Cut short where it can be no address of ours: nobody shall fill the memory.
    void bring(const QString &address);

private:
    std::function<void(const QString &)> m_come;
};

} // namespace handrail
