"""A program under measurement: started on a port of its own, watched, and ended."""

import http.client
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from netzero.ui.loading import FOLDER
from tools.bench.subjects import Subject
from tools.processes import start, stop

LOOPBACK = "127.0.0.1"
PORTS = range(9300, 9350)
TICKS = os.sysconf("SC_CLK_TCK")
START_SECONDS = 120


@dataclass(frozen=True)
class Server:
    """A running program: where it answers, and what it has used so far."""

    subject: Subject
    port: int
    process: int

    @property
    def url(self) -> str:
        """The address of its first page, without a stroke at the end."""
        return f"http://{LOOPBACK}:{self.port}"

    def cpu(self) -> float:
        """Return the seconds of CPU that it has used since it was started."""
        cells = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(cells[11]) + int(cells[12])) / TICKS

    def memory(self) -> float:
        """Return the megabytes that it holds in memory now."""
        lines = Path(f"/proc/{self.process}/status").read_text().splitlines()
        held = next(line for line in lines if line.startswith("VmRSS:"))
        return int(held.split()[1]) / 1000


@contextmanager
def serving(subject: Subject, *, plan: Path | None = None) -> Iterator[Server]:
    """Run a program until the block ends, on the plan of a folder. Raises ``RuntimeError``."""
    port = _free_port()
    command = [part.replace("PORT", str(port)) for part in subject.command]
    environment = {**os.environ, **({FOLDER: str(plan)} if plan else {})}
    with tempfile.TemporaryFile() as log:
        process = start(command, log=log, folder=subject.folder, environment=environment)
        try:
            server = Server(subject, port, process.pid)
            if not _is_healthy_in_time(process, server):
                log.seek(0)
                raise RuntimeError(f"{subject.name} did not start:\n{log.read().decode()}")
            yield server
        finally:
            stop(process)


def health_seconds(server: Server, *, timeout: float = 10) -> float | None:
    """Return how long the program took to say that it is healthy; None where it did not."""
    start = time.perf_counter()
    connection = http.client.HTTPConnection(LOOPBACK, server.port, timeout=timeout)
    try:
        connection.request("GET", server.subject.health)
        answer = connection.getresponse()
        answer.read()
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
    return time.perf_counter() - start if answer.status == 200 else None


def _free_port() -> int:
    for port in PORTS:
        try:
            socket.create_server((LOOPBACK, port)).close()
        except OSError:
            continue
        return port
    raise RuntimeError(f"No port from {PORTS.start} to {PORTS.stop - 1} is free")


def _is_healthy_in_time(process: subprocess.Popen[bytes], server: Server) -> bool:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if health_seconds(server) is not None:
            return True
        time.sleep(0.1)
    return False
