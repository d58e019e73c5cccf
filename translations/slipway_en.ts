<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>InquiryWords</name>
    <message numerus="yes">
        <source>%n look(s) at the fleet do not show it.</source>
        <translation>
            <numerusform>%n look at the fleet does not show it.</numerusform>
            <numerusform>%n looks at the fleet do not show it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only you can tell: %n deployment(s) may have come from it.</source>
        <translation>
            <numerusform>Only you can tell: %n deployment may have come from it.</numerusform>
            <numerusform>Only you can tell: %n deployments may have come from it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::CompareWindow</name>
    <message numerus="yes">
        <source>Ask all %n…</source>
        <translation>
            <numerusform>Ask all %n…</numerusform>
            <numerusform>Ask all %n…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::ConversationsWindow</name>
    <message numerus="yes">
        <source>%1 of %n conversations</source>
        <translation>
            <numerusform>%1 of %n conversation</numerusform>
            <numerusform>%1 of %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::DeleteDialog</name>
    <message numerus="yes">
        <source>Delete %n deployment(s) from %1</source>
        <translation>
            <numerusform>Delete %n deployment from %1</numerusform>
            <numerusform>Delete %n deployments from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n deployment(s)</source>
        <translation>
            <numerusform>Delete %n deployment</numerusform>
            <numerusform>Delete %n deployments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more deployment(s) selected: they are left out, %1 can be deleted at once.</source>
        <translation>
            <numerusform>%n more deployment is selected: it is left out, %1 can be deleted at once.</numerusform>
            <numerusform>%n more deployments are selected: they are left out, %1 can be deleted at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Type their ids, one after the other: %n left</source>
        <translation>
            <numerusform>Type their ids, one after the other: %n left</numerusform>
            <numerusform>Type their ids, one after the other: %n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::DifferencePage</name>
    <message numerus="yes">
        <source>%n differences</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words only left</source>
        <translation>
            <numerusform>%n word only left</numerusform>
            <numerusform>%n words only left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only right</source>
        <translation>
            <numerusform>%n only right</numerusform>
            <numerusform>%n only right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::FiguresLine</name>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>%Ln reply</numerusform>
            <numerusform>%Ln replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::FleetView</name>
    <message numerus="yes">
        <source>%n are hidden by the filter.</source>
        <translation>
            <numerusform>%n is hidden by the filter.</numerusform>
            <numerusform>%n are hidden by the filter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::HistoryPane</name>
    <message numerus="yes">
        <source>%n older are not shown.</source>
        <translation>
            <numerusform>%n older one is not shown.</numerusform>
            <numerusform>%n older ones are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::JournalWindow</name>
    <message numerus="yes">
        <source>%1 of %n entries</source>
        <translation>
            <numerusform>%1 of %n entry</numerusform>
            <numerusform>%1 of %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries written to %1.</source>
        <translation>
            <numerusform>%n entry written to %1.</numerusform>
            <numerusform>%n entries written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::LeftOpenReporter</name>
    <message numerus="yes">
        <source>%n request(s) of an earlier run have no answer: what they made may be billed.</source>
        <translation>
            <numerusform>%n request of an earlier run has no answer: what it made may be billed.</numerusform>
            <numerusform>%n requests of an earlier run have no answer: what they made may be billed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::Reporter</name>
    <message numerus="yes">
        <source>Next try in %n s.</source>
        <translation>
            <numerusform>Next try in %n s.</numerusform>
            <numerusform>Next try in %n s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deployment(s)</source>
        <translation>
            <numerusform>%Ln deployment</numerusform>
            <numerusform>%Ln deployments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln billed by the hour</source>
        <translation>
            <numerusform>%Ln billed by the hour</numerusform>
            <numerusform>%Ln billed by the hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of unknown price</source>
        <translation>
            <numerusform>%Ln of unknown price</numerusform>
            <numerusform>%Ln of unknown price</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln by the token</source>
        <translation>
            <numerusform>%Ln by the token</numerusform>
            <numerusform>%Ln by the token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln prepaid</source>
        <translation>
            <numerusform>%Ln prepaid</numerusform>
            <numerusform>%Ln prepaid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln deployment(s)</source>
        <comment>how many the filter lets through</comment>
        <translation>
            <numerusform>%1 of %Ln deployment</numerusform>
            <numerusform>%1 of %Ln deployments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::RunAnswers</name>
    <message numerus="yes">
        <source>%n ties</source>
        <translation>
            <numerusform>%n tie</numerusform>
            <numerusform>%n ties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::RunSetup</name>
    <message numerus="yes">
        <source>%n prompts found.</source>
        <translation>
            <numerusform>%n prompt found.</numerusform>
            <numerusform>%n prompts found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines cannot be sent:</source>
        <translation>
            <numerusform>%n line cannot be sent:</numerusform>
            <numerusform>%n lines cannot be sent:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave these %n lines out</source>
        <translation>
            <numerusform>Leave this line out</numerusform>
            <numerusform>Leave these %n lines out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n requests</source>
        <translation>
            <numerusform>Send %n request</numerusform>
            <numerusform>Send %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::RunView</name>
    <message numerus="yes">
        <source>Ask %n again</source>
        <translation>
            <numerusform>Ask %n again</numerusform>
            <numerusform>Ask %n again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests have no whole answer. They may have been generated all the same, so they are only asked again by you.</source>
        <translation>
            <numerusform>%n request has no whole answer. It may have been generated all the same, so it is only asked again by you.</numerusform>
            <numerusform>%n requests have no whole answer. They may have been generated all the same, so they are only asked again by you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers written to %1.</source>
        <translation>
            <numerusform>%n answer written to %1.</numerusform>
            <numerusform>%n answers written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::RunWords</name>
    <message numerus="yes">
        <source>%n ended early: about %1 tokens</source>
        <translation>
            <numerusform>%n ended early: about %1 tokens</numerusform>
            <numerusform>%n ended early: about %1 tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prompts</source>
        <translation>
            <numerusform>%n prompt</numerusform>
            <numerusform>%n prompts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deployments</source>
        <translation>
            <numerusform>%n deployment</numerusform>
            <numerusform>%n deployments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::Words</name>
    <message numerus="yes">
        <source>%n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TurnWords</name>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::RemovalPanel</name>
    <message numerus="yes">
        <source>%n of its requests have no answer: what was sent may exist and be billed. Slipway does not look into that any more once the account is removed.</source>
        <translation>
            <numerusform>%n of its requests has no answer: what was sent may exist and be billed. Slipway does not look into that any more once the account is removed.</numerusform>
            <numerusform>%n of its requests have no answer: what was sent may exist and be billed. Slipway does not look into that any more once the account is removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slipway::MainWindow</name>
    <message numerus="yes">
        <source>%n request(s) are being sent. If you quit now, what comes of them is unknown until the next start looks for it.</source>
        <translation>
            <numerusform>%n request is being sent. If you quit now, what comes of it is unknown until the next start looks for it.</numerusform>
            <numerusform>%n requests are being sent. If you quit now, what comes of them is unknown until the next start looks for it.</numerusform>
        </translation>
    </message>
</context>
</TS>
