import pytest

from netzero.analysis.themes import themes
from tests.at import plan_at, published


def test_the_published_themes_in_november_2026():
    found = themes(published())
    assert found.finding == "Transport holds the most ongoing work: 6 of 23"
    assert found.table.columns == (
        "Theme", "Ongoing", "In delivery", "Not started", "Ended", "Actions",
    )  # fmt: skip
    assert found.table.rows[0] == ("Transport", 6, 1, 1, 2, 10)
    assert sum(row[-1] for row in found.table.rows) == 52
    assert [(each.name, sum(each.values)) for each in found.picture.series] == [
        ("ongoing", 23), ("in delivery", 11), ("not started", 5), ("ended", 13),
    ]  # fmt: skip
    assert found.spot(("Resources and Waste",)).action_ids == ("R1", "R2", "R3")
    ids = dict(zip(found.picture.names, found.picture.units, strict=True))
    # Ongoing, in delivery, not started and ended, each in the order of the plan.
    assert ids["Transport"] == ("T2", "T3", "T4", "T5", "T6", "T10", "T1", "T9", "T7", "T8")
    assert ids["Communities"] == ("C5", "C4", "C1", "C2", "C3")


@pytest.mark.parametrize(
    ("scope", "finding"),
    [
        ({"theme": ("Transport",)}, "Transport: 6 ongoing, 1 in delivery"),
        ({"position": ("in delivery",)}, "No theme holds ongoing work"),
        ({"team": ("Growth Service",)}, "Business and Economy: 1 ongoing, 2 in delivery"),
        (
            {"team": ("Carbon Reduction Team",)},
            "Enabling Actions holds the most ongoing work: 3 of 7",
        ),
    ],
)
def test_a_finding_is_not_true_by_construction(scope, finding):
    assert themes(published(**scope)).finding == finding


def test_equals_are_counted_and_work_under_no_heading_is_called_so():
    rows = ("A1 | Red Team | | Ongoing | Ongoing", "A2 | Red Team | | Ongoing | Mar-27")
    assert themes(plan_at(*rows)).finding.endswith(": 1 ongoing, 1 in delivery")
    equal = published(theme=("Nature and Land Use", "Enabling Actions"))
    assert themes(equal).finding == "2 themes hold 3 ongoing each"
    unnamed = published(theme=("No heading printed", "Communities"))
    assert themes(unnamed).finding == "Actions without a heading hold the most ongoing work: 2 of 3"
    beside = published(plan=("2035 Net Zero Council Action Plan",))
    assert themes(beside).finding == "Enabling and actions without a heading hold 2 ongoing each"
