"""Pages of plain words, the same for everybody: what stands in texts/, in the language of the page."""

from functools import cache
from pathlib import Path

from django.contrib.auth.decorators import login_not_required as open_to_all
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt

from spojka.ui.tongues import TONGUES, asked

TEXTS = Path(__file__).parent / "texts"


@open_to_all
@require_safe
def privacy(request):
    """Say how sharing works and how anybody can check us."""
    tongue = asked(request)
    with override(tongue):
        said = {"title": _title("privacy", tongue), "body": body("privacy", tongue), "tongues": TONGUES}
        return render(request, "web/prose.html", said | {"tongue": tongue})


@cache
def body(name: str, tongue: str) -> SafeString:
    """Return a text as HTML. Marks of HTML in it are shown as they are written."""
    made = MarkdownIt("commonmark", {"html": False}).render(_text(name, tongue))
    return mark_safe(made)  # noqa: S308 (a text of ours, and the library escapes it)


def _title(name: str, tongue: str) -> str:
    return _text(name, tongue).partition("\n")[0].removeprefix("# ")


def _text(name: str, tongue: str) -> str:
    return (TEXTS / f"{name}.{tongue}.md").read_text(encoding="utf-8")
