// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/keyedit.h"

#include <QKeyEvent>

namespace Slipway {

namespace {

constexpr int unlearned = Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase;

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
}

// The menu offers what can be done at the moment in which it is made.
void KeyEdit::contextMenuEvent(QContextMenuEvent *event)
{
    const AsPassword password(this);
    QLineEdit::contextMenuEvent(event);
}

// Copy and cut are not the only keys that copy: so do those that select, where a selection is a clipboard of its own,
// and those that delete the line. Undoing alone does not, and a password has no way back.
void KeyEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut))
        return;
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo))
        return QLineEdit::keyPressEvent(event);
    const AsPassword password(this);
    QLineEdit::keyPressEvent(event);
}

// A field that shows its text is one that an input method may learn from.
QVariant KeyEdit::inputMethodQuery(Qt::InputMethodQuery query) const
{
    const QVariant answer = QLineEdit::inputMethodQuery(query);
    return query == Qt::ImHints ? QVariant(answer.toInt() | unlearned) : answer;
}

// Where a selection is a clipboard of its own, the end of selecting copies.
void KeyEdit::mouseReleaseEvent(QMouseEvent *event)
{
    const AsPassword password(this);
    QLineEdit::mouseReleaseEvent(event);
}

} // namespace Slipway
