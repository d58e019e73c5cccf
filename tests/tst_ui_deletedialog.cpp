// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dialogworld.h"
#include "ui/fleet/deletedialog.h"
#include "ui/fleet/idtext.h"

#include <QClipboard>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>

using namespace Slipway;

class TestDeleteDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<DialogWorld>();
        QVERIFY(m_world->isLive());
        m_running = m_world->idOf(QStringLiteral("qwen-plus-2025-12-01"));
        m_stopped = m_world->idOf(QStringLiteral("qwen2.5-72b-instruct"));
        m_failed = m_world->idOf(QStringLiteral("qwen3-4b"));
    }

    void cleanup() { m_world.reset(); }

    void aRunningOneIsDeletedOnlyAfterItsIdWasTyped()
    {
        QVERIFY(openFor({m_running}));
        auto *field = m_world->part("confirmation");
        QVERIFY(field->hasFocus());
        QVERIFY(!m_world->primary()->isEnabled());
        QVERIFY(m_world->primary()->text().contains(m_running));
        QTest::keyClicks(field, m_running.chopped(1));
        QTest::keyClick(field, Qt::Key_Return);
        m_world->press();
        QVERIFY(m_world->journal.entries().isEmpty());
        QTest::keyClicks(field, m_running.right(1));
        QVERIFY(m_world->primary()->isEnabled());
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!m_world->dialog);
        const auto deletes = m_world->sent("DELETE");
        QCOMPARE(deletes.size(), 1);
        QVERIFY(deletes.first().path.endsWith(m_running.toUtf8()));
    }

    void withoutAJournalItIsDeletedByASecondYesOnly()
    {
        m_world->blockJournal();
        QVERIFY(m_world->isLive());
        QVERIFY(openFor({m_running, m_failed}));
        m_world->type("confirmation", m_running);
        m_world->press();
        QTRY_VERIFY(m_world->text("panelHeadline").contains(QStringLiteral("journal")));
        auto *second = m_world->part<QPushButton>("panelAction");
        QVERIFY(second->isVisible());
        QCOMPARE(m_world->sent("DELETE").size(), 0);
        QTest::mouseClick(second, Qt::LeftButton);
        QTRY_VERIFY(!m_world->dialog);
        QCOMPARE(m_world->sent("DELETE").size(), 2);
    }

    void withoutAJournalTheIdOfOneStaysTyped()
    {
        m_world->blockJournal();
        QVERIFY(m_world->isLive());
        QVERIFY(openFor({m_running}));
        m_world->type("confirmation", m_running);
        m_world->press();
        auto *second = m_world->part<QPushButton>("panelAction");
        QTRY_VERIFY(second->isVisible());
        QTest::mouseClick(second, Qt::LeftButton);
        QTRY_VERIFY(!m_world->dialog);
        QCOMPARE(m_world->sent("DELETE").size(), 1);
    }

    void theIdMayBePasted()
    {
        QVERIFY(openFor({m_running}));
        QGuiApplication::clipboard()->setText(m_running);
        QTest::keyClick(m_world->part("confirmation"), Qt::Key_V, Qt::ControlModifier);
        m_world->press();
        QTRY_VERIFY(!m_world->dialog);
        QCOMPARE(m_world->sent("DELETE").size(), 1);
    }

    void whatDoesNotServeNeedsNoTypingButNeverGoesByEnter()
    {
        QVERIFY(openFor({m_failed}));
        QVERIFY(!m_world->part("confirmation")->isVisible());
        QVERIFY(!m_world->primary()->isDefault());
        QTest::keyClick(m_world->dialog, Qt::Key_Return);
        QTest::keyClick(m_world->primary(), Qt::Key_Return);
        QVERIFY(m_world->journal.entries().isEmpty());
        QVERIFY(m_world->server.addFault(QStringLiteral("delete=delay=100")));
        m_world->pressTwice();
        QTRY_VERIFY(!m_world->dialog);
        QCOMPARE(m_world->sent("DELETE").size(), 1);
    }

    void ofSeveralTheIdOfEachRunningOneIsTyped()
    {
        QVERIFY(openFor({m_running, m_stopped, m_failed}));
        for (const QString &id : {m_running, m_stopped, m_failed})
            QVERIFY(row(id) && row(id)->isVisible());
        QVERIFY(m_world->primary()->text().contains(u'3'));
        QTest::keyClicks(m_world->part("confirmation"), QStringLiteral("3"));
        QTest::keyClick(m_world->part("confirmation"), Qt::Key_Return);
        QVERIFY(!m_world->primary()->isEnabled());
        m_world->type("confirmation", m_running);
        QVERIFY(result(m_running).contains(QStringLiteral("typed")));
        QVERIFY(m_world->primary()->isEnabled());
        QVERIFY(!m_world->primary()->hasFocus());
        m_world->press();
        QTRY_VERIFY(!m_world->dialog);
        QSet<QByteArray> paths;
        for (const auto &request : m_world->sent("DELETE"))
            paths.insert(request.path);
        QCOMPARE(m_world->sent("DELETE").size(), 3);
        QCOMPARE(paths.size(), 3);
    }

    void aFewAreAllShownWhole()
    {
        const QList<Deployment> rows = m_world->store->rows();
        QVERIFY(openFor({rows[0].deployedModel, rows[1].deployedModel, rows[2].deployedModel, rows[3].deployedModel}));
        const auto *list = m_world->part<QScrollArea>("deleteList");
        QTRY_COMPARE(list->verticalScrollBar()->maximum(), 0);
    }

    void aWrongIdIsToldBeforeAnyoneWonders()
    {
        QVERIFY(openFor({m_running}));
        auto *field = m_world->part("confirmation");
        QTest::keyClicks(field, QStringLiteral("other"));
        QCOMPARE(m_world->text("confirmationNote"), QStringLiteral("This is not its id yet."));
        m_world->type("confirmation", m_running);
        QVERIFY(m_world->text("confirmationNote") != QStringLiteral("This is not its id yet."));
        QVERIFY(m_world->primary()->isEnabled());
    }

    void anIdThatBeginsAnotherIsTakenOnEnter()
    {
        const QStringList ids{QStringLiteral("twin"), QStringLiteral("twin-2")};
        for (const QString &id : ids) {
            Simulator::DeployedModel twin;
            twin.id = id;
            twin.modelName = QStringLiteral("qwen");
            twin.status = QStringLiteral("RUNNING");
            twin.created = twin.modified = m_world->now;
            m_world->server.world().insert(twin);
        }
        QTRY_VERIFY(m_world->store->find(ids.first()) && m_world->store->find(ids.last()));
        QVERIFY(openFor(ids));
        m_world->type("confirmation", ids.last());
        QVERIFY(result(ids.first()).isEmpty());
        QVERIFY(!result(ids.last()).isEmpty());
        QVERIFY(!m_world->primary()->isEnabled());
        m_world->type("confirmation", ids.first());
        QVERIFY(m_world->primary()->isEnabled());
    }

    void aRefusalStaysBesideItsRowAndOnlyThatOneIsSentAgain()
    {
        QVERIFY(openFor({m_stopped, m_failed}));
        QVERIFY(m_world->server.addFault(QStringLiteral("delete:1=status=403,AccessDenied,Not <i>yours</i>.")));
        m_world->press();
        // Each travels on a connection of its own: either may be the first to arrive.
        const auto isRefused = [this](const QString &id) {
            return result(id).contains(QStringLiteral("Not <i>yours</i>."));
        };
        QTRY_VERIFY(isRefused(m_stopped) || isRefused(m_failed));
        const QString refused = isRefused(m_stopped) ? m_stopped : m_failed;
        QTRY_VERIFY(result(refused == m_stopped ? m_failed : m_stopped).contains(QStringLiteral("Deleting")));
        QVERIFY(m_world->everyLabelIsPlain());
        QTRY_VERIFY(m_world->primary()->isEnabled());
        QVERIFY(m_world->primary()->text().contains(refused));
        m_world->press();
        QTRY_VERIFY(!m_world->dialog);
        QCOMPARE(m_world->sent("DELETE").size(), 3);
    }

    void whatVanishedMeanwhileIsMarkedAndNotSent()
    {
        QVERIFY(openFor({m_stopped, m_failed}));
        m_world->vanish(m_failed);
        QTRY_VERIFY(result(m_failed).contains(QStringLiteral("Gone meanwhile")));
        m_world->press();
        QTRY_VERIFY(result(m_stopped).contains(QStringLiteral("Deleting")));
        QCOMPARE(m_world->sent("DELETE").size(), 1);
        QVERIFY(m_world->dialog);
        QCOMPARE(m_world->cancel()->text(), QStringLiteral("Close"));
    }

    void whatStartsServingWhileOpenMustBeTyped()
    {
        QVERIFY(openFor({m_stopped}));
        QVERIFY(m_world->primary()->isEnabled());
        m_world->server.world().edit(m_stopped,
                                     [](Simulator::DeployedModel &model) { model.status = QStringLiteral("RUNNING"); });
        QTRY_VERIFY(!m_world->primary()->isEnabled());
        QVERIFY(result(m_stopped).contains(QStringLiteral("Running")));
        QVERIFY(m_world->part("confirmation")->isVisible());
    }

    void alreadyGoneIsToldAsThat()
    {
        QVERIFY(openFor({m_failed}));
        QVERIFY(m_world->server.addFault(QStringLiteral("delete:1=status=404,NotFound,Not found.")));
        m_world->press();
        QTRY_VERIFY(result(m_failed).contains(QStringLiteral("Already gone")));
        QVERIFY(!m_world->primary()->isVisible());
        QCOMPARE(m_world->sent("DELETE").size(), 1);
    }

    void aLostAnswerIsNotSentAgain()
    {
        QVERIFY(openFor({m_failed}));
        QVERIFY(m_world->server.addFault(QStringLiteral("delete:1=close-after")));
        m_world->press();
        QTRY_VERIFY(result(m_failed).contains(QStringLiteral("not sent again by itself")));
        QVERIFY(!m_world->primary()->isVisible());
        QCOMPARE(m_world->sent("DELETE").size(), 1);
    }

    void anIdWithHiddenCharactersIsTypedAsItIsShown_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("typed");
        const QString evil = QStringLiteral("qwen\u202e-<b>x</b>");
        const QString shown = QStringLiteral("qwen⟨U+202E⟩-<b>x</b>");
        QTest::newRow("with the brackets shown") << evil << shown << shown;
        QTest::newRow("with those of the keyboard") << evil << shown << QStringLiteral("qwen<U+202E>-<b>x</b>");
        QTest::newRow("letter of another script")
            << QStringLiteral("qwen-\u0430") << QStringLiteral("qwen-⟨U+0430⟩") << QStringLiteral("qwen-<U+0430>");
        QTest::newRow("blank at the end")
            << QStringLiteral("qwen ") << QStringLiteral("qwen⟨U+0020⟩") << QStringLiteral("qwen<U+0020>");
        QTest::newRow("blank at the end, typed")
            << QStringLiteral("qwen ") << QStringLiteral("qwen⟨U+0020⟩") << QStringLiteral("qwen ");
        QTest::newRow("beyond the first plane")
            << QStringLiteral("qwen\U000E0041") << QStringLiteral("qwen⟨U+E0041⟩") << QStringLiteral("qwen<U+E0041>");
    }

    void anIdWithHiddenCharactersIsTypedAsItIsShown()
    {
        QFETCH(QString, id);
        QFETCH(QString, shown);
        QFETCH(QString, typed);
        insert(id);
        QVERIFY(openFor({id}));
        QVERIFY(m_world->primary()->text().contains(shown));
        QVERIFY(shownIds().contains(shown));
        QVERIFY(m_world->text("confirmationNote").contains(QStringLiteral("between < and >")));
        m_world->type("confirmation", QStringLiteral("qwen-a"));
        QVERIFY(!m_world->primary()->isEnabled());
        m_world->type("confirmation", typed);
        m_world->press();
        QTRY_COMPARE(m_world->sent("DELETE").size(), 1);
        QCOMPARE(QUrl::fromPercentEncoding(m_world->sent("DELETE").first().path.split('/').last()), id);
    }

    void idsThatLookAlikeAreToldApart()
    {
        const QStringList ids{QStringLiteral("qwen-a"),       QStringLiteral("qwen-\u0430"),
                              QStringLiteral("qwen-a\u200b"), QStringLiteral("qwen\u2010a"),
                              QStringLiteral("qwen-a "),      QStringLiteral("\u202aqwen-a"),
                              QStringLiteral("qwen-a\u3164"), QStringLiteral("\ufeffqwen-a")};
        for (const QString &id : ids)
            insert(id);
        QVERIFY(openFor(ids));
        const QStringList shown = shownIds();
        QCOMPARE(shown.size(), ids.size());
        QCOMPARE(QSet<QString>(shown.begin(), shown.end()).size(), ids.size());
        for (const QString &each : shown)
            QVERIFY2(each == ids.first() || each.contains(QStringLiteral("⟨U+")), qPrintable(each));
    }

    void whatWasGoneBeforeIsNamed()
    {
        QVERIFY(openFor({QStringLiteral("nobody")}));
        QVERIFY(!m_world->primary()->isVisible());
    }

private:
    void insert(const QString &id)
    {
        Simulator::DeployedModel model;
        model.id = id;
        model.modelName = QStringLiteral("qwen");
        model.created = model.modified = m_world->now;
        m_world->server.world().insert(model);
        QTRY_VERIFY(m_world->store->find(id));
    }

    QStringList shownIds() const
    {
        QStringList shown;
        for (const IdText *id : m_world->dialog->findChildren<IdText *>())
            shown += id->accessibleName();
        return shown;
    }

    bool openFor(const QStringList &ids)
    {
        return m_world->open(new DeleteDialog(m_world->store.get(), m_world->account, ids));
    }

    QWidget *row(const QString &id) const
    {
        return m_world->dialog ? m_world->dialog->findChild<QWidget *>(QStringLiteral("row:") + id) : nullptr;
    }

    QString result(const QString &id) const
    {
        const auto *label = row(id) ? row(id)->findChild<QLabel *>(QStringLiteral("result")) : nullptr;
        return label ? label->text() : QString();
    }

    std::unique_ptr<DialogWorld> m_world;
    QString m_running;
    QString m_stopped;
    QString m_failed;
};

QTEST_MAIN(TestDeleteDialog)
#include "tst_ui_deletedialog.moc"
