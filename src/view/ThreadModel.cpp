// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/ThreadModel.h"

#include <algorithm>

namespace handrail {

int ThreadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case IsMineRole: return row.isMine;
    case NeedsYouRole: return row.needsYou;
    case IsNewRole: return row.isNew;
    case TextRole: return row.text;
    case KindTextRole: return row.kindText;
    case DayTextRole: return row.dayText;
    case StateTextRole: return row.stateText;
    case StateIconRole: return row.stateIcon;
    case SpokenRole: return row.spoken;
    default: return {};
    }
}

QHash<int, QByteArray> ThreadModel::roleNames() const
{
    return {{IsMineRole, "isMine"},       {NeedsYouRole, "needsYou"},   {IsNewRole, "isNew"},
            {TextRole, "text"},           {KindTextRole, "kindText"},   {DayTextRole, "dayText"},
            {StateTextRole, "stateText"}, {StateIconRole, "stateIcon"}, {SpokenRole, "spoken"}};
}

// Both ends that stay the same stay: a new message comes at the front, an older page at the back, a new state within.
void ThreadModel::setRows(const QList<Row> &rows)
{
    const auto isSame = [](const Row &a, const Row &b) { return a.name == b.name; };
    const qsizetype most = std::min(m_rows.size(), rows.size());
    qsizetype back = 0;
    while (back < most && isSame(m_rows.at(m_rows.size() - 1 - back), rows.at(rows.size() - 1 - back)))
        ++back;
    qsizetype front = 0;
    while (front < most - back && isSame(m_rows.at(front), rows.at(front)))
        ++front;
    const qsizetype gone = m_rows.size() - front - back;
    const qsizetype added = rows.size() - front - back;
    if (gone > 0) {
        beginRemoveRows({}, int(front), int(front + gone - 1));
        m_rows.remove(front, gone);
        endRemoveRows();
    }
    if (added > 0) {
        beginInsertRows({}, int(front), int(front + added - 1));
        for (qsizetype i = 0; i < added; ++i)
            m_rows.insert(front + i, rows.at(front + i));
        endInsertRows();
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (m_rows.at(i) == rows.at(i))
            continue;
        m_rows[i] = rows.at(i);
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
    if (gone > 0 || added > 0)
        Q_EMIT countChanged();
}

} // namespace handrail
