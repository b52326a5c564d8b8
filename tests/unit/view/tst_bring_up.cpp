// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "ProgressBench.h"
#include "view/BringUpView.h"

using namespace handrail;

/// What is offered for the list of what to bring up next time, and what is left out of it.
class TestBringUp final : public test::ProgressBench
{
    Q_OBJECT

    std::unique_ptr<BringUpView> m_list;
    QList<Skill> m_skills;

    /// `minutesAgo` before 3:20 pm on November 18.
    void use(qsizetype skill, int minutesAgo)
    {
        const QDateTime at = m_clock.nowUtc().addSecs(-60 * minutesAgo).toTimeZone(m_clock.localZone());
        QVERIFY(noteSkillUse(*m_account->records(), {m_skills.at(skill).id, at.toOffsetFromUtc(at.offsetFromUtc()), 8, 3}));
    }

    void oneOnOne(const char *status, int daysAgo)
    {
        const QString day = QDate(2026, 11, 18).addDays(-daysAgo).toString(Qt::ISODate);
        QString json =
            QStringLiteral(
                "'status':'%1','description':'One-on-one','start':'%2T18:00:00Z','end':'%2T19:00:00Z','serviceType':[{'coding':"
                "[{'system':'https://handrail.example/fhir/CodeSystem/session-kind','code':'individual'}]}],"
                "'participant':[{'status':'accepted','actor':{'reference':'Patient/%3'}}]")
                .arg(QLatin1String(status), day, m_account->identity()->patientId);
        put("Appointment", QDate(2026, 11, 18).addDays(-daysAgo), json.replace(u'\'', u'"'));
    }

    QStringList tried()
    {
        m_list->setShown(false);
        m_list->setShown(true);
        return m_list->tried();
    }

private Q_SLOTS:
    void init()
    {
        begin();
        m_list = std::make_unique<BringUpView>(*m_account, m_clock, *m_preferences);
        m_skills = builtInLibrary(QStringLiteral("en")).skills();
    }
    void cleanup()
    {
        m_list.reset();
        end();
    }

    void skillsSinceTheLastOneOnOne()
    {
        QVERIFY(tried().isEmpty());
        use(0, 15 * 24 * 60); // more than two weeks ago
        use(1, 3 * 24 * 60);
        use(2, 24 * 60);
        use(2, 23 * 60); // the same, the same day
        use(3, 10);
        const auto line = [this](const char *day, qsizetype skill) {
            return QString(QLatin1String(day) + QStringLiteral(", skill: ") + m_skills.at(skill).title);
        };
        // The newest first; of how it went there is nothing, for that stays on the device.
        QCOMPARE(tried(), (QStringList{line("Nov 18", 3), line("Nov 17", 2), line("Nov 15", 1)}));
        // What was held since has heard of the rest; what was not, has not.
        oneOnOne("cancelled", 0);
        oneOnOne("noshow", 0);
        QCOMPARE(tried().size(), 3);
        session(0, "fulfilled"); // of a group
        QCOMPARE(tried().size(), 3);
        oneOnOne("fulfilled", 2);
        QCOMPARE(tried(), (QStringList{line("Nov 18", 3), line("Nov 17", 2)}));
        // By choice alone, and once.
        QVERIFY(m_list->lines().isEmpty());
        QVERIFY(m_list->add(line("Nov 17", 2)));
        QCOMPARE(m_list->tried(), QStringList{line("Nov 18", 3)});
        QCOMPARE(m_list->lines(), QStringList{line("Nov 17", 2)});
        // One that the clinic took back has no name to say.
        m_list->setTexts([](const QString &language) { return ContentLibrary(language, {}); });
        QVERIFY(m_list->tried().isEmpty());
    }

    void notMoreThanFitsUnderTheList()
    {
        for (qsizetype i = 0; i < 12; ++i)
            use(i, int(i));
        QCOMPARE(tried().size(), 8);
    }
};

QTEST_MAIN(TestBringUp)
#include "tst_bring_up.moc"
