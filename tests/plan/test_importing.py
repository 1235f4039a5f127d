import pytest

from netzero.__main__ import main
from netzero.plan import PlanError
from netzero.plan.columns import ACTIONS_FILE, names_of
from netzero.plan.files import DATA
from netzero.plan.importing import PUBLISHED_COLUMNS, import_published, with_titles
from netzero.plan.organisations import spellings
from netzero.plan.tables import read_text_table
from tests.builders import real_plan, records

SOURCE = DATA / "published" / "net-zero-action-plans.txt"
KNOWN = {name: (name,) for name in ("Red Team", "Blue Team", "Blue", "Schools", "Residents")}
COUNCIL_HEAD = "2035 Net Zero Council Action Plan\n\nAction ID\tAction\tLeads\tStart\tEnd\n"
COUNTY_HEAD = "2050 Net Zero County Action Plan\n\nAction ID\tAction\tLeads\tPartners\tStart\tEnd\n"


def imported(text):
    return import_published(text.encode(), file="published.txt", known=KNOWN)


@pytest.fixture(scope="module")
def published():
    return import_published(
        SOURCE.read_bytes(), file=SOURCE.name, known=spellings(real_plan().organisations)
    )


def test_names_that_lost_their_line_breaks_are_separated_by_semicolons():
    rows = imported(
        COUNTY_HEAD + "T1\tDo it.\tBlue Team Red Team\tSchools Residents\tApr-25\tMar-26\t\n",
    )
    assert records(rows) == [
        (
            "T1",
            "2050 Net Zero County Action Plan",
            "",
            "Do it.",
            "Blue Team; Red Team",
            "Schools; Residents",
            "Apr-25",
            "Mar-26",
        )
    ]


def test_a_table_without_partners_leaves_them_blank_and_does_not_shift_the_dates():
    rows = imported(COUNCIL_HEAD + "L.1\tDo it.\tRed Team\tOngoing\tMar-26\t\t\n")
    assert records(rows, "leads", "partners", "start", "end") == [
        ("Red Team", "", "Ongoing", "Mar-26")
    ]


def test_partners_printed_as_tbc_stay_tbc():
    rows = imported(COUNTY_HEAD + "T1\tDo it.\tRed Team\tTBC\tTBC\tOngoing\n")
    assert records(rows, "partners", "start", "end") == [("TBC", "TBC", "Ongoing")]


def test_a_heading_ends_at_a_blank_line_after_its_actions():
    row = "\tDo it.\tRed Team\tApr-25\tMar-26\n"
    text = COUNCIL_HEAD + f"L.1{row}\nEnabling\n\nL.2{row}L.3{row}\nL.4{row}"
    assert records(imported(text), "action_id", "theme") == [
        ("L.1", ""),
        ("L.2", "Enabling"),
        ("L.3", "Enabling"),
        ("L.4", ""),
    ]


def test_a_heading_does_not_outlive_its_table():
    text = (
        COUNCIL_HEAD
        + "Enabling\nL.1\tDo it.\tRed Team\tApr-25\tMar-26\n"
        + COUNTY_HEAD
        + "T1\tDo it.\tRed Team\tSchools\tApr-25\tMar-26\n"
    )
    assert imported(text)["theme"].tolist() == ["Enabling", ""]


def test_an_unknown_name_is_reported_with_its_line_and_words():
    text = COUNTY_HEAD + "T1\tDo it.\tRed Team The Bus Company\tSchools Dragons\tApr-25\tMar-26\n"
    with pytest.raises(PlanError) as caught:
        imported(text)
    assert str(caught.value).splitlines() == [
        "Row 4, leads: “The Bus Company” of action T1 is not in the reviewed list of names. "
        "Accepted: names and aliases in organisations.csv.",
        "Row 4, partners: “Dragons” of action T1 is not in the reviewed list of names. "
        "Accepted: names and aliases in organisations.csv.",
    ]


