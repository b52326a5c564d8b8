// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "content/ContentLibrary.h"
#include "care/Evaluate.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// The end of the check-in: what was said, what may help now, the two weeks behind it, and who can see it. A check-in that was just finished waits
/// here until the person is done or puts the app away, at most a minute, so that they can still keep it to themselves.
class CheckInDoneView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString thanks READ thanks NOTIFY changed)
    Q_PROPERTY(bool isAllSkipped READ isAllSkipped NOTIFY changed)
    Q_PROPERTY(QVariantList summary READ summary NOTIFY changed)
    Q_PROPERTY(QString summaryNotice READ summaryNotice NOTIFY changed)
    Q_PROPERTY(QVariantList headline READ headline NOTIFY changed)
    Q_PROPERTY(bool isSent READ isSent NOTIFY changed)
    Q_PROPERTY(bool isRefused READ isRefused NOTIFY changed)
    Q_PROPERTY(QString outrun READ outrun NOTIFY changed)
    Q_PROPERTY(QString changeable READ changeable NOTIFY changed)
    Q_PROPERTY(QString sentText READ sentText NOTIFY changed)
    Q_PROPERTY(QVariantList mood READ mood NOTIFY changed)
    Q_PROPERTY(QVariantList craving READ craving NOTIFY changed)
    Q_PROPERTY(bool hasTrend READ hasTrend NOTIFY changed)
    Q_PROPERTY(QString trendText READ trendText NOTIFY changed)
    Q_PROPERTY(QString trendSpoken READ trendSpoken NOTIFY changed)
    Q_PROPERTY(QString trendStart READ trendStart NOTIFY changed)
    Q_PROPERTY(QString trendEnd READ trendEnd NOTIFY changed)
    Q_PROPERTY(QString dayText READ dayText NOTIFY changed)
    Q_PROPERTY(QVariantList skills READ skills NOTIFY changed)
    Q_PROPERTY(QVariantList modules READ modules NOTIFY changed)
    Q_PROPERTY(QStringList notes READ notes NOTIFY changed)
    Q_PROPERTY(bool isHelpLinked READ isHelpLinked NOTIFY changed)
    Q_PROPERTY(bool isTeamCallOffered READ isTeamCallOffered NOTIFY changed)
    Q_PROPERTY(bool isAfterUse READ isAfterUse NOTIFY changed)
    Q_PROPERTY(bool isShared READ isShared NOTIFY changed)
    Q_PROPERTY(bool isHeld READ isHeld NOTIFY changed)
    Q_PROPERTY(bool canKeep READ canKeep NOTIFY changed)
    Q_PROPERTY(QString sharingText READ sharingText NOTIFY changed)
    Q_PROPERTY(QString copyright READ copyright NOTIFY changed)

