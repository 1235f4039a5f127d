"""Two replicas behind the shipped nginx: a full room, a crash, a new plan."""

import asyncio
import http.client
import re
import threading
from collections.abc import Coroutine
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from websockets.exceptions import ConnectionClosed

from tests.deploy.conftest import HEALTH, LOOPBACK, SECRET, Room
from tools.reader import Reader

READERS = 50
UPLOADERS = 12
STORY_SECONDS = 90
PAGES = ("overview", "timeline", "workload", "deadlines", "partners")
FILTERS = (
    "as_at=2027-01",
    "as_at=2026-12&theme=Transport",
    "as_at=2027-03&team=Growth+Service",
    "as_at=2025-09&partner=District+councils",
    "as_at=2028-06&position=ongoing",
)
FINDING_OF_FIRST = "23 of 35 actions are live, 16 of them ongoing"
VIEWS = [("" if page == "overview" else page, query) for page in PAGES for query in FILTERS]
NEXT_DROP = "Live work drops from 34 to 33 in April 2027"
LCC_5_ENDS = "maintaining service delivery.,Carbon Reduction Team,,Ongoing,Mar-27"
LCC_5_ENDS_LATER = LCC_5_ENDS.replace("Mar-27", "Mar-28")
NEXT_DROP_AFTER = "Live work drops from 34 to 32 in October 2027"


def run(story: Coroutine[Any, Any, None]) -> None:
    """Run a story in a thread of its own: Playwright may hold the loop of this one."""
    failures: list[BaseException] = []

    def tell() -> None:
        try:
            asyncio.run(asyncio.wait_for(story, STORY_SECONDS))
        except BaseException as failure:  # raised below, where pytest sees it
            failures.append(failure)

    thread = threading.Thread(target=tell)
    thread.start()
    thread.join()
    for failure in failures:
        raise failure


def test_a_killed_replicas_readers_carry_on_from_their_addresses(room: Room) -> None:
    run(_a_replica_is_killed(room))


async def _a_replica_is_killed(room: Room) -> None:
    readers = [Reader(tls=room.tls) for _ in range(READERS)]
    for reader, (page, query) in zip(readers, VIEWS * 2, strict=True):
        await reader.open(f"{room.url}/{page}", query)
    # Choices made on the page since stand in the address, too.
    for reader in readers[::2]:
        await reader.rerun(widgets={"Search": "council"})
    before = [_view(reader) for reader in readers]
    assert _has(readers[0], FINDING_OF_FIRST)

    room.kill_replica(room.replica_ports[0])
    moved = await asyncio.gather(*map(_carry_on, readers))

    assert [_view(reader) for reader in readers] == before
    # Each replica had its part of the room, and who was with the other stayed there.
    assert 10 <= sum(moved) <= 40
    for reader in readers:
        await reader.rerun(widgets={"Search": "solar"})
        assert _has(reader, "Search: solar")
        await reader.close()


def test_a_new_plan_is_served_by_both_replicas(room: Room) -> None:
    run(_the_plan_is_replaced(room))


async def _the_plan_is_replaced(room: Room) -> None:
    urls = (*map(room.replica_url, room.replica_ports), room.url)
    readers = [Reader(tls=room.tls) for _ in urls]
    for reader, url in zip(readers, urls, strict=True):
        await reader.open(url, "as_at=2026-11")
    assert [_has(reader, NEXT_DROP) for reader in readers] == [True, True, True]

    _replace(room.plan / "actions.csv", LCC_5_ENDS, LCC_5_ENDS_LATER)
    for reader in readers:
        await reader.rerun()

    assert [_has(reader, NEXT_DROP_AFTER) for reader in readers] == [True, True, True]
    for reader in readers:
        await reader.close()


