// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// The plain file with the clinic's number.

#include "Fuzz.h"
#include "content/CrisisPack.h"
#include "crisis/ClinicContactFile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <memory>

namespace handrail::fuzz {

namespace {

std::unique_ptr<QTemporaryDir> folder; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

} // namespace

void prepare()
{
    const QString memory = QStringLiteral("/dev/shm");
    folder =
        std::make_unique<QTemporaryDir>((QDir(memory).exists() ? memory : QDir::tempPath()) + QStringLiteral("/handrail-XXXXXX"));
    require(folder->isValid(), "a folder");
}

void run(Input input)
{
    const QString path = folder->filePath(QStringLiteral("clinic.json"));
    {
        QFile file(path);
        require(file.open(QIODevice::WriteOnly | QIODevice::Truncate), "a file can be written");
        file.write(input.rest());
    }
    const ClinicContactFile file(path);
    const auto kept = file.read();
    if (kept) {
        const ClinicContact *const contact = &kept->contact;
        require(isDiallable(contact->phone) && !contact->name.trimmed().isEmpty(), "there is a name and a number to dial");
        requireShown(contact->name);
        requireShown(contact->hours);
        require(file.write(*kept), "what was read can be written");
        require(file.read() == kept, "and reads the same");
    }
    require(file.remove(), "it can be removed");
}

} // namespace handrail::fuzz
