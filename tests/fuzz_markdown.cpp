// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any text, cut in any way, gives the same blocks; joined they are the text again; none is long.
#include "app/chat/markdownblocks.h"
#include "tests/support/fuzz.h"

using namespace Slipway;

namespace {

constexpr qsizetype longest = qsizetype{2} * 4096 + 2;

QString joined(const QList<MarkdownBlock> &blocks)
{
    QString text;
    for (const MarkdownBlock &block : blocks)
        text += block.source;
    return text;
}

QList<MarkdownBlock> whole(const QString &text)
{
    MarkdownBlocks splitter;
    splitter.append(text);
    splitter.finish();
    return splitter.takeFinished();
}

/// Also looks at the unfinished end after every piece, as a reply that grows is shown.
QList<MarkdownBlock> cut(const QString &text, const QByteArray &bytes)
{
    MarkdownBlocks splitter;
    Fuzz::Cuts cuts(bytes);
    QList<MarkdownBlock> blocks;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length = qMin(cuts.next(), text.size() - at);
        splitter.append(QStringView(text).sliced(at, length));
        at += length;
        blocks += splitter.takeFinished();
        FUZZ_REQUIRE(joined(blocks) + joined(splitter.tail()) == text.first(at));
    }
    splitter.finish();
    return blocks + splitter.takeFinished();
}

void requireBlock(const MarkdownBlock &block)
{
    FUZZ_REQUIRE(!block.source.isEmpty());
    FUZZ_REQUIRE(block.source.size() <= longest && block.prefix.size() <= longest);
    FUZZ_REQUIRE(block.code.size() <= block.source.size() && block.indent >= 0);
    FUZZ_REQUIRE((block.kind == MarkdownBlock::Kind::Code) == (block.fence >= 0));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = Fuzz::bytesOf(data, qMin<std::size_t>(size, 20'000));
    const QString text = QString::fromUtf8(bytes);
    const QList<MarkdownBlock> blocks = whole(text);
    FUZZ_REQUIRE(joined(blocks) == text);
    for (const MarkdownBlock &block : blocks)
        requireBlock(block);
    FUZZ_REQUIRE(cut(text, bytes) == blocks);
    FUZZ_REQUIRE(joined(plainBlocks(text)) == text);
    return 0;
}
