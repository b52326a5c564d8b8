// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QColor>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace handrail {

// Every colour of the app, in light and dark, by the names of the design tokens. The app sets isDark. This is no QML file
// because QML takes a binding to "onPrimary" for a signal handler.
class Theme : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool isDark READ isDark WRITE setIsDark NOTIFY isDarkChanged)
    Q_PROPERTY(QColor bg READ bg NOTIFY isDarkChanged)
    Q_PROPERTY(QColor surface READ surface NOTIFY isDarkChanged)
    Q_PROPERTY(QColor sunken READ sunken NOTIFY isDarkChanged)
    Q_PROPERTY(QColor line READ line NOTIFY isDarkChanged)
    Q_PROPERTY(QColor outline READ outline NOTIFY isDarkChanged)
    Q_PROPERTY(QColor ink READ ink NOTIFY isDarkChanged)
    Q_PROPERTY(QColor ink2 READ ink2 NOTIFY isDarkChanged)
    Q_PROPERTY(QColor ink3 READ ink3 NOTIFY isDarkChanged)
    Q_PROPERTY(QColor primary READ primary NOTIFY isDarkChanged)
    Q_PROPERTY(QColor onPrimary READ onPrimary NOTIFY isDarkChanged)
    Q_PROPERTY(QColor primarySoft READ primarySoft NOTIFY isDarkChanged)
    Q_PROPERTY(QColor onPrimarySoft READ onPrimarySoft NOTIFY isDarkChanged)
    Q_PROPERTY(QColor hero READ hero NOTIFY isDarkChanged)
    Q_PROPERTY(QColor onHero READ onHero NOTIFY isDarkChanged)
    Q_PROPERTY(QColor onHero2 READ onHero2 NOTIFY isDarkChanged)
    Q_PROPERTY(QColor heroBtn READ heroBtn NOTIFY isDarkChanged)
    Q_PROPERTY(QColor onHeroBtn READ onHeroBtn NOTIFY isDarkChanged)
    Q_PROPERTY(QColor heroLine READ heroLine NOTIFY isDarkChanged)
    Q_PROPERTY(QColor help READ help NOTIFY isDarkChanged)
    Q_PROPERTY(QColor onHelp READ onHelp NOTIFY isDarkChanged)
    Q_PROPERTY(QColor helpSoft READ helpSoft NOTIFY isDarkChanged)
    Q_PROPERTY(QColor onHelpSoft READ onHelpSoft NOTIFY isDarkChanged)
    Q_PROPERTY(QColor urgent READ urgent NOTIFY isDarkChanged)
    Q_PROPERTY(QColor onUrgent READ onUrgent NOTIFY isDarkChanged)
    Q_PROPERTY(QColor dusk READ dusk NOTIFY isDarkChanged)
    Q_PROPERTY(QColor duskSoft READ duskSoft NOTIFY isDarkChanged)
    Q_PROPERTY(QColor plum READ plum NOTIFY isDarkChanged)
    Q_PROPERTY(QColor plumSoft READ plumSoft NOTIFY isDarkChanged)
    Q_PROPERTY(QColor ochre READ ochre NOTIFY isDarkChanged)
    Q_PROPERTY(QColor ochreSoft READ ochreSoft NOTIFY isDarkChanged)
    Q_PROPERTY(QColor slate READ slate NOTIFY isDarkChanged)
    Q_PROPERTY(QColor slateSoft READ slateSoft NOTIFY isDarkChanged)
    Q_PROPERTY(QColor moss READ moss NOTIFY isDarkChanged)
    Q_PROPERTY(QColor mossSoft READ mossSoft NOTIFY isDarkChanged)
    Q_PROPERTY(QColor track READ track NOTIFY isDarkChanged)
    Q_PROPERTY(QColor focus READ focus NOTIFY isDarkChanged)
    Q_PROPERTY(QColor calm READ calm NOTIFY isDarkChanged)
    Q_PROPERTY(QColor calm2 READ calm2 NOTIFY isDarkChanged)
    Q_PROPERTY(QColor calm3 READ calm3 NOTIFY isDarkChanged)
    // Fixed: the sun and the rail of the welcome picture, what lies behind a sheet, and nothing at all.
    Q_PROPERTY(QColor welcome READ welcome CONSTANT)
    Q_PROPERTY(QColor welcomeRail READ welcomeRail CONSTANT)
    Q_PROPERTY(QColor welcomeLine READ welcomeLine CONSTANT)
    Q_PROPERTY(QColor sun READ sun CONSTANT)
    Q_PROPERTY(QColor scrim READ scrim CONSTANT)
    Q_PROPERTY(QColor clear READ clear CONSTANT)
    // Without a graphics card, lines whose width is no whole number of pixels come out uneven.
    Q_PROPERTY(bool hasWholePixels READ hasWholePixels CONSTANT)

