"""The months that readers of the bench ask for."""

import random

# Those that the published plan speaks of, as tests/recount counts them.
MONTHS = tuple(
    f"{year}-{month:02d}"
    for year in range(2024, 2034)
    for month in range(1, 13)
    if "2024-04" <= f"{year}-{month:02d}" <= "2033-03"
)
# Readers in a room speak of the years at hand.
AT_HAND = tuple(month for month in MONTHS if "2026-04" <= month <= "2028-03")


def shuffled(seed: int = 8) -> list[str]:
    """Return every month once, in an order that is no calendar's and always the same."""
    return random.Random(seed).sample(MONTHS, len(MONTHS))
