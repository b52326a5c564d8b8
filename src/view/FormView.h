// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "view/AssignmentsView.h"
#include "view/FillingView.h"
#include "view/OncePerTurn.h"

namespace handrail {

/// Any form of the clinic's: answering it, looking through the answers, sending them, and seeing and changing what was sent. One form is open
/// at a time.
class FormView final : public handrail::FillingView
{
    Q_OBJECT
    Q_PROPERTY(QString argument READ argument NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY pageChanged)
    Q_PROPERTY(QVariantList copies READ copies NOTIFY pageChanged)
    Q_PROPERTY(bool isAmending READ isAmending NOTIFY changed)
    Q_PROPERTY(bool isOtherHeld READ isOtherHeld NOTIFY changed)
    Q_PROPERTY(QVariantList answerParts READ answerParts NOTIFY answersChanged)
    Q_PROPERTY(QVariantList newerParts READ newerParts NOTIFY answersChanged)
    Q_PROPERTY(QString missingText READ missingText NOTIFY changed)
    Q_PROPERTY(QString sentText READ sentText NOTIFY changed)
    Q_PROPERTY(QString dayText READ dayText NOTIFY changed)
    Q_PROPERTY(QString copyright READ copyright NOTIFY changed)
    Q_PROPERTY(bool canAmend READ canAmend NOTIFY changed)
    Q_PROPERTY(bool isChangeBegun READ isChangeBegun NOTIFY changed)
    Q_PROPERTY(bool isOutrun READ isOutrun NOTIFY changed)
    Q_PROPERTY(bool isAtClinic READ isAtClinic NOTIFY changed)
    Q_PROPERTY(QString sharingText READ sharingText NOTIFY changed)
    Q_PROPERTY(bool isShared READ isShared NOTIFY changed)
    Q_PROPERTY(bool canShare READ canShare NOTIFY changed)

public:
    FormView(Account &account, const Clock &clock, const Preferences &preferences, SafetyView &safety, AssignmentsView &assignments,
             QObject *parent = nullptr);

    /// What the form that is open was opened by.
    [[nodiscard]] QString argument() const { return m_argument; }
    /// What the clinic calls this asking, else the form.
    [[nodiscard]] QString title() const { return m_title; }
    /// What the group of this question says, "Over the last 2 weeks ...".
    [[nodiscard]] QString heading() const;
    /// The groups around this screen of which there can be more or less here, from the inside out: a list of {key, addText, removeText}, each
    /// text empty where that cannot be. The group that the questions are in has its row on each of its screens, one around it on the last.
    [[nodiscard]] QVariantList copies() const;
    /// These change answers that were sent before; what was answered here anew, and others outran, is no change.
    [[nodiscard]] bool isAmending() const { return m_isAmending && !m_isOutrunAnew; }
    /// What was asked for last is not here: another form stays open, since this device could not save its last answer.
    [[nodiscard]] bool isOtherHeld() const { return m_isOtherHeld; }
    /// In Review, and of what was sent: a list of {key, label, value, isSkipped, step, problem}, in the form's order. Beside newerParts() also isOther:
    /// it is something else there.
    [[nodiscard]] QVariantList answers() const { return m_answers; }
    /// The same, a few dozen at a time: a list of such lists, so that a page need not make all rows of a long form at once.
    [[nodiscard]] QVariantList answerParts() const { return partsOf(m_answers); }
    /// In Review, in the same way: of answers that were sent before, what they are by now, where that is not what their change was begun from; and
    /// of an asking what was answered to it elsewhere. What was changed or answered here was not sent yet, and send() puts it in their place.
    [[nodiscard]] QVariantList newerParts() const { return partsOf(m_newer); }
    /// In Review: why it cannot be sent yet; empty when it can.
    [[nodiscard]] QString missingText() const { return m_missingText; }
    /// What is true now: saved here, or at the clinic at a time.
    [[nodiscard]] QString sentText() const { return m_sentText; }
    [[nodiscard]] QString dayText() const { return m_dayText; } ///< of the answers that show
    [[nodiscard]] bool canAmend() const { return m_canAmend; }
    /// A change of the answers that show was left, and was not sent: amend() goes on with it.
    [[nodiscard]] bool isChangeBegun() const { return m_isChangeBegun; }
    /// The clinic did not take the answers that show, and has others: amend() shows both.
    [[nodiscard]] bool isOutrun() const { return m_isOutrun; }
    /// The clinic has the answers that show, and sees them beside a change. What still waits here a change writes over.
    [[nodiscard]] bool isAtClinic() const { return m_isAtClinic; }
    /// Of answers that were kept here when they were opened, and were not refused since: who can see them. Empty for others.
    [[nodiscard]] QString sharingText() const { return m_sharingText; }
    /// Of the same: they are kept no more.
    [[nodiscard]] bool isShared() const { return m_isShared; }
    /// Of the same: they have not left, so that they can be shared, or kept here after all.
    [[nodiscard]] bool canShare() const { return m_canShare; }
    /// Whose words the form is made of, as its notice says; empty when it has none or none is open.
    [[nodiscard]] QString copyright() const { return m_filling ? m_filling->form().copyright : QString(); }

