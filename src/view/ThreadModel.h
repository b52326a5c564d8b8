// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// The messages of a thread, the newest first. What stays the same stays in place when they are replaced.
class ThreadModel : public QAbstractListModel
{
    Q_OBJECT
    QML_NAMED_ELEMENT(ThreadModel)
    QML_UNCREATABLE("Given by Messages")
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged)

public:
    struct Row {
        QString name; ///< its identifier or id
        bool isMine = false;
        bool needsYou = false; ///< it will not go by itself
        bool isNew = false;    ///< the first that was not read when the page was opened
        QString text;
        QString kindText;  ///< "Refill", "Worksheet: ..."; empty for a plain message
        QString dayText;   ///< the heading above it; empty when the one before is of the same day
        QString stateText; ///< below it: "Dana · 1:05 pm", "Sent 1:22 pm · Seen"
        QString stateIcon;
        QString spoken;
        bool operator==(const Row &other) const = default;
    };
    enum Role {
        IsMineRole = Qt::UserRole + 1,
        NeedsYouRole,
        IsNewRole,
        TextRole,
        KindTextRole,
        DayTextRole,
        StateTextRole,
        StateIconRole,
        SpokenRole
    };

    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void setRows(const QList<Row> &rows);

Q_SIGNALS:
    void countChanged();

private:
    QList<Row> m_rows;
};

} // namespace handrail
