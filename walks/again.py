"""A form is sent and the answer is lost on the way: one goes back, what was typed is there, and one sends it again."""

from playwright.sync_api import expect

from .walk import Walk


def sent_again(w: Walk, deed: str, name: str, typed: str) -> None:
    """Send twice, as one does who saw no answer; the page must say the deed once."""
    with w.lost_answer():
        w.press(deed)
        w.page.wait_for_url("chrome-error://**")
    w.page.go_back()
    expect(w.page.locator(f'[name="{name}"]').first).to_have_value(typed)
    w.press(deed)
