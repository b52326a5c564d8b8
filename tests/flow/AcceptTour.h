// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Album.h"
#include "Stage.h"

namespace handrail {

/// The tour of somebody who was invited, up to the code; begins and ends on the welcome page.
class AcceptTour
{
public:
    AcceptTour(Stage &stage, Album &album);

    bool all();
    /// The question on a device on which somebody is signed in; begins and ends on a first page.
    bool question();

private:
    [[nodiscard]] QString link() const;

    Stage &m_stage;
    Album &m_album;
};

} // namespace handrail
