// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QPageSize>
#include <QString>
#include <QStringList>
#include <optional>

namespace handrail {

/// The page that a person takes along to a visit, in words that are ready to be read. What is not in here is not on the page.
struct VisitPage {
    enum class Drawing { None, Lines, Bars };
    struct Line {
        QString name;
        QList<std::optional<double>> values; ///< nullopt is a gap
        bool isDotted = false;
    };
    struct Section {
        QString title;
        QString sentence;
        Drawing drawing = Drawing::None;
        QList<Line> lines;
        double maximum = 10; ///< of the values; the least is 0
        QString startText;
        QString endText;
        QStringList rows;   ///< at most mostRows are on the page
        QString moreText;   ///< says how many are not, in the place of the last row
        int blankLines = 0; ///< to write on by hand
    };
    static constexpr int mostRows = 12;

    QString title;
    QString name;  ///< empty: left out
    QString visit; ///< which visit it is for; empty: left out
    QString dates;
    QList<Section> sections;
    QString footer;
    QString language; ///< BCP 47; decides the direction of the text
};

// The words, the preview and the file come from the same drawing, so that each says what the other holds. What would be too much for one
// sheet is drawn smaller; what could not be read then goes on on another sheet, each with its number and the footer. GUI thread, after the
// app's letters are there.

/// What is on the sheets, a line each, in reading order: for who does not see it.
[[nodiscard]] QStringList visitPageWords(const VisitPage &page, QPageSize::PageSizeId paper);
/// A picture for each sheet. `width` in pixels; the height follows from the paper.
[[nodiscard]] QList<QImage> visitPageImages(const VisitPage &page, QPageSize::PageSizeId paper, int width);
/// A PDF of the same sheets with its letters inside and its text as text. Nothing is written anywhere. Empty when the system cannot make one.
[[nodiscard]] QByteArray visitPagePdf(const VisitPage &page, QPageSize::PageSizeId paper);

} // namespace handrail
