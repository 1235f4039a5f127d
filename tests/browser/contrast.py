"""How each piece of text stands out: what axe leaves open where the ground is a picture."""

from typing import NamedTuple

from playwright.sync_api import Page

# What takes no pointer is not found at a place either.
ALL_IS_FOUND = "* { pointer-events: auto !important }"
# For each piece of text: its contrast with what it stands on, whether that is the ground, itself.
CONTRASTS = """() => {
    const numbers = colour => (colour.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
    const linear = part =>
        (part /= 255) <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    const over = ([r, g, b, a = 1], under) => [r, g, b].map((c, i) => c * a + under[i] * (1 - a));
    const isMark = each => each instanceof SVGElement && !['svg', 'g'].includes(each.tagName);
    const colourOf = each => {
        const style = getComputedStyle(each);
        if (!isMark(each)) return numbers(style.backgroundColor);
        if (style.fill === 'none') return [0, 0, 0, 0];
        const [r, g, b, a = 1] = numbers(style.fill);
        return [r, g, b, a * style.fillOpacity * style.opacity];
    };
    const groundOf = text => {
        const {x, y, width, height} = text.getBoundingClientRect();
        return document.elementsFromPoint(x + width / 2, y + height / 2)
            .filter(each => each !== text && !each.closest('text'))
            .map(colourOf)
            .reduceRight((under, each) => over(each, under), [255, 255, 255]);
    };
    return [...document.querySelectorAll('[data-testid="stMain"] *')]
        .filter(each => [...each.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())
            && each.checkVisibility() && !each.closest('style, button, .st-key-out-of-sight')
            && each.getBoundingClientRect().width > 1)
        .map(text => {
            const ground = groundOf(text), style = getComputedStyle(text);
            const drawn = text instanceof SVGElement ? style.fill : style.color;
            const ink = over(numbers(drawn), ground);
            const [dark, bright] = [light(ink), light(ground)].sort((a, b) => a - b);
            const contrast = (bright + 0.05) / (dark + 0.05);
            return [contrast, ground.every(part => part > 250), text.textContent];
        });
}"""


class Contrast(NamedTuple):
    """The contrast of a text with what it stands on, and whether that is the page's own ground."""

    ratio: float
    is_on_ground: bool
    text: str


def contrasts(page: Page) -> list[Contrast]:
    """The contrast of every text in the window."""
    page.add_style_tag(content=ALL_IS_FOUND)
    return [Contrast(*found) for found in page.evaluate(CONTRASTS)]
