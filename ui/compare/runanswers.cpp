// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runanswers.h"

#include "ui/chat/transcript.h"
#include "ui/compare/answerfigures.h"
#include "ui/look.h"
#include "ui/plaintext.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>

namespace Slipway {

RunAnswers::RunAnswers(QWidget *parent) : QWidget(parent), m_asked(Look::plainLabel())
{
    m_asked->setObjectName(QStringLiteral("askedPrompt"));
    m_asked->setWordWrap(true);
    m_asked->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_asked->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_asked->setMaximumHeight(4 * m_asked->fontMetrics().lineSpacing());
    auto *sides = new QSplitter;
    sides->setChildrenCollapsible(false);
    sides->addWidget(buildSide(0));
    sides->addWidget(buildSide(1));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Look::smallGap);
    column->addWidget(m_asked);
    column->addWidget(sides, 1);
    column->addWidget(buildVote());
    retranslate();
}

QWidget *RunAnswers::buildSide(size_t at)
{
    static const QString names[] = {QStringLiteral("Left"), QStringLiteral("Right")};
    Side &side = m_sides[at];
    side.choice = new QComboBox;
    side.choice->setObjectName(QStringLiteral("runAnswer") + names[at]);
    side.choice->setFont(Look::monospace(font()));
    side.choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    side.choice->setMinimumContentsLength(8);
    side.hidden = Look::titleLabel();
    side.hidden->setObjectName(QStringLiteral("hiddenName") + names[at]);
    side.transcript = new Transcript;
    side.transcript->setLatest(Transcript::Latest::WhileGrowing); // it is read from its beginning
    side.transcript->setObjectName(QStringLiteral("runTranscript") + names[at]);
    side.figures = new AnswerFigures;
    side.figures->setObjectName(QStringLiteral("runFigures") + names[at]);
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins({});
    column->setSpacing(Look::smallGap);
    column->addWidget(side.choice);
    column->addWidget(side.hidden);
    column->addWidget(side.transcript, 1);
    column->addWidget(side.figures);
    connect(side.choice, &QComboBox::activated, this, [this, at] { choosePair(int(at)); });
    connect(side.transcript, &Transcript::linkActivated, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
    return widget;
}

QWidget *RunAnswers::buildVote()
{
    m_votePanel = new QWidget;
    auto *row = new QHBoxLayout(m_votePanel);
    row->setContentsMargins({});
    row->setSpacing(Look::gap);
    m_left = new QPushButton;
    m_tie = new QPushButton;
    m_right = new QPushButton;
    m_left->setObjectName(QStringLiteral("voteLeft"));
    m_tie->setObjectName(QStringLiteral("voteTie"));
    m_right->setObjectName(QStringLiteral("voteRight"));
    m_tally = Look::secondaryLabel();
    m_tally->setObjectName(QStringLiteral("tally"));
    m_tally->setWordWrap(true);
    for (QPushButton *button : {m_left, m_tie, m_right}) {
        button->setAutoDefault(false);
        button->setCheckable(true);
        button->installEventFilter(this);
        row->addWidget(button);
    }
    row->addWidget(m_tally, 1);
    connect(m_left, &QPushButton::clicked, this, [this] { vote(Vote::Left); });
    connect(m_tie, &QPushButton::clicked, this, [this] { vote(Vote::Tie); });
    connect(m_right, &QPushButton::clicked, this, [this] { vote(Vote::Right); });
    return m_votePanel;
}

void RunAnswers::setRun(Run *run)
{
    if (m_run)
        m_run->disconnect(this);
    m_run = run;
    m_pair = {0, 1};
    m_prompt = -1;
    for (const Side &side : m_sides)
        side.choice->clear();
    if (run) {
        for (const Side &side : m_sides) {
            for (const ComparedModel &model : run->header().models)
                side.choice->addItem(Look::visibleId(model.deployedModel));
        }
        const auto update = [this](int prompt, int model) {
            for (int side : {0, 1}) {
                if (prompt == m_prompt && model == modelOn(side))
                    showSide(side);
            }
        };
        connect(run, &Run::grew, this, update);
        connect(run, &Run::cellChanged, this, update);
        connect(run, &Run::cellChanged, this, [this](int prompt) {
            if (prompt == m_prompt)
                showVote();
        });
        connect(run, &Run::stateChanged, this, &RunAnswers::showSides);
    }
    showSides();
}

void RunAnswers::showPrompt(int prompt)
{
    if (prompt == m_prompt)
        return;
    m_prompt = prompt;
    showSides();
}

int RunAnswers::first() const
{
    return std::min(m_pair[0], m_pair[1]);
}

int RunAnswers::second() const
{
    return std::max(m_pair[0], m_pair[1]);
}

/// Which of the two stands left while the names are hidden: by chance, the same each time.
static bool areSwapped(quint64 seed, int prompt, int first, int second)
{
    quint64 mixed = seed + 0x9e3779b97f4a7c15ULL * quint64(prompt * 16 + first * 4 + second + 1);
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return ((mixed ^ (mixed >> 31)) & 1) != 0;
}

int RunAnswers::modelOn(int side) const
{
    if (!m_run || !m_run->index().isBlind() || m_prompt < 0)
        return m_pair[size_t(side)];
    const bool swapped = areSwapped(m_run->header().seed, m_prompt, first(), second());
    return (side == 0) == swapped ? second() : first();
}

/// An answer is never held against itself: the other side takes what this one had.
void RunAnswers::choosePair(int moved)
{
    const int before = m_pair[size_t(moved)];
    const int now = m_sides[size_t(moved)].choice->currentIndex();
    m_pair[size_t(moved)] = now;
    if (m_pair[size_t(1 - moved)] == now)
        m_pair[size_t(1 - moved)] = before;
    showSides();
    Q_EMIT pairChanged();
}

// ---- what is shown

/// The answer without what tells whose it is: figures, thoughts, the service's words, the way it was asked.
static Turn unnamed(const Turn &turn)
{
    Turn bare;
    bare.role = turn.role;
    bare.state = turn.state;
    bare.damaged = turn.damaged;
    bare.content = turn.content;
    bare.finishReason = turn.finishReason;
    if (turn.error)
        bare.error = Error{.kind = turn.error->kind, .httpStatus = turn.error->httpStatus, .sent = turn.error->sent};
    return bare;
}

std::optional<Turn> RunAnswers::answerOn(int side) const
{
    if (!m_run || m_prompt < 0)
        return std::nullopt;
    const auto turn = m_run->answer(m_prompt, modelOn(side));
    return turn && m_run->index().isBlind() ? unnamed(*turn) : turn;
}

void RunAnswers::showSide(int at)
{
    const Side &side = m_sides[size_t(at)];
    const int model = modelOn(at);
    const auto turn = answerOn(at);
    const bool isNew = side.transcript->count() == 0;
    if (!turn)
        side.transcript->setTurns({});
    else if (side.transcript->count() == 1)
        side.transcript->updateTurn(0, *turn);
    else
        side.transcript->setTurns({*turn});
    if (turn && turn->state != Turn::State::Waiting && turn->state != Turn::State::Streaming && isNew)
        side.transcript->read({.offset = -4 * Look::gap}); // from above its beginning, not from where it ended
    const bool blind = m_run && m_run->index().isBlind();
    side.figures->setVisible(!blind);
    if (m_run)
        side.figures->setAnswer(turn && !blind ? &*turn : nullptr, m_run->header().models[model]);
}

void RunAnswers::showSides()
{
    const bool blind = m_run && m_run->index().isBlind();
    const SetPrompt prompt = m_run && m_prompt >= 0 ? m_run->prompt(m_prompt) : SetPrompt();
    const QString text = prompt.messages.isEmpty() ? QString() : prompt.messages.constLast().content;
    m_asked->setText(Look::visible(text.left(600)));
    m_asked->setToolTip(Look::toolTip(Look::visible(text.left(4000))));
    for (int at : {0, 1}) {
        const Side &side = m_sides[size_t(at)];
        side.choice->setVisible(!blind);
        side.hidden->setVisible(blind);
        side.choice->setCurrentIndex(m_pair[size_t(at)]);
        side.transcript->setTurns({});
        showSide(at);
    }
    showVote();
}

QString RunAnswers::tallyText() const
{
    if (!m_run)
        return {};
    const VoteTally tally = m_run->index().tally(first(), second());
    const QString given = tr("%1 of %2 votes given")
                              .arg(QLocale().toString(tally.all()), QLocale().toString(m_run->index().promptCount()));
    if (m_run->index().isBlind())
        return given + QStringLiteral(" · ") + tr("names are hidden");
    const auto name = [this](int model) { return Look::visibleId(m_run->header().models[model].deployedModel); };
    return QStringLiteral("%1: %2 · %3: %4 · %5 · %6")
        .arg(name(first()), QLocale().toString(tally.first), name(second()), QLocale().toString(tally.second),
             tr("%n ties", nullptr, tally.ties), given);
}

RunVote::Choice RunAnswers::given() const
{
    return m_run && m_prompt >= 0 ? m_run->index().vote(m_prompt, first(), second()) : RunVote::Choice::None;
}

void RunAnswers::showVote()
{
    const auto isWhole = [this](int side) {
        const auto turn = m_run->answer(m_prompt, modelOn(side));
        return turn && !turn->content.isEmpty() && turn->state == Turn::State::Complete;
    };
    const bool possible = m_run && m_prompt >= 0 && isWhole(0) && isWhole(1);
    const RunVote::Choice choice = given();
    const bool leftIsFirst = modelOn(0) == first();
    m_left->setChecked(choice == (leftIsFirst ? RunVote::Choice::First : RunVote::Choice::Second));
    m_right->setChecked(choice == (leftIsFirst ? RunVote::Choice::Second : RunVote::Choice::First));
    m_tie->setChecked(choice == RunVote::Choice::Tie);
    for (QPushButton *button : {m_left, m_tie, m_right})
        button->setEnabled(possible);
    showVoteTips(possible);
    m_tally->setText(tallyText());
}

void RunAnswers::showVoteTips(bool possible)
{
    const QString hindered = tr("Only whole answers are voted on.");
    m_left->setToolTip(possible ? tr("Vote for the left answer (1 or ←)") : hindered);
    m_tie->setToolTip(possible ? tr("Neither is better (0 or ↓)") : hindered);
    m_right->setToolTip(possible ? tr("Vote for the right answer (2 or →). Backspace takes a vote back") : hindered);
}

// ---- voting

bool RunAnswers::vote(Vote vote)
{
    const bool takesBack = vote == Vote::None && given() != RunVote::Choice::None;
    const bool possible = m_left->isEnabled() || takesBack;
    if (!possible) {
        showVote();
        return false;
    }
    auto choice = RunVote::Choice::None;
    if (vote == Vote::Tie)
        choice = RunVote::Choice::Tie;
    else if (vote != Vote::None)
        choice = modelOn(vote == Vote::Left ? 0 : 1) == first() ? RunVote::Choice::First : RunVote::Choice::Second;
    m_run->vote(m_prompt, first(), second(), choice);
    showVote();
    if (choice != RunVote::Choice::None)
        Q_EMIT voteGiven();
    return true;
}

void RunAnswers::focusVote()
{
    m_tie->setFocus(Qt::OtherFocusReason);
}

bool RunAnswers::takeKey(int key)
{
    switch (key) {
    case Qt::Key_1:
    case Qt::Key_Left:
        vote(Vote::Left);
        return true;
    case Qt::Key_2:
    case Qt::Key_Right:
        vote(Vote::Right);
        return true;
    case Qt::Key_0:
    case Qt::Key_Down:
        vote(Vote::Tie);
        return true;
    case Qt::Key_Backspace:
        vote(Vote::None);
        return true;
    default:
        return false;
    }
}

/// The arrows would only move the focus from button to button.
bool RunAnswers::eventFilter(QObject *watched, QEvent *event)
{
    return event->type() == QEvent::KeyPress ? takeKey(static_cast<QKeyEvent *>(event)->key())
                                             : QWidget::eventFilter(watched, event);
}

void RunAnswers::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(event->key()))
        QWidget::keyPressEvent(event);
}

void RunAnswers::retranslate()
{
    m_left->setText(tr("Left is better"));
    m_tie->setText(tr("Tie"));
    m_right->setText(tr("Right is better"));
    const QString names[] = {tr("Left answer"), tr("Right answer")};
    for (size_t at : {size_t(0), size_t(1)}) {
        m_sides[at].hidden->setText(names[at]);
        m_sides[at].choice->setAccessibleName(names[at]);
        m_sides[at].transcript->setPlaceholder(tr("No answer yet."));
    }
    showSides();
}

void RunAnswers::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Slipway
