"""The committed data files, and that the dictionary beside them says what is declared."""

import re

import pandas as pd
import pytest

from netzero.plan.columns import FILES, markdown_table, names_of
from netzero.plan.files import DATA
from netzero.plan.months import first_month, years_between
from netzero.plan.organisations import KINDS, spellings
from tests.builders import real_plan, records

# The verb that an action is hedged with, or its partners: its title must not turn it into doing.
HEDGED = {
    "LCC.1": "investigate", "LCC.2": "consider", "LCC.3": "secure", "LCC.4": "consider",
    "LCC.6": "investigate", "LCC.8": "investigate", "LCC.9": "consider", "LCC.12": "encourage",
    "LCC.13": "explore", "LCC.14": "support", "T2": "investigate", "T5": "support",
    "T6": "review", "T8": "support", "T9": "consider", "T10": "investigate", "B1": "partners",
    "B2": "support", "B3": "support", "B4": "consider", "E1": "consider", "E2": "consider",
    "E3": "support", "E5": "partners", "E6": "support", "E7": "partners", "R2": "explore",
    "N2": "explore", "C1": "support", "C2": "support", "C3": "explore", "EA3": "support",
    "EA4": "investigate",
}  # fmt: skip


def committed(name):
    return pd.read_csv(DATA / name, dtype="str", keep_default_na=False)


def sections():
    """Return what data/README.md says, by file."""
    text = (DATA / "README.md").read_text(encoding="utf-8")
    return {part.split(":")[0]: part for part in re.split(r"^### ", text, flags=re.M)[1:]}


def test_the_four_data_files_are_those_declared_and_documented():
    files = ["actions.csv", "notes.csv", "organisations.csv", "plans.csv"]
    assert sorted(path.name for path in DATA.glob("*.csv")) == files
    assert sorted(FILES) == sorted(sections()) == files


@pytest.mark.parametrize("name", FILES)
def test_the_dictionary_says_of_each_file_what_is_declared(name):
    assert markdown_table(FILES[name]) in sections()[name]


@pytest.mark.parametrize("name", FILES)
def test_each_file_holds_the_declared_columns_and_no_other(name):
    assert list(committed(name).columns) == names_of(FILES[name])


def test_the_dictionary_lists_every_kind():
    table = sections()["organisations.csv"].split("The kinds are:")[1]
    assert re.findall(r"^\| ([a-z ]+) \|", table, flags=re.M)[1:] == list(KINDS)


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_utf_8_without_a_mark_and_ends_its_lines_alike(name):
    content = (DATA / name).read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert "�" not in content.decode("utf-8")


def test_each_title_is_1_to_48_characters_and_unique():
    titles = committed("actions.csv")["title"]
    assert titles.str.len().between(1, 48).all()
    assert titles.is_unique


@pytest.mark.parametrize(("action_id", "verb"), HEDGED.items())
def test_a_title_keeps_the_published_verb(action_id, verb):
    row = committed("actions.csv").set_index("action_id").loc[action_id]
    assert verb in row["action"].lower()
    assert verb in row["title"].lower()


def test_each_reviewed_name_is_used_in_the_plan():
    plan = real_plan()
    used = {*plan.assignments["lead"], *plan.partnerships["partner"]}
    assert set(plan.organisations["name"]) == used


def test_each_name_of_several_spellings_says_why_they_are_one():
    merged = real_plan().organisations.query("aliases != ''")
    assert merged.loc[merged["note"].eq(""), "name"].tolist() == []


@pytest.mark.parametrize(
    ("spelling", "names"),
    [
        ("Business", ("Businesses",)),
        ("DfT", ("Department for Transport",)),
        ("Department for Transport (DfT)", ("Department for Transport",)),
        ("Community Groups", ("Community groups",)),
        ("DfT and OZEV", ("Department for Transport", "OZEV")),
        ("Highways Operations", ("Highways Operations",)),
        ("Highways Team", ("Highways Team",)),
        ("Strategic Property Team", ("Strategic Property Team",)),
        ("Property Team", ("Property Team",)),
        ("Residents", ("Residents",)),
    ],
)
def test_the_reviewed_list_merges_what_is_one_and_keeps_the_rest_apart(spelling, names):
    assert spellings(real_plan().organisations)[spelling] == names


def test_the_kinds_that_could_be_doubted_say_why():
    names = ["Midlands Net Zero Hub", "National Forest", "Energy Saving Trust",
             "Leicestershire LGPS Committee/Board/LGPS Central"]  # fmt: skip
    rows = real_plan().organisations.set_index("name").loc[names].reset_index()
    assert rows["note"].str.contains("Counted under").all()
    assert records(rows, "kind") == [
        ("government and agency",),
        ("government and agency",),
        ("energy",),
        ("funding and investment",),
    ]


def test_each_reviewed_remark_still_finds_its_words():
    remarks = committed("notes.csv")
    assert len(remarks) == 9
    assert set(remarks["note"]) <= set(real_plan().notes["note"])


def test_the_provenance_covers_both_published_tables_and_names_a_source_that_is_there():
    table = real_plan().provenance
    assert set(table["plan"]) == set(real_plan().actions["plan"])
    assert all((DATA / source).is_file() for source in table["source"])


def test_the_printed_years_are_those_of_the_published_header():
    text = (DATA / "published" / "net-zero-action-plans.txt").read_text(encoding="utf-8")
    years = years_between(first_month("2025-26"), first_month("2029-30"))
    assert text.count("\t".join(years)) == 2
    assert real_plan().delivery_years == years
