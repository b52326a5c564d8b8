// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "PageWalk.h"

#include <QAccessible>
#include <QDir>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <memory>

namespace handrail::test {

/// One page by itself in a window, made anew for each test. With HANDRAIL_PICTURES=FOLDER picture() leaves there what it sees.
class PageScreen
{
protected:
    void openEngine()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("TypeError|ReferenceError|Binding loop|polish")));
        QAccessible::setActive(true);
        m_engine = std::make_unique<QQmlEngine>();
        m_engine->addImportPath(QStringLiteral(":/qt/qml"));
    }
    void closeEngine()
    {
        close();
        m_engine.reset();
    }

    void open(const char *file, const char *module)
    {
        close();
        m_window = std::make_unique<QQuickWindow>();
        m_engine->setIncubationController(m_window->incubationController()); // as the app's own window does
        QQmlComponent component(
            m_engine.get(), QUrl(QStringLiteral("qrc:/qt/qml/Handrail/%1/%2.qml").arg(QLatin1String(module), QLatin1String(file))));
        m_page = qobject_cast<QQuickItem *>(component.create());
        QVERIFY2(m_page, qPrintable(component.errorString()));
        m_page->setParent(m_window.get());
        m_page->setParentItem(m_window->contentItem());
        m_window->resize(390, 844);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_page->setSize(QSizeF(390, 844));
        QTest::qWait(50);
    }
    void close()
    {
        if (m_engine)
            m_engine->setIncubationController(nullptr);
        m_window.reset(); // and the page with it
        m_page = nullptr;
    }
    [[nodiscard]] QQuickItem *find(const char *name, QAccessible::Role role = QAccessible::NoRole) const
    {
        QQuickItem *found = nullptr;
        walkVisible(m_page, [&](QQuickItem *item) {
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
            if (!found && face && face->text(QAccessible::Name) == QString::fromUtf8(name)
                && (role == QAccessible::NoRole || face->role() == role))
                found = item;
            return !found;
        });
        return found;
    }
    void tap(QQuickItem *item)
    {
        QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, item->mapToScene(item->boundingRect().center()).toPoint());
    }
    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("HANDRAIL_PICTURES");
        if (!folder.isEmpty() && QDir().mkpath(folder))
            m_window->grabWindow().save(folder + u'/' + QLatin1String(name) + QStringLiteral(".png"));
    }
    /// All that a screen reader is told from now on.
    [[nodiscard]] std::unique_ptr<QSignalSpy> listen()
    {
        QQmlComponent component(m_engine.get());
        component.setData("import QtQuick\nimport Handrail.Controls\nItem { readonly property QtObject announcer: Announcer }",
                          QUrl());
        const std::unique_ptr<QObject> holder(component.create());
        return std::make_unique<QSignalSpy>(holder->property("announcer").value<QObject *>(), SIGNAL(said(QString)));
    }

    std::unique_ptr<QQmlEngine> m_engine;
    std::unique_ptr<QQuickWindow> m_window;
    QQuickItem *m_page = nullptr;
};

} // namespace handrail::test
