// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chat/codereader.h"

#include <QHash>
#include <QStringList>

#include <srchilite/formatter.h>
#include <srchilite/formattermanager.h>
#include <srchilite/formatterparams.h>
#include <srchilite/highlightstate.h>
#include <srchilite/langdefmanager.h>
#include <srchilite/regexrulefactory.h>
#include <srchilite/sourcehighlighter.h>

#include <algorithm>
#include <ctime>
#include <mutex>
#include <string>
#include <utility>

namespace Slipway {

// The time for a line grows with the square of its length or worse: this many characters take a tenth of a second at
// the very most, where someone means it.
static constexpr qsizetype longestLine = 200;
static constexpr qsizetype longestCode = qsizetype{64} * 1024;

namespace {

using Kind = CodeToken::Kind;

struct Language
{
    const char *file;  ///< of the library
    const char *names; ///< as people and models write them
};

constexpr Language languages[] = {
    {"awk.lang", "awk"},
    {"bat.lang", "bat batch cmd"},
    {"c.lang", "c"},
    {"cpp.lang", "cpp c++ cc cxx h hpp"},
    {"csharp.lang", "csharp c# cs"},
    {"css.lang", "css scss"},
    {"d.lang", "d"},
    {"desktop.lang", "ini"},
    {"diff.lang", "diff patch"},
    {"erlang.lang", "erlang erl"},
    {"fortran.lang", "fortran f90"},
    {"glsl.lang", "glsl"},
    {"go.lang", "go golang"},
    {"groovy.lang", "groovy gradle"},
    {"haskell.lang", "haskell hs"},
    {"html.lang", "html htm xhtml"},
    {"java.lang", "java"},
    {"javascript.lang", "javascript js jsx mjs typescript ts tsx"},
    {"json.lang", "json jsonc json5 jsonl"},
    {"latex.lang", "latex tex"},
    {"lisp.lang", "lisp elisp"},
    {"lua.lang", "lua"},
    {"makefile.lang", "makefile make"},
    {"caml.lang", "ocaml caml ml"},
    {"pascal.lang", "pascal delphi"},
    {"perl.lang", "perl pl"},
    {"php.lang", "php"},
    {"prolog.lang", "prolog"},
    {"properties.lang", "properties"},
    {"proto.lang", "proto protobuf"},
    {"python.lang", "python py python3"},
    {"r.lang", "r"},
    {"ruby.lang", "ruby rb"},
    {"rust.lang", "rust rs"},
    {"scala.lang", "scala"},
    {"scheme.lang", "scheme"},
    {"sh.lang", "sh bash shell zsh ksh"},
    {"sql.lang", "sql mysql postgresql sqlite plsql"},
    {"tcl.lang", "tcl"},
    {"vbscript.lang", "vb vbnet vbscript"},
    {"xml.lang", "xml svg xsd"},
};

struct Elements
{
    Kind kind;
    const char *names; ///< as the library's files call them
};

constexpr Elements elements[] = {
    {Kind::Keyword, "keyword preproc property"},
    {Kind::Text, "string regexp specialchar key keyquote valquote value newfile path"},
    {Kind::Comment, "comment todo url difflines"},
    {Kind::Number, "number oldfile math"},
    {Kind::Type, "type usertype classname variable predef_var selector argument label name attribute"},
    {Kind::Function, "function predef_func"},
};

QStringList wordsOf(const char *words)
{
    return QString::fromLatin1(words).split(u' ');
}

/// The library's file for a language; nullptr where there is none.
const char *fileOf(const QString &language)
{
    static const auto files = [] {
        QHash<QString, const char *> made;
        for (const Language &one : languages) {
            for (const QString &name : wordsOf(one.names))
                made.insert(name, one.file);
        }
        return made;
    }();
    return files.value(language.toLower(), nullptr);
}

/// Whether what Qt takes for lines is what ends with a line feed.
bool hasPlainLineEnds(const QString &code)
{
    const auto endsLine = [](QChar c) { return c == u'\u2029' || c == u'\ufdd0' || c == u'\ufdd1'; };
    return std::none_of(code.begin(), code.end(), endsLine) && code.count(u'\r') == code.count(QLatin1String("\r\n"));
}

std::chrono::nanoseconds timeOfThread()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// A byte for each UTF-16 unit, so that places stay what they are. All letters but ASCII are the same to the library.
std::string bytesOf(QStringView line)
{
    std::string bytes;
    bytes.reserve(size_t(line.size()));
    for (const QChar c : line)
        bytes += c.unicode() == 0 ? ' ' : c.unicode() < 0x80 ? char(c.unicode()) : '\x80';
    return bytes;
}

/// What has been found so far.
struct Findings
{
    QList<CodeToken> tokens;
    int line = 0;
    int length = 0; ///< of the line

