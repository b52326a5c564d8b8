// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "report/VisitPage.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPdfWriter>
#include <QTextLayout>
#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

namespace handrail {

namespace {

// Distances in points, a 72nd of an inch.
constexpr double margin = 54;
constexpr double chartHeight = 78;
constexpr double axisRoom = 20;
constexpr double nameRoom = 66;
constexpr double smallestScale = 0.7; // letters of 7 points; what has no room then goes on another sheet
constexpr double numberRoom = 40;

// Ink on white paper, whatever the app's colours are: dark enough for a copy in black and white.
const QColor ink(0x1a, 0x26, 0x24);
const QColor grey(0x45, 0x50, 0x4d);
const QColor faint(0xc8, 0xcc, 0xc6);
const QColor green(0x1f, 0x5c, 0x54);
const QColor plum(0x77, 0x3a, 0x6b);
const QColor dusk(0x43, 0x4c, 0x8c);
const QColor duskSoft(0xe4, 0xe6, 0xf4);

/// Gives a painter for each sheet, in order.
using Sheets = std::function<QPainter *()>;

struct Size {
    QSizeF paper; ///< in points
    double scale = 1;
    int sheets = 1;
};

/// Puts a page down from top to bottom, on as many sheets as it takes. Without painters it only measures, and notes the words.
class Layout
{
public:
    Layout(const Sheets &next, const Size &size, bool isRightToLeft)
        : m_next(next)
        , m_paper(size.paper)
        , m_scale(size.scale)
        , m_sheets(size.sheets)
        , m_isRightToLeft(isRightToLeft)
    {
    }

    void put(const VisitPage &page)
    {
        m_footer = page.footer;
        m_footHeight = block(m_footer, {}, footWidth(), 9, QFont::Normal, grey) + gap(2);
        m_painter = m_next ? m_next() : nullptr;
        text(page.title, 20, QFont::DemiBold, ink);
        text(page.name, 12, QFont::DemiBold, ink);
        text(page.visit, 12, QFont::Normal, ink);
        text(page.dates, 11, QFont::Normal, grey);
        for (const VisitPage::Section &section : page.sections)
            put(section);
        foot();
    }

    [[nodiscard]] int sheets() const { return m_sheet; }
    [[nodiscard]] const QStringList &words() const { return m_words; }

private:
    [[nodiscard]] double gap(double points) const { return points * m_scale; }
    [[nodiscard]] double width() const { return m_paper.width() - 2 * margin; }
    [[nodiscard]] double footWidth() const { return m_sheets > 1 ? width() - numberRoom : width(); }
    [[nodiscard]] double bottom() const { return m_paper.height() - margin - m_footHeight - gap(14); }

    /// On the next sheet, when this one has no room for it.
    void need(double height)
    {
        if (m_y + height <= bottom() || m_y <= margin)
            return;
        foot();
        ++m_sheet;
        m_painter = m_next ? m_next() : nullptr;
        m_y = margin;
    }

