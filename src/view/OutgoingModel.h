// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "view/OutgoingItem.h"

#include <QAbstractListModel>
#include <QList>

namespace handrail {

/// Things on their way, in order. A row stays the same row as long as its thing is here, so that whoever is on it stays there.
class OutgoingModel : public QAbstractListModel
{
    Q_OBJECT
    QML_NAMED_ELEMENT(OutgoingModel)
    QML_UNCREATABLE("Given by Outbox")
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged)

public:
    enum Role { ItemRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void setItems(const QList<OutgoingItem> &items);
    [[nodiscard]] const QList<OutgoingItem> &items() const { return m_items; }

Q_SIGNALS:
    void countChanged();

private:
    QList<OutgoingItem> m_items;
};

} // namespace handrail
