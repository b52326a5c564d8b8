// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// A form of a clinic's that is being answered, in any order: what is asked follows from the answers, nothing loops, and what is sent is
// what was said. The first line is the steps, two letters each: which item, and what is done to it. The rest is the Questionnaire.

#include "Answerer.h"
#include "Fuzz.h"
#include "fhir/Read.h"
#include "form/FormPages.h"
#include "form/Safety.h"

#include <QSet>
#include <cmath>

namespace handrail::fuzz {

namespace {

constexpr qsizetype mostSteps = 100;
constexpr qsizetype largestForm = 64 * 1024;

void requireSound(const FormState &state)
{
    const Answers answers = state.answers();
    const Answers submitted = state.submitted();
    for (int i = 0; i < int(state.entries().size()); ++i) {
        const FormEntry &entry = state.entries()[std::size_t(i)];
        require(state.indexOf(entry.key) == i, "each entry has a key of its own");
        require(entry.parent < i && (entry.parent < 0 || state.entries()[std::size_t(entry.parent)].level == entry.level - 1),
                "each stands behind the one around it");
        const bool isParentOff = entry.parent >= 0 && state.entries()[std::size_t(entry.parent)].visibility == Visibility::Disabled;
        require(!isParentOff || entry.visibility == Visibility::Disabled, "what is in something that is not asked is not asked");
        require(!entry.score.isScored() || std::isfinite(entry.score.value), "a score is a number");
        require(entry.visibility != Visibility::Disabled || !submitted.contains(entry.key), "what is not asked is not sent");
        require(isAnswerable(*entry.item) || !answers.contains(entry.key), "only what can be answered is");
    }
    QSet<QString> drawn;
    for (const FormPage &page : pagesOf(state)) {
        require(!page.keys.isEmpty(), "no screen is empty");
        for (const QString &key : page.keys) {
            require(state.find(key) && state.find(key)->isAsked() && !drawn.contains(key),
                    "what is drawn is asked, and drawn once");
            drawn.insert(key);
        }
    }
    for (const FormEntry &entry : state.entries())
        require(!entry.isAsked() || !isAnswerable(*entry.item) || drawn.contains(entry.key), "all that is asked is drawn");
}

} // namespace

void prepare() {}

void run(Input input)
{
    const QByteArray steps = input.line();
    const QByteArray json = input.rest();
    if (json.size() > largestForm)
        return;
    const auto form = fhir::readQuestionnaire(json);
    if (!form)
        return;
    FormState state(*form);
    requireSound(state);
    bool hasCopies = false;
    for (qsizetype i = 0; i + 1 < std::min(steps.size(), 2 * mostSteps) && !state.entries().empty(); i += 2) {
        const FormEntry entry = state.entries()[std::size_t(quint8(steps.at(i))) % state.entries().size()];
        const quint8 what = quint8(steps.at(i + 1));
        if (!entry.isAsked())
            continue; // nobody can reach it
        if (what % 8 == 0) {
            state.setAnswer(entry.key, {});
        } else if (what % 8 == 1) {
            hasCopies = state.addCopy(entry.key) >= 0 || hasCopies;
        } else if (what % 8 == 2) {
            state.removeCopy(entry.key);
        } else if (what % 8 == 3 && !entry.item->options.isEmpty()) {
            state.setAnswer(entry.key, entry.item->options.at(what / 8 % entry.item->options.size()).code);
        } else if (what % 8 == 4) {
            state.setAnswer(entry.key, double(what / 8) - 5);
        } else {
            state.setAnswer(entry.key, someAnswer(*entry.item));
        }
        const FormEntry *now = state.find(entry.key);
        require(what % 8 <= 2 || (now && now->isAsked()), "an answer never hides its own question");
        (void)safetyOf(*form, state.submitted());
        requireSound(state);
    }
    // A copy without an answer is not in a draft, and conditions may mean it.
    FormState again(*form);
    require(again.takeUp(state.answers()).leftOut == 0, "each answer has its place");
    require(again.answers() == state.answers(), "a draft is taken up as it was");
    require(hasCopies || again.submitted() == state.submitted(), "what is asked follows from the answers");
    (void)scoresOf(*form, state.answers());
}

} // namespace handrail::fuzz
