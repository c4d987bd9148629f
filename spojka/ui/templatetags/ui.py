"""The components. `{% load ui %}`; each takes at most four arguments, and an unknown one fails."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

from django import template
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.choices import flatten_choices
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, pgettext_lazy

from spojka.ui import icons, words
from spojka.ui import importmap as maps

register = template.Library()
TONES = {"plain": "circle-dot", "due": "clock", "ok": "check", "bad": "alert-octagon", "note": "info-circle"}
ICON_CLASSES = {"": "", "lg": "i-lg", "xl": "i-xl", "tick": "tick", "tile-plus": "tile-plus"}
RINGS = {
    "open": pgettext_lazy("ring", "Open"),
    "due": pgettext_lazy("ring", "Due soon"),
    "half": pgettext_lazy("ring", "Under way"),
    "late": pgettext_lazy("ring", "Late"),
    "done": pgettext_lazy("ring", "Done"),
}


def known(what: str, value: str, allowed: Iterable[str]) -> str:
    """Return the value, or fail while the page is made."""
    if value not in allowed:
        raise template.TemplateSyntaxError(f"{what} has no {value!r}; it knows {', '.join(allowed)}")
    return value


def part(name: str, /, **context: Any) -> SafeString:
    """Render the template of a component."""
    return render_to_string(f"ui/parts/{name}.html", context)


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """An icon of the sprite, always beside a word. size: '', lg or xl; tick and tile-plus are for the widgets."""
    return icons.icon(name, ICON_CLASSES[known("icon", size, ICON_CLASSES)])


@register.simple_tag
def ring(state: str, label: str | None = None) -> SafeString:
    """The sign of a matter. state: open, due, half, late or done; label says more than the state's own word."""
    return part("ring", state=known("ring", state, RINGS), label=label or RINGS[state])


@register.simple_block_tag
def card(content: str, *, title: str, count: int | None = None, more: str = "", pad: bool = True) -> SafeString:
    """A box with a heading. more: where 'All' leads; pad=False for lists and tables that touch its edges."""
    return part("card", content=content, title=title, count=count, more=more, pad=pad)


@register.simple_block_tag
def says(content: str, tone: str = "note", icon: str = "") -> SafeString:
    """A message that stays where it belongs. tone: plain, due, ok, bad or note."""
    known("says", tone, TONES)
    return part("says", content=content, tone=tone, icon=icon or TONES[tone])


@register.simple_block_tag
def sign(content: str, tone: str = "plain", icon: str = "") -> SafeString:
    """A state: icon, word and tint. tone: plain, due, ok, bad or note."""
    known("sign", tone, TONES)
    said = mark_safe(content.strip())  # noqa: S308 - the block escaped what it shows
    return part("sign", content=said, tone=tone, icon=icon or TONES[tone])


@register.simple_block_tag
def nothing(content: str, *, title: str) -> SafeString:
    """An empty list: what there is not, and in the block what to do about it."""
    return part("nothing", content=content, title=title)


@register.simple_block_tag
def more(content: str, label: str = "", open: bool = False, flat: bool = False) -> SafeString:
    """What is seldom needed, closed until asked for. open=True if something in it is filled in."""
    return part("more", content=content, label=label or gettext("More"), open=open, flat=flat)


@register.simple_block_tag
def fig(content: str, *, value: Any, name: str, link: str = "") -> SafeString:
    """A figure with its name; the block holds its definition. link: to the rows it counts."""
    text = value if isinstance(value, str) else words.number(value)
    wordy = any(letter.isalpha() for letter in text)
    return part("fig", content=content, value=text, name=name, link=link, wordy=wordy)


@register.simple_block_tag
def choices(content: str, *, legend: str, bare: bool = False) -> SafeString:
    """A group of chips written by hand. bare=True: its legend is only heard."""
    return part("choices", content=content, legend=legend, bare=bare)


@register.simple_block_tag(takes_context=True)
def toast(context: template.Context, content: str, undo: str = "") -> SafeString:
    """What was just done; stays until dismissed. undo: where a POST takes it back."""
    return part("toast", content=content, undo=undo, csrf_token=context.get("csrf_token", ""))


@register.simple_tag
def field(bound: BoundField, label: str = "", bare: bool = False) -> SafeString:
    """One field of a form: name, control, help, what is wrong. bare=True: its name is only heard."""
    return render_to_string("ui/forms/field.html", {"field": bound, "label": label or bound.label, "bare": bare})


