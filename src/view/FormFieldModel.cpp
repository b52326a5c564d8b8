// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/FormFieldModel.h"

namespace handrail {

int FormFieldModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size());
}

QVariant FormFieldModel::data(const QModelIndex &index, int role) const
{
    if (role != FieldRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return QVariant::fromValue(m_fields.at(index.row()));
}

QHash<int, QByteArray> FormFieldModel::roleNames() const
{
    return {{FieldRole, "field"}};
}

void FormFieldModel::setFields(const QList<FormField *> &fields)
{
    const qsizetype before = m_fields.size();
    for (int row = int(m_fields.size()) - 1; row >= 0; --row) {
        if (fields.contains(m_fields.at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_fields.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < fields.size(); ++row) {
        if (m_fields.value(row) == fields.at(row))
            continue;
        beginInsertRows({}, row, row);
        m_fields.insert(row, fields.at(row));
        endInsertRows();
    }
    if (before != m_fields.size())
        Q_EMIT countChanged();
}

} // namespace handrail
