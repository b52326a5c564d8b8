// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/BringUp.h"
#include "content/ContentLibrary.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// What to bring up next time: own lines, and by choice what a check-in said and which skills were tried. Whether it goes along to a session is MadeView's matter, as for
/// every sheet. Looks into the store only while its page shows.
class BringUpView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY changed)
    Q_PROPERTY(QStringList lines READ lines NOTIFY changed)
    Q_PROPERTY(QString typed READ typed NOTIFY typedChanged)
    Q_PROPERTY(QString sheetId READ sheetId NOTIFY changed)
    Q_PROPERTY(QStringList said READ said NOTIFY changed)
    Q_PROPERTY(QStringList tried READ tried NOTIFY changed)
    Q_PROPERTY(bool canBeginAnew READ canBeginAnew NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)

public:
    BringUpView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent = nullptr);

    void setTexts(LibraryIn texts);
    [[nodiscard]] bool isShown() const { return m_isShown; }
    void setShown(bool isShown);
    [[nodiscard]] QStringList lines() const { return m_lines; }
    [[nodiscard]] QString typed() const { return m_typed; }     ///< the line that is not added yet, as it was kept
    [[nodiscard]] QString sheetId() const { return m_sheetId; } ///< empty while nothing was written
    [[nodiscard]] QStringList said() const { return m_said; }   ///< in the last check-in of seven days, what is not on the list yet
    [[nodiscard]] QStringList tried() const { return m_tried; } ///< of the skills used since the last one-on-one, the same
    [[nodiscard]] bool canBeginAnew() const { return m_canBeginAnew; } ///< the list is at the clinic, or cannot be read
    [[nodiscard]] QString problemText() const { return m_problemText; }

    Q_INVOKABLE void setTyped(const QString &line);
    Q_INVOKABLE bool add(const QString &line);
    Q_INVOKABLE void remove(int index);
    Q_INVOKABLE void beginAnew();

Q_SIGNALS:
    void changed();
    void typedChanged();
    void sheetChanged(const QString &id); ///< other words are on it

private:
    void refresh();
    void readSaid(Records &records);
    void readTried(Records &records);
    bool keep(const QStringList &lines, const QString &typed);

    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    QStringList m_lines;
    QString m_typed;
    QString m_sheetId;
    QStringList m_said;
    QStringList m_tried;
    LibraryIn m_texts = builtInLibrary;
    QString m_problemText;
    bool m_isShown = false;
    bool m_canBeginAnew = false;
};

} // namespace handrail
