// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/PlayText.h"

#include <QVariantMap>

namespace handrail {

namespace {

int wholeSeconds(std::chrono::milliseconds time)
{
    return int(std::chrono::ceil<std::chrono::seconds>(time).count());
}

} // namespace

QString PlayText::clock(std::chrono::milliseconds left)
{
    const int seconds = wholeSeconds(left);
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString PlayText::seconds(std::chrono::milliseconds left)
{
    return tr("%n second(s)", nullptr, wholeSeconds(left));
}

QString PlayText::spoken(std::chrono::milliseconds left)
{
    const int all = wholeSeconds(left);
    const QString rest = tr("%n second(s)", nullptr, all % 60);
    if (all < 60)
        return tr("%1 left").arg(rest);
    const QString whole = tr("%n minute(s)", nullptr, all / 60);
    return all % 60 == 0 ? tr("%1 left").arg(whole) : tr("%1 left").arg(tr("%1, %2", "minutes, seconds").arg(whole, rest));
}

QString PlayText::ofAll(std::chrono::milliseconds total)
{
    if (total < std::chrono::minutes(1))
        return tr("left of %1 s").arg(wholeSeconds(total));
    return tr("left of %1 min").arg(int(std::chrono::round<std::chrono::minutes>(total).count()));
}

QVariantList PlayText::lengths(const QList<int> &minutes)
{
    QVariantList lengths;
    for (int each : minutes)
        lengths << QVariantMap{{QStringLiteral("code"), QString::number(each)}, {QStringLiteral("text"), tr("%1 min").arg(each)}};
    return lengths;
}

} // namespace handrail
