"""One actor at the HTTP door, whose requests follow from their keys alone."""

from __future__ import annotations

import base64
import http.client
import json
import random
import socket
import typing

from . import ledger as ledgers

PLACES = [("SG", "HSA"), ("TH", "ThaiFDA"), ("TW", "TFDA")]
SUBMISSIONS = 6
# Seconds after which an answer does not come any more.
LIMIT = 300


class Client:
    """One actor at the HTTP door: mostly a question to a case, sometimes with a letter, sometimes wrong on purpose."""

    def __init__(self, port: int, told: ledgers.Ledger, name: str, dice: random.Random) -> None:
        self.port, self.told, self.name, self.dice = port, told, name, dice
        self.number = 0
        self.last: str | None = None
        self.connection: http.client.HTTPConnection | None = None

    def step(self) -> str:
        self.number += 1
        kind = self.dice.choices(
            ["propose", "letter", "stale", "forbidden", "unknown", "again", "reused"], [70, 6, 6, 4, 4, 6, 4]
        )[0]
        if kind in ("again", "reused") and self.last:
            return self.again(self.last) if kind == "again" else self.reuse(self.last)
        key = f"{self.name}-{self.number}-{kind}"
        self.told.sent(key)
        return self.send(key)

    def again(self, key: str) -> str:
        """The same request with the same key; the ledger holds both answers against each other."""
        return self.send(key)

    def reuse(self, key: str) -> str:
        """Another request with a key that stands for an acceptance: refused, and the acceptance stays."""
        status, answer = self.post(key, *self.request(key, twist=True))
        if status is not None and status < 500 and answer.get("code") != "key.reused" and status != 422:
            self.told.contradictions.append(
                f"{key} was used for another request and answered {status} {answer.get('code')}"
            )
        return "refused" if status else "sent"

    def request(self, key: str, twist: bool = False) -> tuple[str, dict[str, typing.Any], dict[str, str]]:
        """Path, body and headers follow from the key alone, so that they can be sent again by another process."""
        name, number, kind = key.rsplit("-", 2)
        dice = random.Random(f"{name}/{number}")
        place, body = dice.choice(PLACES)
        submission = f"t{dice.randrange(SUBMISSIONS)}"
        text = f"{key} twisted" if twist else key
        content: dict[str, typing.Any] = {
            "as": f"officer@{body}",
            "by": name,
            "fields": {"questions": [{"text": text}]},
        }
        headers, action = {}, "propose"
        if kind == "letter":
            letter = base64.b64encode(dice.randbytes(dice.randrange(10, 9000))).decode()
            content["as"] = "applicant"
            content["documents"] = [{"name": "letter.pdf", "mediaType": "application/pdf", "content": letter}]
            content["on"] = "2026-04-01"
        elif kind == "stale":
            headers["If-Match"] = '"1"'
        elif kind == "forbidden":
            content["as"] = "officer@PMDA"
        elif kind == "unknown":
            action = "undo"
        return f"/v1/cases/{submission}/{place}/actions/{action}", content, headers

    def send(self, key: str) -> str:
        status, answer = self.post(key, *self.request(key))
        if status is None:
            return "sent"
        if status == 200:
            self.told.ok(key, ledgers.answer_from(answer))
            self.last = key
            return "ok"
        code = str(answer.get("code", status))
        if status < 500:
            self.told.refused(key, code)
            return "refused"
        self.told.failed(key, code)
        return "failed"

    def post(
        self, key: str, path: str, content: dict[str, typing.Any], headers: dict[str, str]
    ) -> tuple[int | None, dict[str, typing.Any]]:
        """No status where no whole answer came."""
        headers = headers | {"Content-Type": "application/json", "Idempotency-Key": key}
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LIMIT)
                self.connection.connect()
                self.connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connection.request("POST", path, json.dumps(content), headers)
            response = self.connection.getresponse()
            return response.status, json.loads(response.read())
        except (OSError, http.client.HTTPException, ValueError):
            self.close()
            return None, {}

    def close(self) -> None:
        if self.connection is not None:
            self.connection.close()
            self.connection = None


def get(port: int, path: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LIMIT)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()
