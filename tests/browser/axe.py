"""What axe finds against WCAG 2.2 A and AA and its best practice, less what is Streamlit's own."""

from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")


@dataclass(frozen=True)
class Known:
    """A finding in Streamlit's own markup, which this project cannot mend."""

    rule: str
    selector: str
    reason: str

    def __post_init__(self) -> None:
        if not all(part.strip() for part in (self.rule, self.selector, self.reason)):
            raise ValueError(f"a known finding needs a rule, a selector and a reason: {self}")


KNOWN_IN_STREAMLIT: tuple[Known, ...] = (
    Known(
        "presentation-role-conflict",
        "section",
        "Streamlit's place for files is marked as presentation and named at once; the button in it"
        " has its own name and takes the focus",
    ),
)


@dataclass(frozen=True)
class Violation:
    """One element that breaks one rule."""

    rule: str
    target: str
    summary: str

    @property
    def is_known(self) -> bool:
        return any(
            known.rule == self.rule and known.selector in self.target
            for known in KNOWN_IN_STREAMLIT
        )


def violations(page: Page) -> list[Violation]:
    """The violations on the page as it stands, one for each rule and element."""
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    found = [
        Violation(rule["id"], _target(node), " ".join(node["failureSummary"].split()))
        for rule in Axe().run(page, options=options).response["violations"]
        for node in rule["nodes"]
    ]
    return [violation for violation in found if not violation.is_known]


def _target(node: dict) -> str:
    """One selector; axe gives a list where the element is inside a frame or a shadow tree."""
    parts = [part if isinstance(part, list) else [part] for part in node["target"]]
    return " ".join(selector for part in parts for selector in part)
