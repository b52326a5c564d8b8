// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/AgendaModel.h"

namespace handrail {

int AgendaModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant AgendaModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case HeadingRole:
        return row.heading;
    case ItemRole:
        return QVariant::fromValue(row.item);
    case FirstRole:
        return row.isFirstOfDay;
    case LastRole:
        return row.isLastOfDay;
    default:
        return {};
    }
}

QHash<int, QByteArray> AgendaModel::roleNames() const
{
    return {{HeadingRole, "heading"}, {ItemRole, "item"}, {FirstRole, "isFirstOfDay"}, {LastRole, "isLastOfDay"}};
}

void AgendaModel::setRows(QList<Row> rows)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        rows[i].isFirstOfDay = i == 0 || rows.at(i - 1).day != rows.at(i).day;
        rows[i].isLastOfDay = i + 1 == rows.size() || rows.at(i + 1).day != rows.at(i).day;
    }
    if (rows == m_rows)
        return;
    const qsizetype before = m_rows.size();
    const qsizetype common = qMin(before, rows.size());
    if (rows.size() < before) {
        beginRemoveRows({}, int(rows.size()), int(before) - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    }
    for (qsizetype i = 0; i < common; ++i) {
        if (m_rows.at(i) != rows.at(i)) {
            m_rows[i] = rows.at(i);
            Q_EMIT dataChanged(index(int(i)), index(int(i)));
        }
    }
    if (rows.size() > before) {
        beginInsertRows({}, int(before), int(rows.size()) - 1);
        m_rows += rows.mid(before);
        endInsertRows();
    }
    if (before != m_rows.size())
        Q_EMIT countChanged();
}

} // namespace handrail
