import json

import pytest

from netzero.__main__ import main
from netzero.plan import PlanFiles, read_plan
from tests.plan.intake import made_files


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "plan.docx"
    path.write_bytes(made_files.as_document())
    return path


def test_check_prints_one_object_with_the_counts_and_how_the_columns_were_taken(document, capsys):
    assert main(["check", str(document), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["rows_read"], found["kept"], found["assignments"]) == (52, 52, 69)
    assert found["states"]["end"] == {"dated": 29, "ongoing": 23}
    assert found["mapping"] == {
        "action_id": "Action ID", "action": "Action", "leads": "LCC team leads",
        "partners": "Partners", "start": "Start", "end": "End",
    }  # fmt: skip


def test_check_says_it_in_sentences(document, capsys):
    assert main(["check", str(document)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "52 rows read: 52 kept and 0 set aside."
    assert lines[3] == "Ends: 29 dated, 23 ongoing."
    assert lines[-1] == "0 faults."


def test_what_is_imported_is_a_plan_that_is_read_with_every_printed_name_for_itself(
    document, tmp_path, capsys
):
    assert main(["import", str(document), "-o", str(tmp_path / "plan")]) == 0
    assert capsys.readouterr().out.startswith("52 actions written to ")
    plan = read_plan(PlanFiles.of(tmp_path / "plan"))
    assert len(plan.actions) == 52
    assert len(plan.assignments) == 69
    assert set(plan.organisations["kind"]) == {"council team", "not known"}
    assert plan.actions["partners_kind"].eq("to be confirmed").sum() == 1


def test_an_import_takes_the_place_of_a_plan_only_where_that_is_said(document, tmp_path, capsys):
    folder = tmp_path / "plan"
    assert main(["import", str(document), "-o", str(folder)]) == 0
    (folder / "notes.csv").write_text("old", encoding="utf-8")
    held = (folder / "actions.csv").read_bytes()
    table = tmp_path / "other.csv"
    table.write_text("Action,Lead,End\nBuy solar,Estates,2027\n", encoding="utf-8")
    assert main(["import", str(table), "-o", str(folder)]) == 1
    said = f"{folder} holds a plan already: name another folder, or say --replace."
    assert capsys.readouterr().err == f"{said}\n"
    assert (folder / "actions.csv").read_bytes() == held
    assert main(["import", str(table), "-o", str(folder), "--replace"]) == 0
    assert capsys.readouterr().out == f"1 action written to {folder}; 0 rows set aside.\n"
    assert len(read_plan(PlanFiles.of(folder)).actions) == 1


def test_what_cannot_be_read_is_one_object_too_where_that_is_asked(tmp_path, capsys):
    assert main(["check", str(tmp_path / "none.csv"), "--json"]) == 1
    assert "none.csv" in json.loads(capsys.readouterr().out)["error"]


def test_a_map_decides_and_a_bad_one_says_what_it_may_decide(tmp_path, capsys):
    table, chosen = tmp_path / "plan.csv", tmp_path / "map.json"
    table.write_text("Action,Who,Boss,End\nBuy solar,Estates,Ann,2027\n")
    chosen.write_text('{"columns": {"leads": "Boss"}, "plan": "Our plan"}')
    assert main(["check", str(table), "--map", str(chosen), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["mapping"]["leads"] == "Boss"
    checked = '{"mapping": {"leads": "Boss"}, "separators": {"leads": "none"}, "kept": 1}'
    for alike in ('{"leads": "Boss"}', checked):
        chosen.write_text(alike)
        assert main(["check", str(table), "--map", str(chosen), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["mapping"]["leads"] == "Boss"
    chosen.write_text('{"separators": {"leads": "wave"}}')
    assert main(["check", str(table), "--map", str(chosen)]) == 1
    assert "names the separator “wave”" in capsys.readouterr().err


def test_no_plan_is_exit_code_1_and_a_sentence(tmp_path, capsys):
    path = tmp_path / "empty.csv"
    path.write_bytes(b"")
    assert main(["check", str(path)]) == 1
    assert capsys.readouterr().err.startswith("The file is empty. Accepted: a table as CSV")


def test_no_plan_is_one_object_too_with_nothing_counted_and_the_fault_that_stops(tmp_path, capsys):
    path = tmp_path / "letter.csv"
    path.write_text("Dear all,\nthank you\n")
    assert main(["check", str(path), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["rows_read"], found["kept"], found["set_aside"], found["faults"]) == (0, 0, 0, 1)
    [fault] = found["listed_faults"]
    assert (fault["code"], fault["severity"]) == ("no plan", "stops")
    assert fault["sentence"] == (
        "The file has no row that names its columns. Accepted: a row of headings such as Action, "
        "Lead, Partners, Start and End. (stops)"
    )
