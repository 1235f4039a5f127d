"""Rows that tests of load and of workload share, in short, to be counted by eye."""

# Without a plans.csv the delivery years are those that the dates span: 2025-26 to 2027-28.
ROWS = (
    "A1 | Red Team; Blue Team | | Ongoing | Mar-26",
    "A2 | Red Team | | Apr-26 | Ongoing",
    "A3 | Blue Team | | TBC | Mar-27",
    "A4 | Green Team | | Apr-27 | Mar-28",
)
LIVE, BOTH = "| Red Team | | Apr-25 | Mar-27", "| Red Team; Blue Team | | Apr-25 | Mar-27"
BLUE, ENDED = "| Blue Team | | Apr-25 | Mar-27", "| Red Team | | Apr-25 | Mar-26"
GREEN, NOBODY = "| Green Team | | Apr-25 | Mar-27", "| TBC | | Apr-25 | Mar-27"


def numbered(*rows):
    return tuple(f"A{place} {row}" for place, row in enumerate(rows, start=1))
