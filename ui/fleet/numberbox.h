// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>

#include <optional>

namespace Slipway {

/// A whole number typed or stepped. Unlike QSpinBox it keeps whatever is typed, so that a wrong value can be refused
/// with a reason instead of being changed behind a person's back; empty is a value of its own (unset). Stepping goes to
/// the next whole multiple of the step. The wheel never changes it.
class NumberBox : public QAbstractSpinBox
{
    Q_OBJECT
public:
    explicit NumberBox(const QString &name, QWidget *parent = nullptr); ///< its object name

    void setStep(qint64 step, qint64 smallest, qint64 largest);
    void setPlaceholder(const QString &text);
    void setNumber(std::optional<qint64> number);

    std::optional<qint64> number() const; ///< unset when empty or no number
    bool isUnreadable() const;            ///< something is typed, and it is no whole number

    void stepBy(int steps) override;
    QValidator::State validate(QString &input, int &position) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed();

protected:
    StepEnabled stepEnabled() const override;
    void wheelEvent(QWheelEvent *event) override;

private:
    qint64 m_step = 1;
    qint64 m_smallest = 1;
    qint64 m_largest = 1;
};

} // namespace Slipway
