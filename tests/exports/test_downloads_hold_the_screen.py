"""The tables of a filtered view, as their files hold them, and what the cover says of them.

That each page puts exactly these tables into its files is for ``tests/browser/test_downloads.py``.
"""

import io
from datetime import date

import openpyxl
import pandas as pd
import pytest

from netzero.analysis import deadlines, headline, partners, workload
from netzero.analysis.actions import actions_table
from netzero.analysis.periods import QUARTER, periods
from netzero.analysis.selection import Filters, select
from netzero.exports.spreadsheet import csv_file, workbook
from netzero.plan.months import months_of
from netzero.ui.downloads import cover_of
from netzero.ui.tables import cell_text
from netzero.ui.view import View
from tests.builders import month, real_plan
from tests.pages.test_pages import open_page

FILTERS = [
    Filters(),
    Filters(team=("Special Projects",)),
    Filters(partner=("District councils",), position=("window ended", "in delivery")),
    Filters(plan=("2035 Net Zero Council Action Plan",)),
    Filters(q="Warm Homes"),
]


def view_of(filters, *, as_at="2026-11"):
    shown = select(real_plan(), filters=filters, as_at=month(as_at))
    return View(plan=real_plan(), shown=shown, filters=filters, as_at=month(as_at))


def tables_of(view, *, within=3):
    """Return the tables that each page shows of a view, by page and sheet."""
    shown, years = view.shown, view.plan.delivery_years
    clusters = {
        sheet: deadlines.clusters_table(deadlines.deadline_clusters(ends, within=within))
        for sheet, ends in (
            ("Clusters", deadlines.team_deadlines(shown)),
            ("Clusters of partners", deadlines.partner_deadlines(shown)),
        )
    }
    own = deadlines.deadline_clusters(deadlines.team_deadlines(shown), within=within)
    ahead = headline.falling_between(shown.actions, "end", view.as_at, view.as_at + 11)
    clusters |= {
        "Caught together": deadlines.caught_together(view.plan, own),
        "Next twelve months": actions_table(ahead),
        "Deadlines by month": deadlines.grid_table(
            deadlines.deadline_grid(deadlines.team_deadlines(shown))
        ),
    }
    grid = workload.workload_grid(
        shown.actions, shown.assignments, periods=periods(years, grain=QUARTER)
    )
    team = grid["team"].iloc[0]
    profile = workload.team_profile(
        shown.actions, shown.assignments, team=team, months=months_of(years)
    )
    summary = partners.partner_summary(shown, as_at=view.as_at)
    return {
        "actions": {"Actions": actions_table(shown.actions)},
        "deadlines": clusters,
        "workload": {
            "Live actions": workload.wide(grid, "live"),
            "Deadlines": workload.wide(grid, "deadlines"),
            "Team by month": profile.assign(team=team),
            "Concentration": workload.concentration(shown.actions, shown.assignments),
        },
        "partners": {
            "Partners": partners.as_table(summary),
            "Teams and partners": partners.partner_links(shown),
            "Kinds": partners.by_kind(shown.partnerships),
        },
    }


def as_in_a_file(table):
    """Return a table cell by cell: numbers as numbers, all else as the page writes it."""
    whole = [pd.api.types.is_integer_dtype(kind) for kind in table.dtypes]
    rows = [
        tuple(
            int(cell) if number else cell_text(cell)
            for cell, number in zip(row, whole, strict=True)
        )
        for row in table.itertuples(index=False, name=None)
    ]
    return [tuple(table.columns), *rows]


def read_again(content):
    """Return the rows of every sheet of an Excel file; an empty cell is empty text."""
    return {
        sheet.title: [
            tuple("" if cell.value is None else cell.value for cell in row) for row in sheet.rows
        ]
        for sheet in openpyxl.load_workbook(io.BytesIO(content))
    }


def csv_rows(content):
    table = pd.read_csv(io.BytesIO(content), dtype="str", keep_default_na=False)
    return [tuple(table.columns), *table.itertuples(index=False, name=None)]


@pytest.mark.parametrize("filters", FILTERS)
@pytest.mark.parametrize("page", ["actions", "deadlines", "workload", "partners"])
def test_every_table_of_a_page_survives_excel_and_csv_cell_by_cell(page, filters):
    tables = tables_of(view_of(filters))[page]
    sheets = read_again(workbook(tables, cover={"Title": page}))
    assert list(sheets) == ["Cover", *tables]
    for name, table in tables.items():
        expected = as_in_a_file(table)
        assert sheets[name] == expected
        in_text = [tuple(map(str, row)) for row in expected]
        assert csv_rows(csv_file(table, cover={})) == in_text


def test_the_two_actions_of_special_projects_fill_every_sheet():
    tables = tables_of(view_of(FILTERS[1]))
    assert as_in_a_file(tables["deadlines"]["Clusters"]) == [
        ("Owner", "First", "Last", "Actions", "Ids"),
        ("Special Projects", "Mar 2026", "Mar 2026", 2, "T7, T8"),
    ]
    assert as_in_a_file(tables["deadlines"]["Clusters of partners"])[1:] == [
        ("District councils", "Mar 2026", "Mar 2026", 2, "T7, T8"),
    ]
    assert as_in_a_file(tables["workload"]["Live actions"])[1][:6] == (
        "Special Projects", 2, 2, 2, 2, 0,
    )  # fmt: skip
    assert as_in_a_file(tables["workload"]["Concentration"])[1] == ("Special Projects", 2, 0, 2, 2)
    # T7 names nine partners (“DfT and OZEV” is two) and T8 three; both name the district councils.
    assert len(tables["partners"]["Partners"]) == 9 + 3 - 1


def test_the_table_on_the_actions_page_is_the_one_in_the_file():
    app = open_page("actions", team="Special Projects")
    on_screen = app.dataframe[0].value
    assert on_screen["Id"].tolist() == ["T7", "T8"]
    sheets = read_again(workbook({"Actions": on_screen}, cover={}))
    assert sheets["Actions"] == as_in_a_file(tables_of(view_of(FILTERS[1]))["actions"]["Actions"])


def test_the_cover_names_the_filters_the_month_the_source_the_rule_and_the_date():
    filters = Filters(team=("Special Projects", "Growth Service"), q="pilot")
    before = date.today()
    cover = cover_of(
        view_of(filters), name="deadlines", rule="One month means the same month.", choices={}
    )
    assert date.fromisoformat(cover.pop("Made on")) in (before, date.today())
    assert cover == {
        "Title": "Net zero delivery: deadlines",
        "Holds": "2 of 52 actions; 2 actions, 2 lead assignments",  # T7, and E7 by its pilots
        "As at": "Nov 2026",
        "Filters": "Lead team: Special Projects; Lead team: Growth Service; Search: pilot",
        "Source": "2035 Net Zero Council Action Plan; 2050 Net Zero Leicestershire Action Plan",
        "Counting rule": "One month means the same month.",
        "Fingerprint of the plan file (SHA-256)": real_plan().digest,
    }


def test_the_cover_of_the_whole_plan_says_that_no_filter_is_set():
    assert cover_of(view_of(Filters()), name="actions", rule="", choices={})["Filters"] == "none"
