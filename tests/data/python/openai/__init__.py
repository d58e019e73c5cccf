# SPDX-FileCopyrightText: Slipway contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Stands in for the OpenAI SDK where that is not installed: makes the HTTP call that its documents describe, refuses
# what it does not take by name, and answers in its shape.
import json
import urllib.request
from types import SimpleNamespace


def _shaped(value):
    if isinstance(value, dict):
        return SimpleNamespace(**{"content": None, **{key: _shaped(each) for key, each in value.items()}})
    return [_shaped(each) for each in value] if isinstance(value, list) else value


def _events(response):
    for line in response:
        if line.startswith(b"data:") and line[5:].strip() != b"[DONE]":
            yield _shaped(json.loads(line[5:]))


class _Completions:
    def __init__(self, client):
        self._client = client

    def create(self, *, model, messages, stream=False, stream_options=None, temperature=None, top_p=None,
               max_tokens=None, seed=None, stop=None, n=None, logprobs=None, top_logprobs=None,
               presence_penalty=None, frequency_penalty=None, response_format=None, tools=None, tool_choice=None,
               parallel_tool_calls=None, extra_body=None):
        named = {key: value for key, value in locals().items()
                 if value is not None and key not in ("self", "extra_body")}
        body = json.dumps({**named, **(extra_body or {})}).encode()
        request = urllib.request.Request(self._client.base_url + "/chat/completions", body, self._client.headers)
        response = urllib.request.urlopen(request, timeout=30)
        return _events(response) if stream else _shaped(json.load(response))


class OpenAI:
    def __init__(self, *, api_key, base_url, default_headers=None, max_retries=2):
        self.base_url = base_url.rstrip("/")
        self.headers = {"Authorization": "Bearer " + api_key, "Content-Type": "application/json",
                        **(default_headers or {})}
        self.chat = SimpleNamespace(completions=_Completions(self))
