// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/numberbox.h"

#include <QLineEdit>
#include <QLocale>
#include <QWheelEvent>

namespace Slipway {

NumberBox::NumberBox(const QString &name, QWidget *parent) : QAbstractSpinBox(parent)
{
    setObjectName(name);
    setFocusPolicy(Qt::StrongFocus);
    connect(lineEdit(), &QLineEdit::textChanged, this, &NumberBox::changed);
}

void NumberBox::setStep(qint64 step, qint64 smallest, qint64 largest)
{
    m_step = qMax<qint64>(step, 1);
    m_smallest = smallest;
    m_largest = largest;
}

void NumberBox::setPlaceholder(const QString &text)
{
    lineEdit()->setPlaceholderText(text);
}

void NumberBox::setNumber(std::optional<qint64> number)
{
    lineEdit()->setText(number ? QString::number(*number) : QString());
}

std::optional<qint64> NumberBox::number() const
{
    const QString typed = text().trimmed();
    bool readable = false;
    qint64 number = typed.toLongLong(&readable);
    if (!readable)
        number = QLocale().toLongLong(typed, &readable);
    return readable ? std::optional(number) : std::nullopt;
}

bool NumberBox::isUnreadable() const
{
    return !text().trimmed().isEmpty() && !number();
}

void NumberBox::stepBy(int steps)
{
    const qint64 from = number().value_or(0);
    const bool known = from >= m_smallest && from <= m_largest;
    const qint64 start = known ? from : (from > m_largest ? m_largest + 1 : m_smallest - 1);
    qint64 multiple = start / m_step;
    if (start % m_step != 0 && (steps < 0) == (start > 0))
        multiple += steps < 0 ? 1 : -1;
    const qint64 lowest = (m_smallest + m_step - 1) / m_step;
    setNumber(qBound(lowest, multiple + steps, m_largest / m_step) * m_step);
    selectAll();
}

QValidator::State NumberBox::validate(QString &, int &) const
{
    return QValidator::Acceptable;
}

QSize NumberBox::sizeHint() const
{
    const QSize usual = QAbstractSpinBox::sizeHint();
    return {qMax(usual.width(), fontMetrics().averageCharWidth() * 18), usual.height()};
}

QSize NumberBox::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, QAbstractSpinBox::minimumSizeHint().height()};
}

QAbstractSpinBox::StepEnabled NumberBox::stepEnabled() const
{
    return isReadOnly() ? StepNone : StepUpEnabled | StepDownEnabled;
}

void NumberBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace Slipway
