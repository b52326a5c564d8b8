// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Album.h"
#include "Stage.h"

namespace handrail {

/// The tour through a relative's pages; begins on the first of them, signed in as Rosa.
class RelativeTour
{
public:
    RelativeTour(Stage &stage, Album &album);

    bool pages();     ///< 20 minutes before the family session; ends where it began
    bool evening();   ///< the same evening of another start, 15 minutes before the session, until nothing is shared any more
    bool twoPeople(); ///< goes on from there; ends signed out

private:
    bool press(const char *name);
    bool show(const char *page, const char *mark);
    bool more(const char *page);
    bool showWhole(const char *page, const char *mark) { return show(page, mark) && more(page); }
    bool later(int minutes);
    bool refresh();
    bool ended();

    Stage &m_stage;
    Album &m_album;
};

} // namespace handrail
