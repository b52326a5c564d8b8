// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// The token endpoint's answer: line 1 is the status, line 2 Retry-After, the rest the body.

#include "Fuzz.h"
#include "auth/TokenExchange.h"
#include "clinic/records/Validator.h"

#include <algorithm>

namespace handrail::fuzz {

namespace {

bool isHeaderSafe(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

} // namespace

void prepare() {}

void run(Input input)
{
    HttpResponse response;
    response.status = input.line().toInt();
    response.headers = {{"Retry-After", input.line()}, {"Date", "Mon, 02 Mar 2026 15:00:00 GMT"}};
    response.body = input.rest();
    const auto reply = readTokenReply(response);
    if (!reply) {
        require(reply.error().retryAfterSeconds >= -1 && reply.error().retryAfterSeconds <= 3600, "a wait has bounds");
        require(reply.error().detail.size() < 200 && isHeaderSafe(QString(reply.error().detail).remove(u' ')),
                "what is logged is the app's own words");
        return;
    }
    require(response.status == 200, "only 200 brings tokens");
    require(!reply->accessToken.isEmpty() && isHeaderSafe(reply->accessToken) && isHeaderSafe(reply->refreshToken),
            "a token fits into a header");
    require(reply->expiresIn >= std::chrono::seconds(1) && reply->expiresIn <= std::chrono::hours(24), "a token's life has bounds");
    require(reply->patientId.isEmpty() || clinic::isId(reply->patientId), "a patient's id is an id");
    require(!reply->scopes.contains(QString()), "no scope is empty");
}

} // namespace handrail::fuzz
