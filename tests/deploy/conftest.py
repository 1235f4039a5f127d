"""Debian's nginx with the shipped configuration, and two replicas behind it, on loopback ports."""

import http
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tools.processes import STOP_SECONDS, start, stop

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DATA = ROOT / "data"
NGINX_CONF = ROOT / "deploy" / "nginx.conf"
LOOPBACK = "127.0.0.1"
SECRET = "0123456789abcdef"
HEALTH = "/_stcore/health"
START_SECONDS = 60

# What surrounds a file in conf.d on Debian, as far as it matters here.
AROUND = """\
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
daemon off;
worker_processes 2;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/netzero.conf;
}}
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("deploy")


@dataclass
class Room:
    """What a council would run: nginx, two replicas, one secret, one folder with the plan."""

    folder: Path
    nginx_port: int
    redirect_port: int
    replica_ports: tuple[int, int]
    running: dict[int, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"https://{LOOPBACK}:{self.nginx_port}"

    @property
    def plan(self) -> Path:
        return self.folder / "plan"

    @property
    def tls(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.folder / "fullchain.pem"))

    def replica_url(self, port: int) -> str:
        return f"http://{LOOPBACK}:{port}"

    def start_replica(self, port: int) -> None:
        """Start a replica by the script that the container runs, unless it is running."""
        if port in self.running:
            return
        options = [f"--server.address={LOOPBACK}", f"--server.port={port}"]
        self.running[port] = _start(
            ["sh", "deploy/start.sh", *options],
            log=self.folder / f"replica-{port}.log",
            PATH=f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            NETZERO_DATA=str(self.plan),
            COOKIE_SECRET_FILE=str(self.folder / "cookie_secret"),
        )

    def kill_replica(self, port: int) -> None:
        """End a replica at once, as a crash would: no goodbye to anybody."""
        process = self.running.pop(port)
        process.kill()
        process.wait(STOP_SECONDS)

    def wait_until_up(self) -> None:
        """Wait until every replica answers, and nginx too."""
        for port in self.replica_ports:
            wait_for(lambda port=port: _answers(f"{self.replica_url(port)}{HEALTH}"), self.logs)
        wait_for(lambda: _answers(f"{self.url}{HEALTH}", self.tls), self.logs)

    def wait_for_newcomers_at(self, number: int) -> None:
        """Wait until nginx sends newcomers to a replica; right after a failure it does not."""
        wait_for(lambda: self._newcomers_replica() == f"{number}", self.logs)

    def logs(self) -> str:
        """Return what nginx and the replicas have logged."""
        return "\n".join(log.read_text() for log in sorted(self.folder.glob("*.log")))

    def _newcomers_replica(self) -> str:
        with urllib.request.urlopen(f"{self.url}{HEALTH}", timeout=5, context=self.tls) as answer:
            cookies = " ".join(answer.headers.get_all("Set-Cookie") or [])
        return "".join(re.findall(r"netzero_replica=(\d)", cookies))


@pytest.fixture(scope="module")
def started_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    nginx = _program("nginx")
    folder = tmp_path_factory.mktemp("room")
    ports = _free_ports(4)
    room = Room(folder, ports[0], ports[1], (ports[2], ports[3]))
    shutil.copytree(DATA, room.plan)
    (folder / "cookie_secret").write_text(f"{SECRET}\n", encoding="utf-8")
    _make_certificate(folder)
    (folder / "netzero.conf").write_text(_shipped_conf(room), encoding="utf-8")
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user), encoding="utf-8")
    with ExitStack() as stack:
        stack.callback(lambda: [stop(process) for process in room.running.values()])
        for port in room.replica_ports:
            room.start_replica(port)
        front = _start(
            [nginx, "-e", f"{folder}/error.log", "-p", str(folder), "-c", f"{folder}/nginx.conf"],
            log=folder / "nginx.log",
        )
        stack.callback(stop, front)
        yield room


@pytest.fixture
def room(started_room: Room) -> Room:
    """The room with both replicas up and the published plan, whatever the test before did."""
    shutil.copytree(DATA, started_room.plan, dirs_exist_ok=True)
    for port in started_room.replica_ports:
        started_room.start_replica(port)
    started_room.wait_until_up()
    for number in (1, 2):
        started_room.wait_for_newcomers_at(number)
    return started_room


def _program(name: str) -> str:
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None:
        reason = f"no {name}: `make test` installs Debian's where it can"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def _shipped_conf(room: Room) -> str:
    """Return the shipped file; only addresses, ports and the place of the certificate differ."""
    first, second = room.replica_ports
    changes = {
        "listen 80;": f"listen {LOOPBACK}:{room.redirect_port};",
        "listen 443 ": f"listen {LOOPBACK}:{room.nginx_port} ",
        "172.30.85.11:8501": f"{LOOPBACK}:{first}",
        "172.30.85.12:8501": f"{LOOPBACK}:{second}",
        "/etc/nginx/tls/fullchain.pem": f"{room.folder}/fullchain.pem",
        "/etc/nginx/tls/privkey.pem": f"{room.folder}/privkey.pem",
    }
    text = NGINX_CONF.read_text(encoding="utf-8")
    for shipped, here in changes.items():
        assert shipped in text
        text = text.replace(shipped, here)
    return text


def _make_certificate(folder: Path) -> None:
    """Make a certificate for loopback that is good for two days."""
    names = ["-subj", "/CN=netzero", "-addext", f"subjectAltName=IP:{LOOPBACK}"]
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    files = ["-keyout", f"{folder}/privkey.pem", "-out", f"{folder}/fullchain.pem"]
    command = [_program("openssl"), "req", "-x509", *key, *names, *files]
    subprocess.run(command, check=True, capture_output=True)


def _free_ports(number: int) -> list[int]:
    """Return ports that are free now, each another."""
    with ExitStack() as stack:
        listeners = [
            stack.enter_context(socket.create_server((LOOPBACK, 0))) for _ in range(number)
        ]
        return [listener.getsockname()[1] for listener in listeners]


def _start(command: list[str], *, log: Path, **variables: str) -> subprocess.Popen[bytes]:
    with log.open("ab") as output:
        return start(command, log=output, folder=ROOT, environment={**os.environ, **variables})


def _answers(url: str, tls: ssl.SSLContext | None = None) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2, context=tls) as answer:
            return bool(answer.status == http.HTTPStatus.OK)
    except OSError:
        return False


def wait_for(holds: Callable[[], bool], otherwise: Callable[[], str]) -> None:
    """Wait until a condition holds; fail with what ``otherwise`` says after a minute."""
    deadline = time.monotonic() + START_SECONDS
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail(f"Not so after {START_SECONDS} s:\n{otherwise()}")
        time.sleep(0.05)
