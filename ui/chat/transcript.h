// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chat/backgroundcodereader.h"
#include "ui/chat/framepace.h"
#include "ui/chat/transcriptbuttons.h"
#include "ui/chat/transcriptlayout.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <optional>

class QMenu;
class QPushButton;

namespace Slipway {

class FontRehearsal;
class StillScrollBar;

/// A conversation as people read it. Takes turns as values; growing text is drawn at most once a frame, finished blocks
/// are laid out once, and only what is seen is laid out at all. Follows the end until the reader scrolls up or selects
/// text while it grows. Loads nothing and opens nothing by itself.
class Transcript : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit Transcript(QWidget *parent = nullptr);

    void setTurns(const QList<Turn> &turns);
    void addTurn(const Turn &turn); ///< at the end, which is followed when it is a prompt
    void insertTurn(int index, const Turn &turn);
    void updateTurn(int index, const Turn &turn); ///< it grew, or its state changed
    void growTurn(int index);                     ///< it grew: turnWanted() asks for it when a frame is due
    void removeTurns(int first, int last);
    int count() const { return int(m_layout.messages().size()); }

    /// What can be done with messages now.
    struct Offers
    {
        bool ask = false;    ///< a reply can be asked for: again, the rest of one, or to another prompt
        bool change = false; ///< messages can be deleted
        bool turn = false;   ///< to another branch
        bool goOn = false;   ///< the last reply has a rest
        bool operator==(const Offers &) const = default;
    };
    void offer(const Offers &offers);

    void setPlaceholder(const QString &text); ///< shown while there is no turn

    /// When the button that goes to the end is shown to who is elsewhere.
    enum class Latest { Always, WhileGrowing };
    void setLatest(Latest latest);

    bool isFollowing() const { return m_following; }
    void followEnd();
    ReadingPlace readingPlace() const { return m_reader; }
    void read(const ReadingPlace &place); ///< goes there, and stops following

    /// Goes to where these words stand, whatever the case of their letters, and selects one: first where all of them
    /// are in one paragraph. Where they are not to be found, nothing moves. Waits until a long conversation is there.
    void find(const QStringList &words);
    bool findNext(); ///< of the same words; from the end on to the beginning; false where there is none

    bool hasSelection() const { return !m_selection.isEmpty(); }
    QString selectedText() const;     ///< as plain text
    QString selectedMarkdown() const; ///< the source of the blocks it touches
    void selectAll();
    QString replyMarkdown(int index) const;
    void retranslate(const QList<Turn> &turns);

    /// The link below a point of the viewport as it was written; empty where there is none.
    QString linkAt(const QPoint &point) const;

Q_SIGNALS:
    void turnWanted(int index);            ///< to be answered at once by updateTurn()
    void linkActivated(const QUrl &url);   ///< https only, by a click
    void linkRefused(const QString &link); ///< any other was clicked; the person was told
    void retryRequested();                 ///< of the last reply, which failed
    void regenerateRequested(int index);   ///< of a reply
    void goOnRequested();                  ///< with the last reply
    void editRequested(int index);         ///< of a prompt
    void removeRequested(int index);
    void branchRequested(int index, int branch);
    void
    copyRequested(const QString &text); ///< for tests and for those who keep a history of copies; is on the clipboard

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void wakeSome(qsizetype text);
    void showFrame();
    void relayout();
    void paintRows(const QRect &dirty);
    int wantedTop() const;
    void moveTo(int top, int changedFrom);
    void showRange();
    void placeButtons();
    QList<TranscriptButtons::Wish> buttonWishes() const;
    void addCopyWish(QList<TranscriptButtons::Wish> &wishes, const TranscriptLayout::Seen &seen) const;
    void addFooterWishes(QList<TranscriptButtons::Wish> &wishes, const TranscriptLayout::Seen &seen) const;
    void addSpeakerWishes(QList<TranscriptButtons::Wish> &wishes, const TranscriptLayout::Seen &seen) const;
    QList<TranscriptButtons::Kind> footerButtons(int index) const;
    QMenu *menuFor(int index, const QString &link);
    void addMessageActions(QMenu *menu, int index);
    QString linkTip(const QString &link) const;
    QRect areaOf(const TranscriptLayout::Seen &seen) const;
    void readCodes();
    void colourCode(int ticket, const QList<CodeToken> &tokens);
    void makeRoomForButtons();
    void placeLatest();
    void pressButton(TranscriptButtons::Kind kind, int message, RowPlace row);
    void restyle();
    void rehearse();
    void describe();
    void scrollBy(int pixels);
    void copy(const QString &text);
    void select(const TextRange &range);
    void goToFound();
    bool showNextWord(TextPlace from);
    bool showWordIn(const TextPlace &from);
    void hold();
    void letGo();
    void dragTo(const QPoint &point);
    Qt::CursorShape cursorAt(const QPoint &point) const;
    TranscriptLayout::Seen sidewaysAt(const QPoint &point) const;
    void moveSideways(const TranscriptLayout::Seen &seen, int by);
    bool wheelSideways(const QWheelEvent *event);
    bool stepSideways(int direction);
    bool pressSideways(const QPoint &point);
    void dragSideways(int x);
    QPointF toContent(const QPoint &point) const;
    int contentWidth() const;

    /// The bar of a table, held by the pointer.
    struct SidewaysDrag
    {
        int message = 0;
        RowPlace row;
        int pressed = 0; ///< where it was taken
        int at = 0;      ///< what was seen then
    };

    TranscriptLayout m_layout;
    TranscriptButtons *m_buttons;
    StillScrollBar *m_bar;
    QPushButton *m_latest;
    FramePace m_pace;
    int m_grown = -1; ///< the turn that a frame is due for; none if negative
    QTimer m_wake;
    QTimer m_describe;
    QPointer<FontRehearsal> m_rehearsal; ///< while there is one
    std::optional<QFont> m_rehearsed;    ///< the one that was, or is
    bool m_isUndescribed = false;        ///< the last message is another one, or it ended
    QBasicTimer m_dragScroll;
    TextRange m_selection;
    QStringList m_words;     ///< that were looked for last
    bool m_isSought = false; ///< they are gone to once all messages have rows
    ReadingPlace m_reader;
    QPoint m_pressedAt;
    QString m_pressedLink;
    std::optional<SidewaysDrag> m_sidewaysDrag;
    QString m_placeholder;
    int m_asleep = 0; ///< so many messages at the beginning have no rows yet
    int m_top = 0;    ///< what the window shows first, in pixels of the layout
    Latest m_latestIs = Latest::Always;
    bool m_following = true;
    bool m_holding = false; ///< the end would be followed, but for the button that is down
    Offers m_offers;
    BackgroundCodeReader m_codes;
    int m_lastTicket = 0; ///< given to a code
    bool m_dragging = false;
    bool m_settingRange = false;
    bool m_allDirty = true;
};

} // namespace Slipway
