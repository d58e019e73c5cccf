// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a transcript offers to do with its messages: buttons among the rows, and a menu for each.
#include "ui/chat/transcript.h"

#include <QMenu>
#include <QScrollBar>

namespace Slipway {

using Kind = TranscriptButtons::Kind;

void Transcript::offer(const Offers &offers)
{
    m_offers = offers;
    makeRoomForButtons();
    m_pace.wantFrame();
}

/// From right to left.
QList<Kind> Transcript::footerButtons(int index) const
{
    const TranscriptMessage &message = *m_layout.messages()[size_t(index)];
    QList<Kind> kinds;
    const bool last = index == count() - 1 && message.isFromModel();
    if (m_offers.ask && last)
        kinds.append(message.hasFailed() ? Kind::Retry : Kind::Regenerate);
    if (m_offers.goOn && last)
        kinds.append(Kind::GoOn);
    if (message.offersRequestId())
        kinds.append(Kind::RequestId);
    return kinds;
}

void Transcript::makeRoomForButtons()
{
    for (int i = 0; i < count(); ++i) {
        int room = 0;
        for (const Kind kind : footerButtons(i))
            room += m_buttons->widthOf(TranscriptButtons::textOf(kind)) + Look::smallGap;
        m_layout.messages()[size_t(i)]->setButtonRoom({room, room > 0 ? m_buttons->height() : 0});
    }
}

void Transcript::placeButtons()
{
    m_buttons->show(buttonWishes());
}

QList<TranscriptButtons::Wish> Transcript::buttonWishes() const
{
    QList<TranscriptButtons::Wish> wishes;
    const int from = m_top - 2 * Look::gap;
    m_layout.forEachBetween(from, from + viewport()->height(), [&](const TranscriptLayout::Seen &seen) {
        const TranscriptMessage &message = *m_layout.messages()[size_t(seen.message)];
        if (seen.place.section == TranscriptMessage::Fold)
            wishes.append(
                {Kind::Fold, seen.message, seen.place, areaOf(seen), message.foldText(), message.isUnfolded()});
        else if (seen.place.section == TranscriptMessage::Speaker)
            addSpeakerWishes(wishes, seen);
        else if (seen.place.section == TranscriptMessage::Footer)
            addFooterWishes(wishes, seen);
        else if (seen.row->isCode() && seen.height > 0)
            addCopyWish(wishes, seen);
    });
    for (TranscriptButtons::Wish &wish : wishes) {
        if (wish.kind == Kind::Copy)
            wish.area.moveTop(qMax(wish.area.top(), qMin(2, wish.area.bottom() - 2 * fontMetrics().height())));
    }
    return wishes;
}

/// One button for all pieces of a code, at the top of what is seen of it.
void Transcript::addCopyWish(QList<TranscriptButtons::Wish> &wishes, const TranscriptLayout::Seen &seen) const
{
    RowPlace first = seen.place;
    const TranscriptMessage &message = *m_layout.messages()[size_t(seen.message)];
    const int fence = seen.row->block().fence;
    while (first.row > 0) {
        const TranscriptRow *before = message.row({first.section, first.row - 1});
        if (!before || !before->isCode() || before->block().fence != fence)
            break;
        --first.row;
    }
    const QRect area = areaOf(seen).adjusted(0, 2, -2, 0);
    const bool goesOn = !wishes.isEmpty() && wishes.last().kind == Kind::Copy &&
                        wishes.last().message == seen.message && wishes.last().row == first;
    if (goesOn)
        wishes.last().area.setBottom(area.bottom());
    else
        wishes.append({Kind::Copy, seen.message, first, area, TranscriptButtons::textOf(Kind::Copy), false});
}

/// "‹ 2/3 ›" and the menu, centred on the speaker's line.
void Transcript::addSpeakerWishes(QList<TranscriptButtons::Wish> &wishes, const TranscriptLayout::Seen &seen) const
{
    const TranscriptMessage &message = *m_layout.messages()[size_t(seen.message)];
    QRect area = areaOf(seen);
    area.moveTop(area.center().y() - m_buttons->height() / 2);
    const auto add = [&](Kind kind, const QString &text, bool enabled) {
        wishes.append({kind, seen.message, seen.place, area, text, false, enabled});
        area.setRight(area.right() - m_buttons->widthOf(text));
    };
    if (m_offers.ask || m_offers.change)
        add(Kind::Menu, TranscriptButtons::textOf(Kind::Menu), true);
    if (message.branches() < 2)
        return;
    add(Kind::BranchOn, TranscriptButtons::textOf(Kind::BranchOn),
        m_offers.turn && message.branch() < message.branches());
    add(Kind::BranchCount, QStringLiteral("%1/%2").arg(message.branch()).arg(message.branches()), false);
    add(Kind::BranchBack, TranscriptButtons::textOf(Kind::BranchBack), m_offers.turn && message.branch() > 1);
}

void Transcript::addFooterWishes(QList<TranscriptButtons::Wish> &wishes, const TranscriptLayout::Seen &seen) const
{
    QRect area = areaOf(seen);
    if (seen.row->hasButtonsBelow())
        area.setTop(area.bottom() + 1 - m_buttons->height());
    for (const Kind kind : footerButtons(seen.message)) {
        const QString text = TranscriptButtons::textOf(kind);
        wishes.append({kind, seen.message, seen.place, area, text, false});
        area.setRight(area.right() - m_buttons->widthOf(text) - Look::smallGap);
    }
}

void Transcript::pressButton(Kind kind, int index, RowPlace row)
{
    if (index >= count())
        return;
    TranscriptMessage &message = *m_layout.messages()[size_t(index)];
    switch (kind) {
    case Kind::Copy:
        copy(message.codeOf(row));
        break;
    case Kind::RequestId:
        copy(message.requestId());
        break;
    case Kind::Retry:
        Q_EMIT retryRequested();
        break;
    case Kind::Regenerate:
        Q_EMIT regenerateRequested(index);
        break;
    case Kind::GoOn:
        Q_EMIT goOnRequested();
        break;
    case Kind::BranchBack:
    case Kind::BranchOn:
        m_following = false; // what follows is another; the message itself stays under the pointer
        Q_EMIT branchRequested(index, message.branch() + (kind == Kind::BranchOn ? 1 : -1));
        break;
    case Kind::BranchCount:
        break;
    case Kind::Menu: {
        QMenu *menu = menuFor(index, {});
        const QPoint below = areaOf(m_layout.find(index, row)).bottomRight();
        menu->popup(viewport()->mapToGlobal(below - QPoint(menu->sizeHint().width(), -Look::smallGap)));
        break;
    }
    case Kind::Fold:
        m_following = false;
        message.setUnfolded(!message.isUnfolded());
        m_allDirty = true;
        relayout();
        break;
    }
}

static QAction *addTo(QMenu *menu, const char *name, const QString &text, bool enabled = true)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setEnabled(enabled);
    return action;
}

