// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "view/LessonView.h"

#include "core/Log.h"
#include "view/OriginText.h"

#include <algorithm>

namespace handrail {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

/// Where the words of these runs are bold, as are those that a button below them repeats: begin, length, begin, length.
QVariantList boldOf(const Runs &runs)
{
    QVariantList bold;
    qsizetype at = 0;
    for (const Run &run : runs) {
        if (run.isBold || run.isEmphasis || run.link.kind != LinkKind::None)
            bold << int(at) << int(run.text.size());
        at += run.text.size();
    }
    return bold;
}

QVariantMap wordsOf(const Runs &runs)
{
    return {{key("kind"), key("words")}, {key("text"), plainText(runs)}, {key("bold"), boldOf(runs)}};
}

} // namespace

LessonView::LessonView(Account &account, const Clock &clock, const Preferences &preferences, LearnView &learn, Browser &browser,
                       ReadAloud *voice, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_learn(learn)
    , m_browser(browser)
    , m_voice(voice)
    , m_report(account, clock)
{
    connect(&account, &Account::left, this, &LessonView::close);
    connect(&preferences, &Preferences::languageChanged, this, [this] {
        if (m_state == Closed)
            return;
        const int card = m_card;
        const int chosen = m_chosen;
        const State state = m_state;
        if (!read())
            return;
        if (state == End) {
            finish();
            return;
        }
        show(card);
        if (question() && chosen < question()->answers.size())
            m_chosen = chosen;
        Q_EMIT answered();
    });
}

LessonView::~LessonView()
{
    hush();
}

void LessonView::openLesson(const QString &id)
{
    open(id, false);
}

void LessonView::openQuiz(const QString &module)
{
    open(module, true);
}

void LessonView::open(const QString &id, bool isQuiz)
{
    const bool isKept = m_account.records() != nullptr;
    if (m_id == id && m_isQuiz == isQuiz && m_isKept == isKept && (m_state == Reading || m_state == End))
        return;
    close();
    m_isKept = isKept;
    m_id = id;
    m_isQuiz = isQuiz;
    if (!read())
        return;
    int card = 0;
    if (Records *records = m_account.records()) {
        const LearningPlaces places = learningPlaces(*records).value_or(LearningPlaces());
        card = isQuiz ? std::clamp(places.quizzes.value(id).question, 0, std::max(0, cardCount() - 1))
                      : cardToShow(places.lessons.value(id), cardCount());
    }
    show(card);
}

void LessonView::close()
{
    hush();
    m_report.leave();
    m_state = Closed;
    m_isQuiz = false;
    m_id.clear();
    m_module.clear();
    m_title.clear();
    m_languageNote.clear();
    m_cards.clear();
    m_skills.clear();
    m_origin = {};
    m_card = 0;
    m_chosen = -1;
    m_blocks.clear();
    m_ahead.clear();
    if (!m_problemText.isEmpty()) {
        m_problemText.clear();
        Q_EMIT problemChanged();
    }
    Q_EMIT cardChanged();
    Q_EMIT answered();
}

/// The text again, in the language of the app. False, and Missing, when there is none for this person.
bool LessonView::read()
{
    m_state = (m_isQuiz ? readQuiz() : readLesson()) && !m_cards.isEmpty() && m_learn.mayOpen(m_module) ? Reading : Missing;
    if (m_state == Missing) {
        m_cards.clear();
        m_blocks.clear();
        m_ahead.clear();
        Q_EMIT cardChanged();
    }
    return m_state == Reading;
}

bool LessonView::readLesson()
{
    const Result<LessonText> text = m_learn.library().lesson(m_id);
    if (!text)
        return false;
    m_module = text->module;
    m_title = text->title;
    m_language = text->language;
    m_cards = text->cards;
    m_skills = text->skills;
    m_origin = text->origin;
    m_languageNote = m_learn.languageNote(m_language);
    return true;
}

bool LessonView::readQuiz()
{
    const Result<ModuleText> text = m_learn.library().module(m_id);
    if (!text)
        return false;
    m_module = text->id;
    m_title = text->title;
    m_language = text->language;
    m_cards.clear();
    for (const Question &question : text->quiz.questions)
        m_cards << Card{QString(), {}, question};
    m_skills.clear();
    m_origin = text->origin;
    m_languageNote = m_learn.languageNote(m_language);
    return true;
}

void LessonView::show(int card)
{
    hush();
    m_state = Reading;
    m_card = std::clamp(card, 0, std::max(0, cardCount() - 1));
    m_chosen = -1;
    m_ahead.clear();
    if (Records *records = m_account.records()) {
        if (m_isQuiz) {
            keep(keepQuestion(*records, m_id, m_card));
            const QuizPlace place = learningPlaces(*records).value_or(LearningPlaces()).quizzes.value(m_id);
            const int given = place.answers.value(m_card, -1);
            m_chosen = question() && given < question()->answers.size() ? given : -1;
        } else {
            keep(keepCard(*records, m_id, m_card, cardCount(), m_clock.nowUtc()));
        }
    }
    makeBlocks();
    Q_EMIT cardChanged();
    Q_EMIT answered();
}

void LessonView::next()
{
    if (m_state != Reading)
        return;
    if (m_card + 1 < cardCount()) {
        show(m_card + 1);
        return;
    }
    if (Records *records = m_account.records()) {
        keep(m_isQuiz ? keepQuizFinished(*records, m_id, m_clock.nowUtc()) : keepFinished(*records, m_id, m_clock.nowUtc()));
        if (!m_isQuiz && m_problemText.isEmpty())
            m_report.ask(m_id, m_learn.library(), true);
    }
    finish();
}

void LessonView::finish()
{
    hush();
    m_state = End;
    m_chosen = -1;
    m_blocks.clear();
    makeAhead();
    Q_EMIT cardChanged();
    Q_EMIT answered();
}

bool LessonView::back()
{
    if (m_state == End) {
        show(cardCount() - 1);
        return true;
    }
    if (m_state != Reading || m_card == 0)
        return false;
    show(m_card - 1);
    return true;
}

void LessonView::restart()
{
    if (m_state != End)
        return;
    m_report.leave();
    if (Records *records = m_account.records(); records && m_isQuiz)
        keep(forgetAnswers(*records, m_id));
    show(0);
}

void LessonView::choose(int answer)
{
    if (!question() || answer < 0 || answer >= question()->answers.size())
        return;
    m_chosen = answer;
    if (Records *records = m_account.records(); records && m_isQuiz)
        keep(keepAnswer(*records, m_id, m_card, answer));
    Q_EMIT answered();
}

void LessonView::keep(const Result<void> &kept)
{
    QString problem;
    if (!kept) {
        qCWarning(logApp) << "keeping a place in a lesson:" << kept.error();
        problem = tr("Your place can’t be kept right now. You can go on reading.");
    }
    if (problem == m_problemText)
        return;
    m_problemText = problem;
    Q_EMIT problemChanged();
}

const Question *LessonView::question() const
{
    if (m_state != Reading || m_card >= cardCount() || !m_cards.at(m_card).check)
        return nullptr;
    return &*m_cards.at(m_card).check;
}

QString LessonView::cardTitle() const
{
    if (m_state != Reading)
        return {};
    return m_isQuiz ? m_cards.at(m_card).check->ask : m_cards.at(m_card).title;
}

QString LessonView::ask() const
{
    return question() ? question()->ask : QString();
}

QStringList LessonView::answers() const
{
    QStringList answers;
    if (question()) {
        for (const Answer &answer : question()->answers)
            answers << plainText(answer.say);
    }
    return answers;
}

QString LessonView::reply() const
{
    return question() && m_chosen >= 0 ? plainText(question()->answers.at(m_chosen).reply) : QString();
}

bool LessonView::isBest() const
{
    return question() && m_chosen >= 0 && question()->answers.at(m_chosen).isBest;
}

QString LessonView::reviewText() const
{
    return OriginText::review(m_origin, m_preferences.locale());
}

QVariantList LessonView::linksOf(const Runs &runs) const
{
    QVariantList links;
    const auto add = [&](const char *kind, const Run &run, const QString &id, const QString &host = {}) {
        links << QVariantMap{{key("kind"), key(kind)}, {key("id"), id}, {key("text"), run.text}, {key("host"), host}};
    };
    for (const Run &run : runs) {
        switch (run.link.kind) {
        case LinkKind::None: break;
        case LinkKind::Skill: {
            // Who reads the family's lessons has no skills; and one that was withdrawn leads nowhere.
            const QList<Skill> skills = m_learn.isFamilyAlone() ? QList<Skill>() : m_learn.library().skills();
            if (std::any_of(skills.cbegin(), skills.cend(), [&](const Skill &one) { return one.id == run.link.id; }))
                add("skill", run, run.link.id);
            break;
        }
        case LinkKind::Lesson:
            if (const Result<LessonText> lesson = m_learn.library().lesson(run.link.id); lesson && m_learn.mayOpen(lesson->module))
                add("lesson", run, run.link.id);
            break;
        case LinkKind::Help: add("help", run, QString()); break;
        case LinkKind::Web:
            add("web", run, run.link.web.toString(QUrl::FullyEncoded), run.link.web.host(QUrl::FullyEncoded));
            break;
        }
    }
    return links;
}

void LessonView::makeBlocks()
{
    m_blocks.clear();
    if (m_card >= cardCount())
        return;
    for (const Block &block : m_cards.at(m_card).blocks) {
        QVariantList links;
        if (const auto *paragraph = std::get_if<Paragraph>(&block)) {
            m_blocks << wordsOf(paragraph->runs);
            links = linksOf(paragraph->runs);
        } else if (const auto *list = std::get_if<ItemList>(&block)) {
            QVariantList items;
            int number = list->start;
            for (const ListItem &item : list->items) {
                QVariantMap row = wordsOf(item.runs);
                row[key("mark")] = list->isOrdered && item.depth == 0 ? QString::number(number++) + u'.' : QStringLiteral("•");
                row[key("depth")] = item.depth;
                items << row;
                links += linksOf(item.runs);
            }
            m_blocks << QVariantMap{{key("kind"), key("list")}, {key("items"), items}};
        } else if (const auto *drawing = std::get_if<Drawing>(&block)) {
            m_blocks << QVariantMap{{key("kind"), key("drawing")}, {key("name"), drawing->name}, {key("says"), drawing->says}};
        }
        if (!links.isEmpty())
            m_blocks << QVariantMap{{key("kind"), key("links")}, {key("links"), links}};
    }
}

void LessonView::makeAhead()
{
    m_ahead.clear();
    const auto row = [](const char *kind, const QString &id, const QString &title, const QString &note) {
        return QVariantMap{{key("kind"), key(kind)}, {key("id"), id}, {key("title"), title}, {key("note"), note}};
    };
    if (!m_isQuiz) {
        addAheadSkills(m_skills);
        const QList<Lesson> lessons = m_learn.library().lessons(m_module);
        const auto here = std::find_if(lessons.cbegin(), lessons.cend(), [this](const Lesson &one) { return one.id == m_id; });
        const auto next = here == lessons.cend() ? here : std::next(here);
        const Result<ModuleText> module = m_learn.library().module(m_module);
        if (next != lessons.cend())
            m_ahead << row("lesson", next->id, next->title, tr("Next lesson. %1.").arg(m_learn.minutesText(next->minutes)));
        else if (module && !module->quiz.questions.isEmpty())
            m_ahead << row("quiz", m_module, tr("Quiz: %1").arg(module->title),
                           tr("%n question(s). No marks.", nullptr, int(module->quiz.questions.size())));
    }
}

void LessonView::addAheadSkills(const QStringList &ids)
{
    if (m_learn.isFamilyAlone())
        return;
    const QList<Skill> skills = m_learn.library().skills();
    for (const QString &id : ids) {
        for (const Skill &skill : skills) {
            if (skill.id == id)
                m_ahead << QVariantMap{{key("kind"), key("skill")},
                                       {key("id"), skill.id},
                                       {key("title"), skill.title},
                                       {key("note"), tr("Try it. %1.").arg(m_learn.minutesText(skill.minutes))}};
        }
    }
}

bool LessonView::canReadAloud() const
{
    return m_voice && m_state == Reading && m_voice->canSpeak();
}

QString LessonView::spoken() const
{
    QStringList said{cardTitle()};
    for (const QVariant &block : m_blocks) {
        const QVariantMap map = block.toMap();
        said << map.value(key("text")).toString() << map.value(key("says")).toString();
        for (const QVariant &item : map.value(key("items")).toList())
            said << item.toMap().value(key("text")).toString();
    }
    if (!m_isQuiz)
        said << ask();
    said += answers();
    said << reply();
    said.removeAll(QString());
    for (QString &one : said) {
        if (!one.back().isPunct())
            one += u'.';
    }
    return said.join(u' ').simplified();
}

void LessonView::readAloud()
{
    if (m_isSpeaking) {
        hush();
        return;
    }
    if (!canReadAloud())
        return;
    m_isSpeaking = true;
    const int speaking = ++m_speaking;
    m_voice->speak(spoken(), m_language, [this, speaking] {
        if (speaking != m_speaking || !m_isSpeaking)
            return;
        m_isSpeaking = false;
        Q_EMIT speakingChanged();
    });
    Q_EMIT speakingChanged();
}

void LessonView::hush()
{
    if (!m_isSpeaking)
        return;
    m_isSpeaking = false;
    m_voice->stop();
    Q_EMIT speakingChanged();
}

bool LessonView::openWeb(const QString &address)
{
    for (const QVariant &block : std::as_const(m_blocks)) {
        for (const QVariant &link : block.toMap().value(key("links")).toList()) {
            const QVariantMap map = link.toMap();
            if (map.value(key("kind")) == key("web") && map.value(key("id")) == address)
                return m_browser.open(QUrl(address, QUrl::StrictMode));
        }
    }
    return false;
}

} // namespace handrail
