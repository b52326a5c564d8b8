// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Handrail.Theme
import Handrail.Controls
import Handrail.Testing

// Walks every control of the gallery on phones of 390 and 320 dp, at 100 and 200 % text, in both directions of writing.
Item {
    id: root

    width: 390
    height: 844

    Loader {
        id: loader

        anchors.fill: undefined
        width: parent.width
    }

    TestCase {
        name: "Gallery"
        when: windowShown

        function cleanup() {
            loader.source = "";
            Type.textScale = 1;
            root.LayoutMirroring.enabled = false;
            Theme.isDark = false;
        }

        function test_walk_data() {
            const rows = [];
            for (const page of ["Gallery1", "Gallery2", "Gallery3", "Gallery4"])
                for (const [width, scale] of [[390, 1], [390, 2], [320, 1], [320, 1.3], [320, 2]])
                    for (const mirrored of [false, true])
                                rows.push({ "tag": page + " " + width + " x" + scale + (mirrored ? " mirrored" : ""), "page": page, "wide": width, "scale": scale, "mirrored": mirrored });
            rows.push({ "tag": "tablet", "page": "GalleryTablet", "wide": 1024, "scale": 1, "mirrored": false });
            return rows;
        }
        function test_walk(data) {
            Type.textScale = data.scale;
            root.LayoutMirroring.childrenInherit = true;
            root.LayoutMirroring.enabled = data.mirrored;
            root.width = data.wide;
            loader.source = Qt.resolvedUrl(data.page + ".qml");
            verify(loader.item);
            loader.item.width = data.wide;
            waitForRendering(root);
            compare(Probe.problems(loader.item), []);
        }
    }
}
