// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// On X11 (tst_ui_plainclipboard_xcb): off screen no program owns what it copies.
#include "ui/plainclipboard.h"
#include "ui/program.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <memory>

using namespace Slipway;

namespace {

const QString hostile = QStringLiteral("<img src=x> </b><h1>&amp;");

/// Another program, which copies a document and waits.
int copyADocument()
{
    auto *document = new QMimeData;
    document->setText(QStringLiteral("theirs"));
    document->setHtml(QStringLiteral("<b>theirs</b>"));
    QGuiApplication::clipboard()->setMimeData(document);
    std::puts("copied");
    std::fflush(stdout);
    return QGuiApplication::exec();
}

} // namespace

class TestPlainClipboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QGuiApplication::platformName() != QLatin1String("xcb"))
            QSKIP("Nothing is owned on this display; see tst_ui_plainclipboard_xcb.");
    }

    void init()
    {
        m_label = std::make_unique<QLabel>(hostile);
        m_label->setTextFormat(Qt::PlainText);
        m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_label->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_label.get()));
        m_label->setFocus();
        QGuiApplication::clipboard()->clear();
        QGuiApplication::clipboard()->clear(QClipboard::Selection);
    }

    // Or the next one proves nothing.
    void byItselfALabelCopiesADocument()
    {
        copy();
        QVERIFY(QGuiApplication::clipboard()->mimeData()->hasHtml());
    }

    void whatIsCopiedFromALabelIsPlainText()
    {
        const PlainClipboard plain;
        copy();
        requirePlain(QClipboard::Clipboard);
    }

    void theProgramCopiesPlainTextFromTheStart()
    {
        const QTemporaryDir folder;
        const Program program({.settingsFile = folder.filePath(QStringLiteral("s.ini"))});
        copy();
        requirePlain(QClipboard::Clipboard);
    }

    void whatIsSelectedInALabelIsPlainText()
    {
        const PlainClipboard plain;
        QTest::mouseDClick(m_label.get(), Qt::LeftButton, {}, QPoint(8, m_label->height() / 2));
        QTRY_VERIFY(QGuiApplication::clipboard()->ownsSelection());
        const QMimeData *selected = QGuiApplication::clipboard()->mimeData(QClipboard::Selection);
        QVERIFY(selected->hasText() && !selected->hasHtml());
    }

    void whatAnotherProgramCopiesStaysAsItIs()
    {
        const PlainClipboard plain;
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--copy")});
        QVERIFY(other.waitForReadyRead());
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("theirs"));
        QVERIFY(QGuiApplication::clipboard()->mimeData()->hasHtml());
        QVERIFY(!QGuiApplication::clipboard()->ownsClipboard());
        other.kill();
        QVERIFY(other.waitForFinished());
    }

private:
    void copy() const
    {
        QTest::keyClick(m_label.get(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(m_label.get(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), hostile);
    }

    static void requirePlain(QClipboard::Mode mode)
    {
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData(mode);
        QCOMPARE(copied->text(), hostile);
        QVERIFY(!copied->hasHtml());
        for (const QString &format : copied->formats())
            QVERIFY2(format.startsWith(QLatin1String("text/plain")), qPrintable(format));
    }

    std::unique_ptr<QLabel> m_label;
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == QLatin1String("--copy"))
        return copyADocument();
    TestPlainClipboard test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ui_plainclipboard.moc"
