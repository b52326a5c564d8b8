// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Program.h"

#include <QString>
#include <optional>

namespace handrail {

/// The clinic's public name, phone and hours in a small plain file outside the sealed store, so that Help can show them signed out
/// and with no key. It says nothing about a patient, yet it is a trace on the device: sign-out removes it.
class ClinicContactFile
{
public:
    explicit ClinicContactFile(QString path)
        : m_path(std::move(path))
    {
    }

    /// nullopt when there is no file, or it is damaged, larger than 4 KiB, or its number is not diallable.
    [[nodiscard]] std::optional<ClinicContact> read() const;
    /// Writes the file anew in one step, readable by its owner only. False when the contact is not usable or the disk refuses; what
    /// was there before then stays.
    bool write(const ClinicContact &contact) const;
    /// True when no file is left.
    bool remove() const;

private:
    QString m_path;
};

/// The contact has a name and a diallable phone, and its texts are short and plain: fit to be shown on the Help page.
[[nodiscard]] bool isUsable(const ClinicContact &contact);

} // namespace handrail
