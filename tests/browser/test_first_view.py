"""What stands before Plotly is there: sketches of the charts, with all that can be pressed."""

from functools import partial

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import wait_until_drawn

PLACES = """marks => marks.map(mark => {
    const box = mark.getBoundingClientRect()
    return [mark.ariaLabel, Math.round(box.left), Math.round(box.top)]
})"""


@pytest.mark.parametrize("viewport", [(1366, 900), (390, 844)])
def test_a_first_view_is_a_sketch_that_can_be_pressed_until_plotly_has_drawn_the_same(page):
    held: list[Route] = []
    page.route("**/assets/plotly*", partial(list.append, held))
    charts, sketches, marks = map(page.locator, (".nz-chart", ".nz-sketch svg", ".nz-mark"))
    with page.expect_request("**/assets/plotly*"):
        page.goto("/?as_at=2026-11&theme=Transport")
        expect(sketches).to_have_count(3)
        assert charts.count() == 3
        for sketch in sketches.all():
            drawn_for = sketch.evaluate("svg => svg.viewBox.baseVal.width")
            assert sketch.evaluate("svg => svg.clientWidth") == pytest.approx(drawn_for, rel=0.04)
        expect(sketches.nth(0)).to_contain_text("as at Nov 2026")
    marks.first.focus()
    before = marks.evaluate_all(PLACES)
    held[0].continue_()
    wait_until_drawn(page)
    expect(sketches).to_have_count(0)
    expect(marks.first).to_be_focused()
    assert marks.evaluate_all(PLACES) == before
    page.get_by_role("button", name="Dec →").click()
    wait_until_drawn(page)
    expect(sketches).to_have_count(0)
