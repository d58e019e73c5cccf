// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <memory>

namespace Slipway {

/// A part of a line of code that is shown in a colour of its own.
struct CodeToken
{
    enum class Kind { Keyword, Text, Comment, Number, Type, Function };

    int line = 0; ///< from 0
    int from = 0; ///< in the line
    int length = 0;
    Kind kind = Kind::Keyword;

    bool operator==(const CodeToken &) const = default;
};

/// Finds keywords, comments and the like in code with GNU Source-highlight. Whatever fails in there means that nothing
/// is found. Loading a language takes up to 30 ms, a line of hostile code as long; so this is not for the thread that
/// paints. Used by one thread at a time.
class CodeReader
{
public:
    static constexpr std::chrono::milliseconds usualPatience{100};

    /// In code that takes more time of the processor than `patience` nothing is found.
    explicit CodeReader(std::chrono::milliseconds patience = usualPatience);
    ~CodeReader();
    Q_DISABLE_COPY_MOVE(CodeReader)

    /// Whether it is worth a try: of a language that is known, as people and models name it, and not too long.
    static bool canRead(const QString &language, const QString &code);

    /// In order, without overlaps. Lines that are very long are left out.
    QList<CodeToken> read(const QString &language, const QString &code);

private:
    class Library;
    std::chrono::milliseconds m_patience;
    std::unique_ptr<Library> m_library; ///< from the first code on
};

} // namespace Slipway