/// Of the message there, if any.
QMenu *Transcript::menuFor(int index, const QString &link)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("transcriptMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const char *name, const QString &text, bool enabled, auto act) {
        connect(addTo(menu, name, text, enabled), &QAction::triggered, this, act);
    };
    add("copy", tr("Copy"), hasSelection(), [this] { copy(selectedText()); });
    add("copyMarkdown", tr("Copy as Markdown"), hasSelection(), [this] { copy(selectedMarkdown()); });
    if (!link.isEmpty())
        add("copyLink", tr("Copy link"), true, [this, link] { copy(link); });
    menu->addSeparator();
    if (index >= 0 && m_layout.messages()[size_t(index)]->isFromModel()) {
        const QString reply = replyMarkdown(index);
        const QString id = m_layout.messages()[size_t(index)]->requestId();
        add("copyReply", tr("Copy reply as Markdown"), !reply.isEmpty(), [this, reply] { copy(reply); });
        add("copyRequestId", tr("Copy request id"), !id.isEmpty(), [this, id] { copy(id); });
    } else if (index >= 0) {
        const QString prompt = m_layout.messages()[size_t(index)]->markdown();
        add("copyPrompt", tr("Copy prompt"), !prompt.isEmpty(), [this, prompt] { copy(prompt); });
    }
    add("selectAll", tr("Select all"), count() > 0, [this] { selectAll(); });
    if (index >= 0)
        addMessageActions(menu, index);
    return menu;
}

void Transcript::addMessageActions(QMenu *menu, int index)
{
    const TranscriptMessage &message = *m_layout.messages()[size_t(index)];
    if (!m_offers.ask && !m_offers.change)
        return;
    menu->addSeparator();
    if (message.isFromModel())
        connect(addTo(menu, "regenerate", tr("Regenerate"), m_offers.ask), &QAction::triggered, this,
                [this, index] { Q_EMIT regenerateRequested(index); });
    else
        connect(addTo(menu, "editMessage", tr("Edit…"), m_offers.ask), &QAction::triggered, this,
                [this, index] { Q_EMIT editRequested(index); });
    connect(addTo(menu, "removeMessage", tr("Delete message"), m_offers.change), &QAction::triggered, this,
            [this, index] { Q_EMIT removeRequested(index); });
}

} // namespace Slipway
