// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Program.h"

#include <QString>
#include <optional>

namespace handrail {

/// A clinic's line, and which clinic's it is.
struct KeptClinic {
    ClinicContact contact;
    QString server; ///< its FHIR base, fully encoded, up to 1000 characters; empty in a file of before this was kept

    bool operator==(const KeptClinic &) const = default;
};

/// The clinic's public name, phone and hours, and its server's address, in a small plain file outside the sealed store, so that Help
/// can show them signed out and with no key. It says that somebody here is, or is with, a patient of this clinic. A patient's stays after a sign-out
/// that leaves an account on this device, and goes with the last one; a relative's goes when nothing is shared any more, too.
class ClinicContactFile
{
public:
    explicit ClinicContactFile(QString path)
        : m_path(std::move(path))
    {
    }

    /// nullopt when there is no file, or it is damaged, larger than 4 KiB, or its number is not diallable.
    [[nodiscard]] std::optional<KeptClinic> read() const;
    /// Writes the file anew in one step, readable by its owner only. False when the contact is not usable, the server is no encoded
    /// address, or the disk refuses; what was there before then stays.
    bool write(const KeptClinic &clinic) const;
    /// True when no file is left.
    bool remove() const;

private:
    QString m_path;
};

/// The contact has a name and a diallable phone, and its texts are short and plain: fit to be shown on the Help page.
[[nodiscard]] bool isUsable(const ClinicContact &contact);

} // namespace handrail
