// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick
import Handrail.Theme

// The colors of an IconTile in the order of its tones, and of a HrButton in the order of its kinds: looked up once for all of them.
QtObject {
    readonly property list<color> tileInks: [Theme.onPrimarySoft, Theme.dusk, Theme.plum, Theme.ochre, Theme.slate, Theme.moss, Theme.ink2,
        Theme.onHelpSoft, Theme.onPrimary]
    readonly property list<color> tileGrounds: [Theme.primarySoft, Theme.duskSoft, Theme.plumSoft, Theme.ochreSoft, Theme.slateSoft,
        Theme.mossSoft, Theme.sunken, Theme.helpSoft, Theme.primary]
    readonly property list<color> buttonInks: [Theme.onPrimary, Theme.onPrimarySoft, Theme.ink, Theme.primary, Theme.onHeroBtn, Theme.onHero,
        Theme.onHelp, Theme.onHelpSoft, Theme.onUrgent, Theme.onPrimarySoft]
    readonly property list<color> buttonFills: [Theme.primary, Theme.primarySoft, Theme.clear, Theme.clear, Theme.heroBtn, Theme.clear,
        Theme.help, Theme.helpSoft, Theme.urgent, Theme.surface]
}
