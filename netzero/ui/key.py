"""The key to the positions: each with its mark and its count."""

import pandas as pd

from netzero.analysis.positions import POSITIONS
from netzero.charts import theme
from netzero.ui.text import escaped


def position_key(counts: pd.Series) -> str:
    """Return the positions that occur as an HTML list; ``counts`` gives the actions in each."""
    items = "".join(
        f'<li><span class="nz-swatch" style="background:{theme.POSITION_FILL[position]};'
        f'border-color:{theme.POSITION_OUTLINE[position]}"></span>'
        f"{counts[position]:,} {escaped(position)}</li>"
        for position in POSITIONS
        if counts.get(position)
    )
    return f'<ul class="nz-key">{items}</ul>'
