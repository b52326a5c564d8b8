// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "Fuzz.h"

#include <QCoreApplication>
#include <QtGlobal>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace handrail::fuzz {

QByteArray Input::line()
{
    const qsizetype end = m_rest.indexOf('\n');
    const QByteArray line = (end < 0 ? m_rest : m_rest.first(end)).toByteArray();
    m_rest = end < 0 ? QByteArrayView() : m_rest.sliced(end + 1);
    return line;
}

quint8 Input::byte()
{
    if (m_rest.isEmpty())
        return 0;
    const auto value = quint8(m_rest.front());
    m_rest = m_rest.sliced(1);
    return value;
}

quint32 Input::number()
{
    quint32 value = 0;
    for (int shift = 0; shift < 32; shift += 8)
        value |= quint32(byte()) << shift;
    return value;
}

QByteArray Input::rest()
{
    return std::exchange(m_rest, {}).toByteArray();
}

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "fuzz: does not hold: %s\n", what);
    std::abort();
}

void requireShown(const QString &text)
{
    require(text.size() <= 4096, "shown text is short");
    require(std::none_of(text.begin(), text.end(),
                         [](QChar c) {
                             const char16_t u = c.unicode();
                             return (u < 0x20 && u != u'\n') || (u >= 0x7f && u < 0xa0) || (u >= 0x202a && u <= 0x202e)
                                 || (u >= 0x2066 && u <= 0x2069) || u == 0x200e || u == 0x200f;
                         }),
            "shown text has no control characters");
    require(text.toUtf8() == QString::fromUtf8(text.toUtf8()).toUtf8() && QString::fromUtf8(text.toUtf8()) == text,
            "shown text is whole Unicode");
}

} // namespace handrail::fuzz

// The names that libFuzzer calls (llvm.org/docs/LibFuzzer.html).

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    // What a hostile input makes the code say is not of interest, and slow.
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &text) {
        if (type == QtFatalMsg)
            std::fprintf(stderr, "%s\n", qUtf8Printable(text));
    });
    // Never taken down: what a target keeps for all its inputs goes later than anything made here.
    static auto *const application = new QCoreApplication(*argc, *argv);
    Q_UNUSED(application)
    handrail::fuzz::prepare();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    // A copy of exactly this size: reading beyond its end is seen.
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    handrail::fuzz::run(handrail::fuzz::Input(bytes));
    return 0;
}
