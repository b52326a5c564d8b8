// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Problem.h"

#include <QByteArray>
#include <QString>
#include <memory>

namespace handrail {

/// A file of the person's own that is being written. Nothing of it stays when it goes before finish().
class ExportedFile
{
public:
    virtual ~ExportedFile() = default;
    /// Problems: StoreFull.
    virtual Result<void> write(const QByteArray &piece) = 0;
    /// Returns where the file is, as the person can find it. Problems: StoreFull.
    virtual Result<QString> finish() = 0;
};

/// Gives the person a file of their own, outside of everything that Handrail keeps, seals or erases. Only when the person asks for it.
class FileExport
{
public:
    virtual ~FileExport() = default;
    /// Never takes the place of another file: the name may get a number. Piece by piece, for what is too large to be held at once.
    /// Problems: StoreReadOnly.
    virtual Result<std::unique_ptr<ExportedFile>> begin(const QString &fileName) = 0;
    /// The same for what is at hand. Problems: StoreFull, StoreReadOnly.
    Result<QString> save(const QString &fileName, const QByteArray &content)
    {
        const Result<std::unique_ptr<ExportedFile>> file = begin(fileName);
        if (!file)
            return tl::make_unexpected(file.error());
        if (const Result<void> written = (*file)->write(content); !written)
            return tl::make_unexpected(written.error());
        return (*file)->finish();
    }
};

} // namespace handrail
