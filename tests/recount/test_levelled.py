"""The words of the fewest moves, in every month of the plan and under limits of every kind."""

import pytest

from netzero.analysis.levelled import levelled, levelled_teams
from netzero.analysis.plan_at import PlanAt
from netzero.plan.months import month_from_number
from tests.builders import real_plan
from tests.recount.style import faults_of, faults_of_finding

MONTHS = range(2025 * 12 + 1, 2032 * 12 + 3, 5)
LIMITS = [
    {},
    {"per": "month"},
    {"per": "delivery year", "within": 36},
    {"most": 2, "either_way": True},
    {"most": 3, "per": "delivery year", "any_month": True},
    {"hold": "Carbon Reduction Team", "per": "month"},
    {"hold": "LCC.5; E1; Growth Service", "within": 3},
]


@pytest.mark.parametrize("limit", LIMITS, ids=str)
def test_no_sentence_has_a_slip(limit):
    faults = []
    for number in MONTHS:
        at = PlanAt(real_plan(), month_from_number(number))
        for asked in (levelled, levelled_teams):
            found = asked(at, **limit)
            faults += faults_of_finding(found.finding, words=10)
            said = [
                found.counted,
                found.rule,
                *found.notes,
                *(s.words for s in found.picture.spots()),
            ]
            faults += [fault for each in said for fault in faults_of(each)]
    assert faults == []
