// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/MessageThread.h"
#include "view/BegunWords.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"
#include "view/ThreadModel.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

class MinuteTimer;
class TimeText;

/// The thread with the care team: what is new for Today, and the page while it is open. What stands in the box is kept sealed as it is typed.
class MessagesView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isOffered READ isOffered NOTIFY changed)
    Q_PROPERTY(bool isTaken READ isTaken NOTIFY changed)
    Q_PROPERTY(bool isSeen READ isSeen WRITE setSeen NOTIFY seenChanged)
    Q_PROPERTY(int unreadCount READ unreadCount NOTIFY changed)
    Q_PROPERTY(QString newTitle READ newTitle NOTIFY changed)
    Q_PROPERTY(QString newNote READ newNote NOTIFY changed)
    Q_PROPERTY(QString newText READ newText NOTIFY changed)
    Q_PROPERTY(QString doorText READ doorText NOTIFY changed)
    Q_PROPERTY(QString initials READ initials NOTIFY changed)
    Q_PROPERTY(QString teamName READ teamName NOTIFY changed)
    Q_PROPERTY(QString teamRole READ teamRole NOTIFY changed)
    Q_PROPERTY(QString hoursText READ hoursText NOTIFY changed)
    Q_PROPERTY(QString hoursNote READ hoursNote NOTIFY changed)
    Q_PROPERTY(QString placeholder READ placeholder NOTIFY changed)
    Q_PROPERTY(QVariantList announcements READ announcements NOTIFY changed)
    Q_PROPERTY(handrail::ThreadModel *thread READ thread CONSTANT)
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY changed)
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY begunChanged)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY begunChanged)
    Q_PROPERTY(bool canSend READ canSend NOTIFY begunChanged)
    Q_PROPERTY(QString lengthText READ lengthText NOTIFY begunChanged)
    Q_PROPERTY(QString problemText READ problemText NOTIFY begunChanged)
    Q_PROPERTY(QVariantList sheets READ sheets NOTIFY sheetsChanged)
    Q_PROPERTY(QString previewTitle READ previewTitle NOTIFY sheetsChanged)
    Q_PROPERTY(QString previewText READ previewText NOTIFY sheetsChanged)

public:
    MessagesView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
                 QObject *parent = nullptr);

    [[nodiscard]] bool isOffered() const { return m_isTaken && m_isPatient; } ///< there is a door to it
    [[nodiscard]] bool isTaken() const { return m_isTaken; }                  ///< the clinic takes messages
    [[nodiscard]] int unreadCount() const { return int(m_unread.size()); }
    [[nodiscard]] QString newTitle() const { return m_newTitle; } ///< "Message from Dana"; empty when nothing is new
    [[nodiscard]] QString newNote() const { return m_newNote; }   ///< "Your counselor · 1:05 pm"
    [[nodiscard]] QString newText() const;                        ///< "1 new"
    [[nodiscard]] QString doorText() const;                       ///< "Messages, 1 new"
    [[nodiscard]] QString initials() const { return m_initials; }
    [[nodiscard]] QString teamName() const;
    [[nodiscard]] QString teamRole() const;
    [[nodiscard]] QString hoursText() const;
    [[nodiscard]] QString hoursNote() const;
    [[nodiscard]] QString placeholder() const;
    /// A list of {text, note}.
    [[nodiscard]] QVariantList announcements() const { return m_announcements; }
    [[nodiscard]] ThreadModel *thread() { return &m_thread; }
    /// What can be asked for with one press: a list of {kind, text, icon}.
    [[nodiscard]] QVariantList kinds() const;
    [[nodiscard]] int kind() const { return int(m_begun.kind()); }
    void setKind(int kind);
    [[nodiscard]] QString text() const { return m_begun.text(); }
    void setText(const QString &text) { m_begun.setText(text); }
    [[nodiscard]] bool canSend() const { return m_begun.canSend(); }
    [[nodiscard]] QString lengthText() const { return m_begun.lengthText(); } ///< from the last 200 letters on; empty before
    [[nodiscard]] QString problemText() const { return m_begun.problemText(); }

    /// The first page is on the screen: from now on it is known what is new.
    void settle();
    /// The page is open; `argument` as in Navigator::Messages.
    Q_INVOKABLE void open(const QString &argument);
    Q_INVOKABLE void leave();
    /// Before the page opens: words that stand in the box then, below what was begun before, to be changed and sent by the person.
    Q_INVOKABLE void begin(const QString &words) { m_begun.add(words); }
    [[nodiscard]] bool isOpen() const { return m_begun.isOpen(); }
    /// The page is before somebody's eyes, not under another or in an app that is behind: only then is what came read, and no news.
    [[nodiscard]] bool isSeen() const { return m_isSeen; }
    void setSeen(bool isSeen);
    /// The end of what is here came into view: older ones.
    Q_INVOKABLE void more();
    /// What stands in the box goes to the care team. False, and nothing is lost, when it cannot.
    Q_INVOKABLE bool send();

    /// A list of {id, title, note} of one's own worksheets, while they are looked through.
    [[nodiscard]] QVariantList sheets() const { return m_sheets; }
    Q_INVOKABLE void lookForSheets();
    /// Exactly what would be sent of this one; of an empty id nothing.
    Q_INVOKABLE void preview(const QString &id);
    [[nodiscard]] QString previewTitle() const { return m_previewTitle; }
    [[nodiscard]] QString previewText() const { return m_previewParts.join(QStringLiteral("\n\n")); }
    Q_INVOKABLE bool sendPreviewed();

Q_SIGNALS:
    void changed();
    void begunChanged();
    void sheetsChanged();
    void seenChanged();
    void arrived(); ///< something that was not here before, and nobody looks at the thread
    void allRead();

private:
    void refresh();
    [[nodiscard]] QList<Message> readThread(const Records &records);
    void refreshThread(const QList<Message> &messages);
    void refreshNew(const QList<Message> &unread, int announced);
    void forget();
    [[nodiscard]] bool isSettledPatient() const;
    [[nodiscard]] QString givenName(const QString &full) const;
    [[nodiscard]] ThreadModel::Row rowOf(const Message &message, const QDate &today, const TimeText &text) const;
    [[nodiscard]] QString stateTextOf(const Message &message, const QDate &today, const TimeText &text) const;

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    ThreadModel m_thread;
    bool m_isSettled = false;
    bool m_isPatient = false;
    bool m_isTaken = false;
    bool m_isSeen = false;
    bool m_isKnown = false; ///< what was unread before is known, so that what is not among it is new
    int m_limit = 0;
    bool m_hasMore = false;     ///< the clinic’s older records
    bool m_isMoreAsked = false; ///< something to show is waited for
    QSet<QString> m_unread;
    QSet<QString> m_newAtOpening;
    ReplyingTeam m_team;
    QString m_newTitle;
    QString m_newNote;
    QString m_initials;
    QVariantList m_announcements;
    BegunWords m_begun;
    QVariantList m_sheets;
    QString m_previewTitle;
    QStringList m_previewParts;
};

} // namespace handrail
