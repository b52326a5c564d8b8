// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "core/Clock.h"
#include "core/Form.h"
#include "form/FormPages.h"
#include "form/FormState.h"
#include "form/Safety.h"
#include "sync/Records.h"

#include <QJsonObject>
#include <QSet>
#include <memory>
#include <optional>

namespace handrail {

/// How a form is kept and sent.
struct FillingRule {
    qint64 draftSeconds = 30LL * 24 * 3600; ///< a draft that was not touched for longer is put aside
    bool areInitialsTaken = true;           ///< FormState::Setting
    bool isStrict = false;                  ///< takes no answer that is not Fine, and asks for none: nothing is required
    /// Where the draft lies, beside the form's url, so that it is apart from the form's other one; may be empty.
    QString slot = {};
    /// The draft goes on in the next asking for the same form, such as that of the next week: under its identifier, and unless the person
    /// answered the form since.
    bool outlivesItsAsking = false;
    /// The answers are those of the day on which they were begun, also when the last of them comes on the next.
    bool isOfItsDay = false;
    /// Of isOfItsDay: questions (linkIds) about the moment, the night or the day that it is. From the next morning on they are that day's: those
    /// without an answer are not asked here any more.
    QStringList ofTheMoment = {};
    /// urn:uuid under which the answers go; empty: a new one, which the draft keeps.
    QString identifier = {};
    QStringList atTheEnd = {}; ///< pagesOf()
    /// The answers under `identifier`, in whose place these come: they are of the same time. A draft that was begun from other answers than these
    /// goes on from these, and isFromNewer(). Of outlivesItsAsking: they were given elsewhere, and isFromNewer(). Without a time: in nobody's.
    CompletedForm amends = {};
};

/// A form that a person fills in, a screen at a time. Each answer is kept at once in a sealed draft, which is taken up again after days,
/// and what is finished is durable in the outbox before finish() returns. Disabled answers are in the draft and not in what is sent.
class FormFilling
{
public:
    FormFilling(Records &records, const Clock &clock, Form form, FillingRule rule = {});
    virtual ~FormFilling() = default;
    FormFilling(const FormFilling &) = delete;
    FormFilling &operator=(const FormFilling &) = delete;

