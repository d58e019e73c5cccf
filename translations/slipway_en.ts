<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
    <name>Slipway::Reporter</name>
    <message numerus="yes">
        <source>Next try in %n s.</source>
        <translation>
            <numerusform>Next try in %n s.</numerusform>
            <numerusform>Next try in %n s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deployment(s)</source>
        <translation>
            <numerusform>%n deployment</numerusform>
            <numerusform>%n deployments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n serving</source>
        <translation>
            <numerusform>%n serving</numerusform>
            <numerusform>%n serving</numerusform>
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
</TS>
