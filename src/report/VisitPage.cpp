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

namespace handrail {

namespace {

// Distances in points, a 72nd of an inch.
constexpr double margin = 54;
constexpr double chartHeight = 78;
constexpr double axisRoom = 20;
constexpr double nameRoom = 66;
constexpr double smallestScale = 0.5;

// Ink on white paper, whatever the app's colours are: dark enough for a copy in black and white.
const QColor ink(0x1a, 0x26, 0x24);
const QColor grey(0x45, 0x50, 0x4d);
const QColor faint(0xc8, 0xcc, 0xc6);
const QColor green(0x1f, 0x5c, 0x54);
const QColor plum(0x77, 0x3a, 0x6b);
const QColor dusk(0x43, 0x4c, 0x8c);
const QColor duskSoft(0xe4, 0xe6, 0xf4);

/// Puts a page down from top to bottom. Without a painter it only measures, and notes the words.
class Layout
{
public:
    Layout(QPainter *painter, const QSizeF &paper, double scale, bool isRightToLeft)
        : m_painter(painter)
        , m_paper(paper)
        , m_scale(scale)
        , m_isRightToLeft(isRightToLeft)
    {
    }

    void put(const VisitPage &page)
    {
        m_y = margin;
        text(page.title, 20, QFont::DemiBold, ink);
        text(page.name, 12, QFont::DemiBold, ink);
        text(page.visit, 12, QFont::Normal, ink);
        text(page.dates, 11, QFont::Normal, grey);
        text(page.note, 11, QFont::Normal, grey);
        for (const VisitPage::Section &section : page.sections)
            put(section);
        // The footer stands at the foot, and belongs to what has to fit.
        const double end = m_y;
        Layout foot(nullptr, m_paper, m_scale, m_isRightToLeft);
        foot.text(page.footer, 9, QFont::Normal, grey);
        m_y = std::max(end + gap(10), m_paper.height() - margin - foot.m_y);
        line(QPointF(margin, m_y), QPointF(m_paper.width() - margin, m_y), faint, 0.6);
        m_y += gap(4);
        text(page.footer, 9, QFont::Normal, grey);
        m_needed = end + gap(14) + foot.m_y + margin;
    }

    [[nodiscard]] bool fits() const { return m_needed <= m_paper.height(); }
    [[nodiscard]] const QStringList &words() const { return m_words; }

private:
    [[nodiscard]] double gap(double points) const { return points * m_scale; }
    [[nodiscard]] double width() const { return m_paper.width() - 2 * margin; }

    [[nodiscard]] QFont font(double points, QFont::Weight weight) const
    {
        QFont font(QFontDatabase::hasFamily(QStringLiteral("Inter")) ? QStringLiteral("Inter") : QGuiApplication::font().family());
        font.setPixelSize(std::max(1, qRound(points * m_scale * grain)));
        font.setWeight(weight);
        font.setHintingPreference(QFont::PreferNoHinting);
        return font;
    }

    /// Words in a column, broken into lines the same way for every device. Returns the height.
    double block(const QString &words, QPointF at, double room, double points, QFont::Weight weight, const QColor &color,
                 Qt::Alignment side = Qt::AlignLeft)
    {
        QTextLayout layout(words, font(points, weight));
        QTextOption option(side == Qt::AlignLeft && m_isRightToLeft ? Qt::AlignRight : side);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setTextDirection(m_isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        option.setUseDesignMetrics(true);
        layout.setTextOption(option);
        layout.beginLayout();
        double height = 0;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(room * grain);
            line.setPosition(QPointF(0, height));
            height += line.height() * 1.15;
        }
        layout.endLayout();
        if (m_painter) {
            m_painter->save();
            m_painter->translate(at);
            m_painter->scale(1 / grain, 1 / grain);
            m_painter->setPen(color);
            layout.draw(m_painter, QPointF());
            m_painter->restore();
        }
        return height / grain;
    }

    void text(const QString &words, double points, QFont::Weight weight, const QColor &color)
    {
        if (words.isEmpty())
            return;
        m_words << words;
        m_y += block(words, {margin, m_y}, width(), points, weight, color) + gap(2);
    }

    void put(const VisitPage::Section &section)
    {
        m_y += gap(14);
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

    /// Two columns, down the first and then the second.
    void rows(const VisitPage::Section &section)
    {
        QStringList shown = section.rows.mid(0, VisitPage::mostRows);
        if (section.rows.size() > VisitPage::mostRows)
            shown.last() = section.moreText;
        const qsizetype half = (shown.size() + 1) / 2;
        const double room = (width() - 16) / 2;
        double lowest = m_y;
        for (int column = 0; column < 2; ++column) {
            double y = m_y;
            const double x = margin + (column == (m_isRightToLeft ? 1 : 0) ? 0 : room + 16);
            for (qsizetype i = column * half; i < std::min(shown.size(), (column + 1) * half); ++i) {
                y += block(shown.at(i), {x, y}, room, 10, QFont::Normal, ink) + gap(1);
                m_words << shown.at(i);
            }
            lowest = std::max(lowest, y);
        }
        m_y = lowest;
    }

    // Letters are set this much larger than they stand, so that sizes of half a point are sizes too.
    static constexpr double grain = 8;

    QPainter *m_painter;
    QSizeF m_paper;
    double m_scale;
    bool m_isRightToLeft;
    double m_y = 0;
    double m_needed = 0;
    QStringList m_words;
};

QSizeF sizeOf(QPageSize::PageSizeId paper)
{
    return QPageSize::size(paper, QPageSize::Point);
}

bool isRightToLeft(const VisitPage &page)
{
    return QLocale(page.language).textDirection() == Qt::RightToLeft;
}

/// The largest letters with which all of it is on one page.
double scaleFor(const VisitPage &page, const QSizeF &paper)
{
    for (double scale = 1; scale > smallestScale; scale -= 0.05) {
        Layout layout(nullptr, paper, scale, isRightToLeft(page));
        layout.put(page);
        if (layout.fits())
            return scale;
    }
    return smallestScale;
}

void draw(QPainter &painter, const VisitPage &page, const QSizeF &paper)
{
    Layout(&painter, paper, scaleFor(page, paper), isRightToLeft(page)).put(page);
}

} // namespace

QStringList visitPageWords(const VisitPage &page)
{
    Layout layout(nullptr, sizeOf(QPageSize::A4), 1, isRightToLeft(page));
    layout.put(page);
    return layout.words();
}

QImage visitPageImage(const VisitPage &page, QPageSize::PageSizeId paper, int width)
{
    const QSizeF points = sizeOf(paper);
    const double scale = width / points.width();
    QImage image(width, qRound(points.height() * scale), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    draw(painter, page, points);
    return image;
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
    draw(painter, page, sizeOf(paper));
    if (!painter.end())
        return {};
    return bytes;
}

} // namespace handrail
