// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcriptmessage.h"

#include "ui/chat/turnwords.h"

#include <algorithm>
#include <limits>

namespace Slipway {

TranscriptMessage::TranscriptMessage(const Turn &turn, Begin begin) : m_role(turn.role)
{
    if (begin == Begin::Later) {
        m_asleep = turn;
        setLines(turn);
        return;
    }
    makePrompt(turn.content);
    update(turn);
}

void TranscriptMessage::makePrompt(const QString &text)
{
    if (m_role == Role::Assistant)
        return;
    for (const MarkdownBlock &block : plainBlocks(text))
        m_sections[Answer].push_back(std::make_unique<TranscriptRow>(TranscriptRow::Kind::Prompt, block));
    changed({Answer, 0});
}

void TranscriptMessage::wake()
{
    if (const auto turn = std::exchange(m_asleep, std::nullopt)) {
        makePrompt(turn->content);
        update(*turn);
    }
}

static bool isWhole(const Turn &turn)
{
    return turn.state != Turn::State::Waiting && turn.state != Turn::State::Streaming;
}

void TranscriptMessage::update(const Turn &turn)
{
    if (m_asleep) {
        m_asleep = turn;
        setLines(turn);
        return;
    }
    if (m_role == Role::Assistant) {
        take(m_thinking, turn.reasoning, isWhole(turn) || !turn.content.isEmpty());
        take(m_answer, turn.content, isWhole(turn));
    }
    const bool thinksNow = turn.state == Turn::State::Streaming && turn.content.isEmpty();
    if (std::exchange(m_thinksNow, thinksNow) != thinksNow)
        changed({Fold, 0});
    setLines(turn);
}

void TranscriptMessage::retranslate(const Turn &turn)
{
    m_sinceFooter.invalidate();
    for (const Section section : {Speaker, Notice, Footer})
        retire(m_sections[section], 0);
    setLines(turn);
}

void TranscriptMessage::take(Flow &flow, const QString &text, bool whole)
{
    if (text.size() > flow.taken) {
        flow.splitter.append(QStringView(text).mid(flow.taken));
        flow.taken = text.size();
        flow.dirty = true;
    }
    if (whole && flow.taken > 0) {
        flow.splitter.finish();
        flow.dirty = true;
        flow.whole = true;
    }
}

void TranscriptMessage::setLines(const Turn &turn)
{
    m_requestId = requestIdOf(turn);
    m_isGrowing = !isWhole(turn);
    m_hasError = turn.error.has_value();
    m_hasFailed = turn.state == Turn::State::Failed;
    m_branch = turn.branch;
    m_branches = turn.branches;
    setLine(Speaker, TranscriptRow::Kind::Speaker, speakerOf(turn));
    const TurnNotice notice = noticeOf(turn);
    setLine(Notice, TranscriptRow::Kind::Notice, notice.text, notice.tone);
    if (m_role != Role::Assistant)
        return;
    m_foldText = turn.reasoning.isEmpty() ? QString() : thinkingOf(turn);
    setLine(Fold, TranscriptRow::Kind::Fold, m_foldText.isEmpty() ? QString() : QStringLiteral(" "));
    showFigures(turn);
}

/// Nobody reads figures that change with each frame.
void TranscriptMessage::showFigures(const Turn &turn)
{
    constexpr qint64 readersTime = 250;
    const bool isGrowing = turn.state == Turn::State::Streaming;
    if (isGrowing && m_sinceFooter.isValid() && m_sinceFooter.elapsed() < readersTime)
        return;
    isGrowing ? m_sinceFooter.start() : m_sinceFooter.invalidate();
    m_footerText = footerOf(turn);
    setFooter();
}

/// A line ends after a dot, and neither within a figure nor before its unit.
static QString wrappedBetweenFigures(QString text)
{
    constexpr QChar space = QChar::Nbsp;
    text.replace(QStringLiteral(" · "), QString(space) + QStringLiteral("· "));
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == u' ' && text[i - 1].isDigit())
            text[i] = space;
    }
    return text;
}

/// There is one where there is something to say or a button to show.
void TranscriptMessage::setFooter()
{
    const QString text = m_footerText.isEmpty() && m_buttonRoom.width() > 0 ? QStringLiteral(" ") : m_footerText;
    setLine(Footer, TranscriptRow::Kind::Footer, wrappedBetweenFigures(text));
}

