"""The real app in a real browser: one server and one Chromium, a new page for each test.

    from tests.browser.conftest import open_page

    def test_timeline(page, recording):
        open_page(page, "/timeline?team=Fleet")
        ...
        assert recording.outside_requests == []

Another window: ``@pytest.mark.parametrize("viewport", [(390, 844)])``.

While a page changes, what stood before may stand behind what is new: ``.first`` is the new one.
"""

import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)

from tools.processes import start, stop

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LOOPBACK = "127.0.0.1"
LOOPBACK_NAMES = {LOOPBACK, "localhost", "::1"}
NETWORK_SCHEMES = {"http", "https", "ws", "wss"}
START_SECONDS = 60
PAGE_SECONDS = 30
EXPECT_SECONDS = 20  # how long what is expected may take where the machine does much else

QUIET_MILLISECONDS = 150
DRAWN_AND_QUIET = """quiet => {
    const app = document.querySelector('[data-testid="stApp"]');
    const drawn = app
        && app.dataset.testConnectionState === 'CONNECTED'
        && app.dataset.testScriptState === 'notRunning'
        && !app.querySelector('[data-testid="stSkeleton"], [data-testid="stAppSkeleton"]')
        && !app.querySelector('.nz-chart:not(:has(.main-svg))');
    window.drawnSince = drawn ? window.drawnSince ?? performance.now() : undefined;
    return drawn && performance.now() - window.drawnSince >= quiet;
}"""

# On a deep link Streamlit looks for its server below the page's path first, and gets a 404.
BASE_PATH_PROBES = ("/_stcore/health", "/_stcore/host-config")

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_ARGS = (
    "--no-sandbox",  # the sandbox refuses to start for root, which is what containers run as
    "--disable-gpu",
    "--disable-dev-shm-usage",  # containers give /dev/shm too little room
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
expect.set_options(timeout=EXPECT_SECONDS * 1000)
ONE_PROCESS = "--process-per-site"  # a new page finds the scripts that another one has read


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder, and run them first.

    They wait more than they count, so that the others, of which each worker has its part, fill the
    time. Playwright keeps an event loop in the main thread, in which nothing else can start one.
    """
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("browser")
    items.sort(key=lambda item: not item.path.is_relative_to(HERE))


@dataclass(frozen=True)
class Server:
    """A running app: where it answers, and the file it logs to."""

    url: str
    log: Path


@contextmanager
def running_app(log: Path, *, port: int = 0, **more: str) -> Iterator[Server]:
    """Run the app on a free port until the block ends; a test may start a cold one of its own.

    With ``port`` it runs there, as after a restart. ``more`` are options of Streamlit's, with ``_``
    in place of the point in their names.
    """
    port = port or free_port()
    options = {
        "server.headless": "true",
        "server.address": LOOPBACK,
        "server.port": str(port),
        "server.fileWatcherType": "none",
        **{name.replace("_", "."): value for name, value in more.items()},
    }
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    command += [f"--{name}={value}" for name, value in options.items()]
    with log.open("wb") as output:
        process = start(command, log=output, folder=ROOT)
    try:
        _wait_until_healthy(process, port, log)
        yield Server(url=f"http://{LOOPBACK}:{port}", log=log)
    finally:
        stop(process)


def free_port() -> int:
    with socket.create_server((LOOPBACK, 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def _wait_until_healthy(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not _is_healthy(port):
        if process.poll() is not None:
            pytest.fail(f"The app ended with code {process.returncode}:\n{log.read_text()}")
        if time.monotonic() > deadline:
            pytest.fail(f"The app did not answer in {START_SECONDS} s:\n{log.read_text()}")
        time.sleep(0.05)


def _is_healthy(port: int) -> bool:
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Put the server's log under a browser test that fails."""
    report = yield
    server = getattr(item, "funcargs", {}).get("server")
    if report.failed and server:
        report.sections.append(("Log of the app", server.log.read_text(errors="replace")))
    return report


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running_app(tmp_path_factory.mktemp("app") / "app.log") as app:
        yield app


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = chromium_path()
    if chromium is None:
        reason = "no Chromium: `make test` finds or installs one, or set CHROMIUM to its path"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium, args=[*CHROMIUM_ARGS, ONE_PROCESS]
        )
        yield running
        running.close()


def chromium_path() -> str | None:
    """Return the path of the Chromium that CHROMIUM names, or of one that is found; else None."""
    names = (os.environ["CHROMIUM"],) if os.environ.get("CHROMIUM") else CHROMIUM_NAMES
    return next(filter(None, map(shutil.which, names)), None)


@dataclass
class Recording:
    """What the browser did that a test may want to forbid."""

    outside_requests: list[str] = field(default_factory=list)
    console_errors: list[str] = field(default_factory=list)

    def add_request(self, url: str) -> None:
        address = urlsplit(url)
        if address.scheme in NETWORK_SCHEMES and address.hostname not in LOOPBACK_NAMES:
            self.outside_requests.append(url)

    def add_message(self, message: ConsoleMessage) -> None:
        address = message.location["url"]
        if message.type == "error" and not address.endswith(BASE_PATH_PROBES):
            self.console_errors.append(f"{message.text} {address}".rstrip())


@pytest.fixture
def recording() -> Recording:
    return Recording()


@pytest.fixture
def viewport() -> tuple[int, int]:
    return 1920, 1080


@pytest.fixture(scope="session")
def context(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """What the pages of all tests share: their settings, and scripts that were read once.

    A page of a new context reads Plotly anew, which takes 2.4 of its 4.5 s. Here the first page
    stays open, and with it the process that keeps the scripts.
    """
    new_context = browser.new_context(
        base_url=server.url,
        locale="en-GB",
        timezone_id="Europe/London",
        reduced_motion="reduce",
        accept_downloads=True,
    )
    new_context.set_default_timeout(PAGE_SECONDS * 1000)
    new_context.new_page().goto("/favicon.png")
    yield new_context
    new_context.close()


@pytest.fixture
def page(
    context: BrowserContext, viewport: tuple[int, int], recording: Recording
) -> Iterator[Page]:
    """A new page without cookies; ``page.goto("/timeline")`` means the app."""
    new_page = context.new_page()
    width, height = viewport
    new_page.set_viewport_size({"width": width, "height": height})
    new_page.on("request", lambda request: recording.add_request(request.url))
    new_page.on("console", recording.add_message)
    new_page.on("pageerror", lambda error: recording.console_errors.append(str(error)))
    new_page.on("websocket", lambda socket: recording.add_request(socket.url))
    yield new_page
    new_page.close()
    context.clear_cookies()


def open_page(page: Page, path_and_query: str) -> None:
    """Go to an address of the app and wait until it is drawn."""
    page.goto(path_and_query)
    wait_until_drawn(page)


def wait_until_drawn(page: Page) -> None:
    """Wait until Streamlit has run the script and nothing on the page is still loading.

    Between a run and the one that ``st.rerun`` or a click asks for, the page looks finished for a
    moment, so it has to stay so for ``QUIET_MILLISECONDS``. It serves after a click, too.
    """
    page.evaluate("() => { delete window.drawnSince; }")
    page.wait_for_function(DRAWN_AND_QUIET, arg=QUIET_MILLISECONDS)
