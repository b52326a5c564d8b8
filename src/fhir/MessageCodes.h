// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Message.h"

#include <array>
#include <string_view>

namespace handrail::fhir {

/// What makes a Communication a message (design api row 8); the code of its kind stands beside it.
inline constexpr std::string_view secureMessage = "secure-message";

/// What makes a Communication no message but the card "How I can help", which was agreed in a session with a relative.
inline constexpr std::string_view howToHelp = "how-to-help";

struct KindCode {
    MessageKind kind;
    std::string_view code;
};

/// The codes of message-kind. A plain message has none of its own.
inline constexpr std::array kindCodes{
    KindCode{MessageKind::Message, ""},
    KindCode{MessageKind::Refill, "refill"},
    KindCode{MessageKind::Letter, "letter"},
    KindCode{MessageKind::Ride, "ride"},
    KindCode{MessageKind::Swap, "swap"},
    KindCode{MessageKind::Plan, "plan"},
    KindCode{MessageKind::Medicine, "medicine"},
    KindCode{MessageKind::Attendance, "attendance"},
    KindCode{MessageKind::Concern, "concern"},
    KindCode{MessageKind::Announcement, "announcement"},
    KindCode{MessageKind::Worksheet, "worksheet"},
};

[[nodiscard]] constexpr std::string_view codeOf(MessageKind kind)
{
    for (const KindCode &one : kindCodes) {
        if (one.kind == kind)
            return one.code;
    }
    return {};
}

[[nodiscard]] constexpr MessageKind kindFrom(std::string_view code)
{
    for (const KindCode &one : kindCodes) {
        if (one.code == code)
            return one.kind;
    }
    return MessageKind::Message;
}

} // namespace handrail::fhir
