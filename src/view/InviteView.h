// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/InviteDraft.h"
#include "ports/Dialer.h"
#include "view/ConsentText.h"
#include "view/Preferences.h"

#include <QCoroTask>
#include <QObject>
#include <QPointer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <optional>

namespace handrail {

/// An invitation in three steps: whom and what, the permission, link and code (design clinical 7.1). What is written is kept in the person's own store;
/// link and code are in memory while their page shows, and nowhere else.
///
///   Closed --open()--> Who --next()--> Permission --agree()--> Asking --> Code | Waiting
///                       ^                  ^                      |
///                       `----- a field is refused ----------------+--> Unanswered --retry()--> Asking
/// An invitation that was signed and has no answer opens as Unanswered; "code/<Consent id>" asks for a new code of one that the clinic has.
/// Code and Waiting --cancelInvitation()--> Cancelled.
class InviteView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed)
    Q_PROPERTY(QString calledName READ calledName NOTIFY changed)
    Q_PROPERTY(int relationship READ relationship WRITE setRelationship NOTIFY changed)
    Q_PROPERTY(QString ownWords READ ownWords WRITE setOwnWords NOTIFY changed)
    Q_PROPERTY(QStringList relationships READ relationships NOTIFY changed)
    Q_PROPERTY(QString sessionText READ sessionText NOTIFY changed)
    Q_PROPERTY(bool isBusyShared READ isBusyShared WRITE setBusyShared NOTIFY changed)
    Q_PROPERTY(bool isAttendanceShared READ isAttendanceShared WRITE setAttendanceShared NOTIFY changed)
    Q_PROPERTY(QStringList ends READ ends NOTIFY changed)
    Q_PROPERTY(int end READ end WRITE setEnd NOTIFY changed)
    Q_PROPERTY(QString nameError READ nameError NOTIFY changed)
    Q_PROPERTY(QString wordsError READ wordsError NOTIFY changed)
    Q_PROPERTY(QString endError READ endError NOTIFY changed)
    Q_PROPERTY(QString signatureError READ signatureError NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)
    Q_PROPERTY(bool isCallBetter READ isCallBetter NOTIFY changed)
    Q_PROPERTY(QString consentTitle READ consentTitle NOTIFY changed)
    Q_PROPERTY(QString consentLead READ consentLead NOTIFY changed)
    Q_PROPERTY(QVariantList consentRows READ consentRows NOTIFY changed)
    Q_PROPERTY(QString rightsText READ rightsText NOTIFY changed)
    Q_PROPERTY(QString noticeTitle READ noticeTitle NOTIFY changed)
    Q_PROPERTY(QStringList notice READ notice NOTIFY changed)
    Q_PROPERTY(QString dateText READ dateText NOTIFY changed)
    Q_PROPERTY(QString patientName READ patientName NOTIFY changed)
    Q_PROPERTY(QString link READ link NOTIFY changed)
    Q_PROPERTY(QString codeText READ codeText NOTIFY changed)
    Q_PROPERTY(QString spokenCode READ spokenCode NOTIFY changed)
    Q_PROPERTY(QString untilText READ untilText NOTIFY changed)
    Q_PROPERTY(QString messageText READ messageText NOTIFY changed)
    Q_PROPERTY(QString doneText READ doneText NOTIFY changed)

