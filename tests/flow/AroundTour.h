// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "Album.h"
#include "Stage.h"

namespace handrail {

/// What is around treatment: the clinic's address, typed; what such a program is, before a sign-in; community help with the clinic's own places; Today in aftercare. On a device
/// and with a clinic of its own, which take the place of those in `stage`.
class AroundTour
{
public:
    AroundTour(std::unique_ptr<Stage> &stage, Album &album);

    bool all();

private:
    bool press(const char *name);
    bool show(const char *page, const char *mark);
    bool more(const char *page);
    bool typing();
    bool begin();
    bool beforeSignIn();
    bool town();

    std::unique_ptr<Stage> &m_stage;
    Album &m_album;
};

} // namespace handrail
