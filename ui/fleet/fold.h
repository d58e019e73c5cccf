// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace Slipway {

/// A title that opens and closes what lies under it. Closed at first.
class Fold : public QWidget
{
    Q_OBJECT
public:
    explicit Fold(const QString &name, QWidget *parent = nullptr); ///< object name; its button is "<name>Button"

    void setTitle(const QString &text);
    void setContent(QWidget *content);
    void setOpen(bool open);
    bool isOpen() const { return m_open; }

Q_SIGNALS:
    void opened();

private:
    QToolButton *m_button;
    QWidget *m_content = nullptr;
    bool m_open = false;
    QVBoxLayout *m_layout;
};

} // namespace Slipway
