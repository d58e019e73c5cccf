// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Slipway {

/// What stands in the place of rows that are not there: a sentence, what it means, and the first step. Covers its
/// parent and follows its size; what it does not cover with text lets clicks through to nothing.
class Placeholder : public QWidget
{
    Q_OBJECT
public:
    struct Text
    {
        QString headline;
        QString detail; ///< may be empty
        QString action; ///< the button's text; empty: no button
        bool operator==(const Text &) const = default;
    };

    explicit Placeholder(QWidget *parent);

    void show(const Text &text);
    const Text &text() const { return m_text; }

Q_SIGNALS:
    void actionRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Text m_text;
    QLabel *m_headline;
    QLabel *m_detail;
    QPushButton *m_action;
};

} // namespace Slipway