@register.simple_tag
def faults(form: BaseForm) -> SafeString:
    """What must be repaired, above the form, each with a way to its field. Empty while nothing is wrong."""
    if not form.is_bound or not form.errors:
        return mark_safe("")
    wrong = [{"field": form[name], "errors": form.errors[name]} for name in form.fields if name in form.errors]
    return part("faults", general=form.non_field_errors(), wrong=wrong, theirs=getattr(form, "theirs", ()))


@register.simple_tag(takes_context=True)
def filters(context: template.Context, form: BaseForm, clear: str = "", to: str = "", post: str = "") -> SafeString:
    """A row of filters that goes into the address. clear: where 'Show all' leads, if something is chosen.

    to: the list that is narrowed, where it is not this page; post: where what the address must not tell is sealed.
    """
    return part("filters", form=form, clear=clear, to=to, post=post, csrf_token=context.get("csrf_token"))


@register.simple_tag(takes_context=True)
def narrowing(
    context: template.Context, form: BaseForm, clear: str, but: str = "", label: str = "", post: str = ""
) -> SafeString:
    """Filters, folded; above the list stands which are on, each with a way to take it off.

    clear: where 'Show all' leads; but: fields that something else on the page shows; label: says more than 'Filters';
    post: see filters.
    """
    said = {"form": form, "on": _without(context, form, but), "clear": clear, "label": label, "at": "", "post": post}
    said["csrf_token"] = context.get("csrf_token")
    return part("narrowing", **said, open=form.is_bound and bool(form.errors))


@register.simple_tag(takes_context=True)
def narrowing_later(context: template.Context, form: BaseForm, clear: str, at: str) -> SafeString:
    """The same; the fields come from the page `at` when they are opened, for who only reads the list does without.

    What can be chosen costs more to offer than fifty rows to show. Filters that are wrong stand there at once.
    """
    if form.is_bound and form.errors:
        return narrowing(context, form, clear)
    asked = context["request"].GET.urlencode()
    said = {"form": form, "on": _without(context, form), "clear": clear, "label": "", "open": False}
    return part("narrowing", **said, at=f"{at}?{asked}" if asked else at)


def _without(context: template.Context, form: BaseForm, but: str = "") -> list[tuple[str, Any, str]]:
    """Return the filters that are on: name, what was chosen, and the address without it."""
    return [
        (name, value, address(context, **{key: None, "page": None})) for key, name, value in _on(form, but.split())
    ]


def _on(form: BaseForm, but: list[str]) -> Iterator[tuple[str, Any, str]]:
    """Return the fields that narrow, with what was chosen in words."""
    said = getattr(form, "cleaned_data", {})
    for bound in form.visible_fields():
        if bound.name not in but and (chosen := said.get(bound.name)):
            yield bound.name, bound.label, _called(bound.field, chosen)


def _called(field: Any, chosen: Any) -> str:
    if isinstance(chosen, date):
        return words.day(chosen, True)
    if chosen is True:  # a box that is ticked says it by its name
        return ""
    plain = getattr(field, "choices", ()) if isinstance(chosen, str) else ()
    return str(dict(flatten_choices(plain)).get(chosen, chosen))


@register.simple_tag(takes_context=True)
def paging(context: template.Context, page: Any) -> SafeString:
    """Earlier and later pages of a list; the other words of the address stay. page: a Page of Django's paginator."""
    counted = getattr(page, "paginator", None)
    return part(
        "paging",
        earlier=address(context, page=page.number - 1) if page.has_previous() else "",
        later=address(context, page=page.number + 1) if page.has_next() else "",
        number=page.number,
        pages=getattr(counted, "pages_known", getattr(counted, "num_pages", None)),
    )


def address(context: template.Context, **changes: Any) -> str:
    """Return the page's own query with these changes; None takes a word away."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = value
    return f"?{query.urlencode()}"


@register.simple_tag
@cache
def importmap() -> SafeString:
    """The import map; it stands before the first module."""
    return format_html('<script type="importmap">{}</script>', mark_safe(maps.script()))  # noqa: S308 - our own names


@register.simple_tag
@cache
def module(*names: str) -> SafeString:
    """Load modules, such as `ui/id.js`, with what they import: else that is asked for one round trip later."""
    found = [known("module", name, maps.modules()) for name in names]
    brought = [name for name in maps.brought(found) if name not in names]
    scripts = format_html_join("\n", '<script type="module" src="{}"></script>', ([static(one)] for one in found))
    links = format_html_join("", '<link rel="modulepreload" href="{}">', ([static(one)] for one in brought))
    return scripts + links
