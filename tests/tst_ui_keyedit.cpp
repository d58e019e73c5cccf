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
        show(m_edit.get());
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
            QTest::addRow("%s, Ctrl+K", word) << mode << int(Qt::Key_K) << int(Qt::ControlModifier);
            QTest::addRow("%s, Ctrl+U", word) << mode << int(Qt::Key_U) << int(Qt::ControlModifier);
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
        QCOMPARE(m_edit->echoMode(), mode);
        const bool deletes = key == Qt::Key_K || key == Qt::Key_U;
        QVERIFY(deletes || m_edit->text() == QLatin1String("sk-secret"));
    }

    // Or the next one proves nothing. Off screen there is no selection at all.
    void whatIsSelectedInACommonFieldCanBeReadByAll()
    {
        if (QGuiApplication::platformName() != QLatin1String("xcb"))
            QSKIP("No selection on this display; see tst_ui_keyedit_xcb.");
        QVERIFY(QGuiApplication::clipboard()->supportsSelection());
        QLineEdit common(QStringLiteral("sk-secret"));
        show(&common);
        for (const char *way : {"Ctrl+A", "Shift+Home", "double click", "drag"}) {
            selection()->clear(QClipboard::Selection);
            select(&common, way);
            QVERIFY2(!selection()->text(QClipboard::Selection).isEmpty(), way);
        }
    }

    void nothingSelectedLeavesTheField_data()
    {
        if (QGuiApplication::platformName() != QLatin1String("xcb"))
            QSKIP("No selection on this display; see tst_ui_keyedit_xcb.");
        QTest::addColumn<QByteArray>("way");
        for (const char *way : {"Ctrl+A", "Shift+Home", "Shift+End", "Shift+Left", "Ctrl+Shift+Left", "double click",
                                "triple click", "drag", "Shift+click", "menu", "from outside", "focus by Tab"})
            QTest::newRow(way) << QByteArray(way);
    }

    void nothingSelectedLeavesTheField()
    {
        QFETCH(const QByteArray, way);
        selection()->setText(QStringLiteral("another's"), QClipboard::Selection);
        m_edit->setText(QStringLiteral("sk-secret"));
        m_edit->setEchoMode(QLineEdit::Normal);
        select(m_edit.get(), way);
        QVERIFY2(m_edit->hasSelectedText(), "nothing was selected, so nothing is proved");
        QCOMPARE(selection()->text(QClipboard::Selection), QStringLiteral("another's"));
        QCOMPARE(selection()->text(), QStringLiteral("before"));
        QCOMPARE(m_edit->displayText(), QStringLiteral("sk-secret"));
    }

    void aShownKeyIsEditedAsAnyText()
    {
        m_edit->setEchoMode(QLineEdit::Normal);
        QTest::keyClicks(m_edit.get(), QStringLiteral("sk-12"));
        QTest::keyClick(m_edit.get(), Qt::Key_Home, Qt::ShiftModifier);
        QTest::keyClick(m_edit.get(), Qt::Key_Delete);
        QCOMPARE(m_edit->text(), QString());
        QTest::keyClick(m_edit.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_edit->text(), QStringLiteral("sk-12"));
        QCOMPARE(m_edit->displayText(), QStringLiteral("sk-12"));
    }

    void noInputMethodLearnsAKeyThatIsShown()
    {
        for (const auto mode : {QLineEdit::Password, QLineEdit::Normal}) {
            m_edit->setEchoMode(mode);
            const int hints = m_edit->inputMethodQuery(Qt::ImHints).toInt();
            QVERIFY(hints & Qt::ImhSensitiveData);
            QVERIFY(hints & Qt::ImhNoPredictiveText);
        }
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
    static QClipboard *selection() { return QGuiApplication::clipboard(); }

    /// A bare X display has nobody who makes a window the active one.
    static void show(QWidget *window)
    {
        window->resize(300, window->sizeHint().height());
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window));
        window->setFocus();
        if (QGuiApplication::platformName() != QLatin1String("xcb"))
            QVERIFY(QTest::qWaitForWindowActive(window));
    }

    static void select(QLineEdit *edit, const QByteArray &way)
    {
        edit->deselect();
        if (way == "menu")
            selectByMenu(edit);
        else if (way == "from outside")
            edit->selectAll();
        else if (way == "focus by Tab")
            focusByTab(edit);
        else if (way.contains("click") || way == "drag")
            selectByMouse(edit, way);
        else
            selectByKey(edit, way);
    }

    static void selectByKey(QLineEdit *edit, const QByteArray &way)
    {
        const QKeyCombination keys = QKeySequence(QString::fromLatin1(way))[0];
        edit->setCursorPosition(way.endsWith("End") ? 0 : int(edit->text().size()));
        QTest::keyClick(edit, keys.key(), keys.keyboardModifiers());
    }

    static void selectByMouse(QLineEdit *edit, const QByteArray &way)
    {
        const QPoint begin(8, edit->height() / 2);
        const QPoint end(edit->width() - 8, edit->height() / 2);
        const bool reaches = way == "drag" || way == "Shift+click";
        QTest::mousePress(edit, Qt::LeftButton, {}, begin);
        if (way == "drag")
            move(edit, end);
        QTest::mouseRelease(edit, Qt::LeftButton, {}, way == "drag" ? end : begin);
        if (!reaches) {
            QTest::mouseDClick(edit, Qt::LeftButton, {}, begin);
            QTest::mouseRelease(edit, Qt::LeftButton, {}, begin);
        }
        if (way == "triple click" || way == "Shift+click")
            QTest::mouseClick(edit, Qt::LeftButton, way == "Shift+click" ? Qt::ShiftModifier : Qt::NoModifier,
                              way == "Shift+click" ? end : begin);
    }

    static void move(QLineEdit *edit, QPoint to) // QTest's moves have no button down
    {
        QMouseEvent event(QEvent::MouseMove, to, edit->mapToGlobal(to), Qt::LeftButton, Qt::LeftButton, {});
        QApplication::sendEvent(edit, &event);
    }

    static void selectByMenu(QLineEdit *edit)
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, {5, 5}, edit->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(edit, &event);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QAction *selectAll = menu->actions().constLast();
        QVERIFY(selectAll->isEnabled());
        selectAll->trigger();
        menu->close();
    }

    static void focusByTab(QLineEdit *edit)
    {
        QFocusEvent event(QEvent::FocusIn, Qt::TabFocusReason);
        QApplication::sendEvent(edit, &event);
    }

    std::unique_ptr<KeyEdit> m_edit;
};

QTEST_MAIN(TestKeyEdit)
#include "tst_ui_keyedit.moc"
