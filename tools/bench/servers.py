"""Servers to measure, each a process of its own, and what the system says of them."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
APPS = Path(__file__).parent / "apps"
OURS, BARE, PLOTLY, DASH = "this dashboard", "bare Streamlit page", "bare Plotly page", "Dash"
SCRIPTS = {
    OURS: ROOT / "dashboard.py",
    BARE: APPS / "bare_page.py",
    PLOTLY: APPS / "plotly_page.py",
}
TICKS = os.sysconf("SC_CLK_TCK")
START_SECONDS = 120


@dataclass(frozen=True)
class Server:
    """A running server: what it is, where it answers, its process."""

    name: str
    url: str
    process: int

    def cpu(self) -> float:
        """Return the seconds of processor time that it has used."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self) -> float:
        """Return the megabytes that it holds in memory."""
        lines = Path(f"/proc/{self.process}/status").read_text().splitlines()
        held = next(line for line in lines if line.startswith("VmRSS"))
        return int(held.split()[1]) / 1024


@contextmanager
def running(name: str, *, data: Path | None = None) -> Iterator[Server]:
    """Run a server on a free port until the block ends, on the plan in ``data`` if given."""
    port = _free_port()
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    if data:
        environment["NETZERO_DATA"] = str(data)
    process = subprocess.Popen(
        _command(name, port),
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{url}{'/' if name == DASH else '/_stcore/health'}", process)
        yield Server(name, url, process.pid)
    finally:
        process.terminate()
        process.wait(20)


def _command(name: str, port: int) -> list[str]:
    if name == DASH:
        return [sys.executable, "-m", "tools.bench.apps.dash_page", str(port)]
    options: Mapping[str, object] = {
        "port": port, "address": "127.0.0.1", "headless": "true", "fileWatcherType": "none"
    }  # fmt: skip
    command = [sys.executable, "-m", "streamlit", "run", str(SCRIPTS[name])]
    return [*command, *(f"--server.{option}={value}" for option, value in options.items())]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"{url} did not answer")
