// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "account/Account.h"
#include "care/Outgoing.h"
#include "core/Clock.h"
#include "view/TimeText.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace handrail {

/// One thing on its way to the clinic, in the words and choices that a page shows. A value: it is made anew when something changes.
class OutgoingItem
{
    Q_GADGET
    QML_VALUE_TYPE(outgoingItem)
    Q_PROPERTY(int number MEMBER number)
    Q_PROPERTY(QString identifier MEMBER identifier)
    Q_PROPERTY(QString iconName MEMBER iconName)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString stateText MEMBER stateText)
    Q_PROPERTY(QString ageText MEMBER ageText)
    Q_PROPERTY(QString why MEMBER why)
    Q_PROPERTY(QString along MEMBER along)
    Q_PROPERTY(QString spoken MEMBER spoken)
    Q_PROPERTY(int stage MEMBER stage)
    Q_PROPERTY(bool needsYou MEMBER needsYou)
    Q_PROPERTY(bool canSignIn MEMBER canSignIn)
    Q_PROPERTY(bool canChange MEMBER canChange)
    Q_PROPERTY(QString outrun MEMBER outrun)
    Q_PROPERTY(QString answers MEMBER answers)
    Q_PROPERTY(bool canSave MEMBER canSave)
    Q_PROPERTY(bool canRemove MEMBER canRemove)

public:
    bool operator==(const OutgoingItem &other) const = default;

    int number = 0;     ///< of Outgoing
    QString identifier; ///< of Outgoing
    QString iconName;   ///< as Icons names it
    QString title;      ///< "Today’s check-in"
    QString stateText;  ///< "Saved. Waiting for signal.", "Sent at 3:20 pm"
    QString ageText;    ///< "2 h 40 min ago"; empty for what was sent
    QString why;        ///< why it waits, in some sentences; empty when the state says all
    QString along;      ///< what is removed with it, "Changed answers and Note that a form is done"; empty for most
    QString spoken;     ///< the row in one sentence, for a screen reader
    int stage = 0;      ///< 0 saved, 1 sending, 2 sent
    bool needsYou = false;
    bool canSignIn = false;
    bool canChange = false; ///< the answers can be changed and sent again
    QString outrun;         ///< the identifier of answers to a form, where the clinic has others; empty for most
    QString answers;        ///< the same of answers that the clinic could not take, and that can be changed and sent again
    bool canSave = false;   ///< a copy can be made for the clinic
    bool canRemove = false; ///< it will not go by itself, so that the person may be done with it
};

/// What this account knows of the way to its clinic.
[[nodiscard]] Way wayOf(const Account &account);

/// Puts it into words.
[[nodiscard]] OutgoingItem outgoingItem(const Outgoing &thing, const Way &way, const Clock &clock, const TimeText &text);

/// "1 check-in and 2 notes to the clinic": what of this list has not been sent, by kind. Empty when all was.
[[nodiscard]] QString unsentText(const QList<Outgoing> &things, const QLocale &locale);

} // namespace handrail
