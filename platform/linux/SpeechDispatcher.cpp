// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/linux/SpeechDispatcher.h"

#include "core/Log.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <utility>

namespace handrail {

namespace {

/// One line that is no command: spd-say takes a line that begins with "!-!" for one.
QByteArray lineOf(const QString &text)
{
    static const QRegularExpression marks(QStringLiteral("^[!\\s]+"));
    return text.simplified().remove(marks).toUtf8() + '\n';
}

} // namespace

SpeechDispatcher::~SpeechDispatcher()
{
    m_ended = nullptr;
    stop();
}

bool SpeechDispatcher::canSpeak()
{
    if (!m_program)
        m_program = QStandardPaths::findExecutable(QStringLiteral("spd-say"));
    return !m_program->isEmpty();
}

void SpeechDispatcher::speak(const QString &text, const QString &language, std::function<void()> ended)
{
    stop();
    m_ended = std::move(ended);
    m_process = std::make_unique<QProcess>();
    m_process->setStandardOutputFile(QProcess::nullDevice());
    m_process->setStandardErrorFile(QProcess::nullDevice());
    const auto isOver = [this, process = m_process.get()] {
        if (m_process.get() == process)
            end();
    };
    QObject::connect(m_process.get(), &QProcess::finished, m_process.get(), isOver);
    QObject::connect(m_process.get(), &QProcess::errorOccurred, m_process.get(), isOver);
    if (!canSpeak()) {
        QMetaObject::invokeMethod(m_process.get(), isOver, Qt::QueuedConnection);
        return;
    }
    const QString tag = language.section(u'-', 0, 0).left(3);
    m_process->start(*m_program, {QStringLiteral("--pipe-mode"), QStringLiteral("--wait"), QStringLiteral("--language"), tag});
    m_process->write(lineOf(text));
    m_process->closeWriteChannel();
}

void SpeechDispatcher::stop()
{
    if (!m_process)
        return;
    // What was handed on is said by the service until it is told to be quiet.
    if (canSpeak())
        QProcess::startDetached(*m_program, {QStringLiteral("--stop")});
    m_process->disconnect();
    m_process->kill();
    m_process->waitForFinished(200);
    end();
}

void SpeechDispatcher::end()
{
    if (m_process)
        m_process.release()->deleteLater();
    if (const std::function<void()> ended = std::exchange(m_ended, nullptr))
        ended();
}

} // namespace handrail
