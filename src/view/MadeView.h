// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/SheetBringing.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QObject>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

class MinuteTimer;
class TimeText;

/// What a person made: all of it by date, deleting with a way back, and whether one goes along to a session. Looks into the store only while
/// something of it shows; of one that is on its way it notes what becomes of it at any time.
///
/// What was deleted can be had back while canUndo; then, with the lock or a sign-out, with the next start, or when something else is deleted, it is
/// gone from the disk.
class MadeView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY changed)
    Q_PROPERTY(QVariantList days READ days NOTIFY changed)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY changed)
    Q_PROPERTY(int damaged READ damaged NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY undoChanged)
    Q_PROPERTY(QString undoText READ undoText NOTIFY undoChanged)
    Q_PROPERTY(QString sheetId READ sheetId WRITE setSheetId NOTIFY bringChanged)
    Q_PROPERTY(bool isBrought READ isBrought NOTIFY bringChanged)
    Q_PROPERTY(bool canSwitch READ canSwitch NOTIFY bringChanged)
    Q_PROPERTY(bool isOlder READ isOlder NOTIFY bringChanged)
    Q_PROPERTY(QString bringText READ bringText NOTIFY bringChanged)
    Q_PROPERTY(QString bringProblem READ bringProblem NOTIFY bringChanged)
    Q_PROPERTY(QString sessionId READ sessionId WRITE setSessionId NOTIFY changed)
    Q_PROPERTY(QVariantList forSession READ forSession NOTIFY changed)

public:
    MadeView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute, QObject *parent = nullptr);

    [[nodiscard]] bool isShown() const { return m_shown > 0; }
    void setShown(bool isShown);
    /// A list of {title, sheets}, each sheet {id, title, note, isBrought, bringText}; by the day of the last change, the newest first.
    [[nodiscard]] QVariantList days() const { return m_days; }
    [[nodiscard]] bool isEmpty() const { return m_days.isEmpty(); }
    [[nodiscard]] int damaged() const { return m_damaged; } ///< that can't be read
    /// Why this cannot be shown, or what was asked last not be done; that stays until the page was shown.
    [[nodiscard]] QString problemText() const { return m_actProblem.isEmpty() ? m_problemText : m_actProblem; }

    Q_INVOKABLE void remove(const QString &id);
    Q_INVOKABLE void removeDamaged(); ///< there is no way back, and nothing to have back
    [[nodiscard]] bool canUndo() const { return !m_deleted.isEmpty(); }
    [[nodiscard]] QString undoText() const { return m_undoText; } ///< "“Party” is deleted."
    Q_INVOKABLE void undo();

    /// The sheet whose switch shows; empty: none.
    [[nodiscard]] QString sheetId() const { return m_sheetId; }
    void setSheetId(const QString &id);
    [[nodiscard]] bool isBrought() const { return m_facts.isOn(); }
    [[nodiscard]] bool canSwitch() const { return !m_sheetId.isEmpty() && m_facts.canSwitch(); }
    [[nodiscard]] bool isOlder() const { return m_facts.isOlder(); } ///< than the sheet is what goes or went
    [[nodiscard]] QString bringText() const { return m_bringText; }
    [[nodiscard]] QString bringProblem() const { return m_bringProblem; }
    Q_INVOKABLE void setBrought(bool isOn);
    Q_INVOKABLE void bringAsItIs();
    /// A sheet was changed: one that waits to be sent follows it.
    void follow(const QString &id);

    /// The session whose page shows; empty: none.
    [[nodiscard]] QString sessionId() const { return m_sessionId; }
    void setSessionId(const QString &id);
    /// What goes along to it: a list of {id, title, note}.
    [[nodiscard]] QVariantList forSession() const { return m_forSession; }

Q_SIGNALS:
    void changed();
    void undoChanged();
    void bringChanged();

private:
    void refresh();
    void onAccountChanged();
    void settle();
    void refreshBring();
    void endUndo();
    void purge();
    void tellAct(const Result<void> &done);
    [[nodiscard]] std::optional<Bringing> bringing() const;
    [[nodiscard]] QVariantMap rowOf(const OwnSheet &sheet, const Bringing &bringing, const TimeText &text) const;
    [[nodiscard]] QDate today() const;

    OncePerTurn m_refresh{[this] { refresh(); }};
    OncePerTurn m_settle{[this] { settle(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    QTimer m_undoTimer;
    QTimer m_holdTimer; ///< until what is held is let go
    int m_shown = 0;    ///< pages that show it
    QVariantList m_days;
    int m_damaged = 0;
    QString m_problemText;
    QString m_actProblem;
    bool m_isIn = false; ///< the store is open
    QString m_deleted;   ///< id of what can be had back
    bool m_wasBrought = false;
    QString m_undoText;
    QString m_sheetId;
    BringFacts m_facts;
    QString m_bringText;
    QString m_bringProblem;
    QString m_sessionId;
    QVariantList m_forSession;
};

} // namespace handrail