public:
    CheckInDoneView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent = nullptr);

    /// The skills from now on; ours alone until then.
    void setTexts(LibraryIn texts) { m_texts = std::move(texts); }

    [[nodiscard]] QString thanks() const;
    /// Nothing was answered, which is all right.
    [[nodiscard]] bool isAllSkipped() const { return m_isAllSkipped; }
    /// A list of {linkId, label, isSkipped, value}: what was said, in the form's order.
    [[nodiscard]] QVariantList summary() const { return m_summary; }
    /// Why some of it is not in the summary; empty when all of it is.
    [[nodiscard]] QString summaryNotice() const { return m_summaryNotice; }
    /// A list of {iconName, label, value}: the answers among craving, mood and sleep.
    [[nodiscard]] QVariantList headline() const { return m_headline; }
    [[nodiscard]] bool isSent() const { return m_state == OutboxState::Done; }
    [[nodiscard]] bool isRefused() const { return m_state == OutboxState::Rejected; }
    /// Of one that is refused because the clinic has other answers for the day: its identifier, for Navigator's FormAnswers. Empty for most.
    [[nodiscard]] QString outrun() const { return m_isOutrun ? m_identifier : QString(); }
    /// Of answers that can be changed: their identifier, in the same way. Empty for what is kept here: sent anew, it would not be kept.
    [[nodiscard]] QString changeable() const { return m_isOwn && isShared() ? m_identifier : QString(); }
    /// What is true now: saved here, or at the clinic at a time.
    [[nodiscard]] QString sentText() const { return m_sentText; }
    /// 14 values from 0 to 10, oldest first; a day without an answer is undefined.
    [[nodiscard]] QVariantList mood() const { return m_mood; }
    [[nodiscard]] QVariantList craving() const { return m_craving; }
    [[nodiscard]] bool hasTrend() const;
    [[nodiscard]] QString trendText() const { return m_trendText; }
    [[nodiscard]] QString trendSpoken() const; ///< of both lines
    [[nodiscard]] QString trendStart() const { return m_trendStart; }
    [[nodiscard]] QString trendEnd() const; ///< "Today"
    [[nodiscard]] QString dayText() const;  ///< for which day it counts; empty when that is today
    /// At most two that fit: rows as Skills gives them; `note` says why.
    [[nodiscard]] QVariantList skills() const { return m_skills; }
    /// What to read in Learn: a list of {id, title, iconName}.
    [[nodiscard]] QVariantList modules() const { return m_modules; }
    /// Other things that the answers lead to, a sentence or two each.
    [[nodiscard]] QStringList notes() const { return m_notes; }
    [[nodiscard]] bool isHelpLinked() const { return m_outcome.has(ActionKind::HelpLink); }
    [[nodiscard]] bool isTeamCallOffered() const { return m_outcome.has(ActionKind::AskTeamForCall); }
    [[nodiscard]] bool isAfterUse() const { return m_outcome.has(ActionKind::AfterUse); }
    /// The care team gets this one, or has it: it is neither kept nor refused.
    [[nodiscard]] bool isShared() const { return m_state != OutboxState::Kept && !isRefused(); }
    /// It has not left, so that it can be kept here, or shared after all.
    [[nodiscard]] bool canKeep() const { return m_canKeep; }
    /// It waits for the person to be done.
    [[nodiscard]] bool isHeld() const { return m_isHeld; }
    [[nodiscard]] QString sharingText() const { return m_sharingText; }
    /// Whose words the form that was answered is made of; may be empty, and of several lines.
    [[nodiscard]] QString copyright() const { return m_copyright; }

    /// Who can see these answers of a check-in.
    [[nodiscard]] static QString whoSees(const Records &records, const Form &form, const SubmittedForm &done);

    /// What a check-in that was just finished leads to. Nothing leaves before the person is done with the page, or a minute is over; a safety answer
    /// that did not go ahead of it does not wait.
    void hold(const QString &identifier);
    Q_INVOKABLE void setShared(bool isShared);
    Q_INVOKABLE void letGo(); ///< the person is done: what waits goes now
    /// The page shows, or is gone. Nothing is read for a page that does not show.
    Q_INVOKABLE void setShown(bool isShown);
    /// The page is gone for good, and not behind another one: next time it shows today's.
    void forget();

Q_SIGNALS:
    void changed();

private:
    void release(); ///< what hold() held goes now
    void refresh();
    void clear();
    [[nodiscard]] bool isOfToday() const;
    void readAnswers(const Records &records, const Form &form, const Answers &answers);
    void readSharing(const Records &records, const Form &form, const SubmittedForm &done);
    void readOutcome(const Records &records, const Form &form, const Answers &answers);
    void readTrend(const Records &records);
    void addHeadline(const QString &linkId, const QString &value);
    [[nodiscard]] QString nextSessionText(const Records &records) const;

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    LibraryIn m_texts = builtInLibrary;
    bool m_isShown = false;
    QString m_identifier; ///< of what shows
    QString m_finished;   ///< the same from when it was finished until forget(): it is that one on another day too
    QString m_held;       ///< what hold() held and nobody let go, whether its page shows or not
    QDate m_day;          ///< for which it was answered
    OutboxState m_state = OutboxState::Queued;
    QVariantList m_summary;
    QString m_summaryNotice;
    QVariantList m_headline;
    bool m_isAllSkipped = false;
    bool m_canKeep = false;
    bool m_isHeld = false;
    bool m_isOutrun = false;
    bool m_isOwn = false; ///< CompletedForm::isAmendable
    QString m_sentText;
    QString m_sharingText;
    QString m_copyright;
    QVariantList m_mood;
    QVariantList m_craving;
    QString m_trendText;
    QString m_trendStart;
    Outcome m_outcome;
    QVariantList m_skills;
    QVariantList m_modules;
    QStringList m_notes;
};

} // namespace handrail
