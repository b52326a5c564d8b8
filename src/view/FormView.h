// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/Evaluate.h"
#include "care/FormFilling.h"
#include "view/AssignmentsView.h"
#include "view/FormField.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"
#include "view/SafetyView.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <memory>
#include <optional>
#include <utility>

namespace handrail {

/// Any form of the clinic's, a screen at a time: answering it, looking through the answers, sending them, and seeing and changing what was
/// sent. One form is open at a time.
///
///   Unavailable  no form is open, or it is not here
///   Editing      a question shows
///   Review       all answers show; each leads back to its question
///   Failed       the answers could not be kept; they are still here. retry() or back()
///   Done         they are durable, and what became of them is said
class FormView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(int step READ step NOTIFY changed)
    Q_PROPERTY(int stepCount READ stepCount NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY pageChanged)
    Q_PROPERTY(QVariantList lead READ lead NOTIFY pageChanged)
    Q_PROPERTY(QVariantList fields READ fields NOTIFY pageChanged)
    Q_PROPERTY(bool isAnswered READ isAnswered NOTIFY answeredChanged)
    Q_PROPERTY(bool isLast READ isLast NOTIFY changed)
    Q_PROPERTY(bool canAddCopy READ canAddCopy NOTIFY pageChanged)
    Q_PROPERTY(bool canRemoveCopy READ canRemoveCopy NOTIFY pageChanged)
    Q_PROPERTY(bool isKept READ isKept NOTIFY answeredChanged)
    Q_PROPERTY(bool isAmending READ isAmending NOTIFY changed)
    Q_PROPERTY(QString notice READ notice NOTIFY changed)
    Q_PROPERTY(QVariantList answers READ answers NOTIFY changed)
    Q_PROPERTY(QString missingText READ missingText NOTIFY changed)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)
    Q_PROPERTY(QString sentText READ sentText NOTIFY changed)
    Q_PROPERTY(QString dayText READ dayText NOTIFY changed)
    Q_PROPERTY(bool canAmend READ canAmend NOTIFY changed)

public:
    enum State { Unavailable, Editing, Review, Failed, Done };
    Q_ENUM(State)

    FormView(Account &account, const Clock &clock, const Preferences &preferences, SafetyView &safety,
             const AssignmentsView &assignments, QObject *parent = nullptr);
    ~FormView() override;

    [[nodiscard]] State state() const { return m_state; }
    /// Answers are being given: leave() is due when the page goes.
    [[nodiscard]] bool isOpen() const { return m_filling != nullptr; }
    /// What open() was asked for.
    [[nodiscard]] QString argument() const { return m_argument; }
    [[nodiscard]] QString title() const { return m_filling ? m_filling->form().title : m_shownTitle; }
    [[nodiscard]] int step() const { return m_filling ? m_filling->step() : 0; }
    [[nodiscard]] int stepCount() const { return m_filling ? m_filling->stepCount() : 0; }
    /// What the group of this question says, "Over the last 2 weeks ...".
    [[nodiscard]] QString heading() const;
    /// The form's own words before the questions of this screen.
    [[nodiscard]] QVariantList lead() const { return m_lead; }
    /// The questions of this screen: a list of FormField.
    [[nodiscard]] QVariantList fields() const;
    [[nodiscard]] bool isAnswered() const;
    [[nodiscard]] bool isLast() const { return step() + 1 >= stepCount(); }
    /// This screen is of a group of which there can be more.
    [[nodiscard]] bool canAddCopy() const;
    [[nodiscard]] bool canRemoveCopy() const;
    /// Each answer so far is on the disk.
    [[nodiscard]] bool isKept() const { return !m_filling || m_filling->isDraftKept(); }
    /// These are answers that were sent before.
    [[nodiscard]] bool isAmending() const { return m_isAmending; }
    [[nodiscard]] QString notice() const { return m_notice; }
    /// In Review, and of what was sent: a list of {label, value, isSkipped, step, problem}, in the form's order.
    [[nodiscard]] QVariantList answers() const { return m_answers; }
    /// In Review: why it cannot be sent yet; empty when it can.
    [[nodiscard]] QString missingText() const { return m_missingText; }
    [[nodiscard]] QString problemTitle() const { return m_problemTitle; }
    [[nodiscard]] QString problemText() const { return m_problemText; }
    /// What is true now: saved here, or at the clinic at a time.
    [[nodiscard]] QString sentText() const { return m_sentText; }
    [[nodiscard]] QString dayText() const { return m_dayText; } ///< of the answers that show
    [[nodiscard]] bool canAmend() const { return m_canAmend; }

    /// Opens a form by the id of an assignment or by its canonical, and takes its draft up. Does nothing when that form is open.
    Q_INVOKABLE void open(const QString &argument);
    /// Shows the answers that were given under this identifier.
    Q_INVOKABLE void showAnswers(const QString &identifier);
    /// Opens the answers that show, so that they can be changed.
    Q_INVOKABLE bool amend();
    Q_INVOKABLE bool next(); ///< on the last screen: to Review. False, and the screen says why, when something typed cannot be read
    Q_INVOKABLE void skip(); ///< takes this screen's answers back and goes on
    Q_INVOKABLE bool back(); ///< false on the first screen: leave
    Q_INVOKABLE void goTo(int step); ///< from Review; next() leads back to it
    Q_INVOKABLE void review();
    Q_INVOKABLE void clearAnswers(); ///< of this screen
    Q_INVOKABLE void addCopy();
    Q_INVOKABLE void removeCopy();
    Q_INVOKABLE void send();
    Q_INVOKABLE void leave(); ///< closes the form; the draft stays, or the answers themselves when the disk refused it

Q_SIGNALS:
    void changed();
    void pageChanged();
    void answeredChanged();
    /// The answers are durable.
    void finished();

private:
    void close();
    void dropFields();
    void dropLast();
    void showPage();
    [[nodiscard]] QVariantList leadBefore() const;
    void takeAnswer(const QString &key, const QVariant &value);
    void keep(const QString &key, const QVariant &value);
    void keepLate();
    void endScreen();
    void onAccountChanged();
    void refreshSent();
    void listAnswers(const FormState &state);
    [[nodiscard]] QString groupToCopy() const;
    [[nodiscard]] Writing writing() const;

    OncePerTurn m_refreshSent{[this] { refreshSent(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    SafetyView &m_safety;
    const AssignmentsView &m_assignments;
    State m_state = Unavailable;
    QString m_argument;
    std::unique_ptr<FormFilling> m_filling;
    SafetyWatch m_watch;
    std::optional<std::pair<QString, QVariant>> m_late; ///< a safety answer that is kept when its page shows
    QList<FormField *> m_fields;
    QList<FormField *> m_last; ///< of the screen before this one, whose delegates may live a little longer
    QVariantList m_lead;
    bool m_isFromReview = false;
    bool m_isAmending = false;
    bool m_canAmend = false;
    QString m_sentIdentifier; ///< of the answers that show
    QString m_shownTitle;
    QString m_notice;
    QVariantList m_answers;
    QString m_missingText;
    QString m_problemTitle;
    QString m_problemText;
    QString m_sentText;
    QString m_dayText;
};

} // namespace handrail