    /// What became of the draft.
    enum class Resumed {
        Nothing,     ///< there was none
        Answered,    ///< the person answered the form since; there is none any more
        AsLeft,      ///< taken up
        FormChanged, ///< taken up, from another version of the form; every answer still has its place
        SomeLeftOut, ///< taken up; answers without a place in this form stay in the draft until the next answer
        PutAside,    ///< too old; its answers go with the next answer, or after a week
        Unreadable   ///< there was one, and it cannot be opened; the next answer takes its place
    };
    Resumed resume();
    [[nodiscard]] static bool isTakenUp(Resumed resumed)
    {
        return resumed == Resumed::AsLeft || resumed == Resumed::FormChanged || resumed == Resumed::SomeLeftOut;
    }
    /// Under which a draft lies in the store. `slot`: FillingRule::slot.
    [[nodiscard]] static QString draftNameOf(const QString &url, const QString &slot);
    /// FillingRule::slot of a change of the answers under this identifier.
    [[nodiscard]] static QString slotOfChange(const QString &identifier);
    /// Such a change was left, it says something else than these, and it can be gone on with.
    [[nodiscard]] static bool isChangeBegun(Records &records, const Clock &clock, const QString &url, const QString &identifier);
    /// There was a draft that could not be taken up, and nothing was answered since.
    [[nodiscard]] bool isOldDraftPutAside() const { return m_isOldDraftPutAside; }
    /// The local day that isOfItsDay counts for: that of the first change, today before it.
    [[nodiscard]] QDate day() const;
    /// When something was changed last, or it was gone on in, here or before it was left; UTC, else invalid.
    [[nodiscard]] QDateTime lastChange() const { return m_changedAt.isValid() ? m_changedAt : m_leftAt; }
    /// When the draft that resume() took up was left, UTC, if it was another asking's. Else invalid.
    [[nodiscard]] QDateTime leftForEarlier() const { return m_isForEarlier ? m_leftAt : QDateTime(); }
    /// The turn may have changed while it was open: the answers go under this identifier.
    void answerFor(const QString &identifier);
    /// Time went on while it was open: what is not asked any more since the morning (FillingRule::ofTheMoment) is left out, once for each morning,
    /// so that nothing goes away from under a finger later. True: there are other pages.
    bool turnDay();
    /// Instead of resume(): takes up answers that the clinic refused, or what was made of them since, to send them again for the same time and
    /// under the same identifier. How many of those have no place in the form; nullopt when there are none that are refused now.
    std::optional<int> takeUp(const QString &identifier);
    /// Begins with these answers, as far as the form has a place for them; resume() puts a draft in their place. Where they are others than
    /// FillingRule::amends, isFromNewer(). How many found none.
    int startFrom(const Answers &answers);
    [[nodiscard]] bool isSentAgain() const { return m_refused.has_value(); }
    [[nodiscard]] const CompletedForm &amends() const { return m_rule.amends; }
    /// Those of which this is a change, and not what was said of the same asking elsewhere; empty for most.
    [[nodiscard]] Answers changed() const { return m_rule.outlivesItsAsking ? Answers() : m_rule.amends.answers; }
    /// Of FillingRule::amends: what it was begun from.
    [[nodiscard]] const Answers &begunFrom() const { return m_rule.amends.answers; }
    /// Other answers are held by now than those; of outlivesItsAsking: any that say something else. With all that was changed it goes on from these
    /// then, and the caller shows them before it finishes: nothing takes their place unseen. The draft knows of both.
    bool takeNewer();
    /// The caller shows both: takeNewer() was true once, or what it began with was made from other answers.
    [[nodiscard]] bool isFromNewer() const
    {
        return m_rule.outlivesItsAsking ? m_rule.amends.authored.isValid() : wasShown(newerPage);
    }
    /// The person keeps those: what the clinic refused of what was changed here goes, and after it the rest. Problems: those of the store; then
    /// some of what was refused may be gone, the rest is here, and it can be called again.
    Result<void> giveUp();

    /// The draft on the disk is as the answers here. False when the disk refused it: then they are here alone, and in
    /// Store::putAside().
    [[nodiscard]] bool isDraftKept() const { return m_isDraftKept; }
    /// Nothing was changed here for longer than a draft lasts.
    [[nodiscard]] bool isTooOld() const;

    [[nodiscard]] const Form &form() const { return m_state.form(); }
    [[nodiscard]] const FormState &state() const { return m_state; }
    [[nodiscard]] Answers answers() const { return m_state.answers(); }
    [[nodiscard]] SafetyAnswer safety() const; ///< of what is answered and asked now
    /// What can go before the rest is answered: of what is asked now, every answer that the clinic can take.
    [[nodiscard]] Answers soundAnswers() const;

    [[nodiscard]] int stepCount() const { return int(m_pages.size()); }
    [[nodiscard]] int step() const { return m_step; }
    /// Empty while stepCount() is 0.
    [[nodiscard]] const FormPage &page() const;
    [[nodiscard]] const QList<FormPage> &pages() const { return m_pages; }
    /// What the page is about: the group, when the page asks several of its questions, else the question itself. Only while there are pages.
    [[nodiscard]] const FormItem &lead() const;
    bool goTo(int step); ///< for a review; false when there is no such page
    bool next();         ///< false on the last page
    bool back();         ///< false on the first
    bool skip();         ///< takes the page's answers back and goes on; false where no page comes after it

