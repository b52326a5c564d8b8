// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// The sheet that is open, and the layer of the window on which sheets stand. The window makes all else inert while there is one.
QtObject {
    property Item layer: null
    property Item top: null

    // Somebody wants the open sheet to close.
    signal closeAsked
}
