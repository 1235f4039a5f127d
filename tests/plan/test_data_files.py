"""The committed data files, and that the dictionary beside them documents each column."""

import re

import pandas as pd
import pytest

from netzero.plan import PlanError
from netzero.plan.months import first_month, years_between
from netzero.plan.notes import DEFAULT_NOTES
from netzero.plan.provenance import COLUMNS, printed_years, read_provenance
from netzero.plan.reading import DATA
from tests.builders import real_plan

CSV_FILES = sorted(path.name for path in DATA.glob("*.csv"))


def header(name):
    return list(pd.read_csv(DATA / name, dtype="str", nrows=0).columns)


def documented():
    """Return the columns that data/README.md explains, by file."""
    sections = re.split(r"^### ", (DATA / "README.md").read_text(encoding="utf-8"), flags=re.M)[1:]
    return {
        section.split(":")[0]: re.findall(r"^\| `(\w+)` \|", section, flags=re.M)
        for section in sections
    }


def test_there_are_four_data_files():
    assert CSV_FILES == ["actions.csv", "notes.csv", "organisations.csv", "plans.csv"]


@pytest.mark.parametrize("name", CSV_FILES)
def test_each_column_is_documented_in_the_order_of_the_file(name):
    assert documented()[name] == header(name)


def test_no_file_is_documented_that_is_not_there():
    assert sorted(documented()) == CSV_FILES


@pytest.mark.parametrize("name", CSV_FILES)
def test_each_file_is_utf_8_without_a_mark_and_ends_its_lines_alike(name):
    content = (DATA / name).read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert "�" not in content.decode("utf-8")


def test_each_title_is_1_to_48_characters_and_unique():
    written = pd.read_csv(DATA / "actions.csv", dtype="str", keep_default_na=False)["title"]
    assert written.str.len().between(1, 48).all()
    assert written.is_unique


def test_each_reviewed_name_is_used_in_the_plan():
    plan = real_plan()
    used = {*plan.assignments["lead"], *plan.partnerships["partner"]}
    assert set(plan.organisations["name"]) == used


def test_each_reviewed_remark_still_finds_its_words():
    remarks = pd.read_csv(DEFAULT_NOTES, dtype="str")
    assert len(remarks) == 10
    assert set(remarks["note"]) <= set(real_plan().notes["note"])


def test_the_provenance_covers_both_published_tables_and_names_a_source_that_is_there():
    table = read_provenance()
    assert set(table["plan"]) == set(real_plan().actions["plan"])
    assert all((DATA / source).is_file() for source in table["source"])


def test_the_printed_years_are_those_of_the_published_header():
    text = (DATA / "published" / "net-zero-action-plans.txt").read_text(encoding="utf-8")
    years = years_between(first_month("2025-26"), first_month("2029-30"))
    assert text.count("\t".join(years)) == 2
    assert printed_years(real_plan().actions["plan"], DATA / "plans.csv") == years


def test_no_year_is_printed_over_a_plan_that_is_not_listed():
    assert printed_years(["2035 Net Zero Council Action Plan", "Mine"], DATA / "plans.csv") == ()


def test_without_a_list_no_years_are_printed():
    assert printed_years(["2035 Net Zero Council Action Plan"], None) == ()


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("abc", "2029-30", "Row 2, first_delivery_year: “abc” is not a delivery year."),
        ("2025-27", "2029-30", "Row 2, first_delivery_year: “2025-27” is not a delivery year."),
        ("1600-01", "2029-30", "Row 2, first_delivery_year: “1600-01” is not a delivery year."),
        ("2029-30", "2025-26", "Row 2, last_delivery_year: “2025-26” is before the first."),
    ],
)
def test_printed_years_that_are_none_are_refused(tmp_path, first, last, sentence):
    path = tmp_path / "plans.csv"
    path.write_text(f"{','.join(COLUMNS)}\nP,Q,{first},{last},s,\n", encoding="utf-8")
    with pytest.raises(PlanError) as refused:
        read_provenance(path)
    assert str(refused.value).startswith(sentence)
    assert refused.value.file == "plans.csv"
