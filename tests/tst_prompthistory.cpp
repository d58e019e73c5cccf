// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/prompthistory.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;

class TestPromptHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void promptsComeBackInTheNextRun()
    {
        PromptHistory history(path());
        history.add(QStringLiteral("one"));
        history.add(QStringLiteral("two\nlines \"quoted\" 中文"));
        history.add(QStringLiteral("one"));
        const QStringList wanted{QStringLiteral("two\nlines \"quoted\" 中文"), QStringLiteral("one")};
        QCOMPARE(history.prompts(), wanted);
        QCOMPARE(PromptHistory(path()).prompts(), wanted);
        QCOMPARE(QFile(path()).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void aLineThatACrashCutCostsNoOther()
    {
        PromptHistory(path()).add(QStringLiteral("one"));
        QFile file(path());
        QVERIFY(file.open(QIODevice::Append));
        file.write("[\"cut off\n{}\n[7]\n[\"whole\"]\n");
        file.close();
        QCOMPARE(PromptHistory(path()).prompts(),
                 (QStringList{QStringLiteral("one"), QStringLiteral("7"), QStringLiteral("whole")}));
    }

    void itDoesNotGrowWithoutEnd()
    {
        const QString text(10000, u'x');
        PromptHistory history(path());
        for (int i = 0; i < 2 * PromptHistory::most; ++i)
            history.add(QString::number(i) + text);
        QCOMPARE(history.prompts().size(), PromptHistory::most);
        QVERIFY(history.prompts().constLast().startsWith(QStringLiteral("399x")));
        const PromptHistory again(path());
        QVERIFY(again.prompts().constLast().startsWith(QStringLiteral("399x")));
        QVERIFY(QFile(path()).size() <= 2 * 1024 * 1024);
    }

    void whatIsForgottenIsNeitherOfferedNorOnDisk()
    {
        PromptHistory history(path());
        history.add(QStringLiteral("a secret"));
        for (int i = 0; i < 2 * PromptHistory::most; ++i)
            history.add(QString::number(i)); // so that it is remembered no more, but still in the file
        history.add(QStringLiteral("another secret"));
        history.add(QStringLiteral("kept"));
        QVERIFY(content().contains("a secret"));
        QSignalSpy forgotten(&history, &PromptHistory::forgotten);
        history.forget({QStringLiteral("a secret"), QStringLiteral("another secret")});
        QCOMPARE(forgotten.count(), 1);
        QVERIFY(!content().contains("secret"));
        QVERIFY(!history.prompts().join(u' ').contains(QLatin1String("secret")));
        QCOMPARE(PromptHistory(path()).prompts(), history.prompts());
        QCOMPARE(history.prompts().constLast(), QStringLiteral("kept"));
        QCOMPARE(QFile(path()).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void forgettingMakesNoFile()
    {
        PromptHistory history(path());
        history.forget({QStringLiteral("a")});
        QVERIFY(!QFile::exists(path()));
    }

    void withoutAFileItLivesInMemory()
    {
        PromptHistory history;
        history.add(QStringLiteral("one"));
        QCOMPARE(history.prompts(), QStringList{QStringLiteral("one")});
        history.forget({QStringLiteral("one")});
        QVERIFY(history.prompts().isEmpty());
    }

private:
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString path() const { return m_folder->filePath(QStringLiteral("deeper/a.prompts")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(TestPromptHistory)
#include "tst_prompthistory.moc"