    void add(Kind kind, int from, int to)
    {
        CodeToken *last = tokens.isEmpty() || tokens.last().line != line ? nullptr : &tokens.last();
        const int free = last ? last->from + last->length : 0;
        from = std::max(from, free);
        to = std::min(to, length);
        if (from >= to)
            return;
        if (last && last->kind == kind && free == from)
            last->length += to - from;
        else
            tokens.append({line, from, to - from, kind});
    }
};

/// Called by the library for each element of one kind.
class Finder final : public srchilite::Formatter
{
public:
    Finder(Kind kind, Findings &findings) : m_kind(kind), m_findings(findings) {}

    void format(const std::string &text, const srchilite::FormatterParams *params) override
    {
        if (params && params->start >= 0)
            m_findings.add(m_kind, params->start, params->start + int(text.size()));
    }

private:
    Kind m_kind;
    Findings &m_findings;
};

/// For all that is shown in the colour of text.
class Ignorer final : public srchilite::Formatter
{
public:
    void format(const std::string &, const srchilite::FormatterParams *) override {}
};

} // namespace

class CodeReader::Library
{
public:
    Library() : m_languages(&m_rules), m_formatters(srchilite::FormatterPtr(new Ignorer))
    {
        for (const Elements &some : elements) {
            const srchilite::FormatterPtr finder(new Finder(some.kind, m_findings));
            for (const QString &name : wordsOf(some.names))
                m_formatters.addFormatter(name.toStdString(), finder);
        }
    }

    /// Throws what the library throws.
    QList<CodeToken> read(const char *file, const QString &code, std::chrono::nanoseconds patience)
    {
        srchilite::SourceHighlighter highlighter(load(file));
        srchilite::FormatterParams params;
        highlighter.setFormatterManager(&m_formatters);
        highlighter.setFormatterParams(&params);
        highlighter.setOptimize(false); // or it tells no places
        m_findings = {};
        const std::chrono::nanoseconds end = timeOfThread() + patience;
        for (QStringView line : QStringView(code).split(u'\n')) {
            if (line.endsWith(u'\r'))
                line.chop(1);
            m_findings.length = int(line.size());
            params.start = 0;
            if (line.size() <= longestLine)
                highlighter.highlightParagraph(bytesOf(line));
            if (timeOfThread() > end)
                return {};
            ++m_findings.line;
        }
        return std::exchange(m_findings, {}).tokens;
    }

private:
    srchilite::HighlightStatePtr load(const char *file)
    {
        static std::mutex parser; // the library's is one for all threads
        const std::lock_guard lock(parser);
        return m_languages.getHighlightState(SLIPWAY_CODE_LANGUAGES, file);
    }

    Findings m_findings;
    srchilite::RegexRuleFactory m_rules;
    srchilite::LangDefManager m_languages;
    srchilite::FormatterManager m_formatters;
};

CodeReader::CodeReader(std::chrono::milliseconds patience) : m_patience(patience) {}

CodeReader::~CodeReader() = default;

bool CodeReader::canRead(const QString &language, const QString &code)
{
    return code.size() <= longestCode && fileOf(language) != nullptr && hasPlainLineEnds(code);
}

QList<CodeToken> CodeReader::read(const QString &language, const QString &code)
{
    if (!canRead(language, code))
        return {};
    try {
        if (!m_library)
            m_library = std::make_unique<Library>();
        return m_library->read(fileOf(language), code, m_patience);
    } catch (
        ...) { // it and what it uses throw many things: for a file that is missing, or a pattern that takes too long
        return {};
    }
}

} // namespace Slipway
