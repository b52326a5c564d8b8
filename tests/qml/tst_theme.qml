// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Handrail.Theme
import Handrail.Controls
import Handrail.Testing

// The theme against the design's own numbers, and its contrast by the WCAG formula.
TestCase {
    name: "Theme"

    function cleanup() {
        Theme.isDark = false;
        Type.textScale = 1;
        Motion.lessMotion = false;
    }

    function test_colours_data() {
        return [{ "tag": "light", "isDark": false }, { "tag": "dark", "isDark": true }];
    }

    function test_colours(data) {
        Theme.isDark = data.isDark;
        const wanted = Probe.tokens().color[data.tag];
        compare(Object.keys(wanted).length, 39);
        for (const name in wanted)
            compare(Theme[name], Qt.color(wanted[name]), name);
    }

    function test_contrast_data() {
        return test_colours_data();
    }

    function test_contrast(data) {
        Theme.isDark = data.isDark;
        const pairs = Probe.tokens().contrast[data.tag];
        compare(Object.keys(pairs).length, 36);
        for (const pair in pairs) {
            const names = pair.split(" on ");
            const ratio = Probe.contrast(Theme[names[0]], Theme[names[1]]);
            verify(ratio >= pairs[pair].min, pair + " is " + ratio);
            fuzzyCompare(ratio, pairs[pair].ratio, 0.02, pair);
        }
    }

    function test_type() {
        const scale = Probe.tokens().font.scale;
        compare(Type.roles.length, Object.keys(scale).length);
        for (let i = 0; i < Type.roles.length; ++i) {
            const wanted = scale[Type.roles[i]];
            compare(Type.sizes[i], wanted.size, Type.roles[i]);
            compare(Type.lines[i], wanted.line, Type.roles[i]);
            compare(Type.weights[i], wanted.weight, Type.roles[i]);
            if (wanted.tracking !== undefined)
                compare(Type.tracking[i], wanted.tracking, Type.roles[i]);
        }
        // The order is that of the roles that Words offers.
        compare(Type.roles[Words.Display], "display");
        compare(Type.roles[Words.Secondary], "secondary");
        compare(Type.roles[Words.NumeralXL], "numeralXL");
    }

    function test_largeTextGrowsHalfAsFast() {
        Type.textScale = 2;
        compare(Type.scaleOf(17), 2);
        compare(Type.scaleOf(22), 1.5);
        verify(Metrics.reflows);
        Type.textScale = 1.45;
        verify(!Metrics.reflows);
    }

    function test_metrics() {
        const t = Probe.tokens();
        compare([Metrics.space1, Metrics.space2, Metrics.space3, Metrics.space4, Metrics.space5, Metrics.space6],
                [t.space[1], t.space[2], t.space[3], t.space[4], t.space[5], t.space[6]]);
        compare([Metrics.radiusCard, Metrics.radiusHero, Metrics.radiusButton, Metrics.radiusSheet],
                [t.radius.card, t.radius.hero, t.radius.button, t.radius.sheet]);
        compare([Metrics.touchMin, Metrics.button, Metrics.helpCircle, Metrics.railWidth, Metrics.listPane],
                [t.size.touchMin, t.size.button, t.size.helpCircle, t.size.railWidth, t.size.listPane]);
        compare([Metrics.control, Metrics.focus, Metrics.focusGap, Metrics.chart],
                [t.stroke.control, t.stroke.focus, t.stroke.focusGap, t.stroke.chart]);
        compare([Motion.tap, Motion.quick, Motion.standard, Motion.gentle],
                [t.motion.duration.tap, t.motion.duration.quick, t.motion.duration.standard, t.motion.duration.gentle]);
    }

    function test_lessMotion() {
        Motion.lessMotion = true;
        compare(Motion.standard, 120);
        compare(Motion.slide, 0);
        compare(Motion.gentle, 0);
    }

    function test_everyIconIsInTheFont() {
        const names = Probe.tokens().icons;
        verify(names.length > 50);
        for (const name of names)
            verify(Icons.codePoints[name] !== undefined, name);
        for (const name in Icons.codePoints)
            verify(Probe.hasGlyph(Type.iconFamily, Icons.glyph(name)), name);
        verify(!Probe.hasGlyph(Type.iconFamily, "\u4E00"));
        compare(Icons.glyph("no such icon"), "");
        for (const name in Icons.directional)
            verify(Icons.codePoints[name] !== undefined, name);
    }

    function test_coloursLiveInTheThemeAlone() {
        compare(Probe.strayColours(), []);
    }
}
