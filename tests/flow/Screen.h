// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QAccessible>
#include <QQuickWindow>
#include <QString>
#include <QStringList>
#include <functional>

namespace handrail {

/// The app's window as a screen reader meets it: things are found by their accessible name and role, and acted on by their accessible
/// actions alone. What can be done here, a blind person can do.
class Screen
{
public:
    explicit Screen(QQuickWindow &window);

    /// The first visible thing whose name is `name`, an asterisk standing for any words. nullptr when there is none.
    [[nodiscard]] QAccessibleInterface *find(const QString &name) const;
    [[nodiscard]] bool has(const QString &name) const { return find(name) != nullptr; }
    /// Waits until it is there, at most `ms`. False when it does not come.
    bool waitFor(const QString &name, int ms = 10'000);
    bool waitUntil(const std::function<bool()> &isSo, int ms = 10'000);
    /// Presses it. False when it is not there, is disabled, or takes no press.
    bool press(const QString &name);
    /// Changes a slider or stepper by one step up.
    bool increase(const QString &name);
    /// Gives it the focus and types.
    bool type(const QString &name, const QString &text);

    /// Moves the page so that it is at its top, as far as the page goes. False when it is not there.
    bool scrollTo(const QString &name);

    /// Everything visible that a screen reader would stop at.
    [[nodiscard]] QList<QAccessibleInterface *> all() const;
    /// Names of all() in one text, for messages of failed tests.
    [[nodiscard]] QString spoken() const;
    /// Lets the next frames come, so that what was just changed is laid out: lists make their rows in one, and what stands around them is laid out
    /// in the next. Takes no longer than the machine needs.
    void settle(int frames = 4);
    /// The window as it looks now. What moves in has come to its place.
    [[nodiscard]] QImage picture();
    /// The same, when nothing but its size, its colours or its words has changed since.
    [[nodiscard]] QImage pictureAgain();
    [[nodiscard]] QQuickWindow &window() const { return m_window; }

private:
    bool act(const QString &name, const QString &action);
    QQuickWindow &m_window;
};

} // namespace handrail
