// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/formfield.h"

#include "ui/fleet/notelabel.h"

#include <QAbstractSpinBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Slipway {

constexpr int usualLines = 2; // what most problems take in half a dialog

FormField::FormField(QWidget *editor, QWidget *parent) :
    QWidget(parent), m_title(Look::plainLabel({}, this)), m_editor(editor), m_note(new NoteLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Look::smallGap);
    layout->addWidget(m_title);
    layout->addWidget(editor);
    layout->addWidget(m_note);
    layout->addStretch();
    m_title->setBuddy(editor);
    m_note->setObjectName(editor->objectName() + QStringLiteral("Note"));
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_note->reserve(usualLines, {});
}

void FormField::setTitle(const QString &text)
{
    m_title->setText(text);
    m_editor->setAccessibleName(text);
}

void FormField::setHint(const QString &text)
{
    m_hint = text;
    m_note->reserve(usualLines, text);
    showNote();
}

void FormField::setProblem(const QString &text, Look::Tone tone)
{
    m_problem = text;
    m_tone = tone;
    showNote();
}

void FormField::focusEditor()
{
    m_editor->setFocus(Qt::OtherFocusReason);
    if (auto *line = qobject_cast<QLineEdit *>(m_editor))
        line->selectAll();
    if (auto *box = qobject_cast<QAbstractSpinBox *>(m_editor))
        box->selectAll();
}

void FormField::showNote()
{
    if (m_problem.isEmpty())
        m_note->setNote(m_hint);
    else
        m_note->setNote(m_problem, m_tone);
    m_editor->setAccessibleDescription(m_problem.isEmpty() ? m_hint : m_problem);
}

} // namespace Slipway
