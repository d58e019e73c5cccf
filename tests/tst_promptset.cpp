// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/promptset.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;
using Reason = BadLine::Reason;

class TestPromptSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainTextIsOnePromptALine()
    {
        const PromptSet set = readPrompts("\xef\xbb\xbfWho are you?\r\n\n   \nund du? \n\"quoted\"");
        QVERIFY(!set.isJson);
        QCOMPARE(set.prompts.size(), 3);
        QCOMPARE(set.prompts[0], (SetPrompt{1, {{Role::User, QStringLiteral("Who are you?")}}}));
        QCOMPARE(set.prompts[1], (SetPrompt{4, {{Role::User, QStringLiteral("und du?")}}}));
        QCOMPARE(set.prompts[2].messages.first().content, QStringLiteral("\"quoted\""));
        QVERIFY(set.bad.isEmpty());
    }

    void blanksOfSeveralBytesAreBlank()
    {
        const PromptSet set = readPrompts("\u3000\n\u00a0 \u2003\n{\"prompt\": \"x\"}\n\u3000\n");
        QVERIFY(set.isJson);
        QCOMPARE(set.prompts, (QList<SetPrompt>{{3, {{Role::User, QStringLiteral("x")}}}}));
        QCOMPARE(set.badCount, 0);
    }

    void aLineThatEndsWithinACharacterIsNotCutShort()
    {
        const PromptSet set = readPrompts("What is 10 \xe2\x82\nx\n\xef\n");
        QCOMPARE(set.prompts, (QList<SetPrompt>{{2, {{Role::User, QStringLiteral("x")}}}}));
        QCOMPARE(set.bad, (QList<BadLine>{{1, Reason::NotUtf8, {}}, {3, Reason::NotUtf8, {}}}));
    }

    void jsonLinesHoldAPromptOrMessages()
    {
        const PromptSet set = readPrompts("\n{\"prompt\": \"one\\ntwo\", \"id\": 7}\n"
                                          "{\"messages\": [{\"role\": \"system\", \"content\": \"Be brief.\"},"
                                          "{\"role\": \"user\", \"content\": \"你好\"}]}\n");
        QVERIFY(set.isJson);
        QCOMPARE(set.prompts.size(), 2);
        QCOMPARE(set.prompts[0], (SetPrompt{2, {{Role::User, QStringLiteral("one\ntwo")}}}));
        QCOMPARE(set.prompts[1],
                 (SetPrompt{3, {{Role::System, QStringLiteral("Be brief.")}, {Role::User, QStringLiteral("你好")}}}));
    }

    void aBraceAloneMakesNoJson()
    {
        const PromptSet set = readPrompts("{braces} are fine\n{\"prompt\": \"x\"}\n");
        QVERIFY(!set.isJson);
        QCOMPARE(set.prompts.size(), 2);
    }

    void aLineThatCannotBeSentIsNamedWithItsReason_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<Reason>("reason");
        const auto row = [](const char *name, const QByteArray &line, Reason reason) {
            QTest::newRow(name) << line << reason;
        };
        row("torn", "{\"prompt\": \"x", Reason::NotJson);
        row("a list", "[1]", Reason::NotJson);
        row("plain words", "hello", Reason::NotJson);
        row("nothing in it", "{}", Reason::NothingToAsk);
        row("blank prompt", "{\"prompt\": \"  \"}", Reason::NothingToAsk);
        row("null prompt", "{\"prompt\": null}", Reason::NothingToAsk);
        row("a number", "{\"prompt\": 5}", Reason::WrongPrompt);
        row("messages are a text", "{\"messages\": \"hello\"}", Reason::WrongMessages);
        row("messages of texts", "{\"messages\": [\"hello\"]}", Reason::WrongMessages);
        row("no messages", "{\"messages\": []}", Reason::NothingToAsk);
        row("a tool", "{\"messages\": [{\"role\": \"tool\", \"content\": \"x\"}]}", Reason::WrongRole);
        row("a picture", "{\"messages\": [{\"role\": \"user\", \"content\": [{\"image\": \"x\"}]}]}",
            Reason::WrongContent);
        row("ends with an answer", "{\"messages\": [{\"role\": \"assistant\", \"content\": \"x\"}]}",
            Reason::NotAQuestion);
        row("no UTF-8", "{\"prompt\": \"\xff\xfe\"}", Reason::NotUtf8);
        row("too long", "{\"prompt\": \"" + QByteArray(PromptSet::longestLine, 'x') + "\"}", Reason::TooLong);
    }

    void aLineThatCannotBeSentIsNamedWithItsReason()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const Reason, reason);
        const PromptSet set = readPrompts("{\"prompt\": \"good\"}\n" + line + "\n{\"prompt\": \"good too\"}");
        QCOMPARE(set.prompts.size(), 2);
        QCOMPARE(set.badCount, 1);
        QCOMPARE(set.bad.first().line, 2);
        QCOMPARE(set.bad.first().reason, reason);
    }

    void whatIsBeyondTheMostIsCounted()
    {
        const PromptSet set = readPrompts(QByteArray("x\n").repeated(PromptSet::mostPrompts + 3));
        QCOMPARE(set.prompts.size(), PromptSet::mostPrompts);
        QCOMPARE(set.leftOut, 3);
    }

    void endlessBadLinesAreCountedNotKept()
    {
        const PromptSet set = readPrompts("{\"prompt\": \"x\"}\n" + QByteArray("bad\n").repeated(5000));
        QCOMPARE(set.badCount, 5000);
        QCOMPARE(set.bad.size(), 1000);
    }

    void aFileThatCannotBeReadSaysWhy()
    {
        QString problem;
        QVERIFY(readPromptFile(QStringLiteral("/no/such/file"), &problem).prompts.isEmpty());
        QVERIFY(!problem.isEmpty());
    }

    void aFileThatIsTooLargeIsNotRead()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("large")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(PromptSet::largestFile + 1));
        QString problem;
        QVERIFY(readPromptFile(file.fileName(), &problem).prompts.isEmpty());
        QCOMPARE(problem, tooLargeFile);
    }
};

QTEST_APPLESS_MAIN(TestPromptSet)
#include "tst_promptset.moc"
