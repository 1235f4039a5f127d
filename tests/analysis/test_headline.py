import functools

import pandas as pd
import pytest

from netzero.analysis.headline import (
    Standing,
    deadlines_by_month,
    falling_between,
    leads_by_team,
    leads_sentence,
    look_ahead,
    peak_sentence,
    standing,
    standing_sentence,
    windows_sentence,
)
from netzero.analysis.wording import by_tense, count_of, listing
from tests.builders import left_alone, month, months, positioned, real_plan, records, small_plan


def plan_of(folder, *dates, as_at="2026-11"):
    """A plan of one team and an action for each pair of dates."""
    rows = [f"A{n} | Red Team | | {pair}" for n, pair in enumerate(dates, start=1)]
    return small_plan(folder, *rows, as_at=as_at)


@functools.cache
def published(as_at="2026-11"):
    return positioned(real_plan(), as_at)


# --- Standing


def test_each_action_stands_in_one_position(tmp_path):
    plan = plan_of(
        tmp_path,
        "Apr-25 | Nov-26",
        "Apr-25 | Oct-26",
        "Dec-26 | Mar-27",
        "Nov-26 | Ongoing",
        "TBC | Ongoing",
        "TBC | Mar-27",
    )
    counts = standing(plan.actions)
    assert counts == Standing(
        actions=6,
        in_delivery=1,
        ongoing=1,
        not_started=1,
        window_ended=1,
        dates_not_given=2,
        time_bound=4,
    )
    assert counts.live == 2


def test_nothing_stands_nowhere(tmp_path):
    counts = standing(plan_of(tmp_path, "Apr-25 | Nov-26").actions.head(0))
    assert counts == Standing(0, 0, 0, 0, 0, 0, 0)
    assert standing_sentence(counts) == "None of 0 actions is live."


def test_the_sentence_names_every_position_that_holds_something():
    assert standing_sentence(Standing(52, 11, 23, 5, 13, 0, 29)) == (
        "34 of 52 actions are live: 11 in delivery towards a deadline and 23 ongoing with no "
        "planned end; 5 have not started and the windows of 13 have ended."
    )


def test_the_sentence_speaks_of_one_in_the_singular():
    assert standing_sentence(Standing(3, 1, 0, 1, 1, 0, 3)) == (
        "1 of 3 actions is live: 1 in delivery towards a deadline; "
        "1 has not started and the window of 1 has ended."
    )


def test_the_sentence_lists_three_positions_that_are_not_live():
    assert standing_sentence(Standing(6, 0, 0, 2, 2, 2, 2)) == (
        "None of 6 actions is live: 2 have not started, the windows of 2 have ended "
        "and the dates of 2 are not given."
    )


def test_the_published_standing_in_november_2026():
    assert standing(published().actions) == Standing(
        actions=52,
        in_delivery=11,
        ongoing=23,
        not_started=5,
        window_ended=13,
        dates_not_given=0,
        time_bound=29,
    )


# --- What comes next


def test_the_next_six_months_begin_with_this_one_and_cross_new_year():
    assert look_ahead(month("2026-11")) == (month("2026-11"), month("2027-04"))


def test_looking_one_month_ahead_is_this_month():
    assert look_ahead(month("2026-12"), months=1) == (month("2026-12"), month("2026-12"))


def test_what_falls_between_two_months_holds_both_of_them_soonest_first(tmp_path):
    plan = plan_of(
        tmp_path,
        "Apr-25 | Apr-27",
        "Apr-25 | Oct-26",
        "Apr-25 | Nov-26",
        "Apr-25 | May-27",
        "Apr-25 | Ongoing",
        "Apr-25 | TBC",
    )
    falling = falling_between(plan.actions, "end", month("2026-11"), month("2027-04"))
    assert falling["action_id"].tolist() == ["A3", "A1"]


def test_five_published_deadlines_and_three_starts_fall_in_the_six_months_from_november_2026():
    actions = published().actions
    first, last = look_ahead(month("2026-11"))
    ends = falling_between(actions, "end", first, last)
    starts = falling_between(actions, "start", first, last)
    assert ends["action_id"].tolist() == ["LCC.1", "LCC.5", "T1", "E5", "R2"]
    assert starts["action_id"].tolist() == ["LCC.10", "T9", "E1", "E2"]


# --- Deadlines by month


def test_deadlines_by_month_fill_the_months_between_with_0(tmp_path):
    plan = plan_of(
        tmp_path, "Apr-25 | Feb-26", "Apr-25 | Nov-25", "Ongoing | Feb-26", "Apr-25 | Ongoing"
    )
    assert records(deadlines_by_month(plan.actions)) == [
        (month("2025-11"), 1, ("A2",)),
        (month("2025-12"), 0, ()),
        (month("2026-01"), 0, ()),
        (month("2026-02"), 2, ("A1", "A3")),
    ]


def test_a_plan_without_planned_ends_has_no_deadlines(tmp_path):
    profile = deadlines_by_month(plan_of(tmp_path, "Apr-25 | Ongoing", "Apr-25 | TBC").actions)
    assert profile.empty
    assert list(profile.columns) == ["month", "deadlines", "action_ids"]
    assert peak_sentence(profile, as_at=month("2026-11")) == "No action here has a planned end"


def profile_of(*counts):
    spread = pd.period_range("2026-11", periods=len(counts), freq="M")
    return pd.DataFrame({"month": spread, "deadlines": counts})


