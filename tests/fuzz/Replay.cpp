// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// Stands in for libFuzzer where there is none: runs a target over files, each once. fuzz-NAME FILE-OR-FOLDER...
// Fails when an oracle does, when an input takes longer than two seconds, and when there is nothing to run.

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv);
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size);

namespace {

constexpr qint64 longestMilliseconds = 2000;

QStringList filesIn(const QString &place)
{
    if (!QFileInfo(place).isDir())
        return {place};
    QStringList files;
    for (QDirIterator entry(place, QDir::Files); entry.hasNext();)
        files << entry.next();
    files.sort();
    return files;
}

bool runFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "cannot be read: %s\n", qPrintable(path));
        return false;
    }
    const QByteArray bytes = file.readAll();
    QElapsedTimer timer;
    timer.start();
    std::fprintf(stderr, "%s\n", qPrintable(path)); // before: it may be the last one
    LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char *>(bytes.constData()), std::size_t(bytes.size()));
    if (timer.elapsed() <= longestMilliseconds)
        return true;
    std::fprintf(stderr, "took %lld ms\n", static_cast<long long>(timer.elapsed()));
    return false;
}

} // namespace

int main(int argc, char *argv[])
{
    LLVMFuzzerInitialize(&argc, &argv);
    LLVMFuzzerTestOneInput(nullptr, 0);
    int count = 0;
    for (int i = 1; i < argc; ++i) {
        for (const QString &path : filesIn(QFile::decodeName(argv[i]))) {
            if (!runFile(path))
                return 1;
            ++count;
        }
    }
    std::printf("%d inputs\n", count);
    return count > 0 ? 0 : 1;
}
