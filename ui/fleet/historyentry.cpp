// SPDX-FileCopyrightText: Slipway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fleet/historyentry.h"

#include "app/fleet/journal.h"
#include "ui/errortext.h"
#include "ui/fleet/copybutton.h"
#include "ui/fleet/deed.h"
#include "ui/fleet/inquirywords.h"
#include "ui/fleet/valuefield.h"
#include "ui/fleet/words.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace Slipway {

HistoryEntry::HistoryEntry(bool naming, QWidget *parent) :
    QWidget(parent),
    m_naming(naming),
    m_verb(Look::plainLabel({}, this)),
    m_state(Look::plainLabel({}, this)),
    m_time(Look::secondaryLabel({}, this)),
    m_deployedModel(new ValueField(this)),
    m_requestRow(new QWidget(this)),
    m_requestId(new ValueField(m_requestRow)),
    m_copy(new CopyButton(QStringLiteral("copyRequestId"), m_requestRow)),
    m_action(new QPushButton(this))
{
    setObjectName(QStringLiteral("historyEntry"));
    QFont bold = m_verb->font();
    bold.setWeight(QFont::Bold);
    m_verb->setFont(bold);
    m_verb->setObjectName(QStringLiteral("historyVerb"));
    m_state->setObjectName(QStringLiteral("historyState"));
    m_requestId->setObjectName(QStringLiteral("historyRequestId"));
    m_deployedModel->setFont(Look::monospace(font()));
    m_requestId->setFont(Look::monospace(Look::small(font())));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Look::gap, 0, Look::gap);
    layout->setSpacing(Look::smallGap);
    auto *head = new QHBoxLayout;
    head->addWidget(m_verb);
    head->addWidget(m_time, 1);
    head->addWidget(m_state);
    layout->addLayout(head);
    layout->addWidget(m_deployedModel);
    m_asked = addWrapped("historyAsked");
    m_answer = addWrapped("historyAnswer");
    auto *request = new QHBoxLayout(m_requestRow);
    request->setContentsMargins({});
    auto *label = Look::secondaryLabel(tr("Request id"), m_requestRow);
    label->setBuddy(m_requestId);
    request->addWidget(label);
    request->addWidget(m_requestId, 1);
    request->addWidget(m_copy);
    layout->addWidget(m_requestRow);
    m_action->setObjectName(QStringLiteral("historyAction"));
    layout->addWidget(m_action, 0, Qt::AlignLeading);
    connect(m_action, &QPushButton::clicked, this, &HistoryEntry::actionRequested);
}

QLabel *HistoryEntry::addWrapped(const char *name)
{
    QLabel *label = Look::plainLabel({}, this);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    layout()->addWidget(label);
    return label;
}

void HistoryEntry::show(const Mutation &mutation)
{
    m_verb->setText(verbWord(mutation.verb));
    setState(mutation);
    m_time->setText(relativeTime(mutation.started, QDateTime::currentDateTimeUtc()));
    m_time->setToolTip(exactTime(mutation.started));
    m_deployedModel->setVisible(m_naming && !mutation.deployedModel.isEmpty());
    m_deployedModel->setValue(mutation.deployedModel);
    const QString asked = askedText(mutation);
    m_asked->setText(asked);
    m_asked->setVisible(!asked.isEmpty());
    showAnswer(mutation);
}

void HistoryEntry::setState(const Mutation &mutation)
{
    m_state->setText(stateWord(mutation));
    QPalette toned = palette();
    toned.setColor(QPalette::WindowText, Look::colour(toneOf(mutation), palette()));
    m_state->setPalette(toned);
}

void HistoryEntry::showAnswer(const Mutation &mutation)
{
    QStringList lines;
    QString requestId = mutation.requestId;
    const QString inquiry = inquiryText(mutation);
    if (mutation.error) {
        const ErrorText text = textOf(*mutation.error, deedOf(mutation.verb));
        lines << text.headline << text.service << (inquiry.isEmpty() ? text.meaning : inquiry);
        lines.removeAll(QString());
        if (requestId.isEmpty())
            requestId = mutation.error->requestId;
    }
    m_answer->setText(lines.join(u'\n'));
    m_answer->setVisible(!lines.isEmpty());
    m_requestRow->setVisible(!requestId.isEmpty());
    m_requestId->setValue(requestId);
    m_requestId->setAccessibleName(tr("Request id"));
    m_copy->setCopied(requestId);
    m_copy->setWhat(tr("Copy the request id"));
    const QString action = inquiryAction(mutation);
    m_action->setVisible(!action.isEmpty());
    m_action->setText(action);
}

void HistoryEntry::paintEvent(QPaintEvent *)
{
    QColor line = palette().color(QPalette::WindowText);
    line.setAlphaF(0.15F);
    QPainter(this).fillRect(0, height() - 1, width(), 1, line);
}

} // namespace Slipway
