// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

// question-pictures --out FOLDER: every kind of question of a form in every state that it can have, as the app shows it: the real
// Questionnaire reader, engine, fields and QML. One PNG each, and an index of them. Ends with 0 only if in none of them a control lacks a
// name, a role or 48 x 48 dp, a text is cut or lies on another, an answer looks like none, or a mistake is not said.

#include "PageWalk.h"
#include "fhir/Read.h"
#include "form/FormState.h"
#include "view/FormField.h"

#include <QAccessible>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTextStream>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>

using namespace handrail;
using namespace Qt::StringLiterals;

namespace {

struct Look {
    const char *name;
    int width;
    bool isDark;
    double textScale;
};
constexpr Look looks[] = {{"light", 390, false, 1}, {"dark", 390, true, 1}, {"large", 390, false, 2}, {"narrow", 320, false, 2}};

/// An answer to a question of questions.json, and what it does not take: typed, or chosen. Invalid: nothing can be wrong with it.
struct Sample {
    const char *linkId;
    QVariant answer;
    QVariant wrong = {};
    QString unit = {};
};

QList<Sample> samples()
{
    return {{"faces", u"okay"_s},
            {"slider", 4.0},
            {"sleep-hours", 6.5},
            {"stepper-count", 3.0},
            {"stepper-part", 1.75},
            {"words", u"3"_s},
            {"halt", QStringList{u"angry"_s, u"tired"_s}},
            {"choice", u"LA6569-3"_s},
            {"choice-long", u"Somebody who looks after my children or my parents while I am away"_s},
            {"choice-row", u"Partly"_s},
            {"checkboxes", QStringList{u"A walk"_s, u"Calling a friend or somebody from my group"_s}, QStringList{u"Music"_s}},
            {"boolean", u"true"_s},
            {"integer", 2.0, u"2.5"_s},
            {"decimal", 12.5, u"900"_s},
            {"quantity", quantity(66, u"[in_i]"_s), u"6"_s},
            {"quantity-units", quantity(70, u"kg"_s), u"400"_s, u"kg"_s},
            {"quantity-many", QVariantList{quantity(150, u"[lb_av]"_s), quantity(70, u"kg"_s)}, u"heavy"_s, u"kg"_s},
            {"date", u"1990-05-17"_s, u"17 May 90"_s},
            {"dateTime", u"2026-11-18T19:30:00-05:00"_s, u"last Tuesday"_s},
            {"time", u"22:30:00"_s, u"late"_s},
            {"string", u"04101"_s, u"Portland"_s},
            {"string-many", QVariantList{u"Rosa"_s, u"Sam from the Tuesday group"_s}},
            {"text", u"I slept badly this week. How can I bring that up at home without a fight?"_s},
            {"text-many", QVariantList{u"I called my sister on Monday.\nWe talked for an hour."_s, u"I slept six hours."_s}},
            {"url", u"https://example.org/sleep"_s, u"my sister’s page"_s},
            {"open-choice", ownWords(u"My sister drives me"_s)},
            {"open-choice-many", QStringList{u"Cook"_s, ownWords(u"Build model ships"_s)}},
            {"attachment", {}},
            {"read-only", {}},
            {"read-only-empty", {}},
            {"computed", 7.0},
            {"read-only-choice", {}}};
}

enum class State { Unset, Set, Wrong, ReadOnly };

const char *nameOf(State state)
{
    switch (state) {
    case State::Unset: return "unset";
    case State::Set: return "set";
    case State::Wrong: return "error";
    case State::ReadOnly: return "read-only";
    }
    return "";
}

/// The field of a question in this state, by the ways in which a person brings it there. nullptr: it has no such state.
std::unique_ptr<FormField> fieldIn(const Form &form, const Sample &sample, State state)
{
    const Writing writing{QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone("America/New_York")};
    FormState answers(form);
    const int index = answers.indexOf(QString::fromLatin1(sample.linkId));
    if (index < 0)
        return nullptr;
    FormItem item = *answers.entries()[std::size_t(index)].item;
    const bool isAnswerableItem = isAnswerable(item);
    if ((state == State::Wrong && !sample.wrong.isValid()) || (state == State::ReadOnly && !isAnswerableItem)
        || (state == State::Set && !sample.answer.isValid()))
        return nullptr;
    QVariant value = answers.entries()[std::size_t(index)].value;
    if (state == State::Set || state == State::ReadOnly)
        value = sample.answer;
    item.isReadOnly = item.isReadOnly || state == State::ReadOnly;
    const bool isTypedWrong = state == State::Wrong && isTyped(item.control);
    if (state == State::Wrong && !isTypedWrong)
        value = sample.wrong;
    auto field = std::make_unique<FormField>(item, value, nullptr, QString(), writing);
    if (isTypedWrong) {
        if (!sample.unit.isEmpty())
            field->chooseUnit(0, sample.unit);
        field->type(0, sample.wrong.toString());
    }
    if (state == State::Wrong) {
        answers.setAnswer(field->key(), field->value());
        field->setValidity(answers.validity(index));
    }
    return field;
}

int warnings = 0;

/// What QML complains of counts too.
void onMessage(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    warnings += type != QtDebugMsg && type != QtInfoMsg && message.contains(u".qml:"_s) ? 1 : 0;
    std::fprintf(stderr, "%s\n", qPrintable(message));
}

class Pictures
{
public:
    Pictures(QDir folder, QQmlEngine &engine)
        : m_folder(std::move(folder))
        , m_engine(engine)
    {
    }

