// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/program.h"

#include "ui/mainwindow.h"
#include "ui/messagebar.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;

// The whole program as it starts for the first time, on settings of its own.
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBaseUrlOfTheEnvironmentThatCannotBeUsedIsToldAndStaysTold_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("said");
        QTest::newRow("plain http") << QStringLiteral("http://example.test/api/v1")
                                    << QStringLiteral("Plain http is only allowed to this computer itself.");
        QTest::newRow("no URL") << QStringLiteral("https://") << QStringLiteral("This is not a URL.");
    }

    void aBaseUrlOfTheEnvironmentThatCannotBeUsedIsToldAndStaysTold()
    {
        QFETCH(QString, url);
        QFETCH(QString, said);
        Program program({.language = QStringLiteral("en"),
                         .settingsFile = m_folder.filePath(QStringLiteral("settings.ini")),
                         .environmentKey = "sk-env",
                         .environmentUrl = url});
        QVERIFY(program.start());
        QTRY_VERIFY(program.sessions().current());
        QTRY_COMPARE(program.sessions().current()->store()->rows().size(), 12);
        const QString text = program.window().messageBar()->text();
        QVERIFY2(text.startsWith(QStringLiteral("DASHSCOPE_HTTP_BASE_URL is not used:")), qPrintable(text));
        QVERIFY2(text.contains(said), qPrintable(text));
        QVERIFY(!program.accounts().find(QStringLiteral("environment")));
    }

    void aKeyOfTheEnvironmentThatCannotBeUsedIsToldAndIsNowhereToBeRead()
    {
        Program program({.language = QStringLiteral("en"),
                         .settingsFile = m_folder.filePath(QStringLiteral("settings.ini")),
                         .environmentKey = "sk-env\r\nX-Other: yes"});
        QVERIFY(program.start());
        QTRY_VERIFY(program.sessions().current());
        const QString text = program.window().messageBar()->text();
        QVERIFY2(text.startsWith(QStringLiteral("DASHSCOPE_API_KEY is not used: The API key")), qPrintable(text));
        QVERIFY(!text.contains(QStringLiteral("sk-env")));
        QVERIFY(!program.accounts().find(QStringLiteral("environment")));
    }

    void theWindowComesToTheFrontWhereverItIs_data()
    {
        QTest::addColumn<QByteArray>("where");
        for (const char *where : {"behind another", "in the task bar", "in the task bar, maximized", "hidden"})
            QTest::newRow(where) << QByteArray(where);
    }

    void theWindowComesToTheFrontWhereverItIs()
    {
        QFETCH(const QByteArray, where);
        Program program(
            {.language = QStringLiteral("en"), .settingsFile = m_folder.filePath(QStringLiteral("settings.ini"))});
        QVERIFY(program.start());
        MainWindow &window = program.window();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        if (where.endsWith("maximized"))
            window.showMaximized();
        const bool isMaximized = window.isMaximized();
        if (where.startsWith("in the task bar"))
            window.setWindowState(window.windowState() | Qt::WindowMinimized);
        else if (where == "hidden")
            window.hide();
        QWidget other;
        other.show();
        other.activateWindow();
        QTRY_VERIFY(other.isActiveWindow() && !window.isActiveWindow());

        program.comeToFront("leave-of-the-desktop");
        QTRY_VERIFY(window.isActiveWindow());
        QVERIFY(window.isVisible());
        QVERIFY(!window.isMinimized());
        QCOMPARE(window.isMaximized(), isMaximized);
        QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), QByteArray("leave-of-the-desktop"));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestProgram)
#include "tst_ui_program.moc"
