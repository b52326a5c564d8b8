// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "platform/linux/PrivateMemory.h"

#include "core/Log.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace handrail {

void forbidCoreDumps()
{
    const rlimit none{0, 0};
    const bool isSmall = setrlimit(RLIMIT_CORE, &none) == 0;
    const bool isPrivate = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
    if (!isSmall || !isPrivate)
        qCWarning(logApp) << "core dumps cannot be switched off";
}

} // namespace handrail
