import pytest

from netzero.analysis.positions import is_time_bound, live_between, windows, with_position
from tests.builders import left_alone, month, real_plan, small_plan

INFINITY = float("inf")


def position_of(folder, start, end, as_at):
    plan = small_plan(folder, f"A1 | Red Team | | {start} | {end}", as_at=as_at)
    return plan.actions["position"].item()


@pytest.mark.parametrize(
    ("as_at", "position"),
    [
        ("2025-11", "not started"),
        ("2025-12", "in delivery"),
        ("2026-01", "in delivery"),
        ("2026-03", "in delivery"),
        ("2026-04", "window ended"),
    ],
)
def test_an_action_is_live_from_its_start_month_to_its_end_month_inclusive(
    tmp_path, as_at, position
):
    assert position_of(tmp_path, "Dec-25", "Mar-26", as_at) == position


@pytest.mark.parametrize(
    ("start", "end", "as_at", "position"),
    [
        ("Ongoing", "Mar-26", "2015-01", "in delivery"),
        ("Ongoing", "Mar-26", "2026-03", "in delivery"),
        ("Ongoing", "Mar-26", "2026-04", "window ended"),
        ("Apr-25", "Ongoing", "2025-03", "not started"),
        ("Apr-25", "Ongoing", "2025-04", "ongoing"),
        ("Apr-25", "Ongoing", "2060-12", "ongoing"),
        ("Ongoing", "Ongoing", "2015-01", "ongoing"),
        ("Ongoing", "Ongoing", "2060-12", "ongoing"),
    ],
)
def test_ongoing_opens_the_window_at_that_end(tmp_path, start, end, as_at, position):
    assert position_of(tmp_path, start, end, as_at) == position


@pytest.mark.parametrize("unknown", ["TBC", ""])
@pytest.mark.parametrize(
    ("as_at", "open_start", "open_end"),
    [
        ("2026-02", "dates not given", "not started"),
        ("2026-03", "dates not given", "dates not given"),
        ("2026-04", "window ended", "dates not given"),
    ],
)
def test_an_unknown_date_is_no_date_and_only_what_the_other_proves_is_said(
    tmp_path, unknown, as_at, open_start, open_end
):
    assert position_of(tmp_path, unknown, "Mar-26", as_at) == open_start
    assert position_of(tmp_path, "Mar-26", unknown, as_at) == open_end


@pytest.mark.parametrize("pair", [("TBC", "TBC"), ("", ""), ("TBC", "Ongoing"), ("Ongoing", "")])
def test_without_a_date_that_proves_something_dates_are_not_given(tmp_path, pair):
    assert position_of(tmp_path, *pair, "2026-03") == "dates not given"


def test_an_action_of_one_month_is_live_in_that_month_alone(tmp_path):
    actions = small_plan(tmp_path, "A1 | Red Team | | Mar-26 | Mar-26").actions
    probes = ["2026-02", "2026-03", "2026-04"]
    live = [live_between(actions, month(m), month(m)).item() for m in probes]
    assert live == [False, True, False]


@pytest.mark.parametrize(
    ("first", "last", "live"),
    [
        ("2025-01", "2025-03", False),
        ("2025-01", "2025-04", True),
        ("2025-06", "2025-07", True),
        ("2026-03", "2026-12", True),
        ("2026-04", "2026-12", False),
        ("2025-01", "2026-12", True),
    ],
)
def test_an_action_is_live_in_a_period_that_touches_its_window(tmp_path, first, last, live):
    actions = small_plan(tmp_path, "A1 | Red Team | | Apr-25 | Mar-26").actions
    assert live_between(actions, month(first), month(last)).item() is live


@pytest.mark.parametrize("dates", ["Apr-25 | TBC", "TBC | Mar-26", "Ongoing | ", " | Ongoing"])
def test_an_action_with_an_unknown_date_is_never_counted_as_live(tmp_path, dates):
    actions = small_plan(tmp_path, f"A1 | Red Team | | {dates}").actions
    assert not live_between(actions, month("2025-04"), month("2026-03")).any()


def test_windows_are_infinite_where_ongoing_and_nothing_where_unknown(tmp_path):
    actions = small_plan(
        tmp_path, "A1 | Red Team | | Ongoing | Ongoing", "A2 | Red Team | | Dec-25 | TBC"
    ).actions
    table = windows(actions)
    assert table["first"].tolist() == [-INFINITY, 2025 * 12 + 12]
    assert table["last"].iloc[0] == INFINITY
    assert table["last"].isna().tolist() == [False, True]


def test_december_and_january_are_one_month_apart(tmp_path):
    table = windows(small_plan(tmp_path, "A1 | Red Team | | Dec-25 | Jan-26").actions)
    assert (table["last"] - table["first"]).tolist() == [1]


@pytest.mark.parametrize(
    ("end", "time_bound"), [("Mar-26", True), ("Ongoing", False), ("TBC", False), ("", False)]
)
def test_an_action_is_time_bound_only_where_its_end_is_a_month(tmp_path, end, time_bound):
    actions = small_plan(tmp_path, f"A1 | Red Team | | Apr-25 | {end}").actions
    assert is_time_bound(actions).tolist() == [time_bound]


def test_with_position_leaves_its_input_alone():
    actions = real_plan().actions
    with left_alone(actions):
        assert "position" in with_position(actions, as_at=month("2026-11"))


@pytest.mark.parametrize(
    ("as_at", "counts"),
    [
        (
            "2026-11",
            {"ongoing": 23, "window ended": 13, "in delivery": 11, "not started": 5},
        ),
        # By hand: only LCC.3, from April 2024, and the 24 starts "Ongoing" are live.
        ("2025-03", {"not started": 27, "ongoing": 20, "in delivery": 5}),
        ("2032-01", {"window ended": 29, "ongoing": 23}),
    ],
)
def test_the_published_positions(as_at, counts):
    actions = with_position(real_plan().actions, as_at=month(as_at))
    assert actions["position"].value_counts().to_dict() == counts
