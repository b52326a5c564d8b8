// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "view/FormField.h"

#include <QAbstractListModel>
#include <QList>

namespace handrail {

/// The questions of a screen, in order. A row stays the same row as long as its question is asked here, so that who types in it goes on typing
/// when another one comes or goes.
class FormFieldModel : public QAbstractListModel
{
    Q_OBJECT
    QML_NAMED_ELEMENT(FormFieldModel)
    QML_UNCREATABLE("Given by CheckIn and Form")
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged)

public:
    enum Role { FieldRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Those that were here before stay in their order.
    void setFields(const QList<FormField *> &fields);
    [[nodiscard]] const QList<FormField *> &fields() const { return m_fields; }

Q_SIGNALS:
    void countChanged();

private:
    QList<FormField *> m_fields;
};

} // namespace handrail
