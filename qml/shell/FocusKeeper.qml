// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

pragma ComponentBehavior: Bound

import QtQuick

// For those who move by keys: after Help, and when a page is opened again, the focus is where it was on that page; on a new page it is on
// the first control. page is the loader of the pages, and hidden while Help shows.
Item {
    id: root

    property Loader page: null

    readonly property Item active: Window.activeFocusItem
    property Item last: null
    // What had the focus when Help opened, until it has it again: on the way back the window may give it to another first.
    property Item kept: null
    property bool isByKeys: false
    property int tries: 0
    // Of each page by its address: the place in the order of Tab.
    property var places: ({})

    function isOnPage(item: Item): bool {
        for (let up = item; up; up = up.parent)
            if (up === root.page.item)
                return true;
        return false;
    }

    onActiveChanged: {
        if (!active || kept || !page?.visible || active === page.item || !isOnPage(active))
            return;
        last = active;
        isByKeys = active["isTouched"] !== true;
        if (isByKeys)
            places[page.source] = Math.max(0, controls().indexOf(active));
    }

    // The page's controls in the order of Tab.
    function controls(): var {
        const all = [];
        let next = root.page.item?.nextItemInFocusChain(true) ?? null;
        while (next && isOnPage(next) && !all.includes(next)) {
            all.push(next);
            next = next.nextItemInFocusChain(true);
        }
        return all;
    }

    function restore() {
        const back = kept;
        kept = null;
        if (!isByKeys || !page?.visible || !page.item)
            return;
        if (back) {
            back.forceActiveFocus(Qt.OtherFocusReason);
        } else if (active === page.item || !isOnPage(active)) {
            const all = controls();
            // Long lists make their last rows a moment later.
            if ((places[page.source] ?? 0) >= all.length && tries < 5) {
                tries += 1;
                later.start();
                return;
            }
            all[Math.min(places[page.source] ?? 0, all.length - 1)]?.forceActiveFocus(Qt.OtherFocusReason);
        }
    }

    // When the page that comes has taken its place.
    Timer {
        id: later

        interval: root.tries > 0 ? 60 : 0
        onTriggered: root.restore()
    }

    Connections {
        target: root.page

        function onVisibleChanged() {
            if (root.page.visible)
                later.start();
            else
                root.kept = root.last;
        }

        function onLoaded() {
            root.last = null;
            root.kept = null;
            root.tries = 0;
            later.start();
        }
    }
}
