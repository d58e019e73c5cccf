// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any Markdown as the documents that are drawn: no picture is left in one, none asks for anything to be loaded, and no
// format names a file or an address but a link's.
#include "tests/support/fuzz.h"
#include "ui/chat/markdowndocument.h"

#include <QGuiApplication>
#include <QPalette>
#include <QTextBlock>
#include <QTextFrame>

#include <memory>

using namespace Slipway;

namespace {

void requireInert(const QTextFormat &format)
{
    FUZZ_REQUIRE(!format.isImageFormat());
    for (const int property : {int(QTextFormat::ImageName), int(QTextFormat::BackgroundImageUrl)})
        FUZZ_REQUIRE(!format.hasProperty(property));
}

void requireDocument(const QTextDocument &document, qsizetype size)
{
    FUZZ_REQUIRE(document.characterCount() <= 16 * size + 64);
    for (QTextBlock line = document.begin(); line.isValid(); line = line.next()) {
        requireInert(line.blockFormat());
        for (auto it = line.begin(); it != line.end(); ++it)
            requireInert(it.fragment().charFormat());
    }
    for (const QTextFrame *frame : document.rootFrame()->childFrames())
        requireInert(frame->frameFormat());
}

} // namespace

// What fontconfig holds until the end, where the sanitizer looks for leaks.
extern "C" const char *__lsan_default_suppressions(); // NOLINT(bugprone-reserved-identifier): it is called so
extern "C" const char *__lsan_default_suppressions()  // NOLINT(bugprone-reserved-identifier)
{
    return "leak:libfontconfig";
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Never destroyed: fonts that are kept for the thread outlive what is static.
    [[maybe_unused]] static const auto *const application = new QGuiApplication(*argc, *argv);
    return 0;
}

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const TextStyle style = TextStyle::of(QGuiApplication::font(), QPalette());
    MarkdownBlocks splitter;
    splitter.append(QString::fromUtf8(Fuzz::bytesOf(data, qMin<std::size_t>(size, 8'000))));
    splitter.finish();
    for (const MarkdownBlock &block : splitter.takeFinished()) {
        const auto document = markdownDocument(block, style);
        requireDocument(*document, block.source.size() + block.prefix.size());
    }
    return 0;
}
