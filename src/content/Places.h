// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/FrontMatter.h"
#include "core/Problem.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <optional>

namespace handrail {

/// What help outside the clinic is for, in the order in which it is offered.
enum class PlaceKind { Food, Housing, Meetings, Jobs, Transport, Benefits, Health, Legal, ChildCare, Naloxone, Other };
inline constexpr int placeKinds = int(PlaceKind::Other) + 1;

/// Somewhere to find help outside the clinic, as lists show it (product, row 27).
struct Place {
    QString id;
    QString title;
    QString use; ///< what it is for, "A person helps you look"
    QList<PlaceKind> kinds;
    QString phone; ///< as people read it, "1-800-662-4357"; empty: none
    QString call;  ///< the same as it is dialled; isDiallable()
    QUrl website;  ///< https; empty: none
    QString address;
    QString hours;
    QStringList languages;
    QString cost;
    QString who;       ///< can go there, "Adults with a job offer"; empty: all, or nobody said
    QDate checked;     ///< when somebody last held all this against its source; invalid: nobody has yet
    QStringList words; ///< searched, never shown: what people call it
    QString language;  ///< BCP 47, of this text

    bool operator==(const Place &) const = default;
};

/// The whole of it, read when it is opened.
struct PlaceText : Place {
    QStringList more; ///< at most 2 paragraphs
    Origin origin;

    bool operator==(const PlaceText &) const = default;
};

/// Reads the front matter alone. BadData as readPlace, as far as it looks.
[[nodiscard]] Result<Place> readPlaceHead(const QByteArray &text);
/// Reads a place's file (src/content/README.md). BadData, with what is wrong in `detail`: a number that cannot be dialled, an address that is not
/// https, neither number nor website nor address, no day on which it was checked, no kind or one that is not known.
[[nodiscard]] Result<PlaceText> readPlace(const QByteArray &text);

/// "food" ... as texts name it; nullopt for another word.
[[nodiscard]] std::optional<PlaceKind> placeKindNamed(QStringView name);
[[nodiscard]] QString nameOf(PlaceKind kind);

} // namespace handrail