void TranscriptMessage::setLine(Section section, TranscriptRow::Kind kind, const QString &text, Look::Tone tone)
{
    Rows &rows = m_sections[section];
    if (text.isEmpty() ? rows.empty() : !rows.empty() && rows.front()->block().source == text)
        return;
    retire(rows, 0);
    changed({section, 0});
    if (text.isEmpty())
        return;
    MarkdownBlock block;
    block.source = text;
    rows.push_back(std::make_unique<TranscriptRow>(kind, block, tone));
    if (section == Footer)
        rows.back()->setButtonRoom(m_buttonRoom);
}

void TranscriptMessage::retire(Rows &rows, size_t from)
{
    for (size_t i = from; i < rows.size(); ++i)
        m_retired.push_back(std::move(rows[i]));
    rows.resize(from);
}

void TranscriptMessage::changed(RowPlace place)
{
    rearrange();
    m_changed = m_changed ? std::min(*m_changed, place) : place;
}

std::optional<RowPlace> TranscriptMessage::settle()
{
    settle(m_thinking, Thinking, TranscriptRow::Kind::Thinking);
    settle(m_answer, Answer, TranscriptRow::Kind::Answer);
    return std::exchange(m_changed, std::nullopt);
}

void TranscriptMessage::settle(Flow &flow, Section section, TranscriptRow::Kind kind)
{
    if (!std::exchange(flow.dirty, false))
        return;
    Rows &rows = m_sections[section];
    size_t at = flow.finished;
    const auto put = [&](const MarkdownBlock &block) {
        const bool there = at < rows.size();
        if (!there || !rows[at]->adopt(block)) {
            const bool grown = there && block.source.startsWith(rows[at]->block().source);
            rows.resize(std::max(rows.size(), at + 1));
            m_retired.push_back(std::move(rows[at]));
            rows[at] = std::make_unique<TranscriptRow>(kind, block);
            if (grown) {
                rows[at]->setGrown();
                rows[at]->takeSideways(*m_retired.back());
            }
            changed({section, int(at)});
        }
        ++at;
    };
    for (const MarkdownBlock &block : flow.splitter.takeFinished())
        put(block);
    flow.finished = at;
    for (const MarkdownBlock &block : flow.splitter.tail())
        put(block);
    if (rows.size() > at) {
        retire(rows, at);
        changed({section, int(at)});
    }
    if (flow.whole)
        resolve(flow, section, kind);
}

/// What a link refers to often stands at the end of the reply, long after the link was shown as plain text.
void TranscriptMessage::resolve(const Flow &flow, Section section, TranscriptRow::Kind kind)
{
    Rows &rows = m_sections[section];
    for (size_t at = 0; at < rows.size(); ++at) {
        MarkdownBlock block = rows[at]->block();
        const QString references = flow.splitter.referencesFor(block);
        if (references == block.suffix)
            continue;
        block.suffix = references;
        m_retired.push_back(std::move(rows[at]));
        rows[at] = std::make_unique<TranscriptRow>(kind, block);
        rows[at]->takeSideways(*m_retired.back());
        changed({section, int(at)});
    }
}

void TranscriptMessage::setButtonRoom(const QSize &room)
{
    if (std::exchange(m_buttonRoom, room) == room)
        return;
    changed({Footer, 0});
    setFooter();
    for (const auto &row : m_sections[Footer])
        row->setButtonRoom(room);
}

void TranscriptMessage::forgetLayout()
{
    rearrange();
    for (const Rows &rows : m_sections) {
        for (const auto &row : rows)
            row->forget();
    }
}

void TranscriptMessage::releaseOutside(int top, int bottom)
{
    for (const Placed &placed : m_placed) {
        if (placed.top + placed.height < top || placed.top > bottom)
            placed.row->release();
    }
}

void TranscriptMessage::setUnfolded(bool unfolded)
{
    m_unfolded = unfolded;
    changed({Fold, 0});
}

