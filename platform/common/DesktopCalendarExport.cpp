// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/common/DesktopCalendarExport.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>

namespace handrail {

namespace {

/// A plain name that ends in .ics, whatever was asked for.
QString safeName(const QString &asked)
{
    static const QRegularExpression notPlain(QStringLiteral("[^A-Za-z0-9-]+"));
    QString name = asked;
    if (name.endsWith(u".ics", Qt::CaseInsensitive))
        name.chop(4);
    name.replace(notPlain, QStringLiteral("-"));
    while (name.startsWith(u'-'))
        name.remove(0, 1);
    name.truncate(60);
    return (name.isEmpty() ? QStringLiteral("session") : name) + u".ics";
}

} // namespace

DesktopCalendarExport::DesktopCalendarExport(QString folder, UrlOpener opener)
    : m_folder(std::move(folder))
    , m_opener(std::move(opener))
{
}

DesktopCalendarExport::~DesktopCalendarExport()
{
    if (m_isUsed)
        DesktopCalendarExport::forget();
}

QString DesktopCalendarExport::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/calendar";
}

void DesktopCalendarExport::forget()
{
    QDir folder(m_folder);
    const QStringList names = folder.entryList({QStringLiteral("*.ics")}, QDir::Files);
    for (const QString &name : names)
        folder.remove(name);
}

Result<void> DesktopCalendarExport::open(const QByteArray &iCalendar, const QString &fileName)
{
    if (!iCalendar.startsWith("BEGIN:VCALENDAR"))
        return problem(ProblemKind::BadData, QStringLiteral("calendar: no event"));
    if (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return problem(ProblemKind::StoreReadOnly, QStringLiteral("calendar folder"), true);
    if (!m_isUsed)
        forget(); // later ones stay: the calendar program may still read them
    m_isUsed = true;
    QFile file(m_folder + u'/' + safeName(fileName));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return problem(ProblemKind::StoreReadOnly, QStringLiteral("calendar file"), true);
    if (file.write(iCalendar) != iCalendar.size() || !file.flush()) {
        file.remove();
        return problem(ProblemKind::StoreFull, QStringLiteral("calendar file"), true);
    }
    file.close();
    if (!m_opener(QUrl::fromLocalFile(file.fileName())))
        return problem(ProblemKind::NotFound, QStringLiteral("no calendar program"));
    return {};
}

} // namespace handrail