public:
    enum State {
        Closed,
        Who,
        Permission,
        Asking,
        Unanswered, ///< signed, and no answer came
        Code,
        Waiting,   ///< the clinic signs first
        Cancelled, ///< taken back: problemText says how far that has come
        Refused    ///< not to be done here now: problemText says why
    };
    Q_ENUM(State)

    InviteView(Account &account, const Clock &clock, const Preferences &preferences, Dialer &dialer, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString name() const { return m_draft.invite.name; }
    void setName(const QString &name);
    [[nodiscard]] QString calledName() const { return handrail::calledName(m_draft.invite.name); }
    [[nodiscard]] int relationship() const { return int(m_draft.relationship); }
    void setRelationship(int relationship);
    [[nodiscard]] QString ownWords() const { return m_draft.invite.relationshipWords; }
    void setOwnWords(const QString &words);
    [[nodiscard]] QStringList relationships() const;
    [[nodiscard]] QString sessionText() const { return m_sessionText; } ///< empty: all family sessions
    [[nodiscard]] bool isBusyShared() const { return m_draft.invite.isBusyShared; }
    void setBusyShared(bool isShared);
    [[nodiscard]] bool isAttendanceShared() const { return m_draft.invite.isAttendanceShared; }
    void setAttendanceShared(bool isShared);
    [[nodiscard]] QStringList ends() const;
    [[nodiscard]] int end() const; ///< -1: none of them
    void setEnd(int end);
    [[nodiscard]] QString nameError() const { return m_nameError; }
    [[nodiscard]] QString wordsError() const { return m_wordsError; }
    [[nodiscard]] QString endError() const { return m_endError; }
    [[nodiscard]] QString signatureError() const { return m_signatureError; }
    [[nodiscard]] QString problemText() const { return m_problemText; }
    [[nodiscard]] bool isCallBetter() const { return m_isCallBetter; }
    [[nodiscard]] QString consentTitle() const { return m_consent.title; }
    [[nodiscard]] QString consentLead() const { return m_consent.lead; }
    [[nodiscard]] QVariantList consentRows() const; ///< of {label, value, note}
    [[nodiscard]] QString rightsText() const { return m_consent.rights; }
    [[nodiscard]] QString noticeTitle() const { return m_consent.noticeTitle; }
    [[nodiscard]] QStringList notice() const { return m_consent.notice; }
    [[nodiscard]] QString dateText() const { return m_consent.dateLine; }
    [[nodiscard]] QString patientName() const { return m_patientName; }
    [[nodiscard]] QString link() const { return m_link; }
    [[nodiscard]] QString codeText() const; ///< "K7M 4P2"
    [[nodiscard]] QString spokenCode() const;
    [[nodiscard]] QString untilText() const { return m_untilText; }
    [[nodiscard]] QString messageText() const;                    ///< all that is sent: the link, never the code
    [[nodiscard]] QString doneText() const { return m_doneText; } ///< what became of Copy and Send

    /// `argument`: the id of a family session, empty for all, "code/" and a Consent's id, or "again/" and sharingId().
    Q_INVOKABLE void open(const QString &argument);
    Q_INVOKABLE void close();
    Q_INVOKABLE void next();
    /// False: there is no step before.
    Q_INVOKABLE bool back();
    Q_INVOKABLE void agree(const QString &signature);
    Q_INVOKABLE void retry();
    /// Gives up one that has no answer.
    Q_INVOKABLE void drop();
    /// Ends what the shown code is for: here at once, at the clinic as soon as the network is there.
    Q_INVOKABLE void cancelInvitation();
    Q_INVOKABLE void copyMessage();
    Q_INVOKABLE void sendMessage();

Q_SIGNALS:
    void changed();
    void notOffered(); ///< the clinic has no inviting for this person
    void edited();

private:
    void enter(State state);
    void clearErrors();
    void forget();
    void keep();
    void readSession();
    void readEnds();
    void compose();
    void unsign();
    void ask(const QString &identifier);
    static QCoro::Task<void> asking(QPointer<InviteView> self, QString patientId, SignedInvite signedInvite, QString identifier);
    static QCoro::Task<void> bring(QPointer<SyncEngine> sync, QString consentId, QString personId);
    void take(const Result<InviteAnswer> &answer);
    void takeRefusal(const QString &refusal);
    void takeProblem(const Problem &problem);
    void readCancelled();
    void refuse(const QString &words, bool isCallBetter = false);
    [[nodiscard]] bool isWriting() const { return m_state == Who || m_state == Permission; }
    [[nodiscard]] Records *records() const;

    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    Dialer &m_dialer;
    State m_state = Closed;
    InviteDraft m_draft;
    QList<InviteEnd> m_ends;
    ConsentText m_consent;
    QString m_patientName;
    QString m_sessionText;
    QString m_nameError, m_wordsError, m_endError, m_signatureError, m_problemText;
    bool m_isCallBetter = false;
    quint64 m_call = 0;        ///< of the call whose answer counts
    QString m_againIdentifier; ///< of one that the clinic has: a new code is asked for
    QString m_link;
    QString m_code;
    QString m_untilText;
    QString m_consentId;
    QString m_doneText;
};

} // namespace handrail
