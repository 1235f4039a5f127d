"""The Chromium that pages are drawn in: that of the tests."""

from tests.browser import conftest

ARGUMENTS = conftest.CHROMIUM_ARGS


def chromium_path() -> str:
    """Return the path of a Chromium. Raises ``RuntimeError`` where there is none."""
    path = conftest.chromium_path()
    if path is None:
        raise RuntimeError("No Chromium: install it, or set CHROMIUM to its path")
    return path
