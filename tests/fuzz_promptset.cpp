// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes as a file of prompts from elsewhere: each line is a prompt, a bad line that is named, or blank; all can be
// sent; and what is written of them reads the same again.
#include "app/compare/promptset.h"
#include "app/modelstudio/jsonwriter.h"
#include "tests/support/fuzz.h"

using namespace Slipway;

namespace {

QString wordOf(Role role)
{
    switch (role) {
    case Role::System:
        return QStringLiteral("system");
    case Role::User:
        return QStringLiteral("user");
    case Role::Assistant:
        break;
    }
    return QStringLiteral("assistant");
}

QByteArray written(const SetPrompt &prompt)
{
    JsonWriter json;
    json.beginObject();
    json.key("messages");
    json.beginArray();
    for (const Message &message : prompt.messages) {
        json.beginObject();
        json.member("role", wordOf(message.role));
        json.member("content", message.content);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.bytes();
}

qsizetype requirePrompt(const SetPrompt &prompt)
{
    FUZZ_REQUIRE(!prompt.messages.isEmpty());
    FUZZ_REQUIRE(prompt.messages.constLast().role == Role::User);
    FUZZ_REQUIRE(!prompt.messages.constLast().content.trimmed().isEmpty());
    qsizetype length = 0;
    for (const Message &message : prompt.messages)
        length += message.content.size();
    return length;
}

void requireLines(const PromptSet &set, qsizetype lines, qsizetype size)
{
    FUZZ_REQUIRE(set.prompts.size() + set.badCount + set.leftOut <= lines);
    FUZZ_REQUIRE(set.bad.size() <= set.badCount && set.bad.size() <= 1000);
    qsizetype length = 0;
    int before = 0;
    for (const SetPrompt &prompt : set.prompts) {
        FUZZ_REQUIRE(prompt.line > before && prompt.line <= lines);
        before = prompt.line;
        length += requirePrompt(prompt);
    }
    FUZZ_REQUIRE(length <= size);
    before = 0;
    for (const BadLine &bad : set.bad) {
        FUZZ_REQUIRE(bad.line > before && bad.line <= lines && bad.detail.size() <= size);
        before = bad.line;
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = Fuzz::bytesOf(data, size);
    const PromptSet set = readPrompts(bytes);
    requireLines(set, bytes.count('\n') + 1, bytes.size());
    QByteArray again;
    for (const SetPrompt &prompt : set.prompts)
        again += written(prompt) + '\n';
    const PromptSet reread = readPrompts(again);
    FUZZ_REQUIRE(reread.prompts.size() == set.prompts.size() && reread.badCount == 0);
    for (qsizetype i = 0; i < set.prompts.size(); ++i)
        FUZZ_REQUIRE(written(reread.prompts.at(i)) ==
                     written(set.prompts.at(i))); // half a character is written as none
    return 0;
}
