// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "view/SessionItem.h"

#include <QAbstractListModel>
#include <QDate>
#include <QList>

namespace handrail {

/// Sessions in order, with the heading of their day. Rows that stay the same stay in place when the list is replaced.
class AgendaModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_NAMED_ELEMENT(AgendaModel)
    QML_UNCREATABLE("Given by the pages' objects")
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged)

public:
    struct Row {
        QDate day;
        QString heading;
        SessionItem item;
        bool isFirstOfDay = false;
        bool isLastOfDay = false;
        bool operator==(const Row &other) const = default;
    };
    enum Role { HeadingRole = Qt::UserRole + 1, ItemRole, FirstRole, LastRole };

    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Rows in order of day; first and last of each day are marked here.
    void setRows(QList<Row> rows);
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }

Q_SIGNALS:
    void countChanged();

private:
    QList<Row> m_rows;
};

} // namespace handrail
