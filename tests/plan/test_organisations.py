import pytest

from netzero.plan import PlanError
from netzero.plan.organisations import (
    closest,
    names_in,
    read_organisations,
    spellings,
    split_names,
)
from tests.builders import as_csv, real_plan

HEADER = ("name", "kind", "aliases", "note")


@pytest.fixture
def known():
    return spellings(real_plan().organisations)


def listed(*rows):
    return read_organisations(as_csv(HEADER, rows))


def sentence(*rows):
    with pytest.raises(PlanError) as caught:
        listed(*rows)
    assert caught.value.file == "organisations.csv"
    return str(caught.value)


def test_an_alias_stands_for_its_organisation():
    table = listed(["Businesses", "business", "Business; Firms; Business; Businesses", ""])
    assert spellings(table) == {
        "Businesses": ("Businesses",),
        "Business": ("Businesses",),
        "Firms": ("Businesses",),
    }


def test_an_alias_under_two_organisations_stands_for_both():
    table = listed(
        ["Transport", "transport", "T and O", ""],
        ["OZEV", "government and agency", "T and O", ""],
    )
    assert spellings(table)["T and O"] == ("Transport", "OZEV")


def test_an_alias_that_is_the_name_of_another_organisation_is_refused():
    rows = [["Hub", "energy", "", ""], ["Schools", "education", "School; Hub", ""]]
    assert sentence(*rows) == (
        "Row 3, aliases: “Hub” is the name of another organisation in this list. "
        "Accepted: spellings that are not a name of their own."
    )


def test_a_kind_outside_the_list_is_refused_with_its_row():
    assert sentence(["Schools", "education", "", ""], ["Hub", "quango", "", ""]) == (
        "Row 3, kind: “quango” is not a kind. Accepted: council team, publishing council, "
        "local authority, government and agency, health, transport, energy, business, education, "
        "voluntary and community, public, funding and investment, partnership, not known."
    )


def test_a_name_that_stands_twice_is_refused_where_it_stands_again():
    assert sentence(["Hub", "energy", "", ""], ["Hub", "energy", "", ""]) == (
        "Row 3, name: “Hub” stands twice. Accepted: each name once."
    )


def test_a_name_that_looks_like_another_is_refused():
    assert sentence(["Hub", "energy", "", ""], ["HUB\u200b", "energy", "", ""]) == (
        "Row 3, name: “HUB\u200b” differs from “Hub” only in case or in signs that cannot be seen. "
        "Accepted: each name once."
    )


@pytest.mark.parametrize("alias", ["hub", "Hub\u200b", "HUB"])
def test_an_alias_that_looks_like_another_organisation_is_refused(alias):
    rows = [["Hub", "energy", "", ""], ["Schools", "education", alias, ""]]
    assert sentence(*rows).startswith(
        f"Row 3, aliases: “{alias}” is the name of another organisation in this list."
    )


def test_an_alias_that_differs_from_its_own_name_in_case_alone_is_one_more_spelling():
    assert spellings(listed(["Hub", "energy", "HUB", ""]))["HUB"] == ("Hub",)


def test_a_name_with_a_semicolon_is_refused_because_no_cell_could_name_it():
    assert sentence(["Hub", "energy", "", ""], ["Arts; Crafts", "public", "", ""]) == (
        "Row 3, name: “Arts; Crafts” holds a semicolon, which separates names. "
        "Accepted: one name, without a semicolon."
    )


def test_a_blank_name_is_refused():
    assert sentence(["", "energy", "", ""]) == "Row 2, name: a blank is given. Accepted: some text."


def test_names_in_a_cell_are_trimmed_and_blanks_passed_over():
    assert names_in(" A ;B;; C and D; ") == ["A", "B", "C and D"]


def test_the_longest_name_that_fits_is_taken_first():
    known = {"Environment": (), "Environment and Waste": (), "Waste": ()}
    assert split_names("Environment and Waste Waste Environment", known) == (
        ["Environment and Waste", "Waste", "Environment"],
        [],
    )


def test_a_name_is_never_found_inside_a_longer_word():
    assert split_names("Planning Plan", {"Plan": ()}) == (["Plan"], ["Planning"])


def test_what_the_list_does_not_know_is_returned_as_it_stands():
    known = {"Schools": (), "Residents": ()}
    assert split_names("Schools The Bus Company Residents", known) == (
        ["Schools", "Residents"],
        ["The Bus Company"],
    )


def test_an_empty_cell_holds_no_names(known):
    assert split_names("", known) == ([], [])


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Waste Management Highways Operations", ["Waste Management", "Highways Operations"]),
        (
            "Environment and Waste Branch Public Health Team",
            ["Environment and Waste Branch", "Public Health Team"],
        ),
        ("Environment Branch Planning", ["Environment Branch", "Planning"]),
        ("National Grid DfT and OZEV", ["National Grid", "DfT and OZEV"]),
        (
            "Neighbouring authorities Farmers, land owners and managers "
            "Residents and other stakeholders",
            [
                "Neighbouring authorities",
                "Farmers, land owners and managers",
                "Residents and other stakeholders",
            ],
        ),
    ],
)
def test_printed_cells_that_lost_their_line_breaks_are_split(known, printed, names):
    assert split_names(printed, known) == (names, [])


def test_the_closest_name_is_offered_and_a_far_one_is_not(known):
    assert closest("Carbon Reducton Team", known) == "Carbon Reduction Team"
    assert closest("Dragons", known) == ""
