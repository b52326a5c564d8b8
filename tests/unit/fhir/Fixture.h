// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

/// The bytes of a file of tests/fixtures. Ends the test program when it is not there.
inline QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(HANDRAIL_FIXTURES "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(file.fileName()));
    return file.readAll();
}

/// The fixture with one piece of text put in place of another, which must be there.
inline QByteArray fixtureWith(const QString &name, const QByteArray &before, const QByteArray &after)
{
    QByteArray json = fixture(name);
    if (!json.contains(before))
        qFatal("fixture %s has no %s", qPrintable(name), before.constData());
    return json.replace(before, after);
}
