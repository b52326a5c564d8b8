// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// answer-forms OUT PATH...: answers each FHIR R4 Questionnaire among the .json files in these folders, also those in Bundles, writes
// the responses to the folder OUT, and prints the rows of README.md: what was answered of what is asked, and why the rest was not.
// Exit 1 when a form cannot be sent.

#include "Answerer.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

using namespace handrail;

namespace {

QStringList filesIn(const QString &path)
{
    if (QFileInfo(path).isFile())
        return {path};
    QStringList files;
    QDirIterator found(path, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext())
        files << found.next();
    files.sort();
    return files;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString reasonFor(const Result<AnsweredForm> &answered)
{
    if (!answered)
        return QStringLiteral("cannot be read: ") + answered.error().detail;
    QStringList reasons;
    const auto count = [&reasons](int howMany, const char *one, const char *several) {
        if (howMany > 0)
            reasons << QStringLiteral("%1 %2").arg(howMany).arg(QLatin1String(howMany == 1 ? one : several));
    };
    if (answered->problems > 0)
        reasons << QStringLiteral("%1 answers do not fit").arg(answered->problems);
    if (!answered->isReadBack)
        reasons << QStringLiteral("does not read back");
    count(answered->unsupported, "needs an attachment, a reference or a list of answers that is elsewhere",
          "need an attachment, a reference or a list of answers that is elsewhere");
    count(answered->unworked, "result that is not worked out", "results that are not worked out");
    count(answered->dropped, "item left out by the reader", "items left out by the reader");
    return reasons.join(QStringLiteral("; "));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        return std::fprintf(stderr, "usage: answer-forms OUT PATH...\n"), 2;
    const QDir out(QString::fromLocal8Bit(argv[1]));
    int forms = 0;
    int whole = 0;
    int sent = 0;
    for (int i = 2; i < argc; ++i) {
        for (const QString &path : filesIn(QString::fromLocal8Bit(argv[i]))) {
            for (const QByteArray &json : questionnairesIn(contentOf(path))) {
                ++forms;
                const QString name = QJsonDocument::fromJson(json).object().value(QLatin1String("id")).toString();
                const Result<AnsweredForm> answered = answerQuestionnaire(json);
                const QString reason = reasonFor(answered);
                const bool canBeSent = answered && answered->problems == 0 && answered->isReadBack;
                QFile file(out.filePath(QStringLiteral("%1-%2.json").arg(forms).arg(QFileInfo(path).completeBaseName())));
                if (canBeSent && file.open(QIODevice::WriteOnly) && file.write(answered->response) == answered->response.size())
                    ++sent;
                whole += canBeSent && answered->answered == answered->asked && reason.isEmpty() ? 1 : 0;
                std::printf("| %s | %d of %d | %s |\n", qPrintable(name), answered ? answered->answered : 0,
                            answered ? answered->asked : 0, qPrintable(reason));
            }
        }
    }
    std::printf("%d of %d forms open and are answered, %d of them with every item\n", sent, forms, whole);
    return forms > 0 && sent == forms ? 0 : 1;
}
