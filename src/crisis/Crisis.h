// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/CrisisPack.h"
#include "core/Program.h"
#include "ports/Dialer.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace handrail {

/// Parts as sentences of one line: "Call 988. Crisis line. Free, day and night." Empty parts are left out.
[[nodiscard]] QString sentences(const QStringList &parts);
/// A web page as people read it: "988lifeline.org/chat".
[[nodiscard]] QString shownAddress(const QUrl &page);

/// What the Help page says and does: public lines, the clinic's own line, overdose steps, calls and texts. It needs no session,
/// key, database or network, and links none of their libraries. It keeps no trace of being opened or of a call.
class Crisis
{
public:
    /// The id of the clinic's own line for call().
    static constexpr QStringView clinicId = u"clinic";

    /// `dialer` must outlive this object.
    Crisis(CrisisPack pack, Dialer &dialer);

    [[nodiscard]] const CrisisPack &pack() const { return m_pack; }
    void setPack(CrisisPack pack) { m_pack = std::move(pack); }
    [[nodiscard]] const OverdoseCard &overdose() const { return m_pack.overdose; }

    /// nullopt hides the clinic's line. A contact that is not usable (see isUsable) counts as none: a wrong number is worse than no
    /// number.
    void setClinic(const std::optional<ClinicContact> &contact);
    [[nodiscard]] const std::optional<ClinicContact> &clinic() const { return m_clinic; }

    /// False on a device without a phone: the page then shows the numbers large, to be dialled on any phone.
    [[nodiscard]] bool canCall() const { return m_dialer.canCall(); }
    /// Hands the line's number to the system's phone app. `id` is that of a line of the pack, or clinicId. False when there is no
    /// such line, its number is not diallable, or the system refuses.
    bool call(QStringView id);
    /// Hands any other number that is diallable to the phone app: that of a person's own contact.
    bool callNumber(QStringView number);
    bool textNumber(QStringView number, const QString &message);
    /// As call(), to the system's text app. False for a line that takes no texts.
    bool text(QStringView id);

    /// The page's words, one thing a line and in the order of need, for a window that can only draw text.
    [[nodiscard]] QStringList plainLines() const;

private:
    CrisisPack m_pack;
    Dialer &m_dialer;
    std::optional<ClinicContact> m_clinic;
};

} // namespace handrail
