// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/Pack.h"

namespace handrail {

// What a clinic's server is told of texts: FHIR Bundles of type transaction, with a Library (design api row 5) and, for a pack, its bytes in
// Binaries of 256 KiB, so that each is one small request.

/// Offers the pack, in the place of any earlier version. `bytes`: the pack itself.
[[nodiscard]] QByteArray offerOf(const Pack &pack, const QByteArray &bytes);
/// Hides the skill, module, lesson, place or pack of this id.
[[nodiscard]] QByteArray withdrawalOf(const QString &id);
/// Shows a skill, module, lesson or place again. A pack is offered again instead.
[[nodiscard]] QByteArray restorationOf(const QString &id);

} // namespace handrail