void TranscriptMessage::arrange(const TextStyle &style, int width)
{
    if (m_arrangedWidth == width)
        return;
    m_arrangedWidth = width;
    m_placed.clear();
    m_retired.clear();
    int y = 0;
    for (int section = 0; section < SectionCount; ++section) {
        if (section == Thinking && !isUnfolded())
            continue;
        const Rows &rows = m_sections[size_t(section)];
        for (size_t i = 0; i < rows.size(); ++i) {
            const int height = rows[i]->height(style, width);
            y += height > 0 ? rows[i]->gapAbove() : 0;
            m_placed.push_back({{section, int(i)}, y, height, rows[i].get()});
            y += height;
        }
    }
    m_height = y;
}

int TranscriptMessage::rowAt(int y) const
{
    const auto it = std::lower_bound(m_placed.begin(), m_placed.end(), y,
                                     [](const Placed &placed, int at) { return placed.top + placed.height <= at; });
    return it == m_placed.end() ? int(m_placed.size()) - 1 : int(it - m_placed.begin());
}

TranscriptRow *TranscriptMessage::row(RowPlace place) const
{
    const Rows &rows = m_sections[size_t(place.section)];
    return place.row < int(rows.size()) ? rows[size_t(place.row)].get() : nullptr;
}

QString TranscriptMessage::codeOf(RowPlace place) const
{
    const TranscriptRow *piece = row(place);
    QString code;
    if (!piece || !piece->isCode())
        return code;
    for (const auto &other : m_sections[size_t(place.section)]) {
        if (other->block().fence == piece->block().fence)
            code += other->block().code;
    }
    return code;
}

QString TranscriptMessage::takeToRead(RowPlace place, int ticket)
{
    const TranscriptRow *piece = row(place);
    const Flow &flow = place.section == Thinking ? m_thinking : m_answer;
    const int fence = piece->block().fence;
    if (piece->ticket() != 0 || fence == flow.splitter.openFence())
        return {};
    const QString code = codeOf(place);
    const bool readable = CodeReader::canRead(piece->block().language, code);
    for (const auto &other : m_sections[size_t(place.section)]) {
        if (other->isCode() && other->block().fence == fence)
            other->setTicket(readable ? ticket : -1);
    }
    return readable ? code : QString();
}

bool TranscriptMessage::setTokens(int ticket, const QList<CodeToken> &tokens, const TextStyle &style)
{
    bool isShown = false;
    int begin = 0;
    auto token = tokens.begin();
    for (const Section section : {Thinking, Answer}) {
        for (size_t at = 0; at < m_sections[section].size(); ++at) {
            const auto &piece = m_sections[section][at];
            if (piece->ticket() != ticket)
                continue;
            const QString &code = piece->block().code;
            const int lines = int(code.count(u'\n'));
            const int end = begin + lines + (code.endsWith(u'\n') ? 0 : 1);
            QList<CodeToken> part;
            for (; token != tokens.end() && token->line < end; ++token) {
                part.append(*token);
                part.last().line -= begin;
            }
            if (piece->setTokens(part, style)) {
                isShown = true;
                changed({section, int(at)});
            }
            begin += lines;
        }
    }
    return isShown;
}

QString TranscriptMessage::plainText(const TextStyle &style, qsizetype most) const
{
    QString text;
    for (const Section section : {Answer, Notice}) {
        for (const auto &row : m_sections[section]) {
            const QString words = row->text(style, 0, std::numeric_limits<int>::max());
            if (!text.isEmpty() && !words.isEmpty())
                text += u'\n';
            text += words;
            if (text.size() >= most)
                return text.left(most);
        }
    }
    return text;
}

QString TranscriptMessage::markdown() const
{
    if (m_asleep)
        return m_asleep->content;
    return markdown({Answer, 0}, {Answer, int(m_sections[Answer].size())});
}

QString TranscriptMessage::markdown(RowPlace from, RowPlace to) const
{
    QString text;
    for (const int section : {int(Thinking), int(Answer)}) {
        const Rows &rows = m_sections[size_t(section)];
        for (size_t i = 0; i < rows.size(); ++i) {
            const RowPlace place{section, int(i)};
            if (place >= from && place <= to && !(section == Thinking && !isUnfolded()))
                text += rows[i]->block().source;
        }
    }
    return text;
}

} // namespace Slipway
