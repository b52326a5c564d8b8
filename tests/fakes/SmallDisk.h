// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QString>

namespace handrail {

/// A real, small disk (a tmpfs) on a folder, which can be filled or made read-only. Seen by this process and its children alone, and gone
/// with them.
class SmallDisk
{
public:
    /// Before any thread is started: a mount table of this process's own. False without the right to it; no disk is there then.
    static bool prepare();

    SmallDisk(const QString &place, int kib);
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] bool makeReadOnly() const;
    [[nodiscard]] bool makeWritable() const;
    [[nodiscard]] bool resize(int kib) const;
    /// Takes every free byte, by a file "ballast".
    void fill() const;

private:
    QByteArray m_place;
    bool m_isThere = false;
};

} // namespace handrail
