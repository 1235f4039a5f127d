"""What the design says of the plan as at November 2026, counted here by hand and held literally."""

import pytest

from tests.recount import sentences
from tests.recount.plain_plan import Chosen, month_read, records, records_in

NOVEMBER_2026 = month_read("Nov-26")
CARBON, DISTRICTS = "Carbon Reduction Team", "District councils"


@pytest.fixture
def here():
    return records_in(Chosen(), NOVEMBER_2026)


def test_52_actions_stand_in_two_tables(here):
    plans = [record.plan[:4] for record in here.records]
    assert (len(plans), plans.count("2035"), plans.count("2050")) == (52, 14, 38)


def test_22_teams_lead_them_in_69_assignments(here):
    assigned = [team for record in here.records for team in record.leads]
    assert (len(set(assigned)), len(assigned)) == (22, 69)


def test_eleven_actions_end_in_march_2026_nine_of_the_carbon_reduction_team(here):
    ends = [record for record in here.records if record.end == month_read("Mar-26")]
    assert (len(ends), sum(CARBON in record.leads for record in ends)) == (11, 9)


def test_the_carbon_reduction_team_leads_22_actions_and_11_of_the_34_live(here):
    led, live = (sentences.led_by(here, some)[CARBON] for some in (here.records, here.live))
    assert (len(led), len(live), len(here.live)) == (22, 11, 34)


@pytest.mark.parametrize(
    ("position", "actions"),
    [("not started", 5), ("in delivery", 11), ("ongoing", 23), ("ended", 13)],
)
def test_so_many_stand_in_each_position(here, position, actions):
    assert [record.position(here.month) for record in here.records].count(position) == actions


def test_seven_sets_of_deadlines_fall_in_one_month_four_of_them_ahead(here):
    ahead, past = sentences.sets_of(here, within=1, whose="team")
    assert (len(ahead), len(past)) == (4, 3)


def test_district_councils_are_named_in_22_actions_14_of_them_live(here):
    named, live = (sentences.named_in(here, some)[DISTRICTS] for some in (here.records, here.live))
    assert (len(named), len(live)) == (22, 14)


def test_37_actions_name_a_partner_25_of_them_live(here):
    named = [record for record in records() if record.partners]
    assert (len(named), sum(record.live(here.month) for record in named)) == (37, 25)
