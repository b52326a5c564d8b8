// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#include "Fonts.h"

#include <QDir>
#include <QFontDatabase>
#include <QGuiApplication>

namespace handrail {

namespace {

// True if the family can be used afterwards. The files in our resources are named <prefix>*.
bool provide(const QStringList &installed, const QString &family, const QString &prefix)
{
    if (installed.contains(family))
        return true;
    const QDir files(QStringLiteral(":/qt/qml/Handrail/Theme/fonts"));
    const QStringList names = files.entryList({prefix + QLatin1Char('*')}, QDir::Files);
    for (const QString &name : names)
        QFontDatabase::addApplicationFont(files.filePath(name));
    return QFontDatabase::hasFamily(family);
}

} // namespace

Fonts::Fonts(QObject *parent)
    : QObject(parent)
    , m_text(QStringLiteral("Inter"))
    , m_display(QStringLiteral("Inter Display"))
    , m_icons(QStringLiteral("Material Design Icons"))
{
    const QStringList installed = QFontDatabase::families();
    if (!provide(installed, m_text, QStringLiteral("Inter-")))
        m_text = QGuiApplication::font().family();
    if (!provide(installed, m_display, QStringLiteral("InterDisplay-")))
        m_display = m_text;
    provide(installed, m_icons, QStringLiteral("materialdesignicons"));
}

} // namespace handrail
