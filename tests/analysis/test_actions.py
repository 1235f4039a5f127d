import pytest

from netzero.analysis.actions import every_action
from tests.at import plan_at, published
from tests.builders import month

LIVE, ENDED = "| Red Team; Blue Team | Schools | Apr-25 | Mar-27", "| Red Team | | Apr-25 | Mar-26"


def test_the_table_that_people_read_keeps_the_published_words():
    found = every_action(plan_at(f"A1 {ENDED} | Homes | First", f"A2 {LIVE} | Roads | First"))
    assert found.table.rows == (
        ("A1", "Do A1", "ended", "Apr-25", month("2025-04"), "Mar-26", month("2026-03"), "Red Team",
         "", "Homes", "First", "Do A1"),
        ("A2", "Do A2", "in delivery", "Apr-25", month("2025-04"), "Mar-27", month("2027-03"),
         "Red Team; Blue Team", "Schools", "Roads", "First", "Do A2"),
    )  # fmt: skip
    assert found.spot(("A2",)).action_ids == ("A2",)


def test_a_date_that_is_none_has_no_month():
    found = every_action(plan_at("A1 | Red Team | | Ongoing | TBC"))
    months = found.table.of("Start", "Start month", "End", "End month")
    assert months.rows == (("Ongoing", None, "TBC", None),)


@pytest.mark.parametrize(
    ("rows", "scope", "finding"),
    [
        ((LIVE, ENDED), {}, "2 actions, 1 of them live"),
        ((ENDED, ENDED), {}, "2 actions, none of them live"),
        ((LIVE, LIVE), {}, "2 actions, all live"),
        ((LIVE,), {}, "1 action, and it is live"),
        ((LIVE, ENDED), {"position": ("ended",)}, "1 action"),
        ((LIVE,), {"q": "nothing"}, "No actions"),
    ],
)
def test_the_finding_counts_the_live_ones_where_a_filter_does_not_decide_it(rows, scope, finding):
    at = plan_at(*(f"A{n} {row}" for n, row in enumerate(rows)), **scope)
    assert every_action(at).finding == finding


def test_the_published_actions():
    found = every_action(published())
    assert found.finding == "52 actions, 34 of them live"
    assert found.counted == "Every action in scope, of 2 published tables"
    assert len(found.table) == 52
