// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QQmlEngine>
#include <cstdio>

namespace handrail {

/// Counts what QML complains of, and prints it: a page with a broken binding is not the page that people open.
class QmlWarnings
{
public:
    explicit QmlWarnings(const QQmlEngine &engine)
    {
        QObject::connect(&engine, &QQmlEngine::warnings, &m_context, [this](const QList<QQmlError> &errors) {
            for (const QQmlError &error : errors)
                std::fprintf(stderr, "%s\n", qPrintable(error.toString()));
            m_count += int(errors.size());
        });
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    QObject m_context;
    int m_count = 0;
};

} // namespace handrail
