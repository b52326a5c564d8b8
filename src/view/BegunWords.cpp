// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/BegunWords.h"

#include "core/Ids.h"
#include "view/ProblemText.h"

#include <chrono>

namespace handrail {

namespace {

constexpr std::chrono::milliseconds keepAfter{400};
constexpr qsizetype lettersTold = 200;
constexpr qsizetype mostBegun = 20'000; ///< what is far longer cannot be laid out while somebody waits

} // namespace

BegunWords::BegunWords(Account &account, Role role, MessageKind kind, qsizetype most)
    : m_account(account)
    , m_role(role)
    , m_kind(kind)
    , m_most(most)
    , m_begun(nothing())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &BegunWords::keep);
    connect(&account, &Account::aboutToLock, this, &BegunWords::keep);
    connect(&account, &Account::left, this, &BegunWords::forget);
}

BegunWords::~BegunWords()
{
    blockSignals(true); // whose words these are is on the way out, too
    keep();
}

Records *BegunWords::records() const
{
    Records *records = m_account.records();
    return records && records->identity().role == m_role ? records : nullptr;
}

BegunMessage BegunWords::kept() const
{
    const BegunMessage begun = begunMessage(*records());
    return begun == BegunMessage() ? nothing() : begun;
}

Result<void> BegunWords::write(const BegunMessage &begun)
{
    return keepBegunMessage(*records(), begun == nothing() ? BegunMessage() : begun);
}

bool BegunWords::open()
{
    if (!records())
        return false;
    m_isOpen = true;
    m_problemText.clear();
    m_begun = kept();
    Q_EMIT changed();
    return true;
}

void BegunWords::leave()
{
    keep();
    m_isOpen = false;
}

void BegunWords::forget()
{
    m_timer.stop();
    m_begun = nothing();
    m_problemText.clear();
    m_isOpen = false;
    Q_EMIT changed();
}

void BegunWords::setKind(MessageKind kind)
{
    if (kind == m_begun.kind)
        return;
    m_begun.kind = kind;
    m_begun.identifier.clear();
    keepSoon();
    Q_EMIT changed();
}

void BegunWords::setText(const QString &text)
{
    // What is too long for the box is said (lengthText), and the box shows what is kept.
    const QString fitting = text.left(mostBegun);
    if (fitting == m_begun.text) {
        if (fitting != text)
            Q_EMIT changed();
        return;
    }
    m_begun.text = fitting;
    m_begun.identifier.clear(); // other words are another message
    m_problemText.clear();
    keepSoon();
    Q_EMIT changed();
}

void BegunWords::add(const QString &words)
{
    if (m_isOpen || words.trimmed().isEmpty() || !records())
        return;
    BegunMessage begun = kept();
    if (begun.text.contains(words))
        return;
    if (begun.text.trimmed().isEmpty())
        begun = {m_kind, words};
    else
        begun.text += QStringLiteral("\n\n") + words;
    begun.identifier.clear();
    if (const Result<void> done = write(begun); !done)
        setProblem(done.error());
}

bool BegunWords::canSend() const
{
    const qsizetype letters = m_begun.text.trimmed().size();
    return letters > 0 && letters <= m_most;
}

QString BegunWords::lengthText() const
{
    const qsizetype left = m_most - m_begun.text.trimmed().size();
    if (m_begun.text.size() >= mostBegun)
        return tr("This is too long to send. Only its beginning fits here.");
    if (left < 0)
        return tr("This is too long to send. Make it shorter by %n letter(s). All of it is kept here.", nullptr, int(-left));
    return left <= lettersTold ? tr("%n letter(s) left", nullptr, int(left)) : QString();
}

void BegunWords::setProblem(const Problem &problem)
{
    m_problemText = handrail::problemText(problem).inOne();
    Q_EMIT changed();
}

/// Who writes on without a pause is kept too.
void BegunWords::keepSoon()
{
    if (!m_timer.isActive())
        m_timer.start(keepAfter);
}

void BegunWords::keep()
{
    m_timer.stop();
    if (!m_isOpen || !records())
        return;
    if (const Result<void> done = write(m_begun); !done)
        setProblem(done.error());
}

bool BegunWords::send(const std::function<Result<QString>(Records &, const BegunMessage &)> &queue)
{
    Records *own = records();
    if (!own || !canSend())
        return false;
    // Kept with its identifier first: whenever the app ends in between, it is sent once.
    if (m_begun.identifier.isEmpty())
        m_begun.identifier = urn(newId());
    const Result<QString> queued = write(m_begun).and_then([&] { return queue(*own, m_begun); });
    if (!queued) {
        setProblem(queued.error());
        return false;
    }
    m_begun = nothing();
    m_problemText.clear();
    keep();
    Q_EMIT changed();
    return true;
}

} // namespace handrail
