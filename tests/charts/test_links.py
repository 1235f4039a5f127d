from netzero.charts.figures import figure_of
from tests.charts.made import exhibit, links, traces

NETWORK = links(("Red Team", "Schools", 3), ("Blue Team", "Schools", 1), ("Red Team", "Rail", 1))


def drawn(kind):
    figure = figure_of(exhibit(NETWORK))
    return [trace for trace in traces(figure, "scatter") if trace["mode"] == kind]


def test_teams_stand_on_the_left_and_partners_on_the_right_each_with_its_actions():
    teams, partners = drawn("markers+text")
    assert (teams["x"], partners["x"]) == ([0, 0], [1, 1])
    assert [words.strip() for words in teams["text"]] == ["Red Team <b>4</b>", "Blue Team <b>1</b>"]
    assert [words.strip() for words in partners["text"]] == ["Schools <b>4</b>", "Rail <b>1</b>"]
    assert teams["customdata"] == [["team", "Red Team"], ["team", "Blue Team"]]
    assert teams["marker"]["symbol"] != partners["marker"]["symbol"]


def test_a_line_runs_between_each_pair_and_is_thicker_for_more_actions():
    thin, thick = drawn("lines")
    assert (thin["x"].count(None), thick["x"].count(None)) == (2, 1)
    assert thin["line"]["width"] < thick["line"]["width"]
    teams, partners = drawn("markers+text")
    assert (thick["x"][0], thick["y"][0]) == (0, teams["y"][0])
    assert (thick["x"][-2], thick["y"][-2]) == (1, partners["y"][0])


def test_names_keep_their_places_from_the_top_and_both_sides_their_height():
    teams = drawn("markers+text")[0]
    assert teams["y"] == sorted(teams["y"])
    alone = links(("Red Team", "Schools", 1), ("Blue Team", "Schools", 1))
    figure = figure_of(exhibit(alone))
    [schools] = [t for t in traces(figure, "scatter") if t.get("x") == [1]]
    assert schools["y"] == [1.5]  # the middle of four rows
