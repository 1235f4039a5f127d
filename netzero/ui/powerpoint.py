"""The slides to present as a PowerPoint file, on a template of the reader's own if there is one."""

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from netzero.analysis.exhibit import Exhibit
from netzero.analysis.plan_at import PlanAt
from netzero.exports.deck import deck
from netzero.ui import address
from netzero.ui.downloads import file_name
from netzero.ui.text import paragraph

MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_MAKING = "Making the slides"


def offer_powerpoint(at: PlanAt, slides: Sequence[Exhibit]) -> None:
    """Make the file, showing how far it is, and offer it; say what is wrong with a template."""
    template = st.file_uploader("Your own template (.pptx), if you have one", type="pptx")
    try:
        content = _deck(at, slides, template)
    except ValueError as error:
        paragraph(str(error))
        return
    st.download_button(
        "Download PowerPoint",
        data=content,
        file_name=file_name(at, "briefing", "pptx"),
        mime=MIME,
        on_click="ignore",
    )


def _deck(at: PlanAt, slides: Sequence[Exhibit], template: UploadedFile | None) -> bytes:
    bar = st.progress(0.0, text=_MAKING)
    content: bytes = deck(
        slides,
        source=at.source,
        made=datetime.now(UTC),
        link=address.link(at.month),
        template=template,
        on_slide=lambda made: bar.progress(made / len(slides), text=_MAKING),
    )
    bar.empty()
    return content
