"""A handout: one file of words, pictures and tables that needs no script, server or network."""

import re
from datetime import date
from html.parser import HTMLParser

from netzero.analysis.briefing import KINDS, PROPOSED, slide
from netzero.analysis.exhibit import Table
from netzero.exports.cover import cover_of
from netzero.exports.handout import handout
from netzero.exports.values import value_text
from tests.at import published
from tests.exports.hand_made import exhibit, one_of_each

MADE_ON = date(2026, 11, 25)

COVER = {"Title": "Net zero delivery: Briefing", "Filters": "none", "As at": "Nov 2026",
         "Source": "The plan", "Live view": "https://plan.example/?as_at=2026-11&q=a"}  # fmt: skip
HOSTILE = '</td><script>alert(1)</script><a href="x">&'


class Read(HTMLParser):
    """What a reader without scripts gets: the texts, and the tags that hold them."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.texts, self.links = [], [], []
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data):
        self.texts.append(data)


def test_the_findings_come_first_and_lead_to_their_parts():
    read = Read(handout(one_of_each(), cover=COVER))
    assert read.tags.count("li") == len(one_of_each())
    parts = len(one_of_each())
    assert read.links[:parts] == [f"#part-{place}" for place in range(1, parts + 1)]
    assert read.tags.count("h1") == 1
    assert read.tags.count("h2") == parts + 1
    assert read.tags.count("svg") == parts - 1  # rows are a table
    assert read.links[parts:] == ["https://plan.example/?as_at=2026-11&q=a"]


def test_every_cell_of_every_table_is_there_and_slides_say_what_they_do_not_draw():
    found = published()
    slides = [KINDS[kind].question(found) for kind in PROPOSED]
    text = " ".join(Read(handout(slides, cover=COVER, slides=True)).texts)
    assert "38 more partners not drawn." in text
    for each in slides:
        assert each.finding in text
        assert each.about in text
        assert all(value_text(cell) in text for row in each.table.rows for cell in row)


def test_slides_of_one_question_are_told_apart_by_those_who_listen():
    page = handout([exhibit(), exhibit(), exhibit(title="Another")], cover=COVER).decode()
    labels = re.findall(r'aria-label="([^"]*)"', page)
    assert labels == ["Who carries it, part 1", "Who carries it, part 2", "Another"]


def test_what_a_slide_shows_beneath_a_small_picture_is_there_too():
    slide_of_one = slide("ending", published(theme=("Transport",)))
    page = handout([slide_of_one], cover=COVER, slides=True)
    text = " ".join(Read(page).texts)
    for words in ("Develop a vision and strategy for", "Transport Partners; Business; Residents"):
        assert words in text
    assert "4 more actions of the whole plan end in March 2027: " in text
    assert Read(page).tags.count("svg") == 1


def test_nothing_of_it_runs_or_is_fetched():
    page = handout([exhibit(finding=HOSTILE), *one_of_each()], cover=COVER)
    read = Read(page)
    assert {"script", "img", "iframe", "link"} & set(read.tags) == set()
    assert [
        link for link in read.links if not link.startswith(("#", "https://plan.example/"))
    ] == []
    assert not re.search(rb"url\(|@import| on\w+=", page)
    assert HOSTILE in "".join(read.texts)


def test_twelve_slides_of_the_published_plan_take_at_most_300_kilobytes():
    teams = sorted(set(published().plan.assignments["lead"]))
    views = [published(), *(published(team=(team,)) for team in teams[:2])]
    slides = [KINDS[kind].question(at) for kind in (*PROPOSED, "load", "profile") for at in views]
    at = published()
    cover = cover_of(
        at, title="Net zero delivery: Briefing", choices={}, made_on=MADE_ON, exhibits=slides
    )
    assert len(handout(slides[:12], cover=cover)) <= 300_000


def test_a_long_table_says_how_many_rows_it_leaves_out():
    table = Table(("Name",), tuple((f"Row {place}",) for place in range(501)), (False,))
    text = " ".join(Read(handout([exhibit(table=table)], cover=COVER)).texts)
    assert "Row 499" in text
    assert "Row 500" not in text
    assert "1 more row: see the live view." in text
