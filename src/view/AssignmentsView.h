// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/Assignments.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

class MinuteTimer;
class TimeText;

/// The forms that are due, and those that were answered: for Today's card and the list of forms.
class AssignmentsView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QVariantList due READ due NOTIFY changed)
    Q_PROPERTY(QVariantList later READ later NOTIFY changed)
    Q_PROPERTY(QVariantList done READ done NOTIFY changed)
    Q_PROPERTY(QVariantList checkIns READ checkIns NOTIFY changed)
    Q_PROPERTY(bool hasEarlier READ hasEarlier NOTIFY changed)
    Q_PROPERTY(bool hasDue READ hasDue NOTIFY changed)
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY changed)
    Q_PROPERTY(QString firstId READ firstId NOTIFY changed)
    Q_PROPERTY(QString firstTitle READ firstTitle NOTIFY changed)
    Q_PROPERTY(QString firstNote READ firstNote NOTIFY changed)
    Q_PROPERTY(QString countText READ countText NOTIFY changed)

public:
    AssignmentsView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
                    QObject *parent = nullptr);

    /// Lists of {id, title, note}; of `done` and `checkIns` the id is the identifier of the answers, for Navigator's FormAnswers.
    [[nodiscard]] QVariantList due() const { return m_due; }
    [[nodiscard]] QVariantList later() const { return m_later; }
    /// Looked for when a page asks: the daily check-ins since are many. The newest hundred, and another hundred with each showEarlier().
    [[nodiscard]] QVariantList done() const;
    /// The daily check-ins that were answered, in the same way.
    [[nodiscard]] QVariantList checkIns() const;
    [[nodiscard]] bool hasEarlier() const; ///< than are in these two
    Q_INVOKABLE void showEarlier();
    [[nodiscard]] bool hasDue() const { return !m_due.isEmpty(); }
    [[nodiscard]] bool hasMore() const { return m_due.size() > 1; }
    [[nodiscard]] QString firstId() const { return first("id"); }
    [[nodiscard]] QString firstTitle() const { return first("title"); }
    [[nodiscard]] QString firstNote() const { return first("note"); }
    [[nodiscard]] QString countText() const; ///< "2 forms are due", "Nothing is due"

    /// The first page is on the screen: from now on the records are looked through. Before that nothing is due.
    void settle();
    /// What Navigator's Form means by its argument.
    [[nodiscard]] std::optional<Assignment> named(const QString &argument) const;
    void refresh();

Q_SIGNALS:
    void changed();

private:
    static constexpr int doneAtOnce = 100;
    [[nodiscard]] QString first(const char *what) const;
    [[nodiscard]] QVariantList answered(std::optional<QVariantList> &known, bool areCheckIns) const;
    [[nodiscard]] QVariantMap rowOf(const Assignment &assignment, const QDate &today, const TimeText &text) const;
    [[nodiscard]] QVariantMap rowOf(const SubmittedForm &submitted, const QDate &today, const TimeText &text) const;
    [[nodiscard]] QString titleOf(const QString &url) const;

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    bool m_isSettled = false;
    AssignmentFacts m_facts;
    QList<Assignment> m_assignments;
    QVariantList m_due;
    QVariantList m_later;
    int m_mostDone = doneAtOnce; ///< how many of each are shown
    /// With one more than are shown, where there is one. nullopt: nobody asked since the last change.
    mutable std::optional<QVariantList> m_done;
    mutable std::optional<QVariantList> m_checkIns;
};

} // namespace handrail
