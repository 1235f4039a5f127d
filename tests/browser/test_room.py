"""The room: words that the back row can read, and presenters who do not disturb each other."""

from playwright.sync_api import expect

from tests.browser.conftest import open_page, wait_until_drawn

NOVEMBER = "as_at=2026-11"
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
            && !each.closest('style, button, .st-key-out-of-sight')
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


def test_words_have_a_contrast_of_7_on_the_ground_of_a_slide_and_of_6_on_a_mark(page):
    open_page(page, f"/briefing?{NOVEMBER}&present=1")
    for slide in range(1, 7):
        expect(page.locator(".nz-room-foot")).to_contain_text(f"{slide} of 6")
        wait_until_drawn(page)
        page.add_style_tag(content="* { pointer-events: auto !important }")  # so that all is found
        found = page.evaluate(CONTRASTS)
        assert len(found) > 3
        # No ink reaches 7 on the colour of ongoing work or of the as-at month.
        assert [text for text in found if text[0] < (7 if text[1] else 6)] == []
        page.keyboard.press("ArrowRight")


def test_two_presenters_do_not_disturb_each_other(page, context):
    other = context.new_page()
    open_page(page, f"/briefing?{NOVEMBER}&present=1&theme=Transport")
    open_page(other, "/briefing?as_at=2027-06&present=1&slide=4")
    for window in (page, other):
        window.keyboard.press("ArrowRight")
        wait_until_drawn(window)
    foot, other_foot = (window.locator(".nz-room-foot") for window in (page, other))
    expect(foot).to_contain_text("2 of 6")
    expect(foot).to_contain_text("Transport, as at Nov 2026")
    expect(other_foot).to_contain_text("5 of 6")
    expect(other_foot).to_contain_text("Whole plan, as at Jun 2027")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Present", exact=True)).to_be_visible()
    other.keyboard.press("Home")
    wait_until_drawn(other)
    expect(other_foot).to_contain_text("1 of 6")
    other.close()
