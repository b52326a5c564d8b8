// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/Exercise.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>

namespace handrail {

/// Reads the values of an exercise's script and keeps the first fault with its place, so that the reading itself stays a list of fields.
class Script
{
public:
    [[nodiscard]] QString fault() const { return m_fault; }
    void fail(const QString &place, const QString &what)
    {
        if (m_fault.isEmpty())
            m_fault = QStringList(m_place + QStringList{place}).join(u'.') + QStringLiteral(": ") + what;
    }

    /// A key that is none of these is a fault.
    void only(const QJsonObject &object, const QStringList &keys);
    [[nodiscard]] QString text(const QJsonObject &object, const QString &key);
    /// Empty when it is not there.
    [[nodiscard]] QString textIfAny(const QJsonObject &object, const QString &key);
    [[nodiscard]] QStringList texts(const QJsonObject &object, const QString &key, qsizetype least, qsizetype most);
    [[nodiscard]] int number(const QJsonObject &object, const QString &key, int least, int most);
    /// `otherwise` when it is not there.
    [[nodiscard]] int numberOr(const QJsonObject &object, const QString &key, int least, int most, int otherwise);
    [[nodiscard]] bool flag(const QJsonObject &object, const QString &key);
    /// The place of the word in `words`; 0, and a fault, when it is none of them.
    [[nodiscard]] int word(const QJsonObject &object, const QString &key, const QStringList &words);
    /// Unique among all ids read so far.
    [[nodiscard]] QString id(const QJsonObject &object, const QString &key);
    [[nodiscard]] Next next(const QJsonObject &object, const QString &key);
    /// 1 to `most` of them, each of 1 to `highest`, none twice.
    [[nodiscard]] QList<int> numbers(const QJsonObject &object, const QString &key, qsizetype most, int highest);
    /// 1 to 5 lengths of 1 to 60, none twice.
    [[nodiscard]] QList<int> minutes(const QJsonObject &object);

    /// Calls `read` for each object of the list.
    void each(const QJsonObject &object, const QString &key, qsizetype least, qsizetype most,
              const std::function<void(const QJsonObject &)> &read);

private:
    [[nodiscard]] QJsonArray array(const QJsonObject &object, const QString &key, qsizetype least, qsizetype most);
    [[nodiscard]] QString sound(const QJsonValue &value, const QString &place);

    QStringList m_place;
    QSet<QString> m_ids;
    QString m_fault;
};

} // namespace handrail
