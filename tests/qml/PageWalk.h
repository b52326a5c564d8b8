// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QStringList>
#include <functional>

class QQuickItem;

namespace handrail {

/// Depth first over what can be seen; stops below an item when the visitor says so.
void walkVisible(QQuickItem *item, const std::function<bool(QQuickItem *)> &visit);

/// Nothing of it lies outside the window or what it scrolls in.
[[nodiscard]] bool isWhollyInView(QQuickItem *item);

/// Everything a person would stumble over below `root`: a control without a name or under 48 x 48 dp, something that takes the focus and has
/// no role, text that is cut, text or a control beyond root's sides, two texts on top of each other. While a dialog shows, only it is looked at.
[[nodiscard]] QStringList problemsOf(QQuickItem *root);

} // namespace handrail
