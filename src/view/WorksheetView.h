// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/SheetFilling.h"
#include "content/ContentLibrary.h"
#include "view/Preferences.h"
#include "view/SheetField.h"
#include "view/TimeText.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <memory>

namespace handrail {

/// The one worksheet, list or checklist that is open, for the player of its kind and for the page of what was made. What is written is on the disk
/// when savedText says so.
///
///   Closed   none is open, or it is not here any more
///   Open     its fields show; an answer that could not be kept is still here, and problemText says why. It stays open without a page then, until
///            it can be kept, or the lock falls, which is told afterwards
class WorksheetView final : public QObject
{
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY opened)
    Q_PROPERTY(QString sheetId READ sheetId NOTIFY kept)
    Q_PROPERTY(QString kind READ kind NOTIFY opened)
    Q_PROPERTY(QString title READ title NOTIFY opened)
    Q_PROPERTY(QString use READ use NOTIFY opened)
    Q_PROPERTY(bool isPlan READ isPlan NOTIFY opened)
    Q_PROPERTY(bool isResumed READ isResumed NOTIFY opened)
    Q_PROPERTY(QString resumedText READ resumedText NOTIFY opened)
    Q_PROPERTY(bool hasScript READ hasScript NOTIFY opened)
    Q_PROPERTY(QVariantList fields READ fields NOTIFY opened)
    Q_PROPERTY(QVariantList leftOver READ leftOver NOTIFY kept)
    Q_PROPERTY(QVariantList entries READ entries NOTIFY kept)
    Q_PROPERTY(QString savedText READ savedText NOTIFY kept)
    Q_PROPERTY(QString madeText READ madeText NOTIFY kept)
    Q_PROPERTY(QString problemText READ problemText NOTIFY kept)
    Q_PROPERTY(bool canTryAgain READ canTryAgain NOTIFY kept)
    Q_PROPERTY(QString ask READ ask NOTIFY opened)
    Q_PROPERTY(bool isPicked READ isPicked NOTIFY opened)
    Q_PROPERTY(QVariantList groups READ groups NOTIFY kept)
    Q_PROPERTY(QStringList everything READ everything NOTIFY kept)
    Q_PROPERTY(QString pick READ pick NOTIFY kept)
    Q_PROPERTY(QString pickTime READ pickTime NOTIFY kept)
    Q_PROPERTY(QVariantList items READ items NOTIFY kept)
    Q_PROPERTY(int doneCount READ doneCount NOTIFY kept)
    Q_PROPERTY(QString thenSkill READ thenSkill NOTIFY opened)
    Q_PROPERTY(QString thenTitle READ thenTitle NOTIFY opened)
    Q_PROPERTY(int longestLine READ longestLine CONSTANT)

public:
    enum State { Closed, Open };
    Q_ENUM(State)

    WorksheetView(Account &account, const Clock &clock, const Preferences &preferences, QObject *parent = nullptr);
    ~WorksheetView() override;

    /// Where the scripts come from, from the next one on; ours alone until then.
    void setTexts(LibraryIn texts) { m_texts = std::move(texts); }

    [[nodiscard]] State state() const { return m_filling ? Open : Closed; }
    [[nodiscard]] QString sheetId() const; ///< empty while nothing is written
    [[nodiscard]] QString kind() const;    ///< "worksheet", "list" or "checklist"
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString use() const;
    [[nodiscard]] bool isPlan() const; ///< the safety plan
    [[nodiscard]] bool isResumed() const { return m_isResumed; }
    [[nodiscard]] QString resumedText() const; ///< "You began this one Today, 9:05 pm."
    [[nodiscard]] bool hasScript() const;      ///< it can be changed; else it can be read alone
    [[nodiscard]] QVariantList fields() const;
    /// A list of {label, text}: what has no place in the script any more.
    [[nodiscard]] QVariantList leftOver() const;
    /// A list of {number, label, text, isPerson}: all that is written, to be read.
    [[nodiscard]] QVariantList entries() const;
    [[nodiscard]] QString savedText() const; ///< "Saved 9:05 pm": all that stands here is on the disk; empty before
    [[nodiscard]] QString madeText() const;  ///< "My words. Changed Nov 18."
    [[nodiscard]] QString problemText() const { return m_problemText; }
    /// What the problem is about is still here, and the disk may take it now.
    [[nodiscard]] bool canTryAgain() const { return !m_problemText.isEmpty() && m_filling && m_filling->isUnsaved(); }

