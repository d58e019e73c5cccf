// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any code in any language: what is found in it stands in its lines, in order and apart; it takes no longer than it
// may.
#include "app/chat/codereader.h"
#include "tests/support/fuzz.h"

#include <QStringList>

using namespace Slipway;

// What the library's parser forgets of each language that it loads, once.
extern "C" const char *__lsan_default_suppressions(); // NOLINT(bugprone-reserved-identifier): it is called so
extern "C" const char *__lsan_default_suppressions()  // NOLINT(bugprone-reserved-identifier)
{
    return "leak:langdef_parse";
}

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace std::chrono_literals;
    static CodeReader reader(5ms);
    const QString text = QString::fromUtf8(Fuzz::bytesOf(data, qMin<std::size_t>(size, 1'000)));
    const QString language = text.section(u'\n', 0, 0); // the first line names it
    const QString code = text.section(u'\n', 1);
    const QStringList lines = code.split(u'\n');
    int line = 0;
    int free = 0;
    for (const CodeToken &token : reader.read(language, code)) {
        FUZZ_REQUIRE(token.line >= line && token.line < lines.size());
        free = token.line > line ? 0 : free;
        line = token.line;
        FUZZ_REQUIRE(token.from >= free && token.length > 0);
        free = token.from + token.length;
        FUZZ_REQUIRE(free <= lines[line].size());
    }
    return 0;
}
