// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/chipbar.h"

#include "ui/fleet/statusmark.h"
#include "ui/fleet/words.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>

namespace Slipway {

namespace {

constexpr int chipCount = 5;
constexpr int shapeSide = 12;

/// Keeps room for two digits, so that its neighbours stay where they are when ten becomes nine. What it shows is in its
/// middle.
class Chip : public QToolButton
{
public:
    using QToolButton::QToolButton;
    int digits = 1;

    QSize sizeHint() const override
    {
        const int spare = qMax(0, 2 - digits) * fontMetrics().horizontalAdvance(u'0');
        return QToolButton::sizeHint() + QSize(spare, 0);
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        option.text.clear();
        option.icon = {};
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
        const int words = fontMetrics().horizontalAdvance(text());
        const int shape = icon().isNull() ? 0 : iconSize().width() + Look::smallGap;
        const QRect all((width() - words - shape) / 2, 0, words + shape, height());
        const auto placed = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
        if (shape > 0)
            icon().paint(&painter, placed({all.left(), 0, iconSize().width(), height()}));
        painter.drawItemText(placed(all.adjusted(shape, 0, 0, 0)), Qt::AlignVCenter | Qt::TextSingleLine, palette(),
                             isEnabled(), text(), QPalette::ButtonText);
    }
};

Glyph glyphOf(Phase phase)
{
    switch (phase) {
    case Phase::Running:
        return Glyph::Disc;
    case Phase::Changing:
        return Glyph::HalfDisc;
    case Phase::Failed:
        return Glyph::Cross;
    case Phase::Stopped:
        return Glyph::Square;
    }
    return Glyph::Ring;
}

} // namespace

ChipBar::ChipBar(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    for (int number = 0; number < chipCount; ++number)
        addChip(number);
    m_chips.first()->setChecked(true);
    paintShapes();
    retranslate();
    connect(m_group, &QButtonGroup::idClicked, this, [this] { Q_EMIT phaseChosen(phase()); });
}

void ChipBar::addChip(int number)
{
    static constexpr std::array names{"chipAll", "chipRunning", "chipChanging", "chipFailed", "chipStopped"};
    auto *chip = new Chip(this);
    chip->setObjectName(QLatin1String(names.at(size_t(number))));
    chip->setCheckable(true);
    chip->setAutoRaise(true);
    chip->setFocusPolicy(Qt::StrongFocus);
    chip->setToolButtonStyle(number == 0 ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    chip->setIconSize({shapeSide, shapeSide});
    m_group->addButton(chip, number);
    m_chips << chip;
    layout()->addWidget(chip);
}

void ChipBar::paintShapes()
{
    for (int number = 1; number < chipCount; ++number) {
        const auto phase = Phase(number - 1);
        const QColor ink = Look::colour(toneOf(phase), palette());
        m_chips[number]->setIcon(glyphIcon(glyphOf(phase), ink, shapeSide, devicePixelRatioF()));
    }
}

QString ChipBar::word(int number) const
{
    return number == 0 ? tr("All") : phaseWord(Phase(number - 1));
}

QString ChipBar::text(int number, bool compact) const
{
    const QString count = m_counts[number] < 0 ? QStringLiteral("–") : QLocale().toString(m_counts[number]);
    return compact && number > 0 ? count : word(number) + u' ' + count;
}

void ChipBar::setCounts(const Counts &counts, int total)
{
    QList<int> fresh{total};
    for (const int count : counts)
        fresh << count;
    setNumbers(fresh);
}

void ChipBar::setUnknown()
{
    setNumbers(QList<int>(chipCount, -1));
}

void ChipBar::setNumbers(const QList<int> &numbers)
{
    if (numbers == m_counts)
        return;
    m_counts = numbers;
    retranslate();
}

void ChipBar::retranslate()
{
    for (int number = 0; number < chipCount; ++number) {
        auto *chip = static_cast<Chip *>(m_chips[number]);
        chip->digits = int(QString::number(qMax(0, m_counts[number])).size());
        chip->setText(text(number, m_compact));
        chip->setAccessibleName(text(number, false));
        chip->setToolTip(text(number, false));
    }
}

std::optional<Phase> ChipBar::phase() const
{
    const int number = m_group->checkedId();
    return number <= 0 ? std::nullopt : std::optional(Phase(number - 1));
}

void ChipBar::setPhase(std::optional<Phase> phase)
{
    m_chips[phase ? int(*phase) + 1 : 0]->setChecked(true);
}

int ChipBar::width(bool compact) const
{
    int sum = (chipCount - 1) * layout()->spacing();
    for (int number = 0; number < chipCount; ++number) {
        const int longer = fontMetrics().horizontalAdvance(text(number, compact)) -
                           fontMetrics().horizontalAdvance(text(number, m_compact));
        sum += m_chips[number]->sizeHint().width() + longer;
    }
    return sum;
}

QSize ChipBar::minimumSizeHint() const
{
    return {width(true), layout()->totalMinimumSize().height()};
}

void ChipBar::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    retranslate();
}

void ChipBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintShapes();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Slipway
