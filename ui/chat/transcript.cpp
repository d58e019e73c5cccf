// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript.h"

#include "ui/chat/fontrehearsal.h"
#include "ui/chat/stillscrollbar.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>
#include <limits>
#include <utility>

namespace Slipway {

/// So many characters are made rows of in a few milliseconds.
static constexpr qsizetype textAtOnce = 150'000;
static constexpr qsizetype textAtFirst = 30'000; ///< more than can be seen, together with the first frame
static constexpr int margin = 2 * Look::gap;
static constexpr int widestText = 860;

Transcript::Transcript(QWidget *parent) :
    QAbstractScrollArea(parent), m_bar(new StillScrollBar(Qt::Vertical)), m_latest(new QPushButton(this))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // a bar that appears would move the text
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    viewport()->setMouseTracking(true);
    setVerticalScrollBar(m_bar);
    m_bar->setSingleStep(3 * fontMetrics().lineSpacing() / 2);
    m_buttons = new TranscriptButtons(viewport());
    connect(m_buttons, &TranscriptButtons::pressed, this, &Transcript::pressButton);
    m_latest->setObjectName(QStringLiteral("latest"));
    m_latest->setAutoDefault(false); // Enter is not for it where this stands in a dialog
    m_latest->hide();
    connect(m_latest, &QPushButton::clicked, this, &Transcript::followEnd);
    connect(&m_codes, &BackgroundCodeReader::wasRead, this, &Transcript::colourCode);
    connect(&m_pace, &FramePace::due, this, &Transcript::showFrame);
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, [this] {
        wakeSome(textAtOnce);
        relayout();
        if (m_isSought && m_asleep == 0)
            goToFound();
    });
    m_describe.setSingleShot(true);
    connect(&m_describe, &QTimer::timeout, this, &Transcript::describe);
    retranslate({});
}

void Transcript::setTurns(const QList<Turn> &turns)
{
    m_layout.messages().clear();
    for (const Turn &turn : turns)
        m_layout.messages().push_back(std::make_unique<TranscriptMessage>(turn, TranscriptMessage::Begin::Later));
    m_asleep = count();
    wakeSome(textAtFirst);
    m_isSought = false;
    m_grown = -1;
    m_pace.endFlow();
    m_selection = {};
    m_reader = {};
    m_following = true;
    m_allDirty = true;
    m_isUndescribed = true;
    showFrame();
}

/// From the end on backwards: that is where one reads.
void Transcript::wakeSome(qsizetype text)
{
    while (m_asleep > 0 && text > 0) {
        TranscriptMessage &message = *m_layout.messages()[size_t(--m_asleep)];
        text -= std::max<qsizetype>(message.markdown().size(), 1);
        message.wake();
        message.settle();
    }
    m_allDirty = true;
    if (m_asleep > 0)
        m_wake.start();
}

void Transcript::addTurn(const Turn &turn)
{
    if (turn.role == Role::User)
        m_following = true;
    insertTurn(count(), turn);
}

void Transcript::insertTurn(int index, const Turn &turn)
{
    if (index < 0 || index > count())
        return;
    if (index < m_asleep)
        wakeSome(std::numeric_limits<qsizetype>::max());
    m_allDirty = m_allDirty || index < count();
    m_layout.messages().insert(m_layout.messages().begin() + index, std::make_unique<TranscriptMessage>(turn));
    makeRoomForButtons();
    m_isUndescribed = true;
    m_pace.wantFrame();
}

void Transcript::updateTurn(int index, const Turn &turn)
{
    if (index < 0 || index >= count())
        return;
    TranscriptMessage &message = *m_layout.messages()[size_t(index)];
    const qsizetype before = message.textSize();
    message.update(turn);
    m_pace.grow(message.textSize() - before);
    makeRoomForButtons();
    if (turn.state == Turn::State::Streaming) {
        m_pace.flow();
        return;
    }
    m_pace.endFlow();
    m_isUndescribed = true;
    m_pace.wantFrameNow(); // nothing follows that would be worth waiting for
}

void Transcript::growTurn(int index)
{
    m_grown = index;
    m_pace.flow();
}

