// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/Evaluate.h"
#include "care/FormFilling.h"
#include "view/FormFieldModel.h"
#include "view/Preferences.h"
#include "view/ProblemText.h"
#include "view/SafetyView.h"

#include <QObject>
#include <QSet>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <memory>

namespace handrail {

/// A form that is being filled in, a screen at a time: its questions, the answers as they are given, the safety answers among them, and going
/// on. Which form it is, and what comes at its end, is said by CheckInView and FormView.
///
///   Unavailable  no form is open, or it is not here
///   Editing      a question shows
///   Review       all answers show; each leads back to its question
///   Failed       the answers could not be kept; they are still here
///   Done         they are durable
///
/// An answer of one tap goes on by itself after a moment in which it can be seen (Preferences::goesOn): when nothing else is open on its
/// screen, it is another answer than before, and it says nothing that should be read here first. See FormField::picked.
class FillingView : public QObject
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(int step READ step NOTIFY changed)
    Q_PROPERTY(int stepCount READ stepCount NOTIFY changed)
    Q_PROPERTY(bool isLast READ isLast NOTIFY changed)
    Q_PROPERTY(bool goesOn READ goesOn NOTIFY changed)
    Q_PROPERTY(bool hasGoneOn READ hasGoneOn NOTIFY changed)
    Q_PROPERTY(QVariantList lead READ lead NOTIFY pageChanged)
    Q_PROPERTY(handrail::FormFieldModel *fields READ fields CONSTANT)
    Q_PROPERTY(bool isAnswered READ isAnswered NOTIFY answeredChanged)
    Q_PROPERTY(bool isKept READ isKept NOTIFY answeredChanged)
    Q_PROPERTY(QString notice READ notice NOTIFY changed)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)

public:
    enum State { Unavailable, Editing, Review, Failed, Done };
    Q_ENUM(State)

    ~FillingView() override;

    [[nodiscard]] State state() const { return m_state; }
    /// Answers are here: leave() is due when the page goes.
    [[nodiscard]] bool isOpen() const { return m_filling != nullptr; }
    [[nodiscard]] int step() const { return m_filling ? m_filling->step() : 0; }
    [[nodiscard]] int stepCount() const { return m_filling ? m_filling->stepCount() : 0; }
    [[nodiscard]] bool isLast() const { return step() + 1 >= stepCount(); }
    [[nodiscard]] bool goesOn() const { return m_preferences.goesOn(); }
    /// This screen came by itself after an answer, and not by a press.
    [[nodiscard]] bool hasGoneOn() const { return m_hasGoneOn; }
    /// The form's own words before the questions of this screen.
    [[nodiscard]] QVariantList lead() const { return m_lead; }
    /// The questions of this screen. Those of the screen before live until the next one.
    [[nodiscard]] FormFieldModel *fields() { return &m_model; }
    [[nodiscard]] bool isAnswered() const;
    /// Each answer so far is on the disk.
    [[nodiscard]] bool isKept() const { return !m_filling || m_filling->isDraftKept(); }
    /// What is to be said of the whole form: on the screen on which it opened, wherever that is, and beside the answers.
    [[nodiscard]] QString notice() const;
    [[nodiscard]] QString problemTitle() const { return m_problemTitle; }
    [[nodiscard]] QString problemText() const { return m_problemText; }

    /// On the last screen: to the end. False, and the screen says why, when something typed cannot be read; and when a safety page came over it.
    Q_INVOKABLE virtual bool next();
    Q_INVOKABLE void skip();         ///< takes this screen's answers back and goes on
    Q_INVOKABLE virtual bool back(); ///< from Failed to the screen; false on the first: leave; the answers are kept
    Q_INVOKABLE void clearAnswers(); ///< of this screen
    Q_INVOKABLE void leave();        ///< closes the form; the draft stays, or the answers themselves when the disk refused it
    /// The app came to the front, or the time went on: what is asked or was answered here may be of a day that is over.
    void lookAgain();
    /// Does not go on by itself from this answer: something lies over the screen.
    void stay() { m_goingOn.stop(); }
    /// A check-in, or the change of one, says by now that the person used: the page for that is due.
    [[nodiscard]] bool isUseDue() const;
    /// Before it is left in the middle. The same, and the draft takes the page for shown from then on.
    bool takeUse();

