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
    static const QRegularExpression betweenSentences(QStringLiteral("(?<=[.!?…])\\s+"));
    m_sentences = text.simplified().split(betweenSentences, Qt::SkipEmptyParts);
    m_language = language.section(u'-', 0, 0).left(3);
    sayNext();
}

/// A process for each sentence: it ends when that has been said.
void SpeechDispatcher::sayNext()
{
    m_process = std::make_unique<QProcess>();
    QProcess *const process = m_process.get();
    process->setStandardOutputFile(QProcess::nullDevice());
    process->setStandardErrorFile(QProcess::nullDevice());
    const auto isOver = [this, process](bool isSaid) {
        if (m_process.get() != process)
            return;
        m_process.release()->deleteLater();
        if (isSaid && !m_sentences.isEmpty())
            sayNext();
        else
            end();
    };
    QObject::connect(process, &QProcess::finished, process,
                     [isOver](int code, QProcess::ExitStatus status) { isOver(code == 0 && status == QProcess::NormalExit); });
    QObject::connect(process, &QProcess::errorOccurred, process, [isOver] { isOver(false); });
    if (!canSpeak() || m_sentences.isEmpty()) {
        QMetaObject::invokeMethod(
            process, [isOver] { isOver(false); }, Qt::QueuedConnection);
        return;
    }
    process->start(*m_program, {QStringLiteral("--pipe-mode"), QStringLiteral("--wait"), QStringLiteral("--language"), m_language});
    process->write(lineOf(m_sentences.takeFirst()));
    process->closeWriteChannel();
}

void SpeechDispatcher::stop()
{
    m_sentences.clear();
    if (m_process) {
        m_process->disconnect();
        m_process->kill();
        m_process->waitForFinished(200);
        m_process.release()->deleteLater();
    }
    end();
}

void SpeechDispatcher::end()
{
    m_sentences.clear();
    if (const std::function<void()> ended = std::exchange(m_ended, nullptr))
        ended();
}

} // namespace handrail