    /// At the foot of each sheet: sheets are lost one by one.
    void foot()
    {
        const double y = m_paper.height() - margin - m_footHeight;
        line(QPointF(margin, y), QPointF(m_paper.width() - margin, y), faint, 0.6);
        if (m_sheets > 1) {
            m_words << QStringLiteral("%1/%2").arg(m_sheet).arg(m_sheets);
            block(m_words.constLast(), {m_isRightToLeft ? margin : margin + footWidth(), y + gap(4)}, numberRoom, 9, QFont::Normal,
                  grey, (m_isRightToLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute);
        }
        if (!m_footer.isEmpty())
            m_words << m_footer;
        block(m_footer, {m_isRightToLeft ? m_paper.width() - margin - footWidth() : margin, y + gap(4)}, footWidth(), 9,
              QFont::Normal, grey);
    }

    [[nodiscard]] QFont font(double points, QFont::Weight weight) const
    {
        QFont font(QFontDatabase::hasFamily(QStringLiteral("Inter")) ? QStringLiteral("Inter") : QGuiApplication::font().family());
        font.setPixelSize(std::max(1, qRound(points * m_scale * grain)));
        font.setWeight(weight);
        font.setHintingPreference(QFont::PreferNoHinting);
        return font;
    }

    /// Words in a column, broken into lines the same way for every device. Each line is put where `place`, given its height, says.
    void broken(const QString &words, double room, double points, QFont::Weight weight, const QColor &color, Qt::Alignment side,
                const std::function<QPointF(double)> &place)
    {
        QTextLayout layout(words, font(points, weight));
        QTextOption option(side == Qt::AlignLeft && m_isRightToLeft ? Qt::AlignRight : side);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setTextDirection(m_isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        option.setUseDesignMetrics(true);
        layout.setTextOption(option);
        layout.beginLayout();
        QList<QTextLine> lines;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(room * grain);
            line.setPosition(QPointF());
            lines << line;
        }
        layout.endLayout();
        for (const QTextLine &line : std::as_const(lines)) {
            const QPointF at = place(line.height() * 1.15 / grain);
            if (!m_painter)
                continue;
            m_painter->save();
            m_painter->translate(at);
            m_painter->scale(1 / grain, 1 / grain);
            m_painter->setPen(color);
            line.draw(m_painter, QPointF());
            m_painter->restore();
        }
    }

    /// All of it together. Returns the height.
    double block(const QString &words, QPointF at, double room, double points, QFont::Weight weight, const QColor &color,
                 Qt::Alignment side = Qt::AlignLeft)
    {
        double height = 0;
        broken(words, room, points, weight, color, side,
               [&](double one) { return QPointF(at.x(), at.y() + std::exchange(height, height + one)); });
        return height;
    }

    void text(const QString &words, double points, QFont::Weight weight, const QColor &color)
    {
        if (words.isEmpty())
            return;
        m_words << words;
        broken(words, width(), points, weight, color, Qt::AlignLeft, [this](double one) {
            need(one);
            return QPointF(margin, std::exchange(m_y, m_y + one));
        });
        m_y += gap(2);
    }

    void put(const VisitPage::Section &section)
    {
        m_y += gap(14);
        need(together(section));
        parts(section);
    }

    /// How much of it stays on one sheet: of a list its beginning, a drawing and the room to write whole.
    [[nodiscard]] double together(const VisitPage::Section &section) const
    {
        if (section.drawing == VisitPage::Drawing::None && section.blankLines == 0)
            return gap(60);
        Layout alone({}, {QSizeF(m_paper.width(), std::numeric_limits<double>::max()), m_scale}, m_isRightToLeft);
        alone.parts(section);
        return alone.m_y - margin;
    }

    void parts(const VisitPage::Section &section)
    {
        text(section.title, 13, QFont::DemiBold, ink);
        text(section.sentence, 11, QFont::Normal, ink);
        if (section.drawing != VisitPage::Drawing::None)
            chart(section);
        rows(section);
        for (int i = 0; i < section.blankLines; ++i) {
            m_y += gap(24);
            line({margin, m_y}, {m_paper.width() - margin, m_y}, grey, 0.6);
        }
    }

    void line(QPointF from, QPointF to, const QColor &color, double thickness)
    {
        if (!m_painter)
            return;
        m_painter->setPen(QPen(color, thickness));
        m_painter->drawLine(from, to);
    }

    /// Time runs from left to right in every language.
    void chart(const VisitPage::Section &section)
    {
        m_y += gap(6);
        const QRectF plot(margin + axisRoom, m_y, width() - axisRoom - nameRoom, gap(chartHeight));
        const bool isBars = section.drawing == VisitPage::Drawing::Bars;
        const double step = isBars ? 4 : section.maximum / 2;
        for (double level = 0; level <= section.maximum; level += step) {
            const double y = plot.bottom() - plot.height() * level / section.maximum;
            line({plot.left(), y}, {plot.right(), y}, faint, 0.6);
            block(QString::number(level), {margin, y - gap(5)}, axisRoom - 5, 8, QFont::Normal, grey, Qt::AlignRight);
        }
        QList<double> taken;
        for (const VisitPage::Line &each : section.lines) {
            if (isBars)
                bars(each, plot, section.maximum);
            else
                curve(each, plot, section.maximum, taken);
        }
        m_y = plot.bottom() + gap(4);
        block(section.startText, {plot.left(), m_y}, plot.width() / 2, 9, QFont::Normal, grey, Qt::AlignLeft | Qt::AlignAbsolute);
        m_y += block(section.endText, {plot.center().x(), m_y}, plot.width() / 2, 9, QFont::Normal, grey,
                     Qt::AlignRight | Qt::AlignAbsolute);
        for (const VisitPage::Line &each : section.lines) {
            if (!each.name.isEmpty())
                m_words << each.name;
        }
        m_words << section.startText << section.endText;
    }

    void bars(const VisitPage::Line &each, const QRectF &plot, double maximum)
    {
        if (!m_painter)
            return;
        const double slot = plot.width() / double(std::max<qsizetype>(1, each.values.size()));
        m_painter->setPen(QPen(dusk, 0.7));
        m_painter->setBrush(duskSoft);
        for (qsizetype i = 0; i < each.values.size(); ++i) {
            if (const std::optional<double> value = each.values.at(i)) {
                const double height = plot.height() * std::clamp(*value, 0.0, maximum) / maximum;
                m_painter->drawRect(QRectF(plot.left() + slot * (double(i) + 0.22), plot.bottom() - height, slot * 0.56, height));
            }
        }
        m_painter->setBrush(Qt::NoBrush);
    }

    void curve(const VisitPage::Line &each, const QRectF &plot, double maximum, QList<double> &taken)
    {
        QPainterPath path;
        QPointF last;
        bool isOpen = false;
        const qsizetype size = each.values.size();
        for (qsizetype i = 0; i < size; ++i) {
            const std::optional<double> value = each.values.at(i);
            if (!value) {
                isOpen = false;
                continue;
            }
            last = {plot.left() + (size == 1 ? plot.width() : plot.width() * double(i) / double(size - 1)),
                    plot.bottom() - plot.height() * std::clamp(*value, 0.0, maximum) / maximum};
            if (isOpen) {
                path.lineTo(last);
            } else {
                path.moveTo(last);
                path.lineTo(last + QPointF(0.01, 0)); // a number between two gaps is a dot
            }
            isOpen = true;
        }
        if (path.isEmpty())
            return;
        const QColor color = each.isDotted ? plum : green;
        double nameAt = last.y() - gap(6);
        for (const double other : std::as_const(taken)) {
            if (std::abs(other - nameAt) < gap(12))
                nameAt = nameAt < other ? other - gap(12) : other + gap(12);
        }
        taken << nameAt;
        block(each.name, {plot.right() + 8, nameAt}, nameRoom - 8, 9, QFont::DemiBold, color, Qt::AlignLeft | Qt::AlignAbsolute);
        if (!m_painter)
            return;
        QPen pen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        if (each.isDotted)
            pen.setDashPattern({0.4, 2.4});
        m_painter->strokePath(path, pen);
        if (each.isDotted)
            m_painter->fillRect(QRectF(last.x() - 3, last.y() - 3, 6, 6), color);
        else {
            QPainterPath dot;
            dot.addEllipse(last, 3.3, 3.3);
            m_painter->fillPath(dot, color);
        }
    }

    /// Two columns, down the first and then the second, on each sheet. Rows that are too long for that go across.
    void rows(const VisitPage::Section &section)
    {
        QStringList shown = section.rows.mid(0, VisitPage::mostRows);
        if (section.rows.size() > VisitPage::mostRows)
            shown.last() = section.moreText;
        const double room = (width() - 16) / 2;
        QList<double> heights;
        for (const QString &row : std::as_const(shown))
            heights << Layout({}, {m_paper, m_scale}, m_isRightToLeft).block(row, {}, room, 10, QFont::Normal, ink) + gap(1);
        if (std::any_of(heights.cbegin(), heights.cend(), [this](double one) { return one > (bottom() - margin) / 3; })) {
            for (const QString &row : std::as_const(shown))
                text(row, 10, QFont::Normal, ink);
            return;
        }
        for (qsizetype i = 0; i < shown.size();) {
            need(heights.at(i));
            const qsizetype half = (shown.size() - i + 1) / 2;
            const double left = bottom() - m_y;
            const auto sum = [&](qsizetype from, qsizetype to) {
                return std::accumulate(heights.cbegin() + from, heights.cbegin() + to, 0.0);
            };
            const bool fits = sum(i, i + half) <= left && sum(i + half, shown.size()) <= left;
            double lowest = m_y;
            for (int column = 0; column < 2; ++column) {
                double y = m_y;
                const double x = margin + (column == (m_isRightToLeft ? 1 : 0) ? 0 : room + 16);
                const qsizetype end = fits && column == 0 ? i + half : shown.size();
                for (; i < end && y + heights.at(i) <= bottom(); ++i) {
                    if (m_painter)
                        block(shown.at(i), {x, y}, room, 10, QFont::Normal, ink);
                    m_words << shown.at(i);
                    y += heights.at(i);
                }
                lowest = std::max(lowest, y);
            }
            m_y = lowest;
        }
    }

    // Letters are set this much larger than they stand, so that sizes of half a point are sizes too.
    static constexpr double grain = 8;

    Sheets m_next;
    QSizeF m_paper;
    double m_scale;
    int m_sheets;
    bool m_isRightToLeft;
    QPainter *m_painter = nullptr;
    QString m_footer;
    double m_footHeight = 0;
    double m_y = margin;
    int m_sheet = 1;
    QStringList m_words;
};

bool isRightToLeft(const VisitPage &page)
{
    return QLocale(page.language).textDirection() == Qt::RightToLeft;
}

/// The fewest sheets, and then the largest letters, with which all of it is there.
Size sizeFor(const VisitPage &page, QPageSize::PageSizeId paper)
{
    Size size{QPageSize::size(paper, QPageSize::Point), smallestScale};
    const auto taken = [&] {
        Layout layout({}, size, isRightToLeft(page));
        layout.put(page);
        return layout.sheets();
    };
    for (size.sheets = taken();; ++size.sheets) {
        for (size.scale = 1; size.scale > smallestScale - 0.01; size.scale -= 0.05) {
            if (taken() <= size.sheets)
                return size;
        }
    }
}

} // namespace

QStringList visitPageWords(const VisitPage &page, QPageSize::PageSizeId paper)
{
    Layout layout({}, sizeFor(page, paper), isRightToLeft(page));
    layout.put(page);
    return layout.words();
}

QList<QImage> visitPageImages(const VisitPage &page, QPageSize::PageSizeId paper, int width)
{
    const Size size = sizeFor(page, paper);
    const double scale = width / size.paper.width();
    QList<QImage> images;
    QPainter painter;
    const auto next = [&] {
        if (painter.isActive())
            painter.end();
        QImage image(width, qRound(size.paper.height() * scale), QImage::Format_RGB32);
        image.fill(Qt::white);
        images << image;
        painter.begin(&images.last());
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(scale, scale);
        return &painter;
    };
    Layout(next, size, isRightToLeft(page)).put(page);
    painter.end();
    return images;
}

QByteArray visitPagePdf(const VisitPage &page, QPageSize::PageSizeId paper)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return {};
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(paper));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(page.title); // what the page says itself, and no name
    writer.setCreator(QStringLiteral("Handrail"));
    QPainter painter;
    if (!painter.begin(&writer))
        return {};
    const double scale = writer.resolution() / 72.0;
    painter.scale(scale, scale);
    bool hasAll = true;
    auto next = [&, isFirst = true]() mutable {
        hasAll = (std::exchange(isFirst, false) || writer.newPage()) && hasAll;
        return &painter;
    };
    Layout(next, sizeFor(page, paper), isRightToLeft(page)).put(page);
    if (!painter.end() || !hasAll)
        return {};
    return bytes;
}

} // namespace handrail