    int run()
    {
        QQmlComponent component(&m_engine);
        component.setData("import QtQuick\nimport Handrail.Questions\nimport Handrail.Theme\nimport Handrail.View\n"
                          "Rectangle {\n required property FormField field\n"
                          " readonly property QtObject theme: Theme\n readonly property QtObject type: Type\n"
                          " height: question.implicitHeight + 24\n color: Theme.bg\n"
                          " Question { id: question; x: 20; y: 24; width: parent.width - 40; field: parent.field }\n}",
                          QUrl());
        QFile file(u":/questions/questions.json"_s);
        const auto form = file.open(QIODevice::ReadOnly) ? fhir::readQuestionnaire(file.readAll()) : Result<Form>();
        if (!form || form->droppedItems > 0)
            return complain(u"the form cannot be read"_s);
        const QList<Sample> all = samples();
        if (all.size() != form->items.size())
            complain(u"a question of the form has no sample"_s);
        for (const Sample &sample : all) {
            for (const Look &look : looks)
                question(component, *form, sample, look);
        }
        if (warnings > 0)
            complain(u"QML complained"_s);
        if (!writeIndex(all))
            complain(u"the index cannot be written"_s);
        std::printf("%d pictures, %d complaints\n", m_pictures, m_complaints);
        return m_complaints == 0 && m_pictures > 0 ? 0 : 1;
    }

private:
    int complain(const QString &what)
    {
        std::fprintf(stderr, "%s\n", qPrintable(what));
        ++m_complaints;
        return 1;
    }

    void question(QQmlComponent &component, const Form &form, const Sample &sample, const Look &look)
    {
        QImage unset;
        for (const State state : {State::Unset, State::Set, State::Wrong, State::ReadOnly}) {
            const std::unique_ptr<FormField> field = fieldIn(form, sample, state);
            if (!field)
                continue;
            const QString name = QStringLiteral("%1/%2-%3.png")
                                     .arg(QLatin1String(look.name), QLatin1String(sample.linkId), QLatin1String(nameOf(state)));
            const QImage image = picture(component, *field, look, name);
            if (state == State::Unset)
                unset = image;
            else if (image == unset)
                complain(name + u": looks as without an answer"_s);
            if (state == State::Wrong && field->problemText().isEmpty())
                complain(name + u": nothing is wrong with it"_s);
            if (field->problemText().contains(u"(s)"_s))
                complain(name + u": one or several is not said: "_s + field->problemText());
        }
    }

