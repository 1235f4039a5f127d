"""What is set up once for the whole process, whoever reads."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from time import monotonic

# A script runs alone: they share one interpreter, and more at once only make each slower, and what
# answers the readers' browsers slower still.
turn = Lock()


@contextmanager
def out_of_turn() -> Iterator[None]:
    """Let other scripts have their turn while the block waits for what leaves the interpreter."""
    turn.release()
    try:
        yield
    finally:
        turn.acquire()


@dataclass
class Interval:
    """A time to let pass between two doings of a thing that each run of a script would do."""

    seconds: float
    _end: float = 0.0

    def is_over(self) -> bool:
        """Return whether it has passed since this was last so."""
        now = monotonic()
        if now < self._end:
            return False
        self._end = now + self.seconds
        return True


setting_apart, tidying = Interval(seconds=1), Interval(seconds=60)


def spare_the_collector() -> None:
    """Set what is held by now apart from the garbage collector.

    Streamlit collects after every run, and going through all that is kept (the modules, the
    answers, the session of each reader) takes longer than a page: with a hundred readers more than
    half of the server's time. What is let go is freed all the same; only circles of it wait until
    ``tidy_up``.
    """
    if tidying.is_over():
        tidy_up()
    elif setting_apart.is_over():
        gc.freeze()


def tidy_up() -> None:
    """Collect what circles there are in all that is held, and set the rest apart."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
