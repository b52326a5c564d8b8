// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QJsonArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace handrail {

/// The measured figures: printed as a table, written as a list of {name, value, unit, goal, met}.
class Figures
{
public:
    /// `isAtMost`: the value must not be above the goal; else not below it.
    void add(const QString &name, double value, const QString &unit, double goal, bool isAtMost);
    void print() const;
    bool write(const QString &path) const;

private:
    QJsonArray m_figures;
};

/// One run of a whole process.
struct ProcessRun {
    double wallMs = 0;
    double cpuMs = 0;    ///< user and system, the process and what it waited for
    double pssKib = 0;   ///< as the process printed it
    bool isGood = false; ///< it ended with 0
};

[[nodiscard]] ProcessRun runProcess(const QString &program, const QStringList &arguments);
[[nodiscard]] double median(QList<double> values);

} // namespace handrail
