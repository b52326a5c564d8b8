// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Album.h"

namespace handrail {

/// From any page with the bar: the pages of skills, and one skill to its end. False when one did not come.
bool showSkills(Stage &stage, Album &album);

} // namespace handrail