    QImage picture(QQmlComponent &component, FormField &field, const Look &look, const QString &name)
    {
        QQuickWindow window;
        const std::unique_ptr<QObject> made(
            component.createWithInitialProperties({{u"field"_s, QVariant::fromValue(&field)}, {u"width"_s, look.width}}));
        auto *root = qobject_cast<QQuickItem *>(made.get());
        if (!root) {
            complain(name + u": "_s + component.errorString());
            return {};
        }
        root->property("theme").value<QObject *>()->setProperty("isDark", look.isDark);
        root->property("type").value<QObject *>()->setProperty("textScale", look.textScale);
        window.resize(look.width, 844);
        root->setParentItem(window.contentItem());
        window.show();
        for (int i = 0; i < 4; ++i) { // layouts settle in the next frames
            QCoreApplication::processEvents();
            window.resize(look.width, std::max(844, int(root->height()))); // a phone; lower, the page is set closer
            (void)window.grabWindow();
        }
        for (const QString &problem : problemsOf(window.contentItem()))
            complain(name + u": "_s + problem);
        bool isSaid = field.problemText().isEmpty();
        int controls = 0;
        walkVisible(window.contentItem(), [&](QQuickItem *item) {
            isSaid = isSaid || item->property("text").toString() == field.problemText();
            controls += item->activeFocusOnTab() && item->isEnabled() ? 1 : 0;
            return true;
        });
        if (!isSaid)
            complain(name + u": the mistake is not said"_s);
        const bool isShownOnly = field.isReadOnly() || field.control() == FormField::Unsupported;
        if (isShownOnly != (controls == 0))
            complain(name + (isShownOnly ? u": can be changed"_s : u": cannot be answered"_s));
        const QImage image = window.grabWindow().copy(0, 0, look.width, int(root->height()));
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        if (!image.save(path))
            complain(name + u": cannot be written"_s);
        ++m_pictures;
        return image;
    }

    [[nodiscard]] bool writeIndex(const QList<Sample> &all) const
    {
        QFile file(m_folder.filePath(u"index.html"_s));
        if (!file.open(QIODevice::WriteOnly))
            return false;
        QTextStream out(&file);
        out << "<!doctype html><meta charset=\"utf-8\"><title>Handrail: every kind of question</title>"
               "<style>img{width:260px;margin:4px;vertical-align:top}</style>\n";
        for (const Sample &sample : all) {
            out << "<h2>" << sample.linkId << "</h2>\n";
            for (const Look &look : looks) {
                out << "<p>";
                for (const State state : {State::Unset, State::Set, State::Wrong, State::ReadOnly}) {
                    const QString name =
                        QStringLiteral("%1/%2-%3.png")
                            .arg(QLatin1String(look.name), QLatin1String(sample.linkId), QLatin1String(nameOf(state)));
                    if (QFile::exists(m_folder.filePath(name)))
                        out << "<img alt=\"" << name << "\" src=\"" << name << "\">";
                }
                out << "</p>\n";
            }
        }
        return true;
    }

    QDir m_folder;
    QQmlEngine &m_engine;
    int m_pictures = 0;
    int m_complaints = 0;
};

} // namespace

int main(int argc, char **argv)
{
    qInstallMessageHandler(onMessage);
    QGuiApplication app(argc, argv);
    QAccessible::setActive(true);
    const QStringList arguments = app.arguments();
    const qsizetype at = arguments.indexOf(u"--out"_s);
    if (at < 0 || at + 1 >= arguments.size()) {
        std::fprintf(stderr, "question-pictures --out FOLDER\n");
        return 2;
    }
    QTranslator words; // English has some too: "1 answer", "2 answers"
    if (!words.load(QStringLiteral(HANDRAIL_WORDS "/handrail_en.qm")) || !QCoreApplication::installTranslator(&words)) {
        std::fprintf(stderr, "question-pictures: the words are not there\n");
        return 2;
    }
    QQmlEngine engine;
    engine.addImportPath(u":/qt/qml"_s);
    return Pictures(QDir(arguments.at(at + 1)), engine).run();
}
