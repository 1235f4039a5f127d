"""Where the data comes from, what to know about it, and what each column means."""

from netzero.analysis.provenance import columns, names, notes, sources
from netzero.ui import frame
from netzero.ui.answers import answer
from netzero.ui.exhibit import show

at = frame.current()
show(answer(sources, at), level=1)
show(answer(notes, at))
show(answer(names, at))
show(answer(columns, at))
