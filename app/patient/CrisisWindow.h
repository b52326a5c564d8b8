// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QRasterWindow>
#include <QStringList>

namespace handrail {

/// The last way to help: a plain window with the numbers, painted without QML, fonts of ours, session or network. Shown when the pages
/// cannot be loaded.
class CrisisWindow final : public QRasterWindow
{
    Q_OBJECT
public:
    explicit CrisisWindow(QStringList lines);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_lines;
};

} // namespace handrail