@pytest.mark.parametrize("text", ["", "Nothing here\nbut words\n", COUNTY_HEAD])
def test_a_text_without_actions_is_refused(text):
    with pytest.raises(PlanError, match="holds no table"):
        imported(text)


def test_a_row_that_lost_cells_is_refused_with_its_line():
    with pytest.raises(PlanError, match="4"):
        imported(COUNTY_HEAD + "T1\tDo it.\tRed Team\n")


def test_titles_are_kept_by_id_and_a_new_action_has_none(published):
    titled = with_titles(published.head(2), {"LCC.1": "Ours", "Gone": "Theirs"})
    assert list(titled.columns) == names_of(ACTIONS_FILE)
    assert titled["title"].tolist() == ["Ours", ""]


# --- The published text


def test_the_committed_file_equals_the_published_text(published):
    committed = read_text_table(
        (DATA / "actions.csv").read_bytes(), file="actions.csv", columns=PUBLISHED_COLUMNS
    )
    for column in PUBLISHED_COLUMNS:
        assert committed[column].tolist() == published[column].tolist(), column


def test_52_actions_are_imported(published):
    assert len(published) == 52
    assert published["action_id"].tolist()[:2] == ["LCC.1", "LCC.2"]
    assert published["action_id"].tolist()[-1] == "EA4"


def test_the_published_headings_hold_these_actions(published):
    assert published["theme"].value_counts(sort=False).to_dict() == {
        "": 8,
        "Enabling": 6,
        "Transport": 10,
        "Buildings and Energy": 5,
        "Business and Economy": 7,
        "Resources and Waste": 3,
        "Nature and Land Use": 4,
        "Communities": 5,
        "Enabling Actions": 4,
    }


# --- The command line


def test_the_command_writes_the_committed_file(tmp_path, capsys):
    output = tmp_path / "actions.csv"
    assert main(["rebuild", str(SOURCE), "-o", str(output)]) == 0
    assert output.read_bytes() == (DATA / "actions.csv").read_bytes()
    assert capsys.readouterr().out == f"52 actions written to {output}; 0 without a title.\n"


def test_the_command_says_how_many_actions_want_a_title(tmp_path, capsys):
    titles = tmp_path / "titles.csv"
    titles.write_text("action_id,title\nT1,Ours\n", encoding="utf-8")
    output = tmp_path / "actions.csv"
    assert main(["rebuild", str(SOURCE), "-o", str(output), "--titles", str(titles)]) == 0
    assert "52 actions written" in (out := capsys.readouterr().out)
    assert out.endswith("; 51 without a title.\n")


def test_the_command_names_line_and_words_of_an_unknown_name(tmp_path, capsys):
    text = SOURCE.read_text(encoding="utf-8").replace("Warm Homes Team", "Cosy Homes Team")
    source, output = tmp_path / "published.txt", tmp_path / "actions.csv"
    source.write_text(text, encoding="utf-8")
    assert main(["rebuild", str(source), "-o", str(output)]) == 1
    assert capsys.readouterr().err == (
        "Row 43, leads: “Cosy Homes Team” of action B1 is not in the reviewed list of names. "
        "Accepted: names and aliases in organisations.csv.\n"
    )
    assert not output.exists()


def test_the_command_refuses_a_source_that_is_missing(tmp_path, capsys):
    assert main(["rebuild", str(tmp_path / "none.txt"), "-o", str(tmp_path / "out.csv")]) == 1
    assert "none.txt" in capsys.readouterr().err


def test_the_command_refuses_a_source_that_is_not_utf_8(tmp_path, capsys):
    source = tmp_path / "published.txt"
    source.write_bytes((COUNTY_HEAD + "T1\tCafé\tRed Team\tTBC\tApr-25\tMar-26\n").encode("cp1252"))
    assert main(["rebuild", str(source), "-o", str(tmp_path / "out.csv")]) == 1
    assert "UTF-8" in capsys.readouterr().err
