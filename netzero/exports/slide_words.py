"""A slide of nothing but words: each line with a large number before it, over the whole height."""

from collections.abc import Sequence

from netzero.analysis.positions import IN_DELIVERY
from netzero.analysis.wording import count_of
from netzero.charts import palette
from netzero.exports.pptx_parts import decorate
from netzero.exports.slide_page import BODY, LINE, Box, Drawing, Page, fill, text_height, write
from netzero.exports.values import one_line

SIZES = (44, 40, 36, 32, 28, BODY)
HIGHEST = 2.4  # inches of a line and the room around it
LARGEST_NUMBER = 60
NUMBER = 0.9  # inches for a number
AROUND, RULE = 0.16, 0.02


def fit_words(box: Box, lines: Sequence[str]) -> Drawing:
    """Return lines as large as they fit, each as high as the highest; the rest is counted."""
    words = [one_line(line) for line in lines]
    for size in SIZES:
        highs = [text_height(line, size, (box.width - NUMBER) * 0.97) for line in words]
        each = min(HIGHEST, box.height / len(words))
        if max(highs) + AROUND <= each:
            break
    else:
        each = min(max(highs) + AROUND, box.height)
    kept = min(int(box.height / each + 0.01), len(words))
    more = len(words) - kept
    left_out = f"{count_of(more, 'more line')} not drawn" if more else ""

    def add(page: Page) -> None:
        for place, line in enumerate(words[:kept]):
            row = Box(box.left, box.top + place * each, box.width, each)
            _add_line(page, row, place + 1, line, size)

    return Drawing(add, left_out, used=kept * each)


def _add_line(page: Page, row: Box, number: int, words: str, size: int) -> None:
    if number > 1:
        _add_rule(page, Box(row.left, row.top, row.width, RULE))
    large = min(LARGEST_NUMBER, int(row.height * 72 / LINE * 0.8))
    colour = palette.fill(IN_DELIVERY)
    before = Box(row.left, row.top, NUMBER, row.height)
    write(
        page, before, [str(number)], size=large, bold=True, colour=colour, anchor="MIDDLE",
        name="Number of a line",
    )  # fmt: skip
    after = Box(row.left + NUMBER, row.top, row.width - NUMBER, row.height)
    write(page, after, [words], size=size, anchor="MIDDLE", name="Words")


def _add_rule(page: Page, box: Box) -> None:
    from pptx.enum.shapes import MSO_SHAPE

    rule = page.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *page.place(box))
    rule.name = "Rule"
    fill(rule, palette.RULE)
    decorate(rule)
