// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/keyedit.h"

#include <QKeyEvent>

namespace Slipway {

namespace {

/// Qt lets nothing be copied from a password. While one of these lives, the field is one.
class AsPassword
{
public:
    explicit AsPassword(QLineEdit *edit) : m_edit(edit), m_mode(edit->echoMode())
    {
        m_edit->setEchoMode(QLineEdit::Password);
    }
    ~AsPassword() { m_edit->setEchoMode(m_mode); }
    Q_DISABLE_COPY_MOVE(AsPassword)

private:
    QLineEdit *m_edit;
    QLineEdit::EchoMode m_mode;
};

} // namespace

KeyEdit::KeyEdit(QWidget *parent) : QLineEdit(parent)
{
    setEchoMode(Password);
    setDragEnabled(false);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
}

// The menu offers what can be done at the moment in which it is made.
void KeyEdit::contextMenuEvent(QContextMenuEvent *event)
{
    const AsPassword password(this);
    QLineEdit::contextMenuEvent(event);
}

void KeyEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut))
        return;
    QLineEdit::keyPressEvent(event);
}

// Where a selection is a clipboard of its own, the end of selecting copies.
void KeyEdit::mouseReleaseEvent(QMouseEvent *event)
{
    const AsPassword password(this);
    QLineEdit::mouseReleaseEvent(event);
}

} // namespace Slipway
