// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "clinic/Service.h"

#include <QIODevice>

namespace handrail::clinic {

// What comes into a clinic at the command line. Each gives the exit code.

/// The command `import`: a Bundle or NDJSON. Says on standard error how many records are in, or what is wrong with which.
/// `isOverwriting`: Importer::overwrite().
int importRecords(Service &service, QIODevice &input, bool isOverwriting);

/// The command `forms`: prints a line for each instrument that comes with the program, its canonical, its title and whether the clinic has it. `forms add`
/// puts in those that it does not have, and leaves what is there as it is; 1 when one could not be.
int shippedForms(Service &service, bool isAdding);

} // namespace handrail::clinic
