import pytest

from netzero.plan import PlanError
from netzero.plan.organisations import (
    closest,
    names_in,
    read_organisations,
    spellings,
    split_names,
)
from tests.builders import real_plan, write_csv

HEADER = ("name", "kind", "aliases", "note")


@pytest.fixture
def known():
    return spellings(real_plan().organisations)


def listed(folder, *rows):
    return read_organisations(write_csv(folder / "organisations.csv", HEADER, rows))


def test_an_alias_stands_for_its_organisation(tmp_path):
    table = listed(tmp_path, ["Businesses", "business", "Business; Firms", ""])
    assert spellings(table) == {
        "Businesses": ("Businesses",),
        "Business": ("Businesses",),
        "Firms": ("Businesses",),
    }


def test_an_alias_under_two_organisations_stands_for_both(tmp_path):
    table = listed(
        tmp_path,
        ["Transport", "transport", "T and O", ""],
        ["OZEV", "government and agency", "T and O", ""],
    )
    assert spellings(table)["T and O"] == ("Transport", "OZEV")


def test_a_kind_outside_the_twelve_is_refused_with_its_row(tmp_path):
    with pytest.raises(PlanError) as caught:
        listed(tmp_path, ["Schools", "education", "", ""], ["Hub", "quango", "", ""])
    assert str(caught.value) == (
        "Row 3, kind: “quango” is not a kind. Accepted: council team, local authority, "
        "government and agency, health, transport, energy, business, education, "
        "voluntary and community, public, funding, partnership."
    )


def test_a_name_that_stands_twice_is_refused_where_it_stands_again(tmp_path):
    with pytest.raises(PlanError) as caught:
        listed(tmp_path, ["Hub", "energy", "", ""], ["Hub", "energy", "", ""])
    assert (
        str(caught.value)
        == "Row 3, name: “Hub” is blank or stands twice. Accepted: each name once."
    )


def test_a_blank_name_is_refused(tmp_path):
    with pytest.raises(PlanError) as caught:
        listed(tmp_path, ["", "energy", "", ""])
    assert [(p.row, p.column) for p in caught.value.problems] == [(2, "name")]


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


@pytest.mark.parametrize(
    ("spelling", "names"),
    [
        ("Business", ("Businesses",)),
        ("DfT", ("Department for Transport",)),
        ("Department for Transport (DfT)", ("Department for Transport",)),
        ("Community Groups", ("Community groups",)),
        ("DfT and OZEV", ("Department for Transport", "OZEV")),
    ],
)
def test_the_reviewed_list_merges_what_is_one(known, spelling, names):
    assert known[spelling] == names


@pytest.mark.parametrize(
    "pair",
    [
        ("Highways Operations", "Highways Team"),
        ("Strategic Property Team", "Property Team"),
        ("Residents", "Residents and other stakeholders"),
    ],
)
def test_the_reviewed_list_keeps_apart_what_no_evidence_joins(known, pair):
    assert [known[name] for name in pair] == [(pair[0],), (pair[1],)]


def test_the_closest_name_is_offered_and_a_far_one_is_not(known):
    assert closest("Carbon Reducton Team", known) == "Carbon Reduction Team"
    assert closest("Dragons", known) == ""
