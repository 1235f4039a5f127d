"""The Chromium that pages are drawn in: that of the tests."""

import shutil
from os import environ

from tests.browser.conftest import CHROMIUM_ARGS, CHROMIUM_NAMES

ARGUMENTS = CHROMIUM_ARGS


def chromium_path() -> str:
    """Return the path of a Chromium. Raises ``RuntimeError`` where there is none."""
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    path = environ.get("CHROMIUM") or found
    if path is None:
        raise RuntimeError("No Chromium: install it, or set CHROMIUM to its path")
    return path
