"""Where the secrets name a provider, nothing is shown before the reader has signed in there."""

from playwright.sync_api import expect

from tests.browser.conftest import free_port, open_page, running_app, wait_until_drawn
from tests.browser.provider import CLIENT, SECRET, running_provider

# On a machine that is busy the way back can take longer than a page waits for it.
PRESSES = 3
SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "long and random"
client_id = "{client}"
client_secret = "{secret}"
server_metadata_url = "{url}/.well-known/openid-configuration"
"""


def test_a_reader_signs_in_reads_presents_and_signs_out(page, tmp_path):
    port, secrets = free_port(), tmp_path / "secrets.toml"
    with running_provider() as provider:
        asked = {"port": port, "client": CLIENT, "secret": SECRET, "url": provider.url}
        secrets.write_text(SECRETS.format(**asked))
        with running_app(tmp_path / "app.log", port=port, secrets_files=str(secrets)) as app:
            for closed in ("/actions", "/briefing?present=1&slide=1"):
                open_page(page, app.url + closed)
                expect(page.get_by_role("heading", level=1).first).to_have_text(
                    "Sign in to read the plan"
                )
                expect(page.get_by_text("Carbon Reduction Team")).to_have_count(0)
            signed_in = page.get_by_text("Ada Lovelace, signed in")
            for _ in range(PRESSES):
                page.get_by_role("button", name="Sign in").click()
                page.wait_for_url(f"{app.url}/")
                wait_until_drawn(page)
                if signed_in.is_visible():
                    break
            expect(signed_in).to_be_visible()
            open_page(page, f"{app.url}/briefing?as_at=2026-11&present=1&slide=3")
            expect(page.locator(".nz-room-foot").first).to_contain_text("3 of 6")
            open_page(page, f"{app.url}/?as_at=2026-11")
            expect(page.get_by_role("heading", level=1).first).to_contain_text("34 of 52 actions")
            page.get_by_role("button", name="Sign out").click()
            expect(page.get_by_role("heading", level=1).first).to_have_text(
                "Sign in to read the plan"
            )
