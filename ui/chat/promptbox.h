// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace Slipway {

class PromptEdit;

/// A prompt's field with what belongs to it: the button that takes in a file, and why one was not taken.
class PromptBox : public QWidget
{
    Q_OBJECT
public:
    explicit PromptBox(PromptEdit *prompt, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void chooseFile();
    void say(const QString &problem);
    void retranslate();

    PromptEdit *m_prompt;
    QToolButton *m_file;
    QLabel *m_problem;
    QString m_folder; ///< where the last file was chosen
};

} // namespace Slipway
