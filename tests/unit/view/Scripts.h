// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "content/Exercise.h"

namespace handrail::test {

inline Exercise script(const QByteArray &json)
{
    const Result<Exercise> read = readExercise(json);
    if (!read)
        qFatal("%s", qPrintable(read.error().detail));
    return *read;
}

inline const QByteArray steps =
    R"({"kind":"steps","steps":[{"title":"Freeze","say":"Stop.","seconds":5},{"title":"Look","say":"Around."}]})";
inline const QByteArray count =
    R"({"kind":"count","rounds":[{"count":2,"say":"things that you see","examples":["a door"]},{"count":1,"say":"thing that you hear","examples":[]}]})";

} // namespace handrail::test