void Transcript::removeTurns(int first, int last)
{
    if (first < m_asleep)
        wakeSome(std::numeric_limits<qsizetype>::max());
    auto &messages = m_layout.messages();
    messages.erase(messages.begin() + first, messages.begin() + qMin(last + 1, count()));
    m_selection = {};
    m_allDirty = true;
    m_isUndescribed = true;
    makeRoomForButtons();
    m_pace.wantFrame();
}

void Transcript::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    if (count() == 0)
        viewport()->update();
}

void Transcript::retranslate(const QList<Turn> &turns)
{
    setAccessibleName(tr("Conversation"));
    m_latest->setText(tr("↓ Latest"));
    for (int i = 0; i < qMin(count(), int(turns.size())); ++i)
        m_layout.messages()[size_t(i)]->retranslate(turns[i]);
    restyle();
}

/// What a screen reader says of the conversation: the last message as it is seen.
void Transcript::describe()
{
    static constexpr qsizetype enough = 2000;
    const auto &messages = m_layout.messages();
    setAccessibleDescription(messages.empty() ? QString() : messages.back()->plainText(m_layout.style(), enough));
}

void Transcript::restyle()
{
    m_buttons->forgetSizes();
    TextStyle style = TextStyle::of(font(), palette());
    style.codeRoom = m_buttons->copyWidth() + Look::smallGap;
    m_layout.setStyle(style);
    makeRoomForButtons();
    m_allDirty = true;
    m_pace.wantFrame();
    if (isVisible())
        rehearse();
}

void Transcript::rehearse()
{
    if (m_rehearsed == font())
        return;
    m_rehearsed = font();
    delete m_rehearsal;
    m_rehearsal = new FontRehearsal(m_layout.style(), palette(), this);
    connect(m_rehearsal, &FontRehearsal::ended, m_rehearsal, &QObject::deleteLater);
}

void Transcript::showFrame()
{
    if (const int grown = std::exchange(m_grown, -1); grown >= 0)
        Q_EMIT turnWanted(grown);
    m_pace.beginFrame();
    relayout();
    m_pace.endLayout();
    if (std::exchange(m_isUndescribed, false))
        m_describe.start(); // once this frame is painted
}

int Transcript::contentWidth() const
{
    return qBound(80, viewport()->width() - 2 * margin, widestText);
}

int Transcript::wantedTop() const
{
    const int most = qMax(0, m_layout.height() + 2 * margin - viewport()->height());
    return m_following ? most : qBound(0, m_layout.topFor(m_reader) + margin, most);
}

/// Brings the rows that are seen to their exact heights without moving what the reader looks at.
void Transcript::relayout()
{
    m_layout.setWidth(contentWidth());
    std::optional<std::pair<int, RowPlace>> changed;
    for (int i = m_asleep; i < count(); ++i) {
        const auto row = m_layout.messages()[size_t(i)]->settle();
        if (row && !changed)
            changed = {i, *row};
    }
    int top = 0;
    static constexpr int enough = 200;
    for (int round = 0; round < enough; ++round) {
        m_layout.arrange();
        top = wantedTop();
        ReadingPlace *reader = m_following ? nullptr : &m_reader;
        if (!m_layout.layOutBetween(top - margin, top - margin + viewport()->height(), reader))
            break;
    }
    m_layout.releaseOutside(top - 3 * viewport()->height(), top + 4 * viewport()->height());
    const int unchanged = m_layout.height() + margin;
    moveTo(top, changed ? m_layout.find(changed->first, changed->second).top + margin : unchanged);
}

/// Shows the layout from `top`; above `changedFrom` the pixels of the last frame are still good.
void Transcript::moveTo(int top, int changedFrom)
{
    const int by = top - m_top;
    m_top = top;
    m_reader = m_layout.placeAt(m_top - margin);
    if (m_allDirty || qAbs(by) >= viewport()->height()) {
        viewport()->update();
        m_allDirty = false;
    } else {
        if (by != 0)
            viewport()->scroll(0, -by);
        const int from = qMax(0, changedFrom - m_top - Look::gap);
        viewport()->update(0, from, viewport()->width(), viewport()->height() - from);
    }
    showRange();
    placeButtons();
    placeLatest();
    readCodes();
}

