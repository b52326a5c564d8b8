// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/OutgoingModel.h"

#include <algorithm>

namespace handrail {

namespace {

int indexOf(const QList<OutgoingItem> &items, int number)
{
    const auto found = std::find_if(items.cbegin(), items.cend(), [&](const OutgoingItem &item) { return item.number == number; });
    return found == items.cend() ? -1 : int(found - items.cbegin());
}

} // namespace

int OutgoingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant OutgoingModel::data(const QModelIndex &index, int role) const
{
    if (role != ItemRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return QVariant::fromValue(m_items.at(index.row()));
}

QHash<int, QByteArray> OutgoingModel::roleNames() const
{
    return {{ItemRole, "thing"}};
}

void OutgoingModel::setItems(const QList<OutgoingItem> &items)
{
    const qsizetype before = m_items.size();
    for (int row = int(m_items.size()) - 1; row >= 0; --row) {
        if (indexOf(items, m_items.at(row).number) >= 0)
            continue;
        beginRemoveRows({}, row, row);
        m_items.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < items.size(); ++row) {
        const int known = indexOf(m_items, items.at(row).number);
        if (known < 0) {
            beginInsertRows({}, row, row);
            m_items.insert(row, items.at(row));
            endInsertRows();
            continue;
        }
        if (known != row) { // always further down: what is above is in its place
            beginMoveRows({}, known, known, {}, row);
            m_items.move(known, row);
            endMoveRows();
        }
        if (m_items.at(row) != items.at(row)) {
            m_items[row] = items.at(row);
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
    if (before != m_items.size())
        Q_EMIT countChanged();
}

} // namespace handrail
