// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// The numbers of the Help page. Whatever the file holds: there is an emergency number, and each number can be dialled.

#include "Fuzz.h"
#include "content/CrisisPack.h"

namespace handrail::fuzz {

namespace {

void check(const CrisisPack &pack)
{
    require(pack.number(u"emergency") != nullptr, "there is an emergency number");
    for (const CrisisNumber &number : pack.numbers) {
        require(isDiallable(number.call) && !number.callLabel.isEmpty() && !number.shown.isEmpty(), "each number can be called");
        require(number.text.isEmpty() || (isDiallable(number.text) && !number.textLabel.isEmpty()), "and texted where it says so");
        require(number.web.isEmpty() || (number.web.scheme() == u"https" && number.web.userInfo().isEmpty()), "a page is https");
        for (const QString &text :
             {number.shown, number.callLabel, number.callNote, number.textLabel, number.textNote, number.webLabel, number.webNote})
            requireShown(text);
    }
    require(!pack.overdose.steps.isEmpty() && !pack.overdose.first.isEmpty(), "there are steps after an overdose");
    for (const QString &text : {pack.page.title, pack.page.lead, pack.page.dangerTitle, pack.page.footer, pack.withdrawal})
        requireShown(text);
    require(!pack.page.title.isEmpty(), "the page has a title");
}

} // namespace

void prepare() {}

void run(Input input)
{
    const QByteArray json = input.rest();
    const auto pack = readCrisisPack(json);
    if (pack) {
        check(*pack);
        (void)isReviewOverdue(*pack, QDate(2026, 3, 2));
    }
    const CrisisPack used = crisisPackFrom(json, u"us");
    check(used);
    require(used.region == u"us" && (pack.has_value() || used == builtInCrisisPack(u"us")),
            "a file that cannot be used changes nothing");
}

} // namespace handrail::fuzz
