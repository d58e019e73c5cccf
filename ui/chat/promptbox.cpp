// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/promptbox.h"

#include "ui/chat/promptedit.h"
#include "ui/look.h"

#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

namespace Slipway {

PromptBox::PromptBox(PromptEdit *prompt, QWidget *parent) :
    QWidget(parent), m_prompt(prompt), m_file(new QToolButton), m_problem(Look::plainLabel())
{
    m_file->setObjectName(QStringLiteral("promptFile"));
    m_file->setAutoRaise(true);
    m_file->setFocusPolicy(Qt::StrongFocus);
    m_problem->setObjectName(QStringLiteral("promptProblem"));
    m_problem->setFont(Look::small(font()));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Look::smallGap);
    grid->addWidget(m_problem, 0, 0, 1, 2);
    grid->addWidget(prompt, 1, 0);
    grid->addWidget(m_file, 1, 1, Qt::AlignBottom);
    grid->setColumnStretch(0, 1);
    connect(m_file, &QToolButton::clicked, this, &PromptBox::chooseFile);
    // A drop counts as a change of the text even where nothing was taken: what is said comes after that.
    connect(prompt, &PromptEdit::fileRefused, this, &PromptBox::say, Qt::QueuedConnection);
    connect(prompt, &QPlainTextEdit::textChanged, this, [this] { say({}); });
    retranslate();
}

void PromptBox::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Prompt from a file"), m_folder);
    dialog->setObjectName(QStringLiteral("promptFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog](const QString &path) {
        m_folder = dialog->directory().absolutePath();
        m_prompt->takeFile(path);
        m_prompt->setFocus();
    });
    dialog->open();
}

void PromptBox::say(const QString &problem)
{
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, Look::colour(Look::Tone::Bad, this->palette()));
    m_problem->setPalette(palette);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void PromptBox::retranslate()
{
    m_file->setText(tr("File…"));
    m_file->setToolTip(
        Look::toolTip(tr("Take in a text file (UTF-8, up to 1 MiB). It can also be dropped on the prompt.")));
}

void PromptBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Slipway