public:
    using QObject::QObject;

    bool isDark() const { return m_isDark; }
    void setIsDark(bool isDark);

    QColor bg() const { return pick(0xF6F3EC, 0x0F1716); }
    QColor surface() const { return pick(0xFFFEFB, 0x18221F); }
    QColor sunken() const { return pick(0xECE8DE, 0x22302C); }
    QColor line() const { return pick(0xE0DACD, 0x2D3C38); }
    QColor outline() const { return pick(0x85857A, 0x7D8C87); }
    QColor ink() const { return pick(0x1A2927, 0xEEF2ED); }
    QColor ink2() const { return pick(0x3D4A47, 0xC3CDC9); }
    QColor ink3() const { return pick(0x596663, 0xA0ADA8); }
    QColor primary() const { return pick(0x1D5A53, 0x8FCFBF); }
    QColor onPrimary() const { return pick(0xFFFFFF, 0x06302A); }
    QColor primarySoft() const { return pick(0xDCEAE4, 0x1F3D37); }
    QColor onPrimarySoft() const { return pick(0x0F3F39, 0xC2E8DD); }
    QColor hero() const { return pick(0x1D5A53, 0x1B3A35); }
    QColor onHero() const { return pick(0xFFFFFF, 0xF2F6F1); }
    QColor onHero2() const { return pick(0xEAF4F0, 0xBAD3CB); }
    QColor heroBtn() const { return pick(0xFBF8F1, 0x9AD6C7); }
    QColor onHeroBtn() const { return pick(0x123F3A, 0x06302A); }
    QColor heroLine() const { return pick(0x3B7A71, 0x3A625A); }
    QColor help() const { return pick(0x963B24, 0xF2A588); }
    QColor onHelp() const { return pick(0xFFFFFF, 0x3E1306); }
    QColor helpSoft() const { return pick(0xF9E6DD, 0x39231B); }
    QColor onHelpSoft() const { return pick(0x74290F, 0xF9CFBD); }
    QColor urgent() const { return pick(0x1A2927, 0xEEF2ED); }
    QColor onUrgent() const { return pick(0xFFFFFF, 0x141D1B); }
    QColor dusk() const { return pick(0x444E8A, 0xB9C1F5); }
    QColor duskSoft() const { return pick(0xE5E7F5, 0x272C48); }
    QColor plum() const { return pick(0x7A3F68, 0xE7B4D5); }
    QColor plumSoft() const { return pick(0xF4E4EF, 0x3D2637); }
    QColor ochre() const { return pick(0x674309, 0xEBC778); }
    QColor ochreSoft() const { return pick(0xF6E8C8, 0x3A2F17); }
    QColor slate() const { return pick(0x2A587B, 0xA6CDEB); }
    QColor slateSoft() const { return pick(0xDCE9F3, 0x1F3343); }
    QColor moss() const { return pick(0x475B1F, 0xC4D696); }
    QColor mossSoft() const { return pick(0xE5ECD3, 0x2B3419); }
    QColor track() const { return pick(0xC6D3CC, 0x3A4D47); }
    QColor focus() const { return pick(0x1A2927, 0xEEF2ED); }
    QColor calm() const { return pick(0xE2EDE7, 0x14201D); }
    QColor calm2() const { return pick(0xCDE1D8, 0x1B2F2A); }
    QColor calm3() const { return pick(0xB0D0C4, 0x264740); }

    QColor welcome() const { return QColor::fromRgba(0xFF1D5A53); }
    QColor welcomeRail() const { return QColor::fromRgba(0xFFFBF8F1); }
    QColor welcomeLine() const { return QColor::fromRgba(0xFF3B7A71); }
    QColor sun() const { return QColor::fromRgba(0xFFF3D9A4); }
    QColor scrim() const { return QColor::fromRgba(0x8C0F1716); }
    QColor clear() const { return QColor::fromRgba(0x00000000); }
    bool hasWholePixels() const;

Q_SIGNALS:
    void isDarkChanged();

private:
    QColor pick(QRgb light, QRgb dark) const { return QColor::fromRgb(m_isDark ? dark : light); }

    bool m_isDark = false;
};

} // namespace handrail
