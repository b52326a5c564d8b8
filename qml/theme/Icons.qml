// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// The icons by name: code points of Material Design Icons 1.6.50, and two marks that are drawn because the font has none.
QtObject {
    readonly property var codePoints: ({
        "account": 0xF004, "account-multiple": 0xF00E, "account-outline": 0xF013, "alert-circle-outline": 0xF5D6,
        "arrow-left": 0xF04D, "arrow-right": 0xF054, "baby": 0xF06C, "backspace": 0xF06E, "battery": 0xF079,
        "bell-outline": 0xF09C, "book-open-variant": 0xF0BE, "bookmark": 0xF0C0, "bus": 0xF0E7, "calendar": 0xF0ED,
        "calendar-check": 0xF0EF, "calendar-plus": 0xF0F3, "calendar-remove": 0xF0F4, "calendar-today": 0xF0F6,
        "car": 0xF10B, "cart": 0xF110, "cellphone": 0xF11C, "check": 0xF12C, "check-circle": 0xF5E0,
        "check-circle-outline": 0xF5E1, "checkbox-blank-circle-outline": 0xF130, "checkbox-blank-outline": 0xF131, "checkbox-marked": 0xF132,
        "checkbox-marked-circle-outline": 0xF134,
        "chevron-down": 0xF140, "chevron-left": 0xF141, "chevron-right": 0xF142, "chevron-up": 0xF143,
        "clipboard-check": 0xF14C, "clock": 0xF150, "close": 0xF156, "close-circle-outline": 0xF15A, "cloud-outline": 0xF163,
        "content-copy": 0xF18F, "directions": 0xF1D0, "download": 0xF1DA, "earth": 0xF1E7, "email-outline": 0xF1F0,
        "emoticon-neutral": 0xF1F6, "eye": 0xF208, "file-document": 0xF219, "fingerprint": 0xF237, "fire": 0xF238,
        "food-apple": 0xF25B, "format-size": 0xF27F, "headphones": 0xF2CB, "heart": 0xF2D1, "home": 0xF2DC,
        "hospital-building": 0xF2E1, "hotel": 0xF2E3, "information-outline": 0xF2FD, "key-variant": 0xF30B, "leaf": 0xF32A,
        "lightbulb-outline": 0xF336, "lock": 0xF33E, "login": 0xF342, "logout": 0xF343, "magnify": 0xF349,
        "map-marker": 0xF34E, "menu": 0xF35C, "message-text": 0xF369, "microphone": 0xF36C, "minus": 0xF374,
        "note-text": 0xF39E, "open-in-new": 0xF3CC, "pause": 0xF3E4, "pencil": 0xF3EB, "phone": 0xF3F2, "pill": 0xF402,
        "play": 0xF40A, "plus": 0xF415, "qrcode": 0xF432, "radiobox-marked": 0xF43E, "refresh": 0xF450, "school": 0xF474,
        "send": 0xF48A, "share-variant": 0xF497, "silverware-variant": 0xF4A6, "star": 0xF4CE, "star-outline": 0xF4D2,
        "swap-horizontal": 0xF4E1, "thermometer": 0xF50F, "timer-sand": 0xF51F, "video": 0xF567, "video-off": 0xF568,
        "volume-high": 0xF57E, "walk": 0xF583, "weather-night": 0xF594, "weather-windy": 0xF59D,
        "white-balance-sunny": 0xF5A8, "wifi": 0xF5A9, "wifi-off": 0xF5AA,
        // Named by the texts; where the font has none of that name, one that says the same.
        "account-group": 0xF00E, "brain": 0xF335, "briefcase": 0xF0D6, "cards": 0xF638, "chat": 0xF188, "emoticon-sad": 0xF1F8,
        "food": 0xF25A, "hand-heart": 0xF2D5, "lightbulb": 0xF335, "medical-bag": 0xF2E1, "puzzle": 0xF431, "run": 0xF46E,
        "scale-balance": 0xF5D1, "shield": 0xF498
    })

    // Drawn in a 24 x 24 box with round 2 px strokes.
    readonly property var drawn: ({
        "buoy": "M2.5 12A9.5 9.5 0 1 0 21.5 12A9.5 9.5 0 1 0 2.5 12M8.2 12A3.8 3.8 0 1 0 15.8 12A3.8 3.8 0 1 0 8.2 12"
            + "M5.3 5.3L9.3 9.3M14.7 14.7L18.7 18.7M18.7 5.3L14.7 9.3M9.3 14.7L5.3 18.7",
        "wave": "M2 10C4.5 10 4.5 6 7 6C9.5 6 9.5 10 12 10C14.5 10 14.5 6 17 6C19.5 6 19.5 10 22 10"
            + "M2 18C4.5 18 4.5 14 7 14C9.5 14 9.5 18 12 18C14.5 18 14.5 14 17 14C19.5 14 19.5 18 22 18"
    })

    // These point along the line of text, so they turn round in right-to-left languages.
    readonly property var directional: ({
        "arrow-left": true, "arrow-right": true, "chevron-left": true, "chevron-right": true, "login": true, "logout": true,
        "send": true, "message-text": true, "walk": true, "directions": true, "backspace": true, "open-in-new": true
    })

    // The text to show in the icon font; empty for a drawn mark or an unknown name.
    function glyph(name: string): string {
        const code = codePoints[name];
        return code === undefined ? "" : String.fromCodePoint(code);
    }
}
