# SPDX-FileCopyrightText: Slipway contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Stands in for the DashScope SDK where that is not installed: makes the HTTP call that its documents describe, refuses
# what it does not take, and answers in its shape.
import json
import urllib.error
import urllib.request
from types import SimpleNamespace

base_http_api_url = "https://dashscope.aliyuncs.com/api/v1"


def _shaped(value):
    if isinstance(value, dict):
        return SimpleNamespace(**{key: _shaped(each) for key, each in value.items()})
    return [_shaped(each) for each in value] if isinstance(value, list) else value


def _answer(status, body):
    shaped = _shaped(body.get("output") or {"choices": []})
    return SimpleNamespace(status_code=status, code=body.get("code", ""), message=body.get("message", ""),
                           request_id=body.get("request_id", ""), output=shaped)


def _events(response):
    for line in response:
        if line.startswith(b"data:"):
            yield _answer(200, json.loads(line[5:]))


class Generation:
    @classmethod
    def call(cls, model, prompt=None, history=None, api_key=None, messages=None, plugins=None, workspace=None, *,
             stream=False, **parameters):
        given = {"messages": messages} if messages else {"prompt": prompt}
        headers = {"Authorization": "Bearer " + api_key, "Content-Type": "application/json"}
        if stream:
            headers["Accept"] = "text/event-stream"
            headers["X-DashScope-SSE"] = "enable"
        if workspace:
            headers["X-DashScope-WorkSpace"] = workspace
        body = json.dumps({"model": model, "input": given, "parameters": parameters}).encode()
        address = base_http_api_url + "/services/aigc/text-generation/generation"
        try:
            response = urllib.request.urlopen(urllib.request.Request(address, body, headers), timeout=30)
        except urllib.error.HTTPError as error:
            refusal = _answer(error.code, json.loads(error.read()))
            return iter([refusal]) if stream else refusal
        return _events(response) if stream else _answer(200, json.load(response))
