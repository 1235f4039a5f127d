"""A Chromium that only draws pages, and tabs of it that are asked what they show.

A test's browser also notes where in a script each error and message arose (the Runtime domain of
its protocol). For that Chromium reads large scripts again: up to 0.7 s of a visit, which no reader
meets. Here no domain is switched on but the network's, whose events cost nothing to speak of.
"""

import base64
import json
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tools.bench.chromium import ARGUMENTS, chromium_path
from tools.processes import start, stop

WINDOW = (1440, 900)
START_SECONDS = 30
PAUSE = 0.02


class Tab:
    """An open tab: what is asked of it, and the bytes that came in."""

    def __init__(self, line: ClientConnection) -> None:
        self.line = line
        self.asked = 0
        self.received = 0.0
        self.ask("Network.enable")
        self.ask("Page.bringToFront")  # for a hidden one a browser is never idle
        width, height = WINDOW
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.ask("Emulation.setDeviceMetricsOverride", **size)

    def ask(self, method: str, **options: object) -> dict[str, Any]:
        """Return what the browser answers, and count what came in until then."""
        self.asked += 1
        self.line.send(json.dumps({"id": self.asked, "method": method, "params": options}))
        while True:
            message = json.loads(self.line.recv())
            if message.get("id") == self.asked:
                return _result(method, message)
            self.received += _bytes_of(message)

    def slow_down(self, *, megabits: float, latency: float) -> None:
        """Have its line carry so many megabits a second, each answer ``latency`` ms later."""
        speed = megabits * 1e6 / 8
        self.ask(
            "Network.emulateNetworkConditions",
            offline=False,
            latency=latency,
            downloadThroughput=speed,
            uploadThroughput=speed,
        )

    def value_of(self, expression: str, *, seconds: float) -> Any:
        """Return what an expression comes to once that is true. Raises ``TimeoutError``."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
            if value := found["result"].get("value"):
                return value
            time.sleep(PAUSE)
        raise TimeoutError(f"Not within {seconds} s: {expression}")


@contextmanager
def new_browser() -> Iterator[str]:
    """Yield the address of a browser that keeps what it is given, in a folder that is then gone."""
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        tempfile.TemporaryFile() as log,
    ):
        options = ("--headless=new", "--remote-debugging-port=0", f"--user-data-dir={folder}")
        command = [chromium_path(), *ARGUMENTS, *options, "about:blank"]
        process = start(command, log=log, folder=Path(folder))
        try:
            yield f"127.0.0.1:{_port(Path(folder))}"
        finally:
            stop(process)


@contextmanager
def new_tab(browser: str) -> Iterator[Tab]:
    """Yield an empty tab, and close it."""
    made = json.loads(_told(browser, "new?about:blank"))
    with connect(made["webSocketDebuggerUrl"], max_size=None) as line:
        yield Tab(line)
    _told(browser, f"close/{made['id']}")


def _port(folder: Path) -> int:
    """Return where a browser listens, as it writes it down when it does."""
    written = folder / "DevToolsActivePort"
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        lines = written.read_text().splitlines() if written.exists() else []
        if len(lines) == 2:
            return int(lines[0])
        time.sleep(PAUSE)
    raise RuntimeError("Chromium did not start")


def _told(browser: str, what: str) -> bytes:
    request = urllib.request.Request(f"http://{browser}/json/{what}", method="PUT")
    with urllib.request.urlopen(request) as answer:
        return bytes(answer.read())


def _result(method: str, message: dict[str, Any]) -> dict[str, Any]:
    if "error" in message:
        raise RuntimeError(f"{method}: {message['error']['message']}")
    return dict(message["result"])


def _bytes_of(message: dict[str, Any]) -> float:
    """Return the bytes of a file or a message of the server, as a browser tells of them."""
    match message.get("method"):
        case "Network.loadingFinished":
            return float(message["params"]["encodedDataLength"])
        case "Network.webSocketFrameReceived":
            frame = message["params"]["response"]
            payload = str(frame["payloadData"])
            return len(base64.b64decode(payload)) if frame["opcode"] == 2 else len(payload)
    return 0
