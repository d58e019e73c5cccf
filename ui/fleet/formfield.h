// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look.h"

#include <QWidget>

namespace Slipway {

class NoteLabel;

/// One input of a form: its label above, a note below that explains it, or says what is wrong with it, in room that is
/// always kept. Named after its editor: the note is "<editor's object name>Note".
class FormField : public QWidget
{
    Q_OBJECT
public:
    explicit FormField(QWidget *editor, QWidget *parent = nullptr); ///< takes the editor

    void setTitle(const QString &text);
    void setHint(const QString &text);                     ///< shown while there is no problem
    void setProblem(const QString &text, Look::Tone tone); ///< an empty text shows the hint again
    QString problem() const { return m_problem; }
    void focusEditor(); ///< and selects what is in it

private:
    void showNote();

    QLabel *m_title;
    QWidget *m_editor;
    NoteLabel *m_note;
    QString m_hint;
    QString m_problem;
    Look::Tone m_tone = Look::Tone::Bad;
};

} // namespace Slipway
