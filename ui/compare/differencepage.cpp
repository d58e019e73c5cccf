// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/differencepage.h"

#include "app/compare/background.h"
#include "ui/compare/differencetext.h"
#include "ui/look.h"
#include "ui/plaintext.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace Slipway {

DifferencePage::DifferencePage(QWidget *parent) :
    QWidget(parent),
    m_leftChoice(new QComboBox),
    m_rightChoice(new QComboBox),
    m_summary(Look::plainLabel()),
    m_legend(Look::secondaryLabel()),
    m_previous(new QToolButton),
    m_next(new QToolButton),
    m_left(new DifferenceText(DifferenceText::Side::Left)),
    m_right(new DifferenceText(DifferenceText::Side::Right))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setSpacing(Look::smallGap);
    grid->addWidget(buildTop(), 0, 0, 1, 2);
    grid->addWidget(m_leftChoice, 1, 0);
    grid->addWidget(m_rightChoice, 1, 1);
    grid->addWidget(m_left, 2, 0);
    grid->addWidget(m_right, 2, 1);
    grid->setRowStretch(2, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    buildTexts();
    connect(m_leftChoice, &QComboBox::activated, this, [this] { keepApart(m_leftChoice, m_rightChoice); });
    connect(m_rightChoice, &QComboBox::activated, this, [this] { keepApart(m_rightChoice, m_leftChoice); });
    connect(m_previous, &QToolButton::clicked, this, [this] { go(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { go(1); });
    retranslate();
}

DifferencePage::~DifferencePage()
{
    if (m_cancelled)
        *m_cancelled = true;
}

QWidget *DifferencePage::buildTop()
{
    auto *top = new QWidget;
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins({});
    row->setSpacing(Look::gap);
    m_summary->setObjectName(QStringLiteral("differenceSummary"));
    m_summary->setWordWrap(true);
    m_legend->setWordWrap(true);
    m_previous->setObjectName(QStringLiteral("previousDifference"));
    m_next->setObjectName(QStringLiteral("nextDifference"));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_summary);
    words->addWidget(m_legend);
    row->addLayout(words, 1);
    for (QToolButton *button : {m_previous, m_next}) {
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
    }
    return top;
}

void DifferencePage::buildTexts()
{
    m_leftChoice->setObjectName(QStringLiteral("leftAnswer"));
    m_rightChoice->setObjectName(QStringLiteral("rightAnswer"));
    m_left->setObjectName(QStringLiteral("leftDifference"));
    m_right->setObjectName(QStringLiteral("rightDifference"));
    for (QComboBox *choice : {m_leftChoice, m_rightChoice}) {
        choice->setFont(Look::monospace(choice->font()));
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(8);
        choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    for (DifferenceText *text : {m_left, m_right}) {
        connect(text->verticalScrollBar(), &QScrollBar::valueChanged, this, [this, text] {
            if (text->hasFocus() || text->underMouse())
                alignTo(text);
        });
    }
}

void DifferencePage::setAnswers(const QList<Answer> &answers)
{
    if (answers == m_answers)
        return;
    const bool sameCount = answers.size() == m_answers.size();
    m_answers = answers;
    if (!sameCount || m_leftChoice->count() == 0)
        fillChoices();
    compare();
}

void DifferencePage::fillChoices()
{
    for (QComboBox *choice : {m_leftChoice, m_rightChoice}) {
        choice->clear();
        for (const Answer &answer : m_answers)
            choice->addItem(Look::visibleId(answer.name));
    }
    m_leftChoice->setCurrentIndex(0);
    m_rightChoice->setCurrentIndex(1);
}

/// An answer is never held against itself: the other side takes what this one had.
void DifferencePage::keepApart(QComboBox *moved, QComboBox *other)
{
    if (moved->currentIndex() == other->currentIndex())
        other->setCurrentIndex((other->currentIndex() + 1) % other->count());
    compare();
}

void DifferencePage::compare()
{
    if (m_cancelled)
        *m_cancelled = true;
    m_ready = false;
    m_difference = {};
    m_at = -1;
    describe();
    const QString left = m_answers.value(m_leftChoice->currentIndex()).text;
    const QString right = m_answers.value(m_rightChoice->currentIndex()).text;
    const auto cancelled = std::make_shared<std::atomic_bool>(false);
    m_cancelled = cancelled;
    inBackground(
        this,
        [left, right] {
            return QStringList{DifferenceText::readable(left), DifferenceText::readable(right)};
        },
        [this, cancelled](const QStringList &texts) {
            if (!*cancelled)
                compareTexts(texts[0], texts[1], cancelled);
        });
}

void DifferencePage::compareTexts(const QString &left, const QString &right,
                                  const std::shared_ptr<std::atomic_bool> &cancelled)
{
    m_left->setReadable(left);
    m_right->setReadable(right);
    inBackground(
        this, [left, right, cancelled] { return wordDifference(left, right, cancelled.get()); },
        [this, cancelled](const WordDifference &difference) {
            if (!*cancelled)
                mark(difference);
        });
}

void DifferencePage::mark(const WordDifference &difference)
{
    m_ready = true;
    m_difference = difference;
    QList<TextSpan> left;
    QList<TextSpan> right;
    for (const TextChange &change : difference.changes) {
        if (change.left.length > 0)
            left.append(change.left);
        if (change.right.length > 0)
            right.append(change.right);
    }
    m_left->setMarks(left);
    m_right->setMarks(right);
    describe();
}

void DifferencePage::describe()
{
    const bool any = !m_difference.changes.isEmpty();
    m_previous->setEnabled(any);
    m_next->setEnabled(any);
    if (!m_ready) {
        m_summary->setText(tr("Comparing…"));
    } else if (!any) {
        m_summary->setText(tr("The words are the same."));
    } else {
        const qsizetype all = 2 * m_difference.common + m_difference.leftOnly + m_difference.rightOnly;
        const double share = double(2 * m_difference.common) / double(all);
        const bool isExtreme = share < 0.1 || share > 0.99;
        const QStringList parts{
            tr("%n differences", nullptr, int(m_difference.changes.size())),
            tr("%n words only left", nullptr, int(m_difference.leftOnly)),
            tr("%n only right", nullptr, int(m_difference.rightOnly)),
            tr("%1 % in common").arg(QLocale().toString(std::min(99.9, 100 * share), 'f', isExtreme ? 1 : 0)),
        };
        m_summary->setText(parts.join(QStringLiteral(" · ")));
    }
}

void DifferencePage::go(int step)
{
    const qsizetype count = m_difference.changes.size();
    if (count == 0)
        return;
    m_at = m_at < 0 ? (step > 0 ? 0 : count - 1) : (m_at + step + count) % count;
    const QScopedValueRollback aligning(m_aligning, true);
    m_left->choose(m_difference.changes[m_at].left);
    m_right->choose(m_difference.changes[m_at].right);
}

void DifferencePage::turnPage(QKeyEvent *event)
{
    QCoreApplication::sendEvent(m_left, event);
    alignTo(m_left);
}

/// The place in the other text that stands for a place in this one: the same way from the change before it.
void DifferencePage::alignTo(DifferenceText *moved)
{
    if (m_aligning)
        return;
    const QScopedValueRollback aligning(m_aligning, true);
    const bool fromLeft = moved == m_left;
    const auto here = [fromLeft](const TextChange &change) { return fromLeft ? change.left : change.right; };
    const auto there = [fromLeft](const TextChange &change) { return fromLeft ? change.right : change.left; };
    const qsizetype position = moved->firstSeen();
    const auto &changes = m_difference.changes;
    const auto next = std::find_if(changes.begin(), changes.end(),
                                   [&](const TextChange &change) { return here(change).end() > position; });
    const bool within = next != changes.end() && here(*next).begin <= position;
    qsizetype target = position;
    if (within)
        target = there(*next).begin;
    else if (next != changes.begin())
        target = there(*std::prev(next)).end() + position - here(*std::prev(next)).end();
    (fromLeft ? m_right : m_left)->bringToTop(target);
}

void DifferencePage::retranslate()
{
    m_legend->setText(tr("Struck through: only left. Underlined: only right. Differences of spacing are not shown."));
    m_previous->setText(tr("Previous"));
    m_previous->setToolTip(tr("Go to the difference before (Alt+Up)"));
    m_next->setText(tr("Next"));
    m_previous->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Up)); // a new text takes a shortcut away
    m_next->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    m_next->setToolTip(tr("Go to the next difference (Alt+Down)"));
    m_leftChoice->setAccessibleName(tr("Left answer"));
    m_rightChoice->setAccessibleName(tr("Right answer"));
    m_left->setAccessibleName(tr("Left answer with its differences"));
    m_right->setAccessibleName(tr("Right answer with its differences"));
    describe();
}

void DifferencePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Slipway
