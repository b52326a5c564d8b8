// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

/// What the preloaded library campaign-faults can be told; the driver finds these by name, so that it also runs without the library.
/// Only files below the folder in the environment's HANDRAIL_FAULT_FOLDER are touched.
extern "C" {

enum HandrailFault {
    HandrailFaultNone = 0,
    HandrailFaultBroken = 1, ///< EIO
    HandrailFaultFull = 2,   ///< ENOSPC for what needs room; the rest goes on
    HandrailFaultShort = 3,  ///< half of a write, and then ENOSPC
    HandrailFaultMemory = 4, ///< an allocation gives nothing
    HandrailFaultPower = 5,  ///< the machine stops: what was not synced is lost in part, and the process ends with 99
    HandrailFaultCount = 6   ///< only counts operations on files
};

/// From now on the `nth` (1 ...) operation fails, and with `isLasting` every one after it. Counting begins anew.
void handrail_fault_arm(int fault, long nth, bool isLasting, unsigned seed);
/// No more faults. How many operations there were since arm().
long handrail_fault_disarm();
/// How many operations failed since arm().
long handrail_fault_hits();
}
