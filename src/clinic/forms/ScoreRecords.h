// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <optional>

namespace handrail::clinic {

/// One score of a response: the id that its Observation has, and the Observation, status final (design api row 3b). nullopt: there is no
/// total, as a question was left out.
struct ScoreRecord {
    QString id;
    std::optional<QJsonObject> observation;
};

/// The scores of a finished response to this form, by the one function that the app has too (form/Score.h): one for each calculated item
/// with a code. Without interpretation: a number is no diagnosis. Answers to items that the conditions leave out do not count. Of a
/// response that is not finished each is nullopt.
[[nodiscard]] QList<ScoreRecord> scoreRecords(const QJsonObject &response, const QByteArray &questionnaire);

} // namespace handrail::clinic