@pytest.mark.parametrize(
    ("counts", "as_at", "sentence"),
    [
        ((1, 3), "2026-12", "3 of 4 deadlines fall in December 2026"),
        ((1, 3), "2027-01", "3 of 4 deadlines fell in December 2026"),
        ((0, 1), "2026-01", "1 of 1 deadline falls in December 2026"),
        ((2, 2), "2026-01", "No single peak: at most 2 of 4 deadlines in a month"),
    ],
)
def test_the_peak_is_named_with_its_month_and_tense(counts, as_at, sentence):
    assert peak_sentence(profile_of(*counts), as_at=month(as_at)) == sentence


def test_11_of_the_29_published_deadlines_fall_in_march_2026():
    profile = deadlines_by_month(published().actions)
    given = profile[profile["deadlines"].gt(0)]
    assert records(given, "month", "deadlines") == [
        (month("2025-05"), 1),
        (month("2025-06"), 1),
        (month("2026-03"), 11),
        (month("2027-03"), 5),
        (month("2027-09"), 2),
        (month("2029-03"), 3),
        (month("2030-03"), 5),
        (month("2031-12"), 1),
    ]
    assert len(profile) == 80
    assert peak_sentence(profile, as_at=month("2026-11")) == "11 of 29 deadlines fell in March 2026"


def test_nine_of_the_published_deadlines_in_march_2026_are_the_carbon_reduction_teams():
    plan = published()
    march = falling_between(plan.actions, "end", *months("2026-03", "2026-03"))["action_id"]
    led = plan.assignments[plan.assignments["action_id"].isin(march)]
    assert led["lead"].eq("Carbon Reduction Team").sum() == 9


# --- Leads


def test_a_joint_action_counts_once_under_each_of_its_leads(tmp_path):
    plan = small_plan(
        tmp_path,
        "A1 | Red Team; Blue Team | | Apr-25 | Mar-27",
        "A2 | Blue Team | | Apr-25 | Mar-26",
        "A3 | Green Team | | Apr-25 | Mar-26",
        as_at="2026-11",
    )
    assert records(leads_by_team(plan.actions, plan.assignments)) == [
        ("Blue Team", 1, 0, 1, 2),
        ("Red Team", 1, 0, 0, 1),
        ("Green Team", 0, 0, 1, 1),
    ]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "No team leads an action here"),
        ([("Red Team", 2), ("Blue Team", 1)], "Red Team leads 2 of 3 actions"),
        ([("Red Team", 1), ("Blue Team", 1)], "2 teams lead 1 action each, the most"),
    ],
)
def test_the_sentence_names_who_leads_most(rows, sentence):
    counts = pd.DataFrame(rows, columns=["team", "actions"])
    assert leads_sentence(counts, actions=3) == sentence


def test_the_carbon_reduction_team_leads_22_of_the_52_published_actions():
    plan = published()
    counts = leads_by_team(plan.actions, plan.assignments)
    assert leads_sentence(counts, actions=52) == "Carbon Reduction Team leads 22 of 52 actions"
    assert (len(counts), counts["actions"].sum()) == (22, 69)
    # By hand, live in November 2026: LCC.5, .8, .9, .11, .12, .14, E5, C5, EA2, EA3 and EA4.
    # Not started: LCC.10 and T9. Ended: the nine of March 2026.
    assert records(counts)[0] == ("Carbon Reduction Team", 11, 2, 9, 22)


def test_leads_by_team_leaves_its_input_alone():
    plan = published()
    with left_alone(plan.actions, plan.assignments):
        leads_by_team(plan.actions, plan.assignments)
        deadlines_by_month(plan.actions)
        standing(plan.actions)


# --- The finding of a timeline


@pytest.mark.parametrize(
    ("dates", "sentence"),
    [
        (["Apr-25 | Ongoing"], "Nothing here has a planned end"),
        (["Apr-25 | Oct-26"], "1 window closed in October 2026"),
        (["Apr-25 | Nov-26"], "1 window closes in November 2026"),
        (
            ["Apr-25 | Mar-26", "Apr-25 | Mar-26", "Apr-25 | Dec-26", "Apr-25 | Mar-27"],
            "2 windows closed in March 2026; 1 more closes in December 2026",
        ),
        (["Apr-25 | Dec-26", "Apr-25 | Dec-26"], "2 windows close in December 2026"),
    ],
)
def test_a_window_that_ends_this_month_still_closes(tmp_path, dates, sentence):
    actions = plan_of(tmp_path, *dates).actions
    assert windows_sentence(actions, as_at=month("2026-11")) == sentence


def test_the_finding_of_the_published_timeline():
    assert windows_sentence(published().actions, as_at=month("2026-11")) == (
        "11 windows closed in March 2026; 5 more close in March 2027"
    )


# --- Words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 teams"), (1, "1 team"), (2, "2 teams"), (1000, "1,000 teams")]
)
def test_a_count_stands_with_its_noun(number, words):
    assert count_of(number, "team") == words


def test_a_noun_may_bring_its_own_plural():
    assert count_of(2, "delivery", plural="deliveries") == "2 deliveries"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], "none"),
        (["a"], "a"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b", "c", "d"], "a, b, c and 1 more"),
    ],
)
def test_a_list_of_more_than_three_counts_the_rest(names, words):
    assert listing(names) == words


@pytest.mark.parametrize(("at", "word"), [("2026-10", "was"), ("2026-11", "is"), ("2026-12", "is")])
def test_this_month_is_not_yet_past(at, word):
    assert by_tense(month(at), month("2026-11"), past="was", present="is") == word