/// Code that is seen is shown at once, and gets its colours when they are known.
void Transcript::readCodes()
{
    const int from = m_top - margin;
    m_layout.forEachBetween(from, from + viewport()->height(), [&](const TranscriptLayout::Seen &seen) {
        if (!seen.row->isCode())
            return;
        const QString code = m_layout.messages()[size_t(seen.message)]->takeToRead(seen.place, m_lastTicket + 1);
        if (!code.isEmpty())
            m_codes.read(++m_lastTicket, seen.row->block().language, code);
    });
}

void Transcript::colourCode(int ticket, const QList<CodeToken> &tokens)
{
    for (const auto &message : m_layout.messages()) {
        if (message->setTokens(ticket, tokens, m_layout.style()))
            m_pace.wantFrame(); // a frame of its own for each code would cost as much as all others
    }
}

void Transcript::showRange()
{
    m_settingRange = true;
    m_bar->setAll(qMax(0, m_layout.height() + 2 * margin - viewport()->height()), viewport()->height(), m_top);
    m_settingRange = false;
}

void Transcript::scrollContentsBy(int, int)
{
    if (m_settingRange)
        return;
    const QScrollBar *bar = verticalScrollBar();
    const int value = bar->value();
    m_following = value >= bar->maximum() && !m_dragging;
    m_holding = false;
    m_reader = m_layout.firmPlaceAt(value - margin, value - margin + viewport()->height());
    relayout();
}

void Transcript::scrollBy(int pixels)
{
    verticalScrollBar()->setValue(verticalScrollBar()->value() + pixels);
}

void Transcript::followEnd()
{
    m_following = true;
    relayout();
    if (m_latest->hasFocus())
        setFocus();
}

void Transcript::read(const ReadingPlace &place)
{
    while (m_asleep > place.message)
        wakeSome(textAtOnce);
    m_following = false;
    m_reader = place;
    relayout();
}

void Transcript::setLatest(Latest latest)
{
    m_latestIs = latest;
    placeLatest();
}

void Transcript::placeLatest()
{
    const bool offered = m_latestIs == Latest::Always || (count() > 0 && m_layout.messages().back()->isGrowing());
    const bool wanted = offered && !m_following && !m_holding && m_top < verticalScrollBar()->maximum();
    m_latest->setVisible(wanted);
    if (!wanted)
        return;
    const QSize size = m_latest->sizeHint();
    const QRect area = viewport()->geometry();
    m_latest->setGeometry(
        QRect(QPoint(area.center().x() - size.width() / 2, area.bottom() - size.height() - Look::gap), size));
    m_latest->raise();
}

QRect Transcript::areaOf(const TranscriptLayout::Seen &seen) const
{
    return {margin, seen.top + margin - m_top, m_layout.width(), seen.height};
}

void Transcript::paintEvent(QPaintEvent *event)
{
    paintRows(event->rect());
    m_pace.endPaint(m_pace.sinceBegin());
}

void Transcript::paintRows(const QRect &dirty)
{
    QPainter painter(viewport());
    const int from = dirty.top() + m_top - margin;
    m_layout.forEachBetween(from, from + dirty.height(), [&](const TranscriptLayout::Seen &seen) {
        const QRect area = areaOf(seen);
        painter.save();
        painter.translate(area.topLeft());
        const QRectF clip = QRectF(dirty.intersected(area)).translated(-area.topLeft());
        const int above = seen.row->gapAbove();
        painter.setClipRect(QRectF(0, -above, area.width(), area.height() + above), Qt::IntersectClip);
        seen.row->draw(&painter, clip, m_layout.style(), palette(), m_layout.selectedIn(m_selection, seen));
        painter.restore();
    });
    if (count() == 0) {
        painter.setPen(m_layout.style().secondary);
        painter.setFont(m_layout.style().small);
        painter.drawText(viewport()->rect().adjusted(margin, 0, -margin, 0), Qt::AlignCenter | Qt::TextWordWrap,
                         m_placeholder);
    }
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawLine(0, 0, 0, viewport()->height());
    }
}

} // namespace Slipway
