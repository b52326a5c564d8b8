// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/InviteDraft.h"
#include "view/AccessLogView.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QCoroTask>
#include <QObject>
#include <QVariantList>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace handrail {

class MinuteTimer;

/// Whom the patient shares with, and how that ends (design clinical 7.1, 7.2). Looks into the store only while one of its pages shows.
class SharingView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isOffered READ isOffered NOTIFY offerChanged)
    Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY changed)
    Q_PROPERTY(QVariantList people READ people NOTIFY changed)
    Q_PROPERTY(QVariantList past READ past NOTIFY changed)
    Q_PROPERTY(QString unfinishedName READ unfinishedName NOTIFY changed)
    Q_PROPERTY(QString personId READ personId WRITE setPersonId NOTIFY changed)
    Q_PROPERTY(QVariantMap person READ person NOTIFY changed)
    Q_PROPERTY(handrail::AccessLogView *seen READ seen CONSTANT)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)

public:
    SharingView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
                QObject *parent = nullptr);

    /// The clinic offers inviting to this person. False as long as nobody knows; then no page shows.
    [[nodiscard]] bool isOffered() const { return m_isOffered; }
    void noteNotOffered();
    /// The first page is on the screen: the clinic may be asked what it offers.
    void settle();

    [[nodiscard]] bool isShown() const { return m_shown > 0; }
    void setShown(bool isShown);
    /// In force or waiting: {id, consentId, name, initials, what, until, chip, chipIcon, isWaiting, signAgain (the argument of
    /// Invite for the moved session, or empty), spoken}.
    [[nodiscard]] QVariantList people() const { return m_people; }
    /// Ended or over: the same.
    [[nodiscard]] QVariantList past() const { return m_past; }
    [[nodiscard]] QString unfinishedName() const
    {
        return m_unfinishedName;
    } ///< of an invitation that was signed and has no answer
    [[nodiscard]] QString personId() const { return m_personId; }
    /// Takes `id` or `consentId` of people().
    void setPersonId(const QString &id);
    /// Empty when they are not there any more. As in people(), and {called, facts: [{iconName, title, note}], stateText, canStop, canMakeCode, stopText,
    /// isCallBetter, signedWords, stopQuestion, still: other permissions of theirs in force, as in people(), isStillSeeing, isOver}.
    [[nodiscard]] QVariantMap person() const { return m_person; }
    /// What the clinic's log says that they saw, and when.
    [[nodiscard]] AccessLogView *seen() { return &m_seen; }
    [[nodiscard]] QString problemText() const { return m_problemText; }

    /// Whose permission for this one session ends before it, since the clinic moved it: {title, signAgain}.
    Q_INVOKABLE QVariantList endingBefore(const QString &sessionId) const;
    /// Ends it: here at once, at the clinic as soon as the network is there. Durable when it returns true.
    Q_INVOKABLE bool stop(const QString &id);

Q_SIGNALS:
    void changed();
    void offerChanged();

private:
    void refresh();
    void setOffered(bool isOffered);
    void readOffer();
    static QCoro::Task<void> askOffer(QPointer<SharingView> self, QString patientId);
    [[nodiscard]] QVariantMap mapOf(const Sharing &sharing, const QList<Sharing> &all) const;
    [[nodiscard]] QVariantMap detailOf(const Sharing &sharing, const QList<Sharing> &all) const;
    [[nodiscard]] QString whenOf(const QString &sessionId) const;
    /// The one session that it is for has moved behind its last day, and no other of this person holds until then.
    [[nodiscard]] bool endsBeforeSession(const Sharing &sharing, const QList<Sharing> &all) const;
    [[nodiscard]] Records *records() const;

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    AccessLogView m_seen;
    int m_shown = 0;
    bool m_isOffered = false;
    bool m_isSettled = false;
    bool m_isAsking = false;
    std::chrono::milliseconds m_nextAsk{}; ///< monotonic
    QVariantList m_people;
    QVariantList m_past;
    QString m_unfinishedName;
    QString m_personId;
    QVariantMap m_person;
    QString m_problemText;
};

} // namespace handrail
