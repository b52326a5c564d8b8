// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/Evaluate.h"
#include "care/FormFilling.h"
#include "care/SafetyReport.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QObject>
#include <QSet>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <optional>

namespace handrail {

/// The page after a safety answer (design clinical 3.3), and the one question of the next day. In this order: the page, then the answer on the
/// disk, then the network. What it says of the answer's way is never more than is known.
class SafetyView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(Status status READ status NOTIFY changed)
    Q_PROPERTY(QString statusText READ statusText NOTIFY changed)
    Q_PROPERTY(QString monitoringText READ monitoringText NOTIFY changed)
    Q_PROPERTY(bool isHurt READ isHurt NOTIFY changed)
    Q_PROPERTY(bool isFollowUpDue READ isFollowUpDue NOTIFY followUpChanged)
    Q_PROPERTY(QString followUpText READ followUpText NOTIFY followUpChanged)

public:
    enum Status {
        Fresh,       ///< just given; on its way to the disk
        NotSaved,    ///< the disk refused it; tried again by itself
        Waiting,     ///< on the disk, not sent
        Sending,     ///< leaving now
        Offline,     ///< the last try met no network
        NeedsSignIn, ///< the clinic ended the sign-in
        Refused,     ///< the clinic could not take it
        Sent         ///< the clinic's word came
    };
    Q_ENUM(Status)

    SafetyView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent = nullptr);

    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] QString statusText() const;
    /// When the clinic says that it looks; empty when it says nothing.
    [[nodiscard]] QString monitoringText() const;
    /// The person said that they took something or are hurt.
    [[nodiscard]] bool isHurt() const { return m_isHurt; }
    [[nodiscard]] bool isFollowUpDue() const { return m_isFollowUpDue; }
    [[nodiscard]] QString followUpText() const;

    /// The one place that each form calls at each change of an answer, before it keeps the answer itself. True when the page is due: it has been
    /// asked for, and what was answered goes to the clinic as soon as the page shows. Then the form keeps the answer on kept().
    /// `said`: of what is asked now, in whatever shape, also what the clinic cannot take; `sound`: what it can (FormFilling::soundAnswers).
    bool note(SafetyWatch &watch, const Form &form, const Answers &said, const Answers &sound);
    /// These answers are taken up again or still open, and their page stands. Whoever said then that they are
    /// in danger sees this one again on a later day, which begins at four: once in each run of the app on that day for the same answers. Nothing
    /// goes to the clinic, and the draft stays as it is; what is said of the answer's way is that of then: of what went ahead, or
    /// of what these change, if the clinic has the same answer with that. `said`: as in note(). False: nothing of it ever went there, so the page does not come from here; it is due
    /// anew, by note().
    bool comeBack(const FormFilling &filling, const Answers &said);
    /// Puts all that was noted on the disk now, as far as that was not done. Whoever ends a form calls it first. What the disk refuses stays
    /// here and is tried again, whatever form is opened or closed meanwhile, until the app ends or the person signs out: also behind a lock, since
    /// it is nowhere else.
    void keepNow();
    /// The app came to the front, or the time went on: the question of the next day may be due, or over.
    void lookAgain();

    Q_INVOKABLE void noteShown(); ///< the page is on the screen
    Q_INVOKABLE void sayHurt();
    Q_INVOKABLE void noteFollowUpShown(); ///< the question of the next day is on the screen: it is not asked at another opening
    Q_INVOKABLE void endFollowUp();

Q_SIGNALS:
    void changed();
    void followUpChanged();
    /// At once: the page has to show, before anything is saved.
    void pageDue();
    /// What was noted of this form is on the disk, and goes ahead under this name.
    void told(const QString &formUrl, const QString &identifier);
    /// The page shows, and what was noted was given to the disk.
    void kept();

private:
    struct Noted {
        Form form;
        Answers answers;
        QDateTime answered; ///< with the offset of the place where it was
    };
    void refresh();
    [[nodiscard]] Status statusNow() const;
    [[nodiscard]] QString wayText() const;
    [[nodiscard]] const std::optional<SafetyReport> &shown() const { return m_isBack ? m_before : m_report; }
    void onAccountChanged();

    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    OncePerTurn m_refresh{[this] { refresh(); }};
    QTimer m_patience;                    ///< for the page to show, and then for the disk
    QList<Noted> m_noted;                 ///< what is not on the disk, in the order in which it was said
    Identity m_notedBy;                   ///< and who said what comeBack() is of
    std::optional<ProblemKind> m_refusal; ///< why the disk did not take it
    std::optional<SafetyReport> m_report;
    bool m_isBack = false;                ///< the page is of what was said before: comeBack()
    std::optional<SafetyReport> m_before; ///< what went to the clinic of that
    QSet<size_t> m_seenAgain;             ///< for which it came, and on which day, in this run; nothing of the answers themselves
    QString m_followedUp;                 ///< the identifier of what was asked about, whatever the disk takes
    QString m_wasSent;                    ///< the identifier of what the clinic is known to have
    QDateTime m_sentAt;                   ///< UTC
    Status m_status = Fresh;
    bool m_isHurt = false;
    bool m_isFollowUpDue = false;
};

} // namespace handrail
