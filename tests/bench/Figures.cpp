// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Figures.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace handrail {

void Figures::add(const QString &name, double value, const QString &unit, double goal, bool isAtMost)
{
    m_figures << QJsonObject{
        {QStringLiteral("name"), name},
        {QStringLiteral("value"), value},
        {QStringLiteral("unit"), unit},
        {QStringLiteral("goal"), (isAtMost ? QStringLiteral("<= ") : QStringLiteral(">= ")) + QString::number(goal)},
        {QStringLiteral("met"), isAtMost ? value <= goal : value >= goal}};
}

void Figures::print() const
{
    std::printf("%-58s %10s %-8s %-10s %s\n", "figure", "value", "unit", "goal", "met");
    for (const QJsonValue &value : m_figures) {
        const QJsonObject figure = value.toObject();
        std::printf("%-58s %10.2f %-8s %-10s %s\n", qPrintable(figure[QLatin1String("name")].toString()),
                    figure[QLatin1String("value")].toDouble(), qPrintable(figure[QLatin1String("unit")].toString()),
                    qPrintable(figure[QLatin1String("goal")].toString()), figure[QLatin1String("met")].toBool() ? "yes" : "NO");
    }
}

bool Figures::write(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(m_figures).toJson()) > 0;
}

ProcessRun runProcess(const QString &program, const QStringList &arguments)
{
    ProcessRun run;
    std::vector<QByteArray> bytes{program.toLocal8Bit()};
    for (const QString &argument : arguments)
        bytes.push_back(argument.toLocal8Bit());
    std::vector<char *> argv;
    for (QByteArray &argument : bytes)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0)
        return run;
    QElapsedTimer timer;
    timer.start();
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(pipe[1], STDOUT_FILENO);
        ::execv(argv.front(), argv.data());
        ::_exit(127);
    }
    ::close(pipe[1]);
    QByteArray output;
    char buffer[4096];
    for (ssize_t got; (got = ::read(pipe[0], buffer, sizeof buffer)) > 0;)
        output.append(buffer, got);
    ::close(pipe[0]);
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    run.wallMs = double(timer.nsecsElapsed()) / 1e6;
    const auto ms = [](const timeval &time) { return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3; };
    run.cpuMs = ms(usage.ru_utime) + ms(usage.ru_stime);
    const qsizetype at = output.indexOf("pss ");
    run.pssKib = at < 0 ? 0 : output.mid(at + 4, output.indexOf('\n', at) - at - 4).toDouble();
    run.isGood = WIFEXITED(status) && WEXITSTATUS(status) == 0 && run.pssKib > 0;
    return run;
}

double median(QList<double> values)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 ? values.at(middle) : (values.at(middle - 1) + values.at(middle)) / 2;
}

} // namespace handrail