    /// Opens a form by the id of an assignment or by its canonical, and takes its draft up. Does nothing when that form is open.
    Q_INVOKABLE void open(const QString &argument);
    /// Shows the answers that were given under this identifier.
    Q_INVOKABLE void showAnswers(const QString &identifier);
    /// Opens the answers that show, so that they can be changed.
    Q_INVOKABLE bool amend() { return m_canAmend && beginAmending(false); }
    /// Where there is a sharingText().
    Q_INVOKABLE void setShared(bool isShared);
    bool back() override;            ///< from Review to the question, and from a question that Review led to back to it
    Q_INVOKABLE void goTo(int step); ///< from Review; next() leads back to it
    Q_INVOKABLE void review();
    /// In Review: the notice was not read aloud there yet. True once, and once more when other answers came in.
    Q_INVOKABLE bool takeUntold();
    Q_INVOKABLE void addCopy(const QString &key); ///< to its first question
    Q_INVOKABLE void removeCopy(const QString &key);
    Q_INVOKABLE void send();
    /// In Review, where newerParts() are: these stay, and what was answered here goes. The person was asked. The identifier of those, which show
    /// now; empty: they do not.
    Q_INVOKABLE QString keepNewer();

Q_SIGNALS:
    void answersChanged();
    /// The answers are durable.
    void finished();

private:
    void end() override { review(); }
    void setPage() override;
    void close() override;
    [[nodiscard]] bool isEndAsking() const override { return true; }
    [[nodiscard]] QVariantList leadBefore() const;
    [[nodiscard]] QVariantList helpAround() const;
    [[nodiscard]] static QString copyName(const FormEntry &group);
    [[nodiscard]] static QStringList copiesAround(const FormState &state, const FormEntry &entry);
    [[nodiscard]] bool holdsOther();
    void readAnew();
    bool beginAmending(bool isGoneOnWith);
    void refreshSent();
    void setAnswers(const QVariantList &answers, const QVariantList &newer = {});
    [[nodiscard]] QVariantList rowsOf(const FormState &state, const std::vector<int> &problems = {},
                                      const FormFilling *filling = nullptr) const;
    [[nodiscard]] QVariantList newerRows() const;
    [[nodiscard]] static QVariantList partsOf(const QVariantList &rows);
    [[nodiscard]] static QString newerText();

    OncePerTurn m_refreshSent{[this] { refreshSent(); }};
    AssignmentsView &m_assignments;
    QString m_argument;
    bool m_isAmending = false;   ///< these have the name of answers that were sent before
    bool m_isOutrunAnew = false; ///< and are none that the clinic ever had
    bool m_canAmend = false;
    bool m_isChangeBegun = false;
    bool m_isOtherHeld = false;
    bool m_isOutrun = false;
    bool m_isAtClinic = false;
    bool m_isShared = false;
    bool m_canShare = false;
    QString m_sharingText;
    QString m_sentIdentifier; ///< of the answers that show
    QString m_title;
    QVariantList m_answers;
    QVariantList m_newer; ///< newerParts()
    QString m_toldNotice; ///< takeUntold()
    QString m_missingText;
    QString m_sentText;
    QString m_dayText;
};

} // namespace handrail
