"""What the server sends around the app: compressed, to keep, with its headers, and nothing else."""

import gzip
import http.client
import re
import shutil
import socket
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
import streamlit
from playwright.sync_api import expect

from netzero.plan.files import DATA
from netzero.ui import assets
from tests.browser.conftest import open_page, running_app, wait_until_drawn

FIRST_VISIT = 2_600_000  # bytes
BROWSER = {"Accept": "text/html,*/*", "Accept-Encoding": "gzip, br"}


def fetch(server, path, **headers):
    """Return the status, the headers by small letters and the body of an answer."""
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=10)
    connection.request("GET", path, headers=BROWSER | headers)
    answer = connection.getresponse()
    found = {name.lower(): value for name, value in answer.getheaders()}
    body = answer.read()
    connection.close()
    return answer.status, found, body


def page_of(server, path="/"):
    return fetch(server, path)[2].decode()


def test_files_of_streamlit_are_sent_compressed_to_keep_and_not_sent_again(server):
    script = re.search(r'src="\./(static/js/[^"]+)"', page_of(server))[1]
    status, headers, body = fetch(server, f"/{script}")
    sent = (status, headers["content-encoding"], headers["vary"])
    assert sent == (200, "br", "Accept-Encoding")
    assert "immutable" in headers["cache-control"]
    _, whole_headers, whole = fetch(server, f"/{script}", **{"Accept-Encoding": "identity"})
    assert "content-encoding" not in whole_headers
    assert brotli.decompress(body) == whole
    assert int(headers["content-length"]) == len(body) < len(whole) / 2
    zipped = fetch(server, f"/{script}", **{"Accept-Encoding": "gzip"})
    assert gzip.decompress(zipped[2]) == whole
    again, kept, nothing = fetch(server, f"/{script}", **{"If-None-Match": headers["etag"]})
    assert (again, nothing, kept["etag"]) == (304, b"", headers["etag"])
    assert "content-encoding" not in fetch(server, f"/{script}", Range="bytes=0-9")[1]


def test_a_reader_who_leaves_at_once_spoils_no_file_for_the_next(server):
    scripts = sorted((Path(streamlit.__file__).parent / "static/static/js").glob("*Diagram-*.js"))
    assert len(scripts) > 2
    for script in scripts:
        connection = socket.create_connection(("127.0.0.1", urlsplit(server.url).port))
        asked = f"GET /static/js/{script.name} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\n\r\n"
        connection.sendall(asked.encode())
        connection.close()
    for script in scripts:
        _, headers, body = fetch(server, f"/static/js/{script.name}")
        whole = brotli.decompress(body) if "content-encoding" in headers else body
        assert whole == script.read_bytes()


def test_the_files_of_the_app_are_sent_the_same_way(server):
    for address in assets.FILES:
        status, headers, body = fetch(server, f"/{address}")
        assert status == 200
        assert "immutable" in headers["cache-control"]
        if headers.get("content-encoding") == "br":
            body = brotli.decompress(body)
        assert body == assets.content_of(address)
    assert assets.content_of(assets.PLOTLY) == assets.EAGER + assets.PLOTLY_FILE.read_bytes()


@pytest.mark.parametrize("path", ["/", "/timeline", "/_stcore/health", "/nowhere", "/favicon.png"])
def test_every_answer_has_the_headers(server, path):
    _, headers, _ = fetch(server, path)
    policy = headers["content-security-policy"]
    assert "script-src 'self' blob:;" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe-eval" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_a_page_loads_the_script_that_tells_the_window_first_and_runs_nothing_of_its_own(server):
    for path in ("/", "/timeline"):
        page = page_of(server, path)
        scripts = re.findall(r"<script\b[^>]*>", page)
        assert scripts[0] == f'<script src="./{assets.WINDOW}">'
        assert all(" src=" in script for script in scripts)


def test_the_figures_of_the_server_are_closed_and_the_first_page_has_a_name(server):
    assert fetch(server, "/_stcore/metrics")[0] == 404
    status, headers, _ = fetch(server, "/overview?as_at=2027-01&team=Growth%20Service")
    assert (status, headers["location"]) == (307, "./?as_at=2027-01&team=Growth%20Service")


def test_a_cold_link_is_the_whole_frame_in_one_run_and_a_slide_stays_through_a_restart(
    browser, tmp_path
):
    with running_app(tmp_path / "before.log") as app:
        context = browser.new_context(viewport={"width": 1920, "height": 1080})
        page = context.new_page()
        sent, received = [], []
        note = partial(list.append, sent)  # Playwright cannot take the method itself
        page.on("websocket", lambda socket: socket.on("framesent", note))
        network = context.new_cdp_session(page)
        network.send("Network.enable")
        network.on(
            "Network.loadingFinished", lambda event: received.append(event["encodedDataLength"])
        )
        open_page(page, f"{app.url}/timeline?as_at=2026-11&team=Special+Projects")
        expect(page.locator(".nz-chart svg.main-svg").first).to_be_visible()
        assert page.locator(".nz-chart").count() == 2
        expect(page.get_by_role("link", name="Plan data")).to_be_visible()
        expect(page.get_by_text("2 of 52 actions", exact=True)).to_be_visible()
        expect(page.get_by_role("searchbox", name="Search")).to_be_visible()
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        assert len(sent) == 1  # the run that opens the page, and none for the window
        assert 1_000_000 < sum(received) < FIRST_VISIT
        page.set_viewport_size({"width": 1000, "height": 700})
        wait_until_drawn(page)
        assert len(sent) == 2  # the form of the charts is another
        open_page(page, f"{app.url}/briefing?as_at=2026-11&present=1&slide=2")
        port = urlsplit(app.url).port
    with running_app(tmp_path / "after.log", port=port):
        wait_until_drawn(page)
        page.keyboard.press("ArrowRight")  # the first key after the line was lost
        expect(page.locator(".nz-room-foot").first).to_contain_text("3 of 6")
        context.close()


def test_a_calendar_that_is_subscribed_to_follows_the_plan_file(tmp_path, monkeypatch):
    folder = shutil.copytree(DATA, tmp_path / "data")
    monkeypatch.setenv("NETZERO_DATA", str(folder))
    with running_app(tmp_path / "app.log") as app:
        ask = partial(fetch, app, "/deadlines.ics?team=Growth+Service&past=1")
        poll = partial(ask, **{"Accept": "text/calendar"})  # a calendar, and no browser
        status, headers, first = poll()
        assert (status, headers["content-type"]) == (200, "text/calendar; charset=utf-8")
        assert poll(**{"If-None-Match": headers["etag"]})[::2] == (304, b"")
        plan = folder / "actions.csv"
        text = plan.read_text(encoding="utf-8")
        [row] = [line for line in text.splitlines() if line.startswith("E4,")]
        plan.write_text(text.replace(row, row.replace("Dec-31", "Jun-31")), encoding="utf-8")
        status, later, changed = poll(**{"If-None-Match": headers["etag"]})
        assert status == 200
        before, after = _read(headers, first), _read(later, changed)
        assert ("DATE:20311231" in before, "DATE:20310630" in after) == (True, True)
        assert "DATE:20311231" not in after
        status, refused, body = fetch(app, "/deadlines.ics?team=Nobody")
        assert (status, _read(refused, body)) == (400, "This plan has no team “Nobody”.\n")


def _read(headers, body):
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}
    return unpack.get(headers.get("content-encoding"), bytes)(body).decode()


def test_the_server_has_visited_itself_before_the_first_reader(server):
    assert "No head start" not in server.log.read_text()
