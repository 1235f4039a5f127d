"""Every action with every column, to search, open and take away."""

from netzero.analysis.actions import every_action
from netzero.ui import frame
from netzero.ui.answers import answer
from netzero.ui.downloads import offer_files
from netzero.ui.exhibit import show_grid

at = frame.current()
actions = answer(every_action, at)
show_grid(actions, level=1)
offer_files(at, actions, name="actions")
