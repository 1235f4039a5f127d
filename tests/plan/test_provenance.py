import pytest

from netzero.plan import PlanError
from netzero.plan.columns import PLANS_FILE, names_of
from netzero.plan.provenance import accent_of, printed_years, read_provenance
from tests.builders import as_csv


def listed(*rows):
    """Return the provenance of rows such as ``("P", "2025-26", "2029-30")``."""
    cells = [[plan, "Us", first, last, "text", ""] for plan, first, last in rows]
    return read_provenance(as_csv(names_of(PLANS_FILE), cells))


def sentence(*rows):
    with pytest.raises(PlanError) as caught:
        listed(*rows)
    assert caught.value.file == "plans.csv"
    return str(caught.value).split(" Accepted")[0]


def test_printed_years_run_from_the_first_to_the_last_of_all_tables():
    table = listed(("P", "2026-27", "2027-28"), ("Q", "2025-26", "2026-27"))
    assert printed_years(["P", "Q"], table) == ("2025-26", "2026-27", "2027-28")
    assert printed_years(["P"], table) == ("2026-27", "2027-28")


def test_no_years_are_printed_over_a_plan_that_is_not_listed():
    assert printed_years(["P", "Mine"], listed(("P", "2026-27", "2027-28"))) == ()


def test_without_a_file_no_table_is_listed_and_no_years_are_printed():
    assert read_provenance(None).empty
    assert printed_years(["P"], read_provenance(None)) == ()


def coloured(colour):
    cells = [["P", "Us", "2025-26", "2029-30", "text", "", colour]]
    content = as_csv([*names_of(PLANS_FILE), "colour"], cells)
    assert list(read_provenance(content)) == names_of(PLANS_FILE)
    return accent_of(content)


def test_a_plan_may_bring_its_accent_and_need_not():
    assert coloured("#7a1f5c") == "#7a1f5c"
    assert coloured("") == ""
    assert (
        accent_of(as_csv(names_of(PLANS_FILE), [["P", "Us", "2025-26", "2029-30", "t", ""]])) == ""
    )
    assert accent_of(None) == ""


# Against white #767676 has 4.54 to 1, #777777 4.48.
@pytest.mark.parametrize("colour", ["#777777", "#ffff00", "navy", "#12436", "#12436d;}", "12436d"])
def test_a_colour_in_which_nobody_could_read_is_a_fault(colour):
    assert coloured("#767676") == "#767676"
    with pytest.raises(PlanError) as caught:
        coloured(colour)
    assert str(caught.value).startswith(f"Row 2, colour: “{colour}” is no colour for words.")


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("abc", "2029-30", "Row 2, first_delivery_year: “abc” is not a delivery year."),
        ("2025-27", "2029-30", "Row 2, first_delivery_year: “2025-27” is not a delivery year."),
        ("1600-01", "2029-30", "Row 2, first_delivery_year: “1600-01” is not a delivery year."),
        ("2025-26", "", "Row 2, last_delivery_year: a blank is not a delivery year."),
        ("2029-30", "2025-26", "Row 2, last_delivery_year: “2025-26” is before the first."),
    ],
)
def test_printed_years_that_are_none_are_refused(first, last, expected):
    assert sentence(("P", first, last)) == expected


def test_a_table_without_a_name_is_refused():
    assert sentence(("", "2025-26", "2026-27")) == "Row 2, plan: a blank is given."


def test_a_table_that_stands_twice_is_refused_where_it_stands_again():
    rows = [("P", "2025-26", "2026-27"), ("P", "2026-27", "2027-28")]
    assert sentence(*rows) == "Row 3, plan: “P” stands twice."
