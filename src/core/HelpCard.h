// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace handrail {

/// "How I can help": what a patient and one or more relatives agreed on in a session, as the clinic wrote it down. All see the same one, a
/// relative while something is shared with them.
struct HelpCard {
    struct Relative {
        QString reference; ///< "RelatedPerson/x"
        QString name;      ///< in the clinic's words; may be empty
    };
    QString id;
    QList<Relative> with; ///< never empty; who was invited anew has two, under one name
    QStringList lines;    ///< never empty
    QDateTime agreed;     ///< UTC; invalid when the clinic does not say
};

/// A time of the patient's, as a relative hears of it (design clinical 7.2).
struct BusyTime {
    enum class Presence { Untold, Came, Missed };

    QDateTime start;                      ///< UTC; always valid
    QDateTime end;                        ///< UTC; invalid when unknown
    Presence presence = Presence::Untold; ///< of one that is over; Untold where that is not shared
    bool isTimeAlone = true;              ///< nothing else of it is shared; else it is a session of both
    QDate day;                            ///< of one that is a whole day at the clinic, from midnight to midnight; else invalid
};

} // namespace handrail
