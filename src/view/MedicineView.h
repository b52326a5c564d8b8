// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/Doses.h"
#include "view/OncePerTurn.h"
#include "view/Preferences.h"

#include <QObject>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace handrail {

class MinuteTimer;
class TimeText;

/// Medicine: what today asks for, with one tap for each, and the list with what the clinic wrote. Looks into the store only after the first page.
/// It says nothing of how much to take.
class MedicineView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed)
    Q_PROPERTY(QVariantList today READ today NOTIFY changed)
    Q_PROPERTY(QVariantList open READ open NOTIFY changed)
    Q_PROPERTY(QString countText READ countText NOTIFY changed)
    Q_PROPERTY(QVariantList medicines READ medicines NOTIFY changed)
    Q_PROPERTY(QString readerText READ readerText NOTIFY changed)
    Q_PROPERTY(bool canAsk READ canAsk NOTIFY changed)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY undoChanged)
    Q_PROPERTY(QString undoText READ undoText NOTIFY undoChanged)
    Q_PROPERTY(QString problemText READ problemText NOTIFY problemChanged)

public:
    enum Answer { Taken, NotTaken, NotSure };
    Q_ENUM(Answer)

    MedicineView(Account &account, const Clock &clock, const Preferences &preferences, MinuteTimer &minute,
                 QObject *parent = nullptr);

    /// The first page is there: what this holds may be read now.
    void settle();

    [[nodiscard]] bool isThere() const { return !m_medicines.isEmpty(); }
    /// What today asks for, and what is still open of last night: a list of {key, name, timeText, iconName, tone, answer (-1: none), answerText, stateText, spoken}.
    [[nodiscard]] QVariantList today() const { return m_today; }
    [[nodiscard]] QVariantList open() const
    {
        return m_open;
    } ///< those of `today` without an answer, and the one that can be undone
    [[nodiscard]] QString countText() const { return m_countText; }
    /// The list: {id, name, instruction, untoldText, note, askedText, canAskRefill, questionText, questionState}.
    [[nodiscard]] QVariantList medicines() const { return m_medicines; }
    [[nodiscard]] QString readerText() const { return m_readerText; } ///< "Dr. Okafor can see your answers."
    [[nodiscard]] bool canAsk() const { return m_canAsk; }            ///< the clinic takes messages
    [[nodiscard]] bool canUndo() const { return m_word.has_value(); }
    [[nodiscard]] QString undoText() const { return m_undoText; }
    [[nodiscard]] QString problemText() const { return m_problemText; }

    /// In the clinic's words, else "A medicine".
    [[nodiscard]] static QString nameOf(const Medicine &medicine);
    /// A page or sheet opens: what went wrong before is not its matter.
    Q_INVOKABLE void clearProblem();
    Q_INVOKABLE void say(const QString &key, handrail::MedicineView::Answer answer);
    Q_INVOKABLE void undo();
    Q_INVOKABLE bool askRefill(const QString &medicineId);
    /// In the person's own words. False when it is not kept; problemText says why.
    /// What was begun of a question about this medicine and not sent.
    Q_INVOKABLE QString begunQuestion(const QString &medicineId) const;
    Q_INVOKABLE void keepQuestion(const QString &medicineId, const QString &words);
    Q_INVOKABLE bool askPrescriber(const QString &medicineId, const QString &words);

Q_SIGNALS:
    void changed();
    void undoChanged();
    void problemChanged();

private:
    void refresh();
    void refreshList(const Records &records, const TimeText &text);
    void endUndo();
    void tell(const QString &problem);
    bool send(MessageKind kind, const QString &medicineId, const QString &words);
    [[nodiscard]] QVariantMap rowOf(const Dose &dose, const TimeText &text) const;
    [[nodiscard]] QString timeOf(const Dose &dose, const TimeText &text) const;
    [[nodiscard]] QDate day() const;

    OncePerTurn m_refresh{[this] { refresh(); }};
    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    QTimer m_undoTimer;
    QList<Dose> m_doses;
    QList<Medicine> m_known;
    QVariantList m_today;
    QVariantList m_open;
    QVariantList m_medicines;
    QString m_countText;
    QString m_readerText;
    std::optional<DoseWord> m_word; ///< that can be taken back
    QString m_undoText;
    QString m_problemText;
    bool m_canAsk = false;
    bool m_isSettled = false;
};

/// "Morning", "8:00 am"; of a time that the clinic does not say, as of today.
[[nodiscard]] QString doseTimeText(const DoseTime &time, const TimeText &text);
[[nodiscard]] QString doseAnswerText(DoseAnswer answer);

} // namespace handrail
