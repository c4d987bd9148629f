"""Pages of plain words, the same for everybody: what stands in texts/, in the language of the page."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required as open_to_all
from django.shortcuts import render
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe

TEXTS = Path(__file__).parent / "texts"
WITHIN = re.compile(r"\*\*(?P<strong>[^*]+)\*\*|`(?P<code>[^`]+)`")


@open_to_all
@require_safe
def privacy(request):
    """Say how sharing works and how anybody can check us."""
    asked = request.GET.get("lang")
    tongue = asked if asked in dict(settings.LANGUAGES) else get_language()
    with override(tongue):
        return render(request, "web/prose.html", {"title": _title("privacy", tongue), "body": body("privacy", tongue)})


@cache
def body(name: str, tongue: str) -> SafeString:
    """Return a text as HTML: headings, paragraphs, lists, strong words and code; nothing else is known."""
    blocks = [block for block in re.split(r"\n{2,}", _text(name, tongue).strip()) if block]
    return mark_safe("\n".join(_block(block) for block in blocks))  # noqa: S308 (each part is escaped)


def _block(block: str) -> SafeString:
    if head := re.match(r"(#+) (.+)", block):
        level = len(head[1])
        return format_html("<h{0}>{1}</h{0}>", level, _line(head[2]))
    if block.startswith("- "):
        points = [" ".join(point.split()) for point in re.split(r"^- ", block, flags=re.M)[1:]]
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((_line(point),) for point in points)))
    return format_html("<p>{}</p>", _line(" ".join(block.split())))


def _line(text: str) -> SafeString:
    parts, at = [], 0
    for found in WITHIN.finditer(text):
        kind = str(found.lastgroup)
        parts += [conditional_escape(text[at : found.start()]), format_html("<{0}>{1}</{0}>", kind, found[kind])]
        at = found.end()
    return mark_safe("".join([*parts, conditional_escape(text[at:])]))  # noqa: S308 (each part is escaped)


def _title(name: str, tongue: str) -> str:
    return _text(name, tongue).partition("\n")[0].removeprefix("# ")


def _text(name: str, tongue: str) -> str:
    return (TEXTS / f"{name}.{tongue}.md").read_text(encoding="utf-8")