    /// Keeps the answer, or takes it back with an invalid value: FormState::setAnswer; a strict rule keeps only what is Fine. Problems of
    /// the draft's store do not lose the answer: it stays in memory.
    Validity setAnswer(const QString &key, const QVariant &value);
    /// The same in memory alone: saveDraft() is to follow.
    Validity take(const QString &key, const QVariant &value);
    /// Whether an answer of which take() says this is kept.
    [[nodiscard]] bool isTaken(Validity validity) const;
    void saveDraft();
    /// Beside an answer, which stays: what was typed since and is none yet. In memory alone, as by take(), which ends it. `typed` is the
    /// caller's own; the draft has it.
    void keepTyped(const QString &key, const QVariantMap &typed);
    [[nodiscard]] QVariantMap typed(const QString &key) const { return m_typed.value(key).toMap(); } ///< empty: nothing
    /// A page came of what was answered, by the caller's own name. The draft knows it from then on, so that the page comes once.
    void noteShown(const QString &page);
    [[nodiscard]] bool wasShown(const QString &page) const { return m_shown.contains(page); }
    /// Which answers about danger had their page (SafetyWatch::heard()). In memory alone, as by take(); the draft has it.
    void keepHeard(const QMap<QString, double> &heard) { m_heard = heard; }
    [[nodiscard]] const std::optional<QMap<QString, double>> &heard() const { return m_heard; } ///< nullopt: nobody has said
    /// What went ahead of these answers (SafetyReport::identifier). In memory alone, as by take(); the draft has it.
    void keepAhead(const QString &identifier) { m_ahead = identifier; }
    [[nodiscard]] QString ahead() const { return m_ahead; } ///< empty: nothing, or nobody has said
    /// The entries that keep the form from being sent: FormState::problems() unless the rule is strict, and what was typed and is no answer yet.
    [[nodiscard]] std::vector<int> problems() const;
    Validity toggle(const QString &key, const QString &code);
    /// Of a group; in the draft from its first answer on. The key of the new copy; empty when there can be no more.
    QString addCopy(const QString &key);
    bool removeCopy(const QString &key);

    /// Makes the answers durable. On failure nothing is lost: the answers stay here and finish() can be called again. Rejected while
    /// problems() has any, unless the rule is strict. What the clinic took back (Records::isTakenBack) goes under a new identifier.
    Result<CompletedForm> finish();

protected:
    /// The identifier of what is finished now.
    [[nodiscard]] virtual QString identifierAt(const QDateTime &local) const;
    [[nodiscard]] const Records &records() const { return m_records; }

private:
    inline static const QString newerPage = QStringLiteral("newer"); ///< by noteShown()
    [[nodiscard]] QString draftName() const;
    [[nodiscard]] QDateTime localNow() const; ///< with the offset of the place
    bool keepDraft(const QJsonObject &draft);
    std::optional<QByteArray> takeOldName();
    [[nodiscard]] bool isAnsweredSince(const QDateTime &savedAt, const QString &identifier) const;
    void refreshPages();
    bool turnTo(const QString &key); ///< to the page that asks it; false where there is none
    void leaveOutPassed(const QStringList &shown);
    [[nodiscard]] bool isBegunFrom(const QJsonObject &answers) const;
    [[nodiscard]] int leaveOutUnfit();

    Records &m_records;
    const Clock &m_clock;
    FillingRule m_rule;
    FormState m_state;
    QList<FormPage> m_pages;
    std::optional<CompletedForm> m_refused; ///< what is sent again
    QString m_identifier;                   ///< kept in the draft
    Answers m_typed;                        ///< keepTyped(), by the same keys
    QStringList m_shown;                    ///< noteShown()
    std::optional<QMap<QString, double>> m_heard;
    QString m_ahead;
    QSet<QString> m_passed; ///< keys of what is not asked any more: FillingRule::ofTheMoment
    QDateTime m_leftAt;
    bool m_isForEarlier = false;
    int m_step = 0;
    bool m_isOldDraftPutAside = false;
    bool m_isDraftKept = true;
    QDateTime m_changedAt; ///< UTC; invalid before the first change
    QDateTime m_saidAt;    ///< the last change on the day of the first, with the offset of the place; invalid before it
    QDate m_lookedOn;      ///< by leaveOutPassed(), last: the day, which begins at four
};

/// The clinic gave a form with this canonical, or this name of its record ("Questionnaire/7"), in whatever state, and whether it can be shown or
/// not: it makes no sense to wait for it.
[[nodiscard]] bool isFormHere(Records &records, const QString &url);

} // namespace handrail
