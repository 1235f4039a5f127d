"""Who may read: anybody, unless the secrets name an OpenID Connect provider (``[auth]``)."""

import streamlit as st

from netzero.ui.keys import LINKS, NOT_PRINTED, key
from netzero.ui.text import heading, paragraph


def is_let_in() -> bool:
    """Return whether the reader may see the plan; whoever may not is offered to sign in."""
    if not _is_asked_for() or st.user.is_logged_in:
        return True
    heading("Sign in to read the plan", level=1)
    paragraph("Your organisation’s own sign-in opens, and leads back here.")
    st.button("Sign in", type="primary", on_click=st.login)
    return False


def show_reader() -> None:
    """Say who is signed in, with the way out; nothing where nobody has to."""
    if _is_asked_for():
        named = st.user.get("name") or st.user.get("email") or "You"
        with st.container(key=key("reader", LINKS, NOT_PRINTED)):
            paragraph(f"{named}, signed in")
            st.button("Sign out", type="tertiary", on_click=st.logout)


def is_configured() -> bool:
    """Return whether the secrets name a provider, asked outside of any reader's session."""
    return bool(st.secrets.load_if_toml_exists() and "auth" in st.secrets)


def _is_asked_for() -> bool:
    """Return whether the secrets ask for it: Streamlit then knows who is, or is not, signed in."""
    return "is_logged_in" in st.user
