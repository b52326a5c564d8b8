// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ProgressBench.h"

using namespace handrail;
using Trend = Series::Trend;

/// What Progress and the page for a visit say, and when they say nothing.
class TestProgressView final : public test::ProgressBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void aFirstWeekHasNothingToSay()
    {
        QCOMPARE(m_view->state(), ProgressView::Away);
        m_view->setShown(true);
        QCOMPARE(m_view->state(), ProgressView::Ready);
        QVERIFY(!m_view->hasCheckIns());
        QCOMPARE(m_view->attendanceText(), QString());
        QCOMPARE(m_view->steps().size(), 14);
        QCOMPARE(column(m_view->steps(), "note").count(QStringLiteral("No answers")), 14);
        QCOMPARE(m_view->cravingText(), QStringLiteral("No answers in this time."));
        checkIn(0, 4, 6);
        checkIn(1, 9, 1);
        m_view->setShown(false);
        m_view->setShown(true);
        QVERIFY(m_view->hasCheckIns());
        QCOMPARE(m_view->cravingText(), QStringLiteral("Answers on %n day(s).").replace(QStringLiteral("%n"), QStringLiteral("2")));
        QCOMPARE(m_view->moodText(), QString());
        checkIn(2, 9, 2);
        m_view->setShown(false);
        m_view->setShown(true);
        QVERIFY(m_view->sleepText().startsWith(QStringLiteral("Answers on 3 "))); // a mean of three nights is none
        checkIn(3, 9, 3);
        m_view->setShown(false);
        m_view->setShown(true);
        QCOMPARE(m_view->sleepText(), QStringLiteral("About 3 hours a night."));
    }

    void twoWeeksInWordsLinesAndAList()
    {
        twoWeeks();
        for (int day = 1; day <= 4; ++day)
            session(day, day == 2 ? "noshow" : "fulfilled");
        session(5, "booked");
        m_view->setShown(true);
        QCOMPARE(m_view->cravingText(), QStringLiteral("Urges are lower in the last 7 days than in the 7 before."));
        QCOMPARE(m_view->moodText(), QStringLiteral("Mood is about the same as in the 7 days before."));
        QCOMPARE(m_view->sleepText(), QStringLiteral("About 7 hours a night in the last 7 days. Before that, about 5 hours."));
        QCOMPARE(m_view->craving().size(), 14);
        QVERIFY(!m_view->craving().at(7).isValid()); // 6 days ago: a gap
        QCOMPARE(m_view->craving().at(8).toDouble(), 3.0);
        QCOMPARE(m_view->startText(), QStringLiteral("Nov 5"));
        const QStringList titles = column(m_view->steps(), "title");
        QCOMPARE(titles.first(), QStringLiteral("Today"));
        QCOMPARE(titles.at(1), QStringLiteral("Tue, Nov 17"));
        const QStringList notes = column(m_view->steps(), "note");
        QCOMPARE(notes.first(), QStringLiteral("Urge 3 of 10, mood okay, 7 hours of sleep"));
        QCOMPARE(notes.at(6), QStringLiteral("No answers"));
        QVERIFY(m_view->attendanceText().startsWith(QStringLiteral("You came to 3 of 4 ")));
        QVERIFY(m_view->unmarkedText().contains(QStringLiteral("1 session")));
        QCOMPARE(column(m_view->sessions(), "note"),
                 (QStringList{QStringLiteral("You were there"), QString(), QStringLiteral("You were there"),
                              QStringLiteral("You were there"), QStringLiteral("Not marked yet")}));
        // What a chart says, it says to everybody.
        QVERIFY(m_view->trendSpoken().contains(m_view->cravingText()) && m_view->trendSpoken().contains(m_view->moodText()));
    }

    void sinceWhenSessionsAreCounted()
    {
        session(3, "fulfilled");
        m_view->setShown(true);
        QVERIFY(!m_view->attendanceText().contains(QStringLiteral("Counted since"))); // all of these two weeks are here
        m_view->setRange(ProgressView::Whole);
        QTRY_COMPARE(m_view->state(), ProgressView::Ready);
        const QString since = QStringLiteral("Counted since August 20, 2026.");
        QVERIFY2(m_view->attendanceText().contains(since), qPrintable(m_view->attendanceText()));
        m_summary->setShown(true);
        QTRY_VERIFY2(m_summary->words().join(u' ').contains(since), qPrintable(m_summary->words().join(u' ')));
    }

    void noWordOfBlame()
    {
        // Everything at its hardest (design clinical 3.5, H13).
        for (int day = 13; day >= 0; --day) {
            checkIn(day, day > 6 ? 0 : 10, day > 6 ? 9 : 1);
            session(day, "noshow");
        }
        m_view->setShown(true);
        QStringList all{m_view->cravingText(), m_view->moodText(),     m_view->sleepText(),  m_view->attendanceText(),
                        m_view->trendSpoken(), m_view->unmarkedText(), m_view->sleepSpoken()};
        all << column(m_view->steps(), "note") << column(m_view->sessions(), "note");
        m_summary->setShown(true);
        all << m_summary->words();
        QVERIFY(m_view->cravingText().endsWith(QStringLiteral("That can happen.")));
        static const QRegularExpression shame(QStringLiteral("miss|fail|streak|worse|bad|poor|overdue|only|relapse|%(?!n)"),
                                              QRegularExpression::CaseInsensitiveOption);
        for (const QString &text : std::as_const(all))
            QVERIFY2(!text.contains(shame), qPrintable(text));
    }

    void theWholeIsDrawnBeforeItIsRead()
    {
        checkIn(100, 5, 6);
        checkIn(0, 5, 6);
        m_view->setShown(true);
        m_view->setRange(ProgressView::Whole);
        QCOMPARE(m_view->state(), ProgressView::Loading);
        QTRY_COMPARE(m_view->state(), ProgressView::Ready);
        QVERIFY(m_view->steps().size() < 30); // by weeks
        QVERIFY(column(m_view->steps(), "note").first().startsWith(QStringLiteral("On average: urge 5 of 10")));
        QCOMPARE(column(m_view->steps(), "day").count(QString()), m_view->steps().size()); // a week is no day to mark
    }

    void thePageTurnsAtMidnight()
    {
        twoWeeks();
        m_view->setShown(true);
        QCOMPARE(m_view->startText(), QStringLiteral("Nov 5"));
        m_clock.setWallClock(QDateTime(QDate(2026, 11, 19), QTime(5, 0), QTimeZone::utc())); // midnight in New York
        Q_EMIT m_minute->turned();
        QTRY_COMPARE(m_view->startText(), QStringLiteral("Nov 6"));
    }

    void aMarkIsThePersonsOwn()
    {
        m_view->setShown(true);
        m_view->lookAt({});
        QCOMPARE(m_view->markDayText(), QStringLiteral("Today"));
        QVERIFY(!m_view->hasLaterDay());
        m_view->lookLater(); // there is none
        QCOMPARE(m_view->markDayText(), QStringLiteral("Today"));
        QVERIFY(m_view->mark(QStringLiteral("called my sister")));
        m_view->lookEarlier();
        QVERIFY(m_view->hasLaterDay() && !m_view->isDayMarked());
        QVERIFY(m_view->mark(QString()));
        QCOMPARE(column(m_view->marks(), "word"), (QStringList{QStringLiteral("called my sister"), QStringLiteral("A star")}));
        QCOMPARE(column(m_view->steps(), "mark").mid(0, 3),
                 (QStringList{QStringLiteral("called my sister"), QStringLiteral("A star"), QString()}));
        QCOMPARE(m_view->markRow(), (QVariantList(12, false) << true << true));
        m_view->lookAt(QStringLiteral("2026-11-18"));
        QVERIFY(m_view->isDayMarked());
        QCOMPARE(m_view->markWord(), QStringLiteral("called my sister"));
        QVERIFY(m_view->unmark());
        QCOMPARE(m_view->marks().size(), 1);
        QCOMPARE(m_account->records()->unsentCount(), 0);
    }

    void marksOutliveASignOutAndNotAnErase()
    {
        m_view->setShown(true);
        m_view->lookAt({});
        QVERIFY(m_view->mark(QStringLiteral("swam")));
        QCoro::waitFor(m_account->signOut());
        QCOMPARE(m_view->state(), ProgressView::Away);
        QVERIFY(m_view->marks().isEmpty() && m_view->markWord().isEmpty()); // nothing shows to who comes next
        signIn();
        m_view->setShown(false);
        m_view->setShown(true);
        QCOMPARE(column(m_view->marks(), "word"), QStringList{QStringLiteral("swam")});
        QCoro::waitFor(m_account->signOut(Account::Leaving::Erase));
        signIn();
        m_view->setShown(false);
        m_view->setShown(true);
        QVERIFY(m_view->marks().isEmpty());
    }

    void whatIsNoMarkIsNone()
    {
        m_view->setShown(true);
        m_view->lookAt({});
        QVERIFY(m_view->mark(QStringLiteral("swam")));
        QVERIFY(!m_view->isDamaged());
        QVERIFY(m_account->records()->store().setValue(QStringLiteral("own-marks/2026-11"), QByteArrayLiteral("{")));
        m_view->setShown(false);
        m_view->setShown(true);
        QCOMPARE(m_view->state(), ProgressView::Ready);
        QVERIFY(m_view->marks().isEmpty());
    }

    void nothingIsWrittenBeforeThePersonSaysSo()
    {
        twoWeeks();
        m_view->setShown(true);
        m_summary->setShown(true);
        QVERIFY(m_summary->pictures().value(0).startsWith(QStringLiteral("data:image/png;base64,")));
        QVERIFY(m_summary->words().contains(QStringLiteral("For my visit")));
        QVERIFY(m_summary->words().contains(m_view->cravingText() + u' ' + m_view->moodText()));
        QVERIFY(m_files.files().isEmpty());
        m_summary->save();
        QCOMPARE(m_files.files().size(), 1);
        QCOMPARE(m_files.files().first().name, QStringLiteral("page-2026-11-18.pdf"));
        QVERIFY(m_files.files().first().content.startsWith("%PDF-"));
        QVERIFY(m_summary->isSaved());
        QVERIFY(m_summary->savedText().contains(QStringLiteral("page-2026-11-18.pdf")));
    }

    void eachPartCanBeLeftOut()
    {
        twoWeeks();
        session(2, "fulfilled");
        m_view->setShown(true);
        m_view->lookAt({});
        QVERIFY(m_view->mark(QStringLiteral("called my sister")));
        m_summary->setShown(true);
        const auto has = [this](const char *text) { return m_summary->spoken().contains(QString::fromUtf8(text)); };
        QVERIFY(has("Urges and mood") && has("Hours of sleep") && has("Evening group"));
        QVERIFY(!has("called my sister")); // only when the person says so
        QStringList before = m_summary->pictures();
        const auto changes = [&] { return std::exchange(before, m_summary->pictures()) != m_summary->pictures(); };
        m_summary->setHasMarks(true);
        QVERIFY(has("Wed, Nov 18: called my sister") && !has("Today") && changes()); // it is read on another day
        m_summary->setHasTrend(false);
        QVERIFY(!has("Urges and mood") && changes());
        m_summary->setHasSleep(false);
        QVERIFY(!has("Hours of sleep") && changes());
        m_summary->setHasSessions(false);
        QVERIFY(!has("Evening group") && changes());
        m_summary->setShown(false);
        QVERIFY(m_summary->pictures().isEmpty() && m_summary->words().isEmpty());
        m_summary->setShown(true);
        QVERIFY(!m_summary->hasMarks()); // asked anew each time
    }

    /// What is the person's own is on the page when they say so, and not before.
    void thePageIsForAVisit()
    {
        put("CarePlan", {},
            QStringLiteral("'status':'active','intent':'plan','title':'Evening program','subject':{'reference':'Patient/%1'},"
                           "'category':[{'coding':[{'system':'https://handrail.example/fhir/CodeSystem/careplan-kind',"
                           "'code':'program'}]}],'period':{'start':'2026-10-19','end':'2027-01-10'},"
                           "'activity':[{'detail':{'status':'in-progress','description':'Evening group phase','code':{'coding':"
                           "[{'system':'https://handrail.example/fhir/CodeSystem/program-phase','code':'iop'}]}}}]")
                .replace(u'\'', u'"')
                .arg(m_account->identity()->patientId));
        Records &records = *m_account->records();
        QVERIFY(keepBringUp(records, m_clock,
                            {QStringLiteral("List"), QStringLiteral("Things"), {QStringLiteral("I wake up at 3 am")}, {}}));
        const auto use = [&](const QString &skill, int daysAgo, std::optional<int> before, std::optional<int> after) {
            QVERIFY(noteSkillUse(records, {skill, m_clock.nowUtc().addDays(-daysAgo), before, after}));
        };
        const QList<Skill> skills = builtInLibrary(QStringLiteral("en")).skills();
        use(skills.at(0).id, 1, std::nullopt, std::nullopt);
        use(skills.at(1).id, 1, 8, 4);
        use(skills.at(1).id, 2, 6, 4);
        use(skills.at(2).id, 3, 3, 5);  // it did not help
        use(skills.at(3).id, 20, 8, 4); // before this time
        m_view->setShown(true);
        m_summary->setShown(true);
        const auto has = [this](const QString &text) { return m_summary->words().contains(text); };
        QVERIFY2(has(QStringLiteral("Week 5 of 12, Evening group phase")), qPrintable(m_summary->spoken()));
        QVERIFY(has(QStringLiteral("Notes from the visit")));
        QVERIFY2(m_summary->words().constLast().endsWith(QStringLiteral("Crisis help: call or text 988.")),
                 qPrintable(m_summary->words().constLast()));
        QVERIFY(!has(QStringLiteral("What I want to talk about")) && !has(QStringLiteral("I wake up at 3 am")));
        QVERIFY(!has(QStringLiteral("Skills I used")) && !m_summary->spoken().contains(skills.at(1).title));

        m_summary->setHasTalk(true);
        QVERIFY(has(QStringLiteral("What I want to talk about")) && has(QStringLiteral("I wake up at 3 am")));
        m_summary->setHasSkills(true);
        QVERIFY(has(QStringLiteral("Skills I used")));
        const QString twice = QString(skills.at(1).title + QStringLiteral(", 2 time(s): strength 7 of 10 before, 4 after"));
        QVERIFY2(has(twice), qPrintable(m_summary->spoken()));
        QVERIFY(has(QString(skills.at(0).title + QStringLiteral(", 1 time(s)"))));
        QVERIFY(m_summary->words().indexOf(twice)
                < m_summary->words().indexOf(QString(skills.at(0).title + QStringLiteral(", 1 time(s)"))));
        QVERIFY(!m_summary->spoken().contains(skills.at(2).title) && !m_summary->spoken().contains(skills.at(3).title));
        QStringList before = m_summary->pictures();
        m_summary->setHasNotes(false);
        QVERIFY(!has(QStringLiteral("Notes from the visit")) && before != m_summary->pictures());
        m_summary->setHasProgram(false);
        QVERIFY(!m_summary->spoken().contains(QStringLiteral("Week 5 of 12")));
        m_summary->setShown(false);
        m_summary->setShown(true);
        QVERIFY(!m_summary->hasTalk() && !m_summary->hasSkills() && m_summary->hasProgram() && m_summary->hasNotes());
    }

    /// The next talk with one person, what the plan is about, and what is on the list of medicine: each as the person says.
    void thePageSaysWhichVisitAndWhatItIsAbout()
    {
        const QString patient = m_account->identity()->patientId;
        const auto talk = [&](const char *start, const char *kind, const char *status, const char *with) {
            put("Appointment", QDate::fromString(QString::fromLatin1(start).left(10), Qt::ISODate),
                QStringLiteral(
                    "'status':'%1','description':'Talk','start':'%2:00:00Z','end':'%2:30:00Z','serviceType':[{'coding':[{"
                    "'system':'https://handrail.example/fhir/CodeSystem/session-kind','code':'%3'}]}],'participant':["
                    "{'status':'accepted','actor':{'reference':'Patient/%4'}},"
                    "{'status':'accepted','actor':{'reference':'Practitioner/d','display':'%5'}}]")
                    .replace(u'\'', u'"')
                    .arg(QLatin1String(status), QLatin1String(start), QLatin1String(kind), patient, QLatin1String(with)));
        };
        const auto goal = [&](const char *state, const char *words) {
            put("Goal", {},
                QStringLiteral(R"("lifecycleStatus":"%1","subject":{"reference":"Patient/%2"},"description":{"text":"%3"})")
                    .arg(QLatin1String(state), patient, QLatin1String(words)));
        };
        m_view->setShown(true);
        m_summary->setShown(true);
        const auto has = [this](const char *text) { return m_summary->words().contains(QString::fromUtf8(text)); };
        QVERIFY2(has("My goals") && has("No goals to show."), qPrintable(m_summary->spoken()));
        QCOMPARE(m_summary->visitText(), QString());
        talk("2026-11-17T16", "individual", "fulfilled", "Past Person");
        talk("2026-11-19T15", "group", "booked", "Group Leader");
        talk("2026-11-19T16", "individual", "cancelled", "Cancelled Person");
        talk("2026-11-20T16", "individual", "booked", "Dana Ruiz");
        talk("2026-11-21T16", "individual", "booked", "Later Person");
        goal("active", "Sleep through most nights");
        goal("proposed", "Only an idea");
        put("MedicationRequest", {},
            QStringLiteral(R"("status":"active","intent":"order","subject":{"reference":"Patient/%1"},"medicationCodeableConcept":{
                "text":"Sertraline"},"dosageInstruction":[{"text":"Take 2 tablets","patientInstruction":"With food",
                "timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d","when":["MORN"]}}}])")
                .arg(patient));
        m_summary->setShown(false);
        m_summary->setShown(true);
        QVERIFY2(has("Visit with Dana Ruiz, Friday, November 20"), qPrintable(m_summary->spoken()));
        for (const char *other : {"Past Person", "Group Leader", "Cancelled Person", "Later Person", "Only an idea"})
            QVERIFY2(!m_summary->spoken().contains(QLatin1String(other)), other);
        QVERIFY(has("Sleep through most nights"));
        QVERIFY(!has("Medicine") && !m_summary->spoken().contains(QStringLiteral("Sertraline"))); // not unless the person says so
        QStringList before = m_summary->pictures();
        const auto changes = [&] { return std::exchange(before, m_summary->pictures()) != m_summary->pictures(); };
        m_summary->setHasMedicine(true);
        QVERIFY2(has("Medicine") && has("Sertraline") && changes(), qPrintable(m_summary->spoken()));
        for (const char *more : {"tablets", "food", "morning"})
            QVERIFY2(!m_summary->spoken().contains(QLatin1String(more)), more); // the name alone
        m_summary->setHasGoals(false);
        QVERIFY(!has("My goals") && !has("Sleep through most nights") && changes());
        m_summary->setHasVisit(false);
        QVERIFY(!m_summary->spoken().contains(QStringLiteral("Dana Ruiz")) && changes());
        m_summary->setShown(false);
        m_summary->setShown(true);
        QVERIFY(m_summary->hasVisit() && m_summary->hasGoals() && !m_summary->hasMedicine());
    }

    /// Beside the answers of its day, and alone on a day without any.
    void skillsThatWereUsedStandInTheList()
    {
        checkIn(0, 4, 5.5);
        const auto use = [&](int daysAgo) {
            QVERIFY(noteSkillUse(*m_account->records(), {QStringLiteral("any"), m_clock.nowUtc().addDays(-daysAgo), {}, {}}));
        };
        use(0);
        use(1);
        m_view->setShown(true);
        const QStringList said = column(m_view->steps(), "note");
        QVERIFY2(said.contains(QStringLiteral("Urge 4 of 10, mood okay, 5½ hours of sleep, skills 1 time(s)")),
                 qPrintable(said.join(u'\n')));
        QVERIFY2(said.contains(QStringLiteral("Skills 1 time(s)")), qPrintable(said.join(u'\n')));
        QCOMPARE(said.filter(QStringLiteral("kills")).size(), 2);
    }

    /// Each check is a card and a part of the page for a visit of its own.
    void eachCheckHasItsOwnCard()
    {
        serve("phq-2-9");
        check(QStringLiteral("2026-11-16"), {1, 1});
        check(QStringLiteral("2026-11-17"), {2, 2, 2, 2, 2, 2, 2, 2, 2});
        m_view->setShown(true);
        QCOMPARE(m_view->checks().size(), 2);
        const QVariantMap two = m_view->checks().constFirst().toMap();
        QCOMPARE(two.value(QStringLiteral("title")).toString(), QStringLiteral("Mood check, 2 questions"));
        QCOMPARE(two.value(QStringLiteral("text")).toString(), QStringLiteral("Answered once in this time."));
        QCOMPARE(two.value(QStringLiteral("rows")).toStringList().size(), 1);
        QCOMPARE(m_view->checks().constLast().toMap().value(QStringLiteral("title")).toString(),
                 QStringLiteral("Mood check, 9 questions"));
        m_summary->setShown(true);
        QVERIFY(m_summary->spoken().contains(QStringLiteral("Mood check, 2 questions")));
        QVERIFY(m_summary->spoken().contains(QStringLiteral("Mood check, 9 questions")));
        m_summary->setHasChecks(false);
        QVERIFY(!m_summary->spoken().contains(QStringLiteral("Mood check")));
    }

    /// The page goes to the very people from whom it was kept; one's own Progress is for oneself.
    void whatIsKeptToOneselfIsNotOnThePage()
    {
        for (int day = 13; day > 0; --day)
            checkIn(day, 3, 7);
        m_summary->setShown(true);
        const QStringList before = m_summary->words();
        const QStringList pictures = m_summary->pictures();
        Records &records = *m_account->records();
        CheckIn kept(records, m_clock, *dailyCheckInForm(records));
        kept.setAnswer(QStringLiteral("craving"), 10);
        kept.setAnswer(QStringLiteral("sleep-hours"), 1);
        const Result<CompletedForm> finished = kept.finish();
        QVERIFY(finished && records.holdBack(finished->identifier, m_clock.nowUtc().addSecs(60)));
        QVERIFY(records.setKept(finished->identifier, true));
        m_view->setShown(true);
        QCOMPARE(m_view->craving().constLast(), QVariant(10.0));
        m_summary->setShown(false);
        m_summary->setShown(true);
        QCOMPARE(m_summary->words(), before); // not even that there is one
        QCOMPARE(m_summary->pictures(), pictures);
        QCOMPARE(m_summary->keptText(), QStringLiteral("Check-ins that only you can see are not on this page."));
        m_summary->setHasTrend(false);
        m_summary->setHasSleep(false);
        QCOMPARE(m_summary->keptText(), QString()); // there is nothing of check-ins on it
        m_summary->setHasSleep(true);
        QVERIFY(records.setKept(finished->identifier, false));
        m_summary->setShown(false);
        m_summary->setShown(true);
        QVERIFY(m_summary->keptText().isEmpty() && m_summary->words() != before);
    }

    void aDiskThatIsFullIsSaidAndNothingIsLost()
    {
        twoWeeks();
        m_summary->setShown(true);
        m_files.setProblem(Problem{ProblemKind::StoreFull, true, {}});
        m_summary->save();
        QVERIFY(!m_summary->isSaved());
        QVERIFY(m_summary->savedText().startsWith(QStringLiteral("It was not saved.")));
        QVERIFY(!m_summary->pictures().isEmpty());
        m_files.setProblem(std::nullopt);
        m_summary->save();
        QVERIFY(m_summary->isSaved());
        m_summary->setHasName(true);
        QVERIFY(m_summary->savedText().isEmpty()); // what was saved is not what shows now
    }

    void nothingStaysAfterASignOut()
    {
        twoWeeks();
        m_view->setShown(true);
        m_summary->setShown(true);
        QCoro::waitFor(m_account->signOut());
        QVERIFY(m_view->craving().isEmpty() && m_view->steps().isEmpty() && m_view->cravingText().isEmpty());
        QVERIFY(m_summary->pictures().isEmpty() && m_summary->words().isEmpty());
        m_summary->save();
        QVERIFY(m_files.files().isEmpty());
    }

    void hoursAsPeopleSayThem_data()
    {
        QTest::addColumn<double>("hours");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0.0 << QStringLiteral("0 hours of sleep");
        QTest::newRow("half an hour") << 0.5 << QStringLiteral("½ hours of sleep");
        QTest::newRow("one") << 1.0 << QStringLiteral("1 hour of sleep");
        QTest::newRow("and a half") << 5.5 << QStringLiteral("5½ hours of sleep");
        QTest::newRow("to the nearest half") << 6.7 << QStringLiteral("6½ hours of sleep");
    }

    void hoursAsPeopleSayThem()
    {
        QFETCH(double, hours);
        QFETCH(QString, text);
        Progress progress;
        progress.from = progress.to = QDate(2026, 11, 18);
        progress.steps = progressSteps(progress.from, progress.to);
        progress.sleep.values = {hours};
        const TimeText time(QLocale(QStringLiteral("en_US")));
        QCOMPARE(ProgressText(time, progress, ProgressRange::TwoWeeks).stepAnswers(0), text);
    }

    void checksAreSaidInTheFormsWordsAndWithoutAScore()
    {
        const TimeText time(QLocale(QLocale::English, QLocale::UnitedStates));
        const QDate day(2026, 11, 18);
        Progress progress;
        progress.from = day.addDays(-13);
        progress.to = day;
        progress.steps = progressSteps(progress.from, progress.to);
        progress.checkSteps = progressSteps(progress.from, progress.to);
        HowOften mood;
        mood.check = Check::Mood;
        mood.byDay = {{day.addDays(-7), 2.6}, {day, 1.0 / 3}}; // eight times "not at all", and "nearly every day"
        mood.words = {QStringLiteral("Not at all"), QStringLiteral("Several days"), QStringLiteral("More than half the days"),
                      QStringLiteral("Nearly every day")};
        mood.change = HowOften::Change::Less;
        HowOften two = mood;
        two.check = Check::ShortMood;
        two.byDay = {{day.addDays(-7), 0.2}, {day.addDays(-4), 0.0}};
        two.change = HowOften::Change::Unsaid;
        progress.checks = {two, mood};
        const ProgressText text(time, progress, ProgressRange::TwoWeeks);
        QCOMPARE(ProgressText::checkName(Check::ShortMood), QStringLiteral("Mood check, 2 questions"));
        QCOMPARE(ProgressText::checkName(Check::Worry), QStringLiteral("Worry check, 7 questions"));
        QCOMPARE(ProgressText::change(mood), QStringLiteral("Less often than the time before."));
        QCOMPARE(ProgressText::change(two), QStringLiteral("Answered once in this time."));
        QCOMPARE(text.checkScale(mood),
                 QStringLiteral("How often these were a bother. Low is not at all, high is nearly every day."));
        QCOMPARE(text.checkRows(mood).join(u'|'),
                 QStringLiteral("Today: several days on average|Wed, Nov 11: nearly every day on average"));
        QCOMPARE(text.checkRows(two).join(u'|'), QStringLiteral("Sat, Nov 14: not at all|Wed, Nov 11: several days on average"));
        QCOMPARE(text.stepAnswers(13), QStringLiteral("Mood check (9): several days on average"));
        QVERIFY(text.stepAnswers(6).startsWith(QStringLiteral("Mood check (2): several days on average, mood check (9): nearly")));
        QCOMPARE(text.stepAnswers(5), QStringLiteral("No answers"));
    }
};

QTEST_MAIN(TestProgressView)
#include "tst_progress.moc"
