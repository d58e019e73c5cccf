// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes as what the chat keeps: a conversation's file, an export from elsewhere, what belongs to deployments, and
// the prompts that were sent. Nothing is longer than what came, and what is written of it reads the same again.
#include "app/chat/conversationexport.h"
#include "app/chat/historylines.h"
#include "app/chat/historystate.h"
#include "app/chat/prompthistory.h"
#include "tests/support/fuzz.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>

using namespace Slipway;

namespace {

qsizetype lengthOf(const ConversationRecord &record)
{
    qsizetype length = record.title.size() + record.deployedModel.size() + record.settings.systemPrompt.size();
    for (const Turn &turn : record.tree.everyTurn())
        length += turn.content.size() + turn.reasoning.size();
    return length;
}

/// A path that ends, through turns that are there, each once.
void requireWhole(const ConversationRecord &record, qsizetype size)
{
    FUZZ_REQUIRE(!record.tree.isEmpty());
    FUZZ_REQUIRE(lengthOf(record) <= size);
    const QList<int> &path = record.tree.path();
    FUZZ_REQUIRE(QSet<int>(path.begin(), path.end()).size() == path.size());
    for (const int id : path)
        FUZZ_REQUIRE(record.tree.contains(id));
    for (const Turn &turn : record.tree.turns()) {
        FUZZ_REQUIRE(turn.branch >= 1 && turn.branch <= turn.branches);
        FUZZ_REQUIRE(turn.usage.inputTokens.value_or(0) >= 0 && turn.usage.outputTokens.value_or(0) >= 0);
        FUZZ_REQUIRE(tokensPerSecond(turn).value_or(1) > 0);
    }
    titleOf(record);
    FUZZ_REQUIRE(!ConversationExport::fileName(record).contains(u'/'));
    FUZZ_REQUIRE(!ConversationExport::markdown(record, {}).isEmpty());
}

void readExport(const QByteArray &bytes)
{
    const auto record = ConversationExport::read(bytes);
    if (!record)
        return;
    requireWhole(*record, bytes.size());
    const QByteArray written = ConversationExport::json(*record);
    const auto again = ConversationExport::read(written);
    FUZZ_REQUIRE(again);
    FUZZ_REQUIRE(ConversationExport::json(*again) == written);
}

void readFile(const QByteArray &bytes)
{
    const auto text = readHistory(bytes);
    if (!text)
        return;
    requireWhole(text->record, bytes.size());
    FUZZ_REQUIRE(text->record.tree.nodes().size() <= std::size_t(bytes.count('\n') + 1));
    const QByteArrayList lines = HistoryLines::all(text->record);
    for (const QByteArray &line : lines)
        FUZZ_REQUIRE(!line.contains('\n'));
    const auto again = readHistory(lines.join('\n'));
    if (again)
        FUZZ_REQUIRE(HistoryLines::all(again->record) == lines);
    else // all that was there had been removed
        FUZZ_REQUIRE(text->record.tree.path().isEmpty());
    const auto cut = readHistory(bytes + "\n{\"v\":1,\"t\":\"grew\",\"n\":1,\"content\":\"");
    FUZZ_REQUIRE(cut && HistoryLines::all(cut->record) == lines);
}

void readState(const QByteArray &bytes)
{
    const QByteArray written = bytesOf(historyStateOf(bytes)); // half a character is written as none
    const HistoryState state = historyStateOf(written);
    FUZZ_REQUIRE(historyStateOf(bytesOf(state)) == state);
}

QString promptFile()
{
    static const QTemporaryDir folder;
    return folder.filePath(QStringLiteral("prompts"));
}

void readPromptsSent(const QByteArray &bytes)
{
    QFile file(promptFile());
    FUZZ_REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    PromptHistory history(promptFile());
    const QStringList prompts = history.prompts();
    FUZZ_REQUIRE(prompts.size() <= PromptHistory::most && !prompts.contains(QString()));
    FUZZ_REQUIRE(QSet<QString>(prompts.begin(), prompts.end()).size() == prompts.size());
    FUZZ_REQUIRE(PromptHistory(promptFile()).prompts() == prompts);
    const QString prompt = QStringLiteral("one\nmore \"prompt\"");
    history.add(prompt);
    FUZZ_REQUIRE(history.prompts().constLast() == prompt);
    // a line that a crash has cut takes the one behind it along, and no other
    if (bytes.isEmpty() || bytes.endsWith('\n'))
        FUZZ_REQUIRE(PromptHistory(promptFile()).prompts() == history.prompts());
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = Fuzz::bytesOf(data, size);
    readExport(bytes);
    readFile(bytes);
    readState(bytes);
    readPromptsSent(bytes);
    return 0;
}