def test_nginx_sends_a_reader_to_one_replica_and_over_https_alone(room: Room) -> None:
    plain = _answer(http.client.HTTPConnection(LOOPBACK, room.redirect_port), "/timeline?team=T")
    assert plain.status == HTTPStatus.PERMANENT_REDIRECT
    assert plain.headers["Location"] == f"https://{LOOPBACK}/timeline?team=T"

    first = _answer(_secure(room), "/")
    cookie = first.headers["Set-Cookie"]
    assert first.status == HTTPStatus.OK
    assert re.fullmatch(r"netzero_replica=[12]; Path=/; Secure; HttpOnly; SameSite=Lax", cookie)
    assert first.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert first.headers["Content-Encoding"] == "gzip"

    again = _answer(_secure(room), "/", Cookie=cookie.partition(";")[0])
    assert again.headers["Set-Cookie"] is None


def test_uploads_reach_the_replica_that_holds_the_session_after_a_failure_too(room: Room) -> None:
    run(_everyone_uploads(room))


async def _everyone_uploads(room: Room) -> None:
    readers = [Reader(tls=room.tls) for _ in range(UPLOADERS)]
    for reader in readers:
        await reader.open(room.url)
    accepted = [HTTPStatus.NO_CONTENT] * UPLOADERS
    assert [_upload(room, reader) for reader in readers] == accepted
    assert {reader.cookies["netzero_replica"] for reader in readers} == {"1", "2"}

    killed = room.replica_ports[0]
    room.kill_replica(killed)
    await asyncio.gather(*map(_carry_on, readers))
    room.start_replica(killed)
    room.wait_until_up()
    room.wait_for_newcomers_at(1)
    # It is back, and still those who left stay where their session is now.
    assert [_upload(room, reader) for reader in readers] == accepted
    for reader in readers:
        await reader.close()


def _upload(room: Room, reader: Reader) -> int:
    """Send a file as the page does, and return the status of the answer."""
    held = "; ".join(f"{name}={value}" for name, value in reader.cookies.items())
    set_now = _answer(_secure(room), HEALTH, Cookie=held).headers.get_all("Set-Cookie")
    (token,) = re.findall(r"_streamlit_xsrf=([^;]+)", " ".join(set_now or []))
    line = _secure(room)
    headers = {
        "Cookie": f"{held}; _streamlit_xsrf={token}",
        "X-Xsrftoken": token,
        "Content-Type": "multipart/form-data; boundary=edge",
    }
    body = '--edge\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\nx\r\n--edge--'
    line.request("PUT", f"/_stcore/upload_file/{reader.session}/1", body, headers)
    status = line.getresponse().status
    line.close()
    return status


def test_both_replicas_know_the_secret_and_no_command_line_shows_it(room: Room) -> None:
    for process in room.running.values():
        facts = Path(f"/proc/{process.pid}")
        assert f"STREAMLIT_SERVER_COOKIE_SECRET={SECRET}".encode() in _parts(facts / "environ")
        assert SECRET.encode() not in (facts / "cmdline").read_bytes()


def _parts(path: Path) -> list[bytes]:
    return path.read_bytes().split(b"\0")


def _secure(room: Room) -> http.client.HTTPSConnection:
    return http.client.HTTPSConnection(LOOPBACK, room.nginx_port, context=room.tls)


def _answer(
    connection: http.client.HTTPConnection, address: str, **headers: str
) -> http.client.HTTPResponse:
    connection.request("GET", address, headers={"Accept-Encoding": "gzip", **headers})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def _replace(path: Path, old: str, new: str) -> None:
    """Replace text that stands once in a file, and the file in one step."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    beside = path.with_suffix(".new")
    beside.write_text(text.replace(old, new), encoding="utf-8")
    beside.replace(path)


def _view(reader: Reader) -> tuple[dict[str, list[str]], list[str]]:
    """Return what a reader's address asks for and what stands on the page."""
    return parse_qs(reader.query), reader.texts()


def _has(reader: Reader, finding: str) -> bool:
    return any(finding in text for text in reader.texts())


async def _carry_on(reader: Reader) -> bool:
    """Ask for the page again, over a new line where the old one broke; return whether it did."""
    try:
        await reader.rerun()
    except ConnectionClosed:
        await reader.reopen()
        return True
    return False