Q_SIGNALS:
    void changed();
    void pageChanged();
    void answeredChanged();
    /// The person used, and has left the screen or the change that says so: the page for that is due, over the form or its end.
    void useSaid();

protected:
    FillingView(Account &account, const Clock &clock, const Preferences &preferences, SafetyView &safety, QObject *parent);

    /// After the last screen, or after the only one.
    virtual void end() = 0;
    /// A guess of this question can be left: whoever answers another one of its screen has gone past it.
    [[nodiscard]] virtual bool isPassedOver(const FormField &) const { return false; }
    /// What else shows with the fields follows the screen.
    virtual void setPage() {}
    /// Nothing of a form stays here.
    virtual void close();
    /// An answer may lead from the last screen to the end by itself: something is asked there before it is final.
    [[nodiscard]] virtual bool isEndAsking() const { return false; }

    /// What a form of the clinic's needs and this app lacks, a sentence each.
    [[nodiscard]] static QStringList lacksOf(const Form &form);
    void showPage();
    void showOnly(); ///< this screen, to change an answer; then those that come of that, and the end
    void endScreen();
    /// Whoever leaves a screen asks first: what is still being typed is whole now. True: its page came over the screen, and what was pressed
    /// does nothing more, since it would be done to that page.
    bool hasPageCome();
    /// From this screen to the end. False as next().
    bool goToEnd();
    /// At each change of an answer, and of what is typed when it is whole. True: its page is due (SafetyView::note).
    bool lookForSafety();
    /// When the page of what was taken up stands: what nobody has heard yet, since its question did not count as one of danger then; else
    /// SafetyView::comeBack().
    void comeBack() { m_comingBack.start(0); }
    void explain(const ProblemWords &words); ///< why no question shows
    void fail(const ProblemWords &words);
    [[nodiscard]] Writing writing() const { return {m_preferences.locale(), m_clock.localZone()}; }
    [[nodiscard]] const QList<FormField *> &questions() const { return m_fields; }
    /// What is here was taken up. Which answers had their page is known by the draft; where it does not say, those to questions that are
    /// marked, and those that were sent and are no graver now that they are changed; none of a form that was changed since.
    void takeUpHeard(bool isFormChanged = false);

    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    State m_state = Unavailable;
    std::unique_ptr<FormFilling> m_filling;
    SafetyWatch m_watch;
    bool m_tellsOfUse = false;   ///< a return to use is asked about here, and was not said before
    bool m_isOnlyScreen = false; ///< after this screen, and those that its answer makes, comes the end
    QVariantList m_lead;
    QString m_notice; ///< notice(), where it shows

private:
    void onAccountChanged();
    void dropFields();
    void dropLast();
    void takeAnswer(const QString &key, const QVariant &value);
    void keepTyped(const QString &key);
    bool judge();
    void judgeWhenWhole(const FormField *field);
    [[nodiscard]] Answers said(const FormFilling &filling) const;
    void readTypedAgain();
    [[nodiscard]] FormField *fieldOf(const QString &key) const;
    void keepLate();
    void goOnFrom(const QString &key);
    [[nodiscard]] bool isOpenQuestion(const FormField &field) const;
    bool goToNew();
    [[nodiscard]] bool isScreenReadable();
    [[nodiscard]] bool canLeaveScreen();

    SafetyView &m_safety;
    QTimer m_goingOn;
    QTimer m_comingBack;
    QTimer m_settling;     ///< runs: what is being typed is no answer about safety yet
    Answers m_untaken;     ///< of this screen: what its form does not keep, and is no typed line
    bool m_isLate = false; ///< an answer is kept when its safety page shows
    QString m_openedOn;    ///< the first key of the screen that showed first
    QSet<QString> m_seen;  ///< keys of what was asked before the only screen and after it
    QStringList m_shown;   ///< the keys of the screen, and how many screens there were
    int m_shownSteps = 0;
    QList<FormField *> m_fields;
    FormFieldModel m_model;    ///< the same, as they show
    QList<FormField *> m_last; ///< of the screen before this one, whose delegates may live a little longer
    bool m_isGoingOn = false;
    bool m_hasGoneOn = false;
    QString m_problemTitle;
    QString m_problemText;
};

} // namespace handrail
