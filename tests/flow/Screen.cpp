// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Screen.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QQuickItem>
#include <QRegularExpression>
#include <QTest>
#include <QThread>
#include <algorithm>

namespace handrail {

namespace {

bool isShown(QAccessibleInterface *thing)
{
    const QAccessible::State state = thing->state();
    if (state.invisible)
        return false;
    const auto *item = qobject_cast<QQuickItem *>(thing->object());
    return !item || (item->isVisible() && item->opacity() > 0);
}

void collect(QAccessibleInterface *thing, QList<QAccessibleInterface *> &all)
{
    for (int i = 0; i < thing->childCount(); ++i) {
        QAccessibleInterface *child = thing->child(i);
        if (!child || !child->isValid() || !isShown(child))
            continue;
        all << child;
        collect(child, all);
    }
}

/// As it sounds: signs that only tell where a line may break are not heard.
QString nameOf(QAccessibleInterface *thing)
{
    return thing->text(QAccessible::Name).replace(QChar(QChar::Nbsp), u' ').replace(QChar(0x2011), u'-').remove(QChar(0x2060));
}

/// A turn of the event loop, with what was to be deleted after the last: outside exec() that stays behind, and what a pressed button replaced
/// would live on beside the new.
void turn()
{
    QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

/// The name that is looked for, an asterisk standing for any words.
class Sought
{
public:
    explicit Sought(const QString &name)
        : m_name(name)
    {
        if (!name.contains(u'*'))
            return;
        const QString pattern = QRegularExpression::escape(name).replace(QStringLiteral("\\*"), QStringLiteral(".*"));
        m_pattern =
            QRegularExpression(QRegularExpression::anchoredPattern(pattern), QRegularExpression::DotMatchesEverythingOption);
    }
    [[nodiscard]] bool isNameOf(QAccessibleInterface *thing) const
    {
        const QString own = nameOf(thing);
        return m_pattern.pattern().isEmpty() ? own == m_name : m_pattern.match(own).hasMatch();
    }

private:
    QString m_name;
    QRegularExpression m_pattern;
};

} // namespace

Screen::Screen(QQuickWindow &window)
    : m_window(window)
{
    QAccessible::setActive(true);
}

QList<QAccessibleInterface *> Screen::all() const
{
    QList<QAccessibleInterface *> all;
    if (QAccessibleInterface *root = QAccessible::queryAccessibleInterface(&m_window))
        collect(root, all);
    return all;
}

QAccessibleInterface *Screen::find(const QString &name) const
{
    const Sought sought(name);
    QAccessibleInterface *plain = nullptr;
    for (QAccessibleInterface *thing : all()) {
        if (!sought.isNameOf(thing))
            continue;
        // A button or a field before a text of the same words, and before what they stand in.
        const QAccessible::Role role = thing->role();
        if (role != QAccessible::StaticText && role != QAccessible::Heading && role != QAccessible::Grouping)
            return thing;
        if (!plain)
            plain = thing;
    }
    return plain;
}

bool Screen::waitUntil(const std::function<bool()> &isSo, int ms)
{
    const QDeadlineTimer deadline(ms);
    while (!isSo()) {
        if (deadline.hasExpired())
            return false;
        turn();
        QThread::msleep(5);
    }
    return true;
}

bool Screen::waitFor(const QString &name, int ms)
{
    return waitUntil([&] { return has(name); }, ms);
}

bool Screen::act(const QString &name, const QString &action)
{
    QAccessibleInterface *thing = find(name);
    if (!thing || thing->state().disabled)
        return false;
    QAccessibleActionInterface *actions = thing->actionInterface();
    if (!actions || !actions->actionNames().contains(action))
        return false;
    actions->doAction(action);
    turn();
    return true;
}

bool Screen::press(const QString &name)
{
    QAccessibleInterface *thing = find(name);
    // A switch or an option is toggled; some of them offer both.
    if (thing && thing->actionInterface()
        && !thing->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()))
        return act(name, QAccessibleActionInterface::toggleAction());
    return act(name, QAccessibleActionInterface::pressAction());
}

bool Screen::increase(const QString &name)
{
    return act(name, QAccessibleActionInterface::increaseAction());
}

bool Screen::type(const QString &name, const QString &text)
{
    QAccessibleInterface *thing = waitFor(name) ? find(name) : nullptr; // a page may make it a moment later
    auto *item = thing ? qobject_cast<QQuickItem *>(thing->object()) : nullptr;
    if (!item)
        return false;
    item->forceActiveFocus();
    for (const QChar letter : text)
        QTest::keyClick(&m_window, letter.toLatin1());
    QCoreApplication::processEvents();
    return true;
}

bool Screen::scrollTo(const QString &name)
{
    QAccessibleInterface *thing = find(name);
    const auto *item = thing ? qobject_cast<QQuickItem *>(thing->object()) : nullptr;
    QQuickItem *page = item ? item->parentItem() : nullptr;
    while (page && !page->property("contentY").isValid())
        page = page->parentItem();
    if (!page)
        return false;
    auto *content = page->property("contentItem").value<QQuickItem *>();
    const qreal most = page->property("contentHeight").toReal() - page->height();
    page->setProperty("contentY", std::clamp(item->mapToItem(content, QPointF()).y() - 120, 0.0, std::max(0.0, most)));
    return true;
}

QString Screen::spoken() const
{
    QStringList names;
    for (QAccessibleInterface *thing : all()) {
        if (const QString name = nameOf(thing); !name.isEmpty())
            names << name;
    }
    return names.join(QStringLiteral(" | "));
}

QImage Screen::picture()
{
    // Pages slide in for at most a quarter of a second.
    QTest::qWait(350);
    return m_window.grabWindow();
}

QImage Screen::pictureAgain()
{
    settle();
    QImage picture = m_window.grabWindow();
    const QDeadlineTimer longest(350);
    // A knob on its way, a cover that fades: until two pictures are the same.
    for (bool isStill = false; !isStill && !longest.hasExpired();) {
        settle(1);
        QImage next = m_window.grabWindow();
        isStill = next == picture;
        picture = std::move(next);
    }
    return picture;
}

void Screen::settle(int frames)
{
    int left = frames;
    const QMetaObject::Connection counted = QObject::connect(&m_window, &QQuickWindow::frameSwapped, &m_window, [&] {
        if (--left > 0)
            m_window.update();
    });
    m_window.update();
    waitUntil([&] { return left <= 0; }, 1000);
    QObject::disconnect(counted);
}

} // namespace handrail
