"""What is held is set apart from the garbage collector; circles in it are found all the same."""

import gc
import weakref

from netzero.ui.process import Interval, spare_the_collector, tidy_up


class Circle:
    def __init__(self):
        self.itself = self


def test_an_interval_is_over_at_first_and_then_not_until_it_has_passed():
    long, none = Interval(seconds=3600), Interval(seconds=0)
    assert [long.is_over(), long.is_over(), none.is_over(), none.is_over()] == [
        True,
        False,
        True,
        True,
    ]


def test_circles_of_what_was_set_apart_wait_until_it_is_tidied_up():
    spare_the_collector()
    circle = Circle()
    held, kept = weakref.ref(circle), Circle()
    gc.freeze()
    del circle
    gc.collect()
    assert held() is not None
    tidy_up()
    assert held() is None
    assert kept.itself is kept
