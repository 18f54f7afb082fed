"""A server of Tasuki, and the load that is put on it."""

from __future__ import annotations

import json
import os
import pathlib
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterable

from tasuki_scripts import processes

from .contestants import Failed, measured


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`tasuki serve` on a workspace, from its first answer until `close`."""

    def __init__(self, tasuki: pathlib.Path, workspace: pathlib.Path):
        self.port = free_port()
        self.log = open(workspace.parent / f"{workspace.name}.log", "w+", encoding="utf-8")
        began = time.perf_counter()
        self.process = subprocess.Popen(
            [tasuki, "serve", "--without-accounts", "--workspace", workspace, "--port", str(self.port)],
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        while True:
            try:
                self.get("/healthz")
                break
            except OSError as error:
                if self.process.poll() is not None or time.perf_counter() - began > 30:
                    self.close()
                    raise Failed(f"tasuki serve did not answer: {error}") from error
                time.sleep(0.001)
        #: From the start of the process to its first answer.
        self.ready_ms = (time.perf_counter() - began) * 1000

    def get(self, path: str) -> bytes:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as reply:
            return reply.read()

    def memory_mib(self, field: str) -> float:
        """`VmRSS`, what is resident now, or `VmHWM`, the most there ever was."""
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as status:
            for line in status:
                if line.startswith(f"{field}:"):
                    return int(line.split()[1]) / 1024
        raise Failed(f"the kernel does not tell {field}")

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            processes.ended(self.process, 15)
        self.log.close()


def request(port: int, method: str, path: str, headers: dict | None = None, body: bytes = b"") -> bytes:
    """A whole request, as it goes over the wire."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{port}"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if body or method == "POST":
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def reads(port: int, paths: list[str], count: int, connections: int = 64) -> Iterable[tuple[int, bytes]]:
    """`count` GETs of the paths in turn, over so many connections."""
    for number in range(count):
        yield number % connections, request(port, "GET", paths[number % len(paths)])


def planned(port: int, plan: pathlib.Path) -> Iterable[tuple[int, bytes]]:
    """The requests of a plan that `tasuki-bench plan` wrote: a JSON object a line."""
    with open(plan, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                step = json.loads(line)
                body = step.get("body", "")
                text = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)
                yield (int(step["connection"]),
                       request(port, step["method"], step["path"], step.get("headers"), text.encode()))
            except (ValueError, KeyError, TypeError) as error:
                raise Failed(f"line {number} of the plan is malformed: {error!r}") from error


def load(generator: pathlib.Path, port: int, requests: Iterable[tuple[int, bytes]], folder: pathlib.Path) -> dict:
    """Sends the requests and gives the generator's figures; any reply but a success is a failure."""
    plan = folder / f"load-{os.getpid()}.plan"
    with open(plan, "wb") as file:
        for connection, content in requests:
            file.write(b"%d %d\n" % (connection, len(content)) + content)
    try:
        result = measured([generator, port, plan, 300], "the load generator")
    finally:
        plan.unlink()
    refused = {code: count for code, count in result["statuses"].items() if not code.startswith("2")}
    if refused:
        raise Failed(f"the server answered {refused}")
    return result
