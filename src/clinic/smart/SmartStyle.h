// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

namespace handrail::clinic {

/// The style of the clinic's web pages. The clinic's own look, not the app's: its colours follow visual/tokens.json, its corners are
/// 8 px (DESIGN2, "Clinic web page"). The Content-Security-Policy names its hash, so it is written into each page as it is.
extern const char *const smartStyle;

} // namespace handrail::clinic
