"""Readers without a browser, of Streamlit and of Dash, asked in the same words."""

import json
from collections.abc import Mapping
from typing import Protocol

import httpx

from tools.bench.subjects import DASH, Subject
from tools.reader import Reader as StreamlitReader
from tools.reader import ReaderError, Value

AS_AT = "as_at"
LONGEST_SECONDS = 120


class Visitor(Protocol):
    """A reader of one page: opens it, changes it, and tells what that took."""

    seconds: float
    received: int

    async def open(self, url: str, query: str = "") -> None: ...

    async def rerun(
        self, query: str | None = None, *, widgets: Mapping[str, Value] | None = None
    ) -> None: ...

    async def close(self) -> None: ...


def visitor_of(subject: Subject) -> Visitor:
    """Return a reader who has opened nothing yet."""
    return DashReader() if subject == DASH else StreamlitReader()


async def change_month(visitor: Visitor, month: str) -> None:
    """Ask for the page as at another month, and wait until it is there."""
    await visitor.rerun(widgets={AS_AT: month})


class DashReader:
    """A reader of the timeline in Dash: what its page asks its server for."""

    def __init__(self) -> None:
        self.seconds, self.received = 0.0, 0
        # There is no certificate on this machine to look at, and reading those it has takes long.
        self._client = httpx.AsyncClient(timeout=LONGEST_SECONDS, verify=False, trust_env=False)

    async def open(self, url: str, query: str = "") -> None:
        """Open the page: its frame, its parts and what ties them together."""
        self._client.base_url = httpx.URL(url.rstrip("/"))
        for path in ("/", "/_dash-layout", "/_dash-dependencies"):
            self._take(await self._client.get(path))

    async def rerun(
        self, query: str | None = None, *, widgets: Mapping[str, Value] | None = None
    ) -> None:
        """Ask for the timeline as at the month in ``widgets``. Raises ``ReaderError``."""
        month = (widgets or {})[AS_AT]
        asked = {
            "output": "timeline.figure",
            "outputs": {"id": "timeline", "property": "figure"},
            "inputs": [{"id": AS_AT, "property": "value", "value": month}],
            "changedPropIds": [f"{AS_AT}.value"],
        }
        headers = {"Content-Type": "application/json"}
        answer = await self._client.post(
            "/_dash-update-component", content=json.dumps(asked), headers=headers
        )
        self._take(answer)
        self.seconds = answer.elapsed.total_seconds()

    async def close(self) -> None:
        """Close the line."""
        await self._client.aclose()

    def _take(self, answer: httpx.Response) -> None:
        if answer.status_code != 200:
            raise ReaderError(f"Dash answered {answer.status_code}: {answer.text[:200]}")
        self.received += len(answer.content)