    // A list.
    [[nodiscard]] QString ask() const;
    [[nodiscard]] bool isPicked() const; ///< one can be picked for now
    /// A list of {id, label, own, typed, taken, suggestions}: own words in their order, the line that is not added yet, the one that was taken away
    /// last and can be put back, and what is suggested and not there yet.
    [[nodiscard]] QVariantList groups() const;
    [[nodiscard]] QStringList everything() const; ///< own words of all groups
    [[nodiscard]] QString pick() const;
    [[nodiscard]] QString pickTime() const;
    Q_INVOKABLE bool add(const QString &group, const QString &text);
    Q_INVOKABLE void type(const QString &group, const QString &text); ///< the line that is not added yet, as it is typed
    Q_INVOKABLE void takeAway(const QString &group, int index);
    Q_INVOKABLE void putBack();                    ///< what was taken away last, where it was
    Q_INVOKABLE void setPick(const QString &text); ///< empty: none
    Q_INVOKABLE void setPickTime(const QString &text);

    // A checklist.
    /// A list of {id, say, minutes, isDone}.
    [[nodiscard]] QVariantList items() const;
    [[nodiscard]] int doneCount() const;
    [[nodiscard]] QString thenSkill() const; ///< id of the skill that it leads on to; empty: it ends
    [[nodiscard]] QString thenTitle() const { return m_thenTitle; }
    Q_INVOKABLE void tick(const QString &item);

    [[nodiscard]] static int longestLine() { return longestSheetLine; }

    /// A sheet of this skill: the one that was begun, or a new one. Gives a ticket for close(): a page may go after the next one came.
    Q_INVOKABLE int begin(const QString &skill);
    Q_INVOKABLE void beginAnew();
    /// One that was made. A skill whose text is gone can still be read. Gives a ticket, too.
    Q_INVOKABLE int open(const QString &sheet);
    /// The person is done with it. False when that, or something before it, is not on the disk: problemText says why.
    Q_INVOKABLE bool done();
    Q_INVOKABLE void close(int ticket);
    Q_INVOKABLE void tryAgain(); ///< to keep what could not be kept

Q_SIGNALS:
    void opened();
    /// Something was kept, or could not be.
    void kept();
    /// A sheet was changed on the disk.
    void sheetChanged(const QString &id);

private:
    struct Taken {
        QString group;
        QString line;
        int index = 0;
        bool wasPicked = false;
    };

    bool read(const QString &skill);
    void beginSkill(const QString &skill);
    void openSheet(const QString &sheet);
    void closeNow();
    bool letGo();
    void beLost();
    void show();
    void clear();
    void dropFields();
    bool settle(const Result<void> &result);
    bool setLines(const QString &group, const QStringList &own, const QString &typed);
    void takeAnswer(SheetField *field);
    [[nodiscard]] TimeText timeText() const;
    [[nodiscard]] QVariantMap rowOf(const SheetAnswer &answer) const;
    [[nodiscard]] const ListExercise *list() const;
    [[nodiscard]] const ChecklistExercise *checklist() const;

    Account &m_account;
    const Clock &m_clock;
    const Preferences &m_preferences;
    LibraryIn m_texts = builtInLibrary;
    std::unique_ptr<SheetFilling> m_filling;
    int m_ticket = 0;
    QString m_thenTitle;
    bool m_hasScript = false;
    bool m_isResumed = false;
    QList<SheetField *> m_fields;
    QList<SheetField *> m_last; ///< of the sheet before this one
    QDateTime m_savedAt;        ///< UTC
    Taken m_taken;
    std::optional<Identity> m_lostBy; ///< whose sheet had to go with words that were not kept; told with the next one
    QString m_problemText;
};

} // namespace handrail
