"""A form is sent, the server has it and its answer is lost: what was typed must be neither lost nor doubled."""

from .walk import Walk


def loaded_again(w: Walk, deed: str) -> None:
    """Press, see the browser's page that there was no answer, and load it again: that sends the same once more."""
    with w.lost_answer():
        w.press(deed)
        w.page.wait_for_url("chrome-error://**")
    w.page.reload()
