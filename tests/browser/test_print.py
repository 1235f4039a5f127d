"""Paper: A4 landscape, no sidebar, nothing clipped. It fails when Streamlit renames its parts."""

import pytest

from tests.browser.conftest import open_page

A4_LANDSCAPE = (1047, 718)
GONE = ("stSidebar", "stHeader", "stExpander", "stPopover")


@pytest.mark.parametrize("viewport", [(1920, 1080), (1280, 720)])
@pytest.mark.parametrize("address", ["/", "/timeline", "/workload", "/deadlines", "/briefing"])
def test_paper_shows_the_page_without_the_frame(address, viewport, page):
    open_page(page, f"{address}?as_at=2026-11")
    page.emulate_media(media="print")
    for part in GONE:
        for found in page.get_by_test_id(part).all():
            assert not found.is_visible()
    page.set_viewport_size({"width": A4_LANDSCAPE[0], "height": A4_LANDSCAPE[1]})
    edges = page.locator("[data-testid=stPlotlyChart]:visible .main-svg").evaluate_all(
        "all => all.map(svg => svg.getBoundingClientRect().right)"
    )
    assert [edge for edge in edges if edge > A4_LANDSCAPE[0] + 1] == []
    if address != "/briefing":
        assert edges


def test_the_timeline_fits_one_sheet(page):
    open_page(page, "/timeline?as_at=2026-11")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": A4_LANDSCAPE[0], "height": A4_LANDSCAPE[1]})
    chart = page.locator("[class*='st-key-timeline-nzbroad'] .js-plotly-plot").bounding_box()
    assert chart["y"] + chart["height"] <= A4_LANDSCAPE[1]


def test_the_lists_keep_their_actions_on_paper(page):
    open_page(page, "/?as_at=2026-11")
    page.emulate_media(media="print")
    assert page.get_by_text("Liquid fuels: bring HVO into the next contract").is_visible()
