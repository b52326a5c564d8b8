// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/AgendaModel.h"

namespace handrail {

int AgendaModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_days.size());
}

QVariant AgendaModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Day &day = m_days.at(index.row());
    if (role == HeadingRole)
        return day.heading;
    if (role != SessionsRole)
        return {};
    QVariantList sessions;
    for (const SessionItem &session : day.sessions)
        sessions << QVariant::fromValue(session);
    return sessions;
}

QHash<int, QByteArray> AgendaModel::roleNames() const
{
    return {{HeadingRole, "heading"}, {SessionsRole, "sessions"}};
}

void AgendaModel::setDays(QList<Day> days)
{
    if (days == m_days)
        return;
    const qsizetype before = m_days.size();
    const qsizetype common = qMin(before, days.size());
    if (days.size() < before) {
        beginRemoveRows({}, int(days.size()), int(before) - 1);
        m_days.resize(days.size());
        endRemoveRows();
    }
    for (qsizetype i = 0; i < common; ++i) {
        if (m_days.at(i) != days.at(i)) {
            m_days[i] = days.at(i);
            Q_EMIT dataChanged(index(int(i)), index(int(i)));
        }
    }
    if (days.size() > before) {
        beginInsertRows({}, int(before), int(days.size()) - 1);
        m_days += days.mid(before);
        endInsertRows();
    }
    if (before != m_days.size())
        Q_EMIT countChanged();
}

void addSession(QList<AgendaModel::Day> &days, const QDate &date, const QString &heading, const SessionItem &session)
{
    if (days.isEmpty() || days.last().date != date)
        days << AgendaModel::Day{date, heading, {}};
    days.last().sessions << session;
}

} // namespace handrail
