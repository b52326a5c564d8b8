// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace handrail {

/// One line that people can call or text. The texts are what the Help page shows.
struct CrisisNumber {
    QString id;        ///< lifeline, emergency, poison, treatment
    QString shown;     ///< the number as people read it, "1-800-662-4357"
    QString callLabel; ///< "Call 988"
    QString callNote;  ///< one calm fact under it; may be empty
    QString call;      ///< ^\+?[0-9]{2,15}$
    QString textLabel; ///< empty when the line takes no texts
    QString textNote;
    QString text;     ///< as `call`; empty when the line takes no texts
    QString webLabel; ///< empty when it has no page
    QString webNote;
    QUrl web; ///< https; a page to write or to search on; empty when there is none. Needs internet, unlike the rest
    QStringList more;

    bool operator==(const CrisisNumber &) const = default;
};

struct OverdoseStep {
    QString title;
    QString detail;

    bool operator==(const OverdoseStep &) const = default;
};

/// What to do when somebody may have taken too much, in the order of doing.
struct OverdoseCard {
    QString title;
    QString first; ///< the call that comes before the steps, "Call 911"
    QString firstNote;
    QString lookForLabel;
    QString lookFor;
    QList<OverdoseStep> steps;
    QStringList notes;

    bool operator==(const OverdoseCard &) const = default;
};

/// The other words of the Help page.
struct CrisisPage {
    QString title;
    QString lead;
    QString clinicLabel;
    QString dangerTitle;
    QString dangerNote;
    QString anyPhone; ///< shown on a device that cannot call
    QString footer;

    bool operator==(const CrisisPage &) const = default;
};

/// The public help lines of one region, with the words that go with them (design clinical 6.1). Dated, so that an old one is
/// noticed.
struct CrisisPack {
    QString region;   ///< ISO 3166 code in lower case, or "elsewhere"
    QString language; ///< BCP 47
    QDate reviewDate;
    QString reviewedBy;
    QStringList sources;
    CrisisPage page;
    QList<CrisisNumber> numbers;
    OverdoseCard overdose;
    QString withdrawal;

    /// nullptr when this region has no such line.
    [[nodiscard]] const CrisisNumber *number(QStringView id) const;

    bool operator==(const CrisisPack &) const = default;
};

/// True for ^\+?[0-9]{2,15}$, ASCII digits only. Anything else is never handed to a phone.
[[nodiscard]] bool isDiallable(QStringView number);

/// Reads a pack of format 1; keys that it does not know are passed over. BadData when it is larger than 64 KiB or no JSON object of
/// that format; when a number is not diallable, a web address not https, an id used twice, a label missing for what can be called,
/// texted or opened; when there is no `emergency` line or no overdose step; when the date cannot be read; when a text is empty, has more
/// than 400 characters, or holds control characters or a text direction override.
[[nodiscard]] Result<CrisisPack> readCrisisPack(const QByteArray &json);

/// The pack that is compiled in as plain data: for `us` the same words as crisis/us.json, for any other region only what is true
/// anywhere. Needs no file, so Help can always be shown.
[[nodiscard]] CrisisPack builtInCrisisPack(QStringView region);

/// `json` when it is a sound pack for this region, else the one that is compiled in.
[[nodiscard]] CrisisPack crisisPackFrom(const QByteArray &json, QStringView region);

/// The pack of this region from the data files of the app, in this language when there is one with the same lines; else in English, else
/// the one that is compiled in. Never fails.
[[nodiscard]] CrisisPack crisisPack(QStringView region = u"us", QStringView language = u"en");

/// True when the pack was last reviewed more than `days` days before `today`, or its date lies after `today`.
[[nodiscard]] bool isReviewOverdue(const CrisisPack &pack, const QDate &today, int days = 365);

} // namespace handrail
