// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0
// Draws the gallery pages: gallery OUTPUT-FOLDER [PAGE...], one PNG a page, theme and text size.
#include <QDir>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include <cstdio>
#include <memory>

namespace {

struct Look {
    const char *name;
    int width;
    bool isDark;
    double textScale;
};

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const QDir out(arguments.value(1, QStringLiteral("gallery")));
    QDir().mkpath(out.path());
    QQmlEngine engine;
    engine.addImportPath(QStringLiteral(":/qt/qml"));
    QQmlComponent warm(&engine);
    warm.setData("import QtQuick\nimport Handrail.Theme\nimport Handrail.Controls\n"
                 "Item { readonly property QtObject theme: Theme; readonly property QtObject type: Type }",
                 QUrl());
    const std::unique_ptr<QObject> first(warm.create());
    if (!first) {
        std::fprintf(stderr, "%s\n", qPrintable(warm.errorString()));
        return 1;
    }
    const Look looks[] = {{"light", 390, false, 1}, {"dark", 390, true, 1}, {"narrow", 320, false, 1}, {"large", 390, false, 2}};
    const QStringList pages = arguments.mid(2);
    for (const QString &page : pages) {
        for (const Look &look : looks) {
            first->property("theme").value<QObject *>()->setProperty("isDark", look.isDark);
            first->property("type").value<QObject *>()->setProperty("textScale", look.textScale);
            QQmlComponent component(&engine, QUrl(QStringLiteral("qrc:/gallery/%1.qml").arg(page)));
            std::unique_ptr<QObject> object(component.create());
            auto *item = qobject_cast<QQuickItem *>(object.get());
            if (!item) {
                std::fprintf(stderr, "%s\n", qPrintable(component.errorString()));
                return 1;
            }
            QQuickWindow window;
            if (page != QLatin1String("GalleryTablet"))
                item->setWidth(look.width);
            item->setParentItem(window.contentItem());
            window.resize(int(item->width()), int(item->height()));
            window.show();
            app.processEvents();
            window.resize(int(item->width()), int(item->height()));
            app.processEvents();
            const QString file = out.filePath(QStringLiteral("%1-%2.png").arg(page, QLatin1String(look.name)));
            if (!window.grabWindow().save(file))
                return 1;
            std::printf("%s\n", qPrintable(file));
        }
    }
    return 0;
}
