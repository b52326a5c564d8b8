// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "History.h"

#include <QFile>
#include <QJsonDocument>

#include <fcntl.h>
#include <unistd.h>

namespace handrail {

History::History(const QString &path)
    : m_file(::open(QFile::encodeName(path).constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600))
{
    if (m_file < 0)
        qFatal("the history cannot be written");
}

History::~History()
{
    ::close(m_file);
}

void History::note(const char *event, const QString &token, QJsonObject facts)
{
    facts.insert(QStringLiteral("event"), QLatin1String(event));
    facts.insert(QStringLiteral("token"), token);
    const QByteArray line = QJsonDocument(facts).toJson(QJsonDocument::Compact) + '\n';
    if (::write(m_file, line.constData(), std::size_t(line.size())) != line.size() || ::fdatasync(m_file) != 0)
        qFatal("the history cannot be written");
}

} // namespace handrail
