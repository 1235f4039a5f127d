"""The dashboard as AppTest runs it: one page opened, and what it says."""

import functools
import json
import re
import zlib
from pathlib import Path
from typing import Any

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

# AppTest looks through every installed package for components at each start, which takes as long as
# a page: once is enough.
manifest_scanner.scan_component_manifests = functools.cache(
    manifest_scanner.scan_component_manifests
)

ROOT = Path(__file__).parents[2]
NOVEMBER = "2026-11"
PAGES = (
    "overview",
    "timeline",
    "workload",
    "deadlines",
    "partners",
    "team",
    "actions",
    "briefing",
    "plan_data",
    "changes",
)
# These draw the room or the whole plan, whatever the filters.
FILTERED = (*PAGES[:7], "changes")


def open_page(name: str, **query: str | list[str]) -> AppTest:
    """Return the dashboard with a page open, as at November 2026 if no month is asked for."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
    app.query_params.update({"as_at": NOVEMBER, **query})
    app.switch_page(f"pages/{name}.py")
    return app.run()


def words(app: AppTest) -> str:
    """Return everything that the page writes, without its tags."""
    bodies = [html.proto.body for html in app.get("html")]
    listed = [item for items in _lists(app) for item in items]
    bodies += [f"{item['strong']} {item['words']} {about_of(item)}" for item in listed]
    return " ".join(re.sub(r"<style.*?</style>|<[^>]+>", " ", " ".join(bodies), flags=re.S).split())


def headings(app: AppTest) -> list[str]:
    """Return the headings of the page, in their order."""
    bodies = " ".join(html.proto.body for html in app.get("html"))
    return [
        re.sub(r"<[^>]+>", "", heading)
        for heading in re.findall(r"<h\d [^>]*>(.*?)</h\d>", bodies, flags=re.S)
    ]


def missing(app: AppTest, *sentences: str) -> list[str]:
    """Return which of the sentences the page does not say."""
    said = words(app)
    return [sentence for sentence in sentences if sentence not in said]


def items(app: AppTest, name: str) -> list[dict[str, Any]]:
    """Return the items of a list as they are sent to the browser; none where it is not there."""
    return next((_items(found) for found in _components(app) if found.key == f"{name}-list"), [])


def about_of(item: dict[str, Any]) -> str:
    """Return what is said beside an item of a list, its links as the words they show."""
    return "".join(part if isinstance(part, str) else part["text"] for part in item["about"])


def grid(app: AppTest, question: str) -> dict[str, Any]:
    """Return a table whose rows open as it is sent to the browser."""
    return sent_to(app, f"{question}-grid")


def sent_to(app: AppTest, key: str) -> dict[str, Any]:
    """Return what is sent to the component of a key."""
    found = next(each for each in _components(app) if each.key == key)
    sent: dict[str, Any] = json.loads(found.proto.bytes)
    return sent


def opened(app: AppTest, name: str = "behind") -> list[str]:
    """Return the ids of the actions that a list offers to open; that of the drawer by default."""
    return [item["names"][0] for item in items(app, name)]


def drawers(app: AppTest) -> list[str]:
    """Return the titles of the drawers that are open: one, or none."""
    return [found.proto.dialog.title for found in app.get("dialog")]


def chart(app: AppTest, question: str) -> dict[str, Any]:
    """Return the chart of an exhibit as it is sent to the browser: title, data, layout, marks."""
    sent: dict[str, Any] = json.loads(zlib.decompress(_chart(app, question).proto.bytes))
    return sent


def pick(app: AppTest, question: str, *names: str) -> AppTest:
    """Choose a mark of a chart, as the browser does."""
    return _pick(app, _chart(app, question), names)


def pick_item(app: AppTest, name: str, *names: str) -> AppTest:
    """Choose an item of a list, as the browser does."""
    found = next(found for found in _components(app) if found.key == f"{name}-list")
    return _pick(app, found, names)


def pick_in(app: AppTest, key: str, *names: str) -> AppTest:
    """Choose something in the component of a key, as the browser does."""
    return _pick(app, next(each for each in _components(app) if each.key == key), names)


def _pick(app: AppTest, component: Any, names: tuple[str, ...]) -> AppTest:
    """Have a component say that ``names`` were chosen; AppTest has no public way."""
    states = app._tree.get_widget_states()
    chosen = states.widgets.add()
    chosen.id = f"$$STREAMLIT_INTERNAL_KEY_{component.proto.id}__events"
    chosen.json_trigger_value = json.dumps([{"event": "pick", "value": names}])
    return app._run(states)


def _chart(app: AppTest, question: str) -> Any:
    return next(found for found in _components(app) if found.key == f"{question}-chart")


def _lists(app: AppTest) -> list[list[dict[str, Any]]]:
    return [_items(found) for found in _components(app) if str(found.key).endswith("-list")]


def _items(component: Any) -> list[dict[str, Any]]:
    sent: list[dict[str, Any]] = json.loads(component.proto.bytes)["items"]
    return sent


def _components(app: AppTest) -> Any:
    return app.get("bidi_component")
