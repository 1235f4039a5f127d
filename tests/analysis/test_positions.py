from collections import Counter

import numpy as np
import pytest

from netzero.analysis.positions import live_between, live_counts
from tests.at import plan_at, published


def position_of(start, end, as_at):
    at = plan_at(f"A1 | Red Team | | {start} | {end}", as_at=as_at)
    return at.position_names(at.kept)[0]


@pytest.mark.parametrize(
    ("as_at", "position"),
    [
        ("2025-11", "not started"),
        ("2025-12", "in delivery"),
        ("2026-01", "in delivery"),
        ("2026-03", "in delivery"),
        ("2026-04", "ended"),
    ],
)
def test_an_action_is_live_from_its_start_month_to_its_end_month_inclusive(as_at, position):
    assert position_of("Dec-25", "Mar-26", as_at) == position


@pytest.mark.parametrize(
    ("start", "end", "as_at", "position"),
    [
        ("Ongoing", "Mar-26", "2015-01", "in delivery"),
        ("Ongoing", "Mar-26", "2026-04", "ended"),
        ("Apr-25", "Ongoing", "2025-03", "not started"),
        ("Apr-25", "Ongoing", "2025-04", "ongoing"),
        ("Apr-25", "Ongoing", "2060-12", "ongoing"),
        ("Ongoing", "Ongoing", "2015-01", "ongoing"),
    ],
)
def test_ongoing_opens_the_span_at_that_end(start, end, as_at, position):
    assert position_of(start, end, as_at) == position


@pytest.mark.parametrize("unknown", ["TBC", ""])
@pytest.mark.parametrize(
    ("as_at", "open_start", "open_end"),
    [
        ("2026-02", "dates not given", "not started"),
        ("2026-03", "dates not given", "dates not given"),
        ("2026-04", "ended", "dates not given"),
    ],
)
def test_an_unknown_date_is_no_date_and_only_what_the_other_proves_is_said(
    unknown, as_at, open_start, open_end
):
    assert position_of(unknown, "Mar-26", as_at) == open_start
    assert position_of("Mar-26", unknown, as_at) == open_end


@pytest.mark.parametrize("pair", [("TBC", "TBC"), ("", ""), ("TBC", "Ongoing"), ("Ongoing", "")])
def test_without_a_date_that_proves_something_dates_are_not_given(pair):
    assert position_of(*pair, "2026-03") == "dates not given"


@pytest.mark.parametrize(
    ("begin", "end", "live"),
    [
        (9, 9, False),
        (8, 10, True),
        (10, 10, True),
        (12, 12, True),
        (12, 20, True),
        (13, 20, False),
        (1, 20, True),
    ],
)
def test_a_span_is_live_in_a_stretch_that_touches_it(begin, end, live):
    first, last = np.array([10.0, np.nan, 10.0]), np.array([12.0, 12.0, np.nan])
    assert live_between(first, last, begin, end).tolist() == [live, False, False]


def test_the_live_of_each_month_are_those_started_less_those_ended():
    first = np.array([-np.inf, 10, 11, np.nan, 10])
    last = np.array([np.inf, 10, 12, 12, np.nan])
    assert live_counts(first, last, np.array([9, 10, 11, 12, 13])).tolist() == [1, 2, 2, 2, 1]


@pytest.mark.parametrize(
    ("as_at", "counts"),
    [
        ("2026-11", {"ongoing": 23, "ended": 13, "in delivery": 11, "not started": 5}),
        # By hand: only LCC.3, from April 2024, and the 24 starts "Ongoing" are live.
        ("2025-03", {"not started": 27, "ongoing": 20, "in delivery": 5}),
        ("2032-01", {"ended": 29, "ongoing": 23}),
    ],
)
def test_the_published_positions(as_at, counts):
    at = published(as_at)
    assert Counter(at.position_names(at.kept)) == counts
