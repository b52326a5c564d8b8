// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "view/SessionItem.h"

#include <QAbstractListModel>
#include <QDate>
#include <QList>

namespace handrail {

/// Days with their sessions, in order. Days that stay the same stay in place when the list is replaced.
class AgendaModel : public QAbstractListModel
{
    Q_OBJECT
    QML_NAMED_ELEMENT(AgendaModel)
    QML_UNCREATABLE("Given by the pages' objects")
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged)

public:
    struct Day {
        QDate date;
        QString heading;
        QList<SessionItem> sessions;
        bool operator==(const Day &other) const = default;
    };
    enum Role { HeadingRole = Qt::UserRole + 1, SessionsRole };

    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void setDays(QList<Day> days);
    [[nodiscard]] const QList<Day> &days() const { return m_days; }

Q_SIGNALS:
    void countChanged();

private:
    QList<Day> m_days;
};

/// Adds a session under the heading of its day; sessions must come in order of time.
void addSession(QList<AgendaModel::Day> &days, const QDate &date, const QString &heading, const SessionItem &session);

} // namespace handrail
