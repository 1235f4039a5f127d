"""Takes pictures of every page for the documents, from the real app in a real browser."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.conftest import (  # noqa: E402
    CHROMIUM_ARGS,
    chromium_path,
    running_app,
    wait_until_drawn,
)

PICTURES = ROOT / "docs" / "pictures"
AS_AT = "as_at=2026-11"
SHOTS = {
    "overview": ("/", (1920, 1080)),
    "timeline": ("/timeline", (1920, 1080)),
    "timeline-1280": ("/timeline", (1280, 720)),
    "timeline-phone": ("/timeline", (390, 844)),
    "workload": ("/workload", (1920, 1080)),
    "deadlines": ("/deadlines", (1920, 1080)),
    "briefing": ("/briefing", (1920, 1080)),
    "slide": ("/briefing?present=1&slide=2", (1920, 1080)),
    "partners": ("/partners", (1920, 1080)),
    "actions": ("/actions", (1920, 1080)),
    "plan-data": ("/plan_data", (1920, 1080)),
    "changes": ("/changes?moves=LCC.5:end:2027-06,T9:drop", (1920, 1080)),
    "what-if": ("/changes?ask=What+if", (1920, 1080)),
    "detail": ("/timeline?team=Special+Projects&action=T7", (1920, 1080)),
}


def main() -> None:
    """Write every picture of ``SHOTS`` into ``docs/pictures``."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        running_app(Path(folder) / "app.log") as app,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGS)
        for name, (address, size) in SHOTS.items():
            _take(browser, app.url, name, address, size)
        browser.close()


def _take(browser: Browser, url: str, name: str, address: str, size: tuple[int, int]) -> None:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(f"{url}{address}{'&' if '?' in address else '?'}{AS_AT}")
    wait_until_drawn(page)
    page.screenshot(path=PICTURES / f"{name}.png")
    print(f"{name}.png")
    page.close()


if __name__ == "__main__":
    main()
