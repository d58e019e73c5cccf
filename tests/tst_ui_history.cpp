// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/journal.h"
#include "ui/fleet/copybutton.h"
#include "ui/fleet/historypane.h"
#include "ui/fleet/placeholder.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPointer>
#include <QTest>

using namespace Slipway;

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_journal = std::make_unique<Journal>();
        m_pane = std::make_unique<HistoryPane>();
        m_pane->resize(420, 600);
        m_pane->show();
    }

    void cleanup()
    {
        m_pane.reset();
        m_journal.reset();
    }

    void withNothingAskedItSaysWhatThisPlaceIsFor()
    {
        m_pane->setJournal(m_journal.get(), {});
        QVERIFY(m_pane->findChild<Placeholder *>()->isVisible());
        begin(QStringLiteral("a"));
        QVERIFY(!m_pane->findChild<Placeholder *>()->isVisible());
    }

    void theNewestComesFirst()
    {
        m_pane->setJournal(m_journal.get(), {});
        begin(QStringLiteral("a"), Mutation::Verb::Scale);
        begin(QStringLiteral("a"), Mutation::Verb::Delete);
        QTRY_COMPARE(fromTop("historyVerb"), QStringList({QStringLiteral("Delete"), QStringLiteral("Scale")}));
    }

    void onlyTheChosenDeploymentIsListed()
    {
        begin(QStringLiteral("a"), Mutation::Verb::Scale);
        begin(QStringLiteral("b"), Mutation::Verb::Delete);
        m_pane->setJournal(m_journal.get(), QStringLiteral("a"));
        QCOMPARE(fromTop("historyVerb"), QStringList{QStringLiteral("Scale")});
    }

    void anAnswerIsShownInPlace()
    {
        m_pane->setJournal(m_journal.get(), QStringLiteral("a"));
        const quint64 id = begin(QStringLiteral("a"));
        const auto *entry = m_pane->findChild<QWidget *>(QStringLiteral("historyEntry"));
        QCOMPARE(fromTop("historyState"), QStringList{QStringLiteral("Sending…")});
        m_journal->accept(id, QStringLiteral("a"), QStringLiteral("r-1"), 200);
        QCOMPARE(fromTop("historyState"), QStringList{QStringLiteral("Accepted")});
        QCOMPARE(m_pane->findChild<QWidget *>(QStringLiteral("historyEntry")), entry);
    }

    void aDeployJoinsItsDeploymentOnceItHasAnId()
    {
        m_pane->setJournal(m_journal.get(), QStringLiteral("a"));
        const quint64 id = begin({}, Mutation::Verb::Create);
        QVERIFY(fromTop("historyVerb").isEmpty());
        m_journal->accept(id, QStringLiteral("a"), QStringLiteral("r-1"), 200);
        QCOMPARE(fromTop("historyVerb"), QStringList{QStringLiteral("Deploy")});
    }

    void aRefusalIsToldInTheServicesWordsAsPlainText()
    {
        m_pane->setJournal(m_journal.get(), QStringLiteral("a"));
        m_journal->fail(begin(QStringLiteral("a")), refusal());
        const auto *answer = m_pane->findChild<QLabel *>(QStringLiteral("historyAnswer"));
        QVERIFY(answer->text().contains(QStringLiteral("InvalidParameter: no <b>way</b>")));
        QCOMPARE(answer->textFormat(), Qt::PlainText);
        QCOMPARE(fromTop("historyState"), QStringList{QStringLiteral("Refused")});
    }

    void theRequestIdIsCopiedByAClick()
    {
        m_pane->setJournal(m_journal.get(), QStringLiteral("a"));
        m_journal->fail(begin(QStringLiteral("a")), refusal());
        auto *copy = m_pane->findChild<CopyButton *>(QStringLiteral("copyRequestId"));
        QTRY_VERIFY(copy->isVisible());
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("r-9"));
    }

    void moreThanAHundredAreNotShownButCounted()
    {
        for (int i = 0; i < 103; ++i)
            begin(QStringLiteral("a"));
        m_pane->setJournal(m_journal.get(), {});
        QCOMPARE(fromTop("historyVerb").size(), 100);
    }

    void whatIsNewLeavesTheOthersAsTheyAre()
    {
        m_pane->setJournal(m_journal.get(), QStringLiteral("a"));
        const quint64 deploy = begin({}, Mutation::Verb::Create);
        for (int i = 0; i < 99; ++i)
            begin(QStringLiteral("a"));
        const auto before = entries();
        QCOMPARE(before.size(), 99);
        m_journal->accept(deploy, QStringLiteral("a"), QStringLiteral("r-1"), 200); // the oldest of all
        QTRY_COMPARE(fromTop("historyVerb").last(), QStringLiteral("Deploy"));
        begin(QStringLiteral("a"), Mutation::Verb::Delete);
        QTRY_COMPARE(fromTop("historyVerb").first(), QStringLiteral("Delete"));
        QVERIFY(!fromTop("historyVerb").contains(QStringLiteral("Deploy"))); // it is one too many now
        QCOMPARE(fromTop("historyVerb").size(), 100);
        for (const auto &entry : before)
            QVERIFY(entry); // not even deleted and made again
        QVERIFY(fromTop("historyMore").constFirst().startsWith(u'1'));
    }

    void itOutlivesItsJournal()
    {
        m_pane->setJournal(m_journal.get(), {});
        begin(QStringLiteral("a"));
        m_journal.reset();
        QVERIFY(m_pane->findChild<Placeholder *>()->isVisible());
    }

private:
    quint64 begin(const QString &id, Mutation::Verb verb = Mutation::Verb::Scale)
    {
        Mutation mutation;
        mutation.verb = verb;
        mutation.deployedModel = id;
        return m_journal->begin(mutation);
    }

    QList<QPointer<QWidget>> entries() const
    {
        const auto found = m_pane->findChildren<QWidget *>(QStringLiteral("historyEntry"));
        return {found.begin(), found.end()};
    }

    static Error refusal()
    {
        return {.kind = Error::Kind::Refused,
                .httpStatus = 400,
                .code = QStringLiteral("InvalidParameter"),
                .message = QStringLiteral("no <b>way</b>"),
                .requestId = QStringLiteral("r-9"),
                .sent = true};
    }

    /// The texts of all labels of that name, as they stand from top to bottom.
    QStringList fromTop(const char *name) const
    {
        QList<QLabel *> labels = m_pane->findChildren<QLabel *>(QLatin1String(name));
        const auto top = [this](const QLabel *label) { return label->mapTo(m_pane.get(), QPoint()).y(); };
        std::sort(labels.begin(), labels.end(), [&top](QLabel *a, QLabel *b) { return top(a) < top(b); });
        QStringList texts;
        for (const QLabel *label : std::as_const(labels))
            texts << label->text();
        return texts;
    }

    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<HistoryPane> m_pane;
};

QTEST_MAIN(TestHistory)
#include "tst_ui_history.moc"
