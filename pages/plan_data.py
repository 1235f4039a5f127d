"""Where the data comes from, what to know about it, and what each column means."""

from netzero.analysis.provenance import columns, names, notes, sources
from netzero.ui import frame
from netzero.ui.exhibit import show

at = frame.current()
show(sources(at), level=1)
show(notes(at))
show(names(at))
show(columns(at))
