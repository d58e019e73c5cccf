// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/promptbox.h"
#include "ui/chat/promptedit.h"
#include "ui/chat/promptfile.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <sys/stat.h>

using namespace Slipway;

class TestUiPromptBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_prompt = new PromptEdit;
        m_box = std::make_unique<PromptBox>(m_prompt);
        m_box->resize(420, 200);
        m_box->show();
        m_box->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_box.get()));
        m_prompt->setFocus();
    }
    void cleanup() { m_box.reset(); }

    void eitherKeyCanBeTheOneThatSends()
    {
        QSignalSpy sent(m_prompt, &PromptEdit::submitted);
        QTest::keyClick(m_prompt, Qt::Key_Return);
        QCOMPARE(sent.count(), 1);
        m_prompt->setSendKey(SendKey::CtrlEnter);
        QTest::keyClicks(m_prompt, QStringLiteral("a"));
        QTest::keyClick(m_prompt, Qt::Key_Return);
        QTest::keyClicks(m_prompt, QStringLiteral("b"));
        QTest::keyClick(m_prompt, Qt::Key_Enter, Qt::ShiftModifier | Qt::KeypadModifier);
        QCOMPARE(sent.count(), 1);
        QCOMPARE(m_prompt->toPlainText(), QStringLiteral("a\nb\n"));
        QTest::keyClick(m_prompt, Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
        QCOMPARE(sent.count(), 2);
        QVERIFY(m_prompt->sendTip().contains(QLatin1String("Ctrl+Enter")));
    }

    void aDroppedTextFileIsTakenInAsPlainText()
    {
        drop(file("prompt.html", "<b>bold</b> 你好\r\nline"));
        QCOMPARE(m_prompt->toPlainText(), QStringLiteral("<b>bold</b> 你好\nline"));
        QVERIFY(!problem()->isVisible());
    }

    void aTextThatFitsIntoTheBoxIsShownFromItsFirstLine()
    {
        for (const QString &line : {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}) {
            QTest::keyClicks(m_prompt, line);
            QTRY_COMPARE(m_prompt->verticalScrollBar()->maximum(), 0);
            QCOMPARE(m_prompt->cursorForPosition(QPoint(8, 8)).blockNumber(), 0);
            QTest::keyClick(m_prompt, Qt::Key_Return, Qt::ShiftModifier);
        }
        for (const char *lines : {"first\nsecond\n", "第一行\n第二行\n第三行\n"}) {
            m_prompt->clear();
            drop(file("lines.txt", lines));
            QTRY_COMPARE(m_prompt->verticalScrollBar()->maximum(), 0);
            QCOMPARE(m_prompt->cursorForPosition(QPoint(8, 8)).blockNumber(), 0);
        }
    }

    void aFileGoesWhereTheCursorIs()
    {
        QTest::keyClicks(m_prompt, QStringLiteral("before after"));
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(m_prompt, Qt::Key_Left);
        m_prompt->takeFile(file("a.txt", "FILE "));
        QCOMPARE(m_prompt->toPlainText(), QStringLiteral("before FILE after"));
    }

    void whatIsNoTextIsRefusedWithWords_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("binary") << QByteArray("GIF89a\0\1", 8) << QStringLiteral("not a text file");
        QTest::newRow("Latin-1") << QByteArray("gr\xfc\xdf") << QStringLiteral("not a text file");
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe"
                                              "a\0b\0",
                                              6)
                                << QStringLiteral("not a text file");
        QTest::newRow("too long") << QByteArray(PromptFile::mostBytes + 1, 'x') << QStringLiteral("larger");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
    }
    void whatIsNoTextIsRefusedWithWords()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, says);
        QTest::keyClicks(m_prompt, QStringLiteral("mine"));
        drop(file("some.bin", bytes));
        QCOMPARE(m_prompt->toPlainText(), QStringLiteral("mine"));
        QTRY_VERIFY(problem()->isVisible());
        QVERIFY2(problem()->text().contains(says), qPrintable(problem()->text()));
        QVERIFY(problem()->text().contains(QLatin1String("some.bin")));
        QTest::keyClicks(m_prompt, QStringLiteral("!"));
        QVERIFY(!problem()->isVisible());
    }

    void theLargestFileIsTaken()
    {
        QCOMPARE(PromptFile::read(file("a", QByteArray(PromptFile::mostBytes, 'x'))).text.size(),
                 PromptFile::mostBytes);
        QCOMPARE(PromptFile::read(file("b", "\xef\xbb\xbfmarked")).text, QStringLiteral("marked"));
    }

    void pipesFoldersAndMissingFilesAreRefusedAtOnce()
    {
        const QString pipe = m_folder->filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
        for (const QString &path :
             {pipe, m_folder->path(), m_folder->filePath(QStringLiteral("none")), QStringLiteral("/dev/zero")}) {
            m_prompt->takeFile(path);
            QTRY_VERIFY2(problem()->text().contains(QLatin1String("is not a file")), qPrintable(path));
            QTest::keyClicks(m_prompt, QStringLiteral("x"));
            QCOMPARE(problem()->text(), QString());
        }
    }

    void theButtonOpensAFileDialog()
    {
        const QString path = file("chosen.txt", "from the dialog");
        QTest::mouseClick(m_box->findChild<QToolButton *>(QStringLiteral("promptFile")), Qt::LeftButton);
        auto *dialog = m_box->findChild<QFileDialog *>(QStringLiteral("promptFileDialog"));
        QVERIFY(dialog && dialog->isVisible());
        Q_EMIT dialog->fileSelected(path);
        QCOMPARE(m_prompt->toPlainText(), QStringLiteral("from the dialog"));
        dialog->close();
    }

    void aLinkThatIsNoFileIsTextAndLoadsNothing()
    {
        QMimeData data;
        data.setUrls({QUrl(QStringLiteral("https://example.com/x.txt"))});
        data.setText(QStringLiteral("https://example.com/x.txt"));
        data.setHtml(QStringLiteral("<a href='x'>rich</a>"));
        dropData(data);
        QCOMPARE(m_prompt->toPlainText(), QStringLiteral("https://example.com/x.txt"));
    }

private:
    QLabel *problem() const { return m_box->findChild<QLabel *>(QStringLiteral("promptProblem")); }

    QString file(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return file.fileName();
    }

    void drop(const QString &path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        dropData(data);
    }

    void dropData(const QMimeData &data)
    {
        const QPoint point = m_prompt->viewport()->rect().center();
        QDragEnterEvent enter(point, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_prompt->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(point), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_prompt->viewport(), &event);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PromptBox> m_box;
    PromptEdit *m_prompt = nullptr;
};

QTEST_MAIN(TestUiPromptBox)
#include "tst_ui_promptbox.moc"
