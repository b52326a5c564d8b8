// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Album.h"

#include <QDir>
#include <QFileInfo>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTextStream>

namespace handrail {

namespace {

struct Look {
    const char *theme;
    const char *size;
    QSize window;
};

} // namespace

Album::Album(QString folder)
    : m_folder(std::move(folder))
{
}

bool Album::add(Stage &stage, const QString &page)
{
    static constexpr Look looks[] = {{"light", "phone", {390, 844}},
                                     {"dark", "phone", {390, 844}},
                                     {"light", "tablet", {1024, 768}},
                                     {"dark", "tablet", {1024, 768}}};
    Screen &screen = stage.screen();
    bool isSaved = !screen.picture().isNull(); // what moves in has come to its place, once for all looks
    for (const Look &look : looks) {
        stage.app().preferences().setAppearance(qstrcmp(look.theme, "dark") == 0 ? Preferences::Dark : Preferences::Light);
        screen.window().resize(look.window);
        const QString path = QStringLiteral("%1/%2/%3.png").arg(QLatin1String(look.theme), QLatin1String(look.size), page);
        QDir(m_folder).mkpath(QFileInfo(path).path());
        isSaved = screen.pictureAgain().save(QDir(m_folder).filePath(path)) && isSaved;
    }
    stage.app().preferences().setAppearance(Preferences::Light);
    screen.window().resize(390, 844);
    isSaved = screen.waitUntil([&] { return screen.window().contentItem()->width() == 390; }, 2000) && isSaved;
    const bool isNew = !m_pages.contains(page); // a picture in the place of another would be missed by nobody
    m_pages << page;
    if (!isNew)
        qWarning("two pages are called %s", qPrintable(page));
    return isSaved && isNew;
}

bool Album::addLow(Stage &stage, const QString &page)
{
    Screen &screen = stage.screen();
    screen.window().resize(844, 390);
    QDir(m_folder).mkpath(QStringLiteral("light/low"));
    const bool isSaved = screen.picture().save(QDir(m_folder).filePath(QStringLiteral("light/low/%1.png").arg(page)));
    screen.window().resize(390, 844);
    return screen.waitUntil([&] { return screen.window().contentItem()->width() == 390; }, 2000) && isSaved;
}

bool Album::addLarge(Stage &stage, const QString &page)
{
    stage.app().preferences().setTextScale(2);
    QDir(m_folder).mkpath(QStringLiteral("light/large"));
    const bool isSaved = stage.screen().picture().save(QDir(m_folder).filePath(QStringLiteral("light/large/%1.png").arg(page)));
    stage.app().preferences().setTextScale(1);
    return isSaved;
}

bool Album::addLargeAndInSpanish(Stage &stage, const QString &page)
{
    Preferences &preferences = stage.app().preferences();
    preferences.setTextScale(2);
    bool isGood = add(stage, page + QStringLiteral("-200"));
    preferences.setTextScale(1);
    preferences.setLanguage(QStringLiteral("es"));
    isGood = add(stage, page + QStringLiteral("-es")) && isGood;
    preferences.setLanguage(QStringLiteral("en"));
    return isGood;
}

bool Album::writeIndex() const
{
    QFile file(QDir(m_folder).filePath(QStringLiteral("index.html")));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QTextStream out(&file);
    out << "<!doctype html><meta charset=\"utf-8\"><title>Handrail: every "
           "page</title><style>img{height:420px;margin:4px}</style>\n";
    out << "<p><a href=\"questions/index.html\">Every kind of question, in every state</a></p>\n";
    for (const QString &page : std::as_const(m_pages)) {
        out << "<h2>" << page << "</h2>\n";
        for (const char *look : {"light/phone", "dark/phone", "light/tablet", "dark/tablet", "light/large", "light/low"}) {
            if (!QFile::exists(QDir(m_folder).filePath(QStringLiteral("%1/%2.png").arg(QLatin1String(look), page))))
                continue;
            out << "<img alt=\"" << page << ", " << look << "\" src=\"" << look << '/' << page << ".png\">\n";
        }
    }
    return true;
}

} // namespace handrail
