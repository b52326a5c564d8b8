// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QString>

namespace handrail {

/// Gives the person a file of their own, outside of everything that Handrail keeps, seals or erases. Only when the person asks for it.
class FileExport
{
public:
    virtual ~FileExport() = default;
    /// Never takes the place of another file: the name may get a number. Returns where the file is, as the person can find it.
    /// Problems: StoreFull, StoreReadOnly.
    virtual Result<QString> save(const QString &fileName, const QByteArray &content) = 0;
};

} // namespace handrail
