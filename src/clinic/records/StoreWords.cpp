// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/records/StoreWords.h"

namespace handrail::clinic {

using namespace Qt::Literals::StringLiterals;

QString storeWords(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::Conflict: return u"another record has the same identifier"_s;
    case ProblemKind::StoreFull: return u"the disk is full"_s;
    case ProblemKind::StoreInUse: return u"the database is busy"_s;
    case ProblemKind::StoreReadOnly: return u"the database cannot be written"_s;
    default: return u"the database refused it"_s;
    }
}

} // namespace handrail::clinic
