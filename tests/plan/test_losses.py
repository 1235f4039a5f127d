"""What a later reading has lost: counted, named, and nothing said of what was changed or added."""

from dataclasses import replace

import pytest

from netzero.plan import read_plan
from netzero.plan.columns import ACTIONS_FILE, PLANS_FILE, names_of
from netzero.plan.losses import Loss, losses_between
from tests.builders import as_csv, plan_files, real_plan, small_plan, written

ROWS = (
    "A1 | Red Team | Schools | Apr-25 | Mar-26",
    "A2 | Red Team | Schools | Apr-25 | Mar-26",
    "A3 | Red Team |  | Ongoing | Ongoing",
)


def lost(*now, before=ROWS):
    return [str(loss) for loss in losses_between(small_plan(*before), small_plan(*now))]


def with_cells(**cells):
    """Return the plan of the first two rows, with cells of every action set."""
    files = plan_files(*ROWS[:2])
    rows = [list((written(row) | cells).values()) for row in ROWS[:2]]
    return read_plan(replace(files, actions=as_csv(names_of(ACTIONS_FILE), rows)))


def listing_tables(*tables):
    rows = [[table, "Us", "2025-26", "2026-27", "text", ""] for table in tables]
    return read_plan(replace(plan_files(*ROWS), plans=as_csv(names_of(PLANS_FILE), rows)))


def test_the_same_plan_has_lost_nothing():
    assert losses_between(real_plan(), real_plan()) == ()


def test_what_is_changed_added_or_moved_is_no_loss():
    changed = "A2 | Red Team | Schools | May-25 | TBC"
    assert lost(ROWS[2], changed, ROWS[0], "A4 | Red Team | | Ongoing | ") == []


def test_actions_that_are_gone_are_named_in_their_order():
    assert lost(ROWS[0]) == ["2 actions are gone from actions.csv: A2, A3."]
    assert lost(ROWS[2], ROWS[0]) == ["1 action is gone from actions.csv: A2."]


def test_cells_that_are_blank_now_are_said_by_column_with_their_actions():
    now = [row.replace("Schools", "") for row in ROWS]
    assert lost(*now) == [
        "2 actions give no partners now: A1, A2.",
        "1 name is gone from organisations.csv: Schools.",
    ]
    assert lost("A1 | Red Team | Schools |  | ", *ROWS[1:]) == [
        "1 action gives no start now: A1.",
        "1 action gives no end now: A1.",
    ]


@pytest.mark.parametrize("column", ["theme", "title"])
def test_a_column_that_something_stands_in_for_is_a_loss_too(column):
    before, now = with_cells(title="Short"), with_cells(**{"title": "Short", column: ""})
    found = [str(loss) for loss in losses_between(before, now)]
    assert found == [f"2 actions give no {column} now: A1, A2."]


def test_published_tables_that_are_gone_are_named():
    found = losses_between(listing_tables("The plan", "Another"), listing_tables("The plan"))
    assert [str(loss) for loss in found] == ["1 table is gone from plans.csv: Another."]


@pytest.mark.parametrize(("number", "end"), [(24, "A23."), (25, "A23 and 1 more.")])
def test_24_names_are_listed_and_the_others_counted(number, end):
    names = tuple(f"A{n}" for n in range(number))
    assert str(Loss("x", names)).endswith(f", {end}")


def test_a_long_name_is_cut():
    assert str(Loss("x", ("y" * 400,))) == f"x: {'y' * 59}…."
