// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagebar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>
#include <QToolButton>

using namespace Slipway;
using Topic = MessageBar::Topic;

class TestMessageBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bar = std::make_unique<MessageBar>();
        m_bar->resize(900, m_bar->height());
        m_bar->QWidget::show();
    }

    void withNothingToSayItShowsTheSummary()
    {
        m_bar->setSummary(QStringLiteral("3 deployments"));
        QCOMPARE(label()->text(), QStringLiteral("3 deployments"));
    }

    void theSummaryMayHaveAnActionOfItsOwn()
    {
        int added = 0;
        m_bar->setSummary(QStringLiteral("simulated"), QStringLiteral("Add"), [&added] { ++added; });
        QVERIFY(!button("messageDismiss")->isVisible());
        QTest::mouseClick(button("messageAction"), Qt::LeftButton);
        QCOMPARE(added, 1);
        m_bar->show(Topic::Poll, {.text = QStringLiteral("stale")});
        QVERIFY(!button("messageAction")->isVisible());
        m_bar->clear(Topic::Poll);
        QVERIFY(button("messageAction")->isVisible());
        m_bar->setSummary(QStringLiteral("simulated"));
        QVERIFY(!button("messageAction")->isVisible());
    }

    void itsHeightNeverChanges()
    {
        const int before = m_bar->height();
        m_bar->show(
            Topic::Poll,
            {.text = QStringLiteral("stale"), .requestId = QStringLiteral("r"), .action = QStringLiteral("Try now")});
        QCOMPARE(m_bar->height(), before);
    }

    void theGravestTopicIsShownAndTheOthersAreCounted()
    {
        m_bar->show(Topic::Poll, {.text = QStringLiteral("stale")});
        m_bar->show(Topic::Mutation, {.text = QStringLiteral("refused")});
        QCOMPARE(m_bar->text(), QStringLiteral("refused"));
        QTest::mouseClick(button("messageDismiss"), Qt::LeftButton);
        QCOMPARE(m_bar->text(), QStringLiteral("stale"));
    }

    void itsActionIsCalledByAClick()
    {
        int called = 0;
        m_bar->show(
            Topic::Poll,
            {.text = QStringLiteral("stale"), .action = QStringLiteral("Try now"), .onAction = [&] { ++called; }});
        QTest::mouseClick(button("messageAction"), Qt::LeftButton);
        QCOMPARE(called, 1);
    }

    void anActionMayClearItsOwnMessage()
    {
        m_bar->show(Topic::Poll, {.text = QStringLiteral("stale"), .action = QStringLiteral("Go"), .onAction = [&] {
                                      m_bar->clearAll();
                                  }});
        QTest::mouseClick(button("messageAction"), Qt::LeftButton);
        QVERIFY(!m_bar->has(Topic::Poll));
    }

    void theRequestIdIsCopied()
    {
        m_bar->show(Topic::Mutation, {.text = QStringLiteral("refused"), .requestId = QStringLiteral("r-42")});
        QTest::mouseClick(button("messageCopy"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("r-42"));
    }

    void textFromOutsideIsShownAsItIs()
    {
        m_bar->show(Topic::Mutation, {.text = QStringLiteral("<b>x</b>")});
        QCOMPARE(label()->textFormat(), Qt::PlainText);
        QCOMPARE(label()->text(), QStringLiteral("<b>x</b>"));
        QVERIFY(label()->toolTip().contains(QStringLiteral("&lt;b&gt;")));
    }

    void aLongTextIsElidedAndWholeInTheToolTip()
    {
        const QString text = QString(QLatin1Char('x')).repeated(1000);
        m_bar->show(Topic::Mutation, {.text = text});
        QVERIFY(label()->text().size() < text.size());
        QVERIFY(label()->toolTip().contains(text));
    }

private:
    QLabel *label() const { return m_bar->findChild<QLabel *>(QStringLiteral("messageText")); }
    QToolButton *button(const char *name) const { return m_bar->findChild<QToolButton *>(QLatin1String(name)); }

    std::unique_ptr<MessageBar> m_bar;
};

QTEST_MAIN(TestMessageBar)
#include "tst_ui_messagebar.moc"
