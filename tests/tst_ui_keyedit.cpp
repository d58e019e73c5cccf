// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/keyedit.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QTest>

using namespace Slipway;

class TestKeyEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_edit = std::make_unique<KeyEdit>();
        m_edit->show();
        QVERIFY(QTest::qWaitForWindowActive(m_edit.get()));
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    }

    void aKeyIsTypedAndPasted()
    {
        QTest::keyClicks(m_edit.get(), QStringLiteral("sk-"));
        QTest::keyClick(m_edit.get(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_edit->text(), QStringLiteral("sk-before"));
        QVERIFY(m_edit->displayText() != m_edit->text());
    }

    void nothingIsCopiedByKey_data()
    {
        QTest::addColumn<QLineEdit::EchoMode>("mode");
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifier");
        for (const auto &[mode, word] :
             {std::pair(QLineEdit::Password, "hidden"), std::pair(QLineEdit::Normal, "shown")}) {
            QTest::addRow("%s, Ctrl+C", word) << mode << int(Qt::Key_C) << int(Qt::ControlModifier);
            QTest::addRow("%s, Ctrl+X", word) << mode << int(Qt::Key_X) << int(Qt::ControlModifier);
            QTest::addRow("%s, Ctrl+Ins", word) << mode << int(Qt::Key_Insert) << int(Qt::ControlModifier);
            QTest::addRow("%s, Shift+Del", word) << mode << int(Qt::Key_Delete) << int(Qt::ShiftModifier);
            QTest::addRow("%s, Copy", word) << mode << int(Qt::Key_Copy) << int(Qt::NoModifier);
            QTest::addRow("%s, Cut", word) << mode << int(Qt::Key_Cut) << int(Qt::NoModifier);
        }
    }

    void nothingIsCopiedByKey()
    {
        QFETCH(const QLineEdit::EchoMode, mode);
        QFETCH(const int, key);
        QFETCH(const int, modifier);
        m_edit->setText(QStringLiteral("sk-secret"));
        m_edit->setEchoMode(mode);
        m_edit->selectAll();
        QKeyEvent press(QEvent::KeyPress, key, Qt::KeyboardModifiers(modifier)); // QTest knows no Copy key
        QApplication::sendEvent(m_edit.get(), &press);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
        QCOMPARE(m_edit->text(), QStringLiteral("sk-secret"));
    }

    void theMenuOffersNoCopy()
    {
        m_edit->setText(QStringLiteral("sk-secret"));
        m_edit->setEchoMode(QLineEdit::Normal);
        m_edit->selectAll();
        QContextMenuEvent event(QContextMenuEvent::Mouse, {5, 5}, m_edit->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(m_edit.get(), &event);
        const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QVERIFY(!menu->actions().isEmpty());
        for (QAction *action : menu->actions())
            action->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
        QCOMPARE(m_edit->echoMode(), QLineEdit::Normal);
    }

    void whatTheMouseSelectsStaysInTheField()
    {
        m_edit->setText(QStringLiteral("sk-secret"));
        m_edit->setEchoMode(QLineEdit::Normal);
        QTest::mouseDClick(m_edit.get(), Qt::LeftButton);
        QTest::mouseRelease(m_edit.get(), Qt::LeftButton);
        QVERIFY(m_edit->hasSelectedText());
        QVERIFY(!m_edit->dragEnabled());
        QVERIFY(!QGuiApplication::clipboard()->text(QClipboard::Selection).contains(QStringLiteral("secret")));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
        QCOMPARE(m_edit->displayText(), QStringLiteral("sk-secret"));
    }

private:
    std::unique_ptr<KeyEdit> m_edit;
};

QTEST_MAIN(TestKeyEdit)
#include "tst_ui_keyedit.moc"
