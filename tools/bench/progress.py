"""How far the bench is, on the standard error output."""

import sys
import time
from dataclasses import dataclass, field

WIDTH = 30


@dataclass
class Progress:
    """A bar of so many steps. Where nobody watches, a line every tenth of the way instead."""

    steps: int
    done: int = 0
    start: float = field(default_factory=time.monotonic)

    def advance(self, words: str) -> None:
        """Say what comes next, and count what was said before it as done."""
        share = min(self.done / self.steps, 1.0) if self.steps else 1.0
        tenth = self.done * 10 // max(self.steps, 1) != (self.done - 1) * 10 // max(self.steps, 1)
        self.done += 1
        bar = f"{'#' * round(WIDTH * share):.<{WIDTH}}"
        seconds = time.monotonic() - self.start
        line = f"[{bar}] {share:4.0%} {seconds // 60:.0f}:{seconds % 60:02.0f} {words}"
        if sys.stderr.isatty():
            print(f"\r\033[K{line[:110]}", end="", file=sys.stderr, flush=True)
        elif tenth:
            print(line, file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the bar away, so that what is printed next stands on a line of its own."""
        if sys.stderr.isatty():
            print("\r\033[K", end="", file=sys.stderr, flush=True)
