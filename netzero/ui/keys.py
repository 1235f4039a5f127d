"""Keys of containers that the style sheets know: Streamlit turns a key into a CSS class.

Each class is named here once; style.css, room.css and print.css say what it does.
"""

LINKS = "nzlinks"
NOT_PRINTED = "noprint"
CLASSES = (LINKS, NOT_PRINTED)

BAR = "bar"
SCENARIO = "scenario"
PAIR = "pair"
UPRIGHT = "upright"
PLACES = (BAR, SCENARIO, PAIR, UPRIGHT)


def key(name: str, *classes: str) -> str:
    """Return a key that gives its container these classes.

    >>> key("steps-2", LINKS, NOT_PRINTED)
    'steps-2-nzlinks-noprint'
    """
    return "-".join((name, *classes))
