"""Controls for a thumb: chips, segments, tiles that count, a hidden id made on the phone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.html import conditional_escape, escape
from django.utils.safestring import mark_safe


class Select(forms.Select):
    """One of many. Its options are written at once: a template for each costs more than the list they filter."""

    template_name = "ui/widgets/select.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the options as they stand in the page."""
        options = mark_safe("\n".join(self._said(self.choices, set(self.format_value(value)))))  # noqa: S308 - escaped
        return forms.Widget.get_context(self, name, value, attrs) | {"options": options}

    def _said(self, choices: Any, chosen: set[str]) -> Iterator[str]:
        """Write the options, those of a group together under its name; each part is escaped."""
        for code, label in choices:
            if isinstance(label, list | tuple):
                inside = "\n".join(self._said(label, chosen))
                yield f'<optgroup label="{escape(code)}">\n{inside}\n</optgroup>'
            else:
                value = "" if code is None else str(code)
                is_chosen = " selected" if value in chosen else ""
                yield f'<option value="{escape(value)}"{is_chosen}>{conditional_escape(label)}</option>'


class ChipRadio(forms.RadioSelect):
    """One of several, as chips with a tick."""

    template_name = "ui/widgets/chips.html"

    def __init__(self, attrs: dict[str, Any] | None = None, choices: Sequence[Any] = (), first: int = 0) -> None:
        super().__init__(attrs, choices)
        self.first = first

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add which chips stand at once (`first`, those used most) and which wait under 'N more'."""
        context = super().get_context(name, value, attrs)
        chips = [option for _, options, _ in context["widget"]["optgroups"] for option in options]
        cut = self.first or len(chips)
        rest = chips[cut:]
        shown = {"chips": chips[:cut], "rest": rest, "open": any(chip["selected"] for chip in rest)}
        return context | shown


class ChipCheckboxes(ChipRadio, forms.CheckboxSelectMultiple):
    """Any of several, as chips with a tick. `first=5` puts the others under 'N more', `whole` ticks all by one tap.

    A page with `whole` loads `ui/tick-all.js`; without script the button is not there.
    """

    def __init__(
        self, attrs: dict[str, Any] | None = None, choices: Sequence[Any] = (), first: int = 0, whole: bool = False
    ) -> None:
        super().__init__(attrs, choices, first)
        self.whole = whole

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add whether all can be ticked at once."""
        return super().get_context(name, value, attrs) | {"whole": self.whole}


class Segment(ChipRadio):
    """One of two to four, joined in one bar."""

    template_name = "ui/widgets/segment.html"


@dataclass(frozen=True)
class Tile:
    """What one tile counts. `most` is what the tile tells and where taps stop; typing may go over it."""

    code: str
    label: str
    icon: str = "circle-dot"
    most: int | None = None


class CountTiles(forms.Widget):
    """A count for each code, as tiles: a tap adds one. The value is a dict of code to count."""

    template_name = "ui/widgets/tiles.html"
    use_fieldset = True
    own_look = True

    def __init__(
        self, attrs: dict[str, Any] | None = None, tiles: Sequence[Tile] = (), first: int = 0, typed: bool = False
    ) -> None:
        super().__init__(attrs)
        self.tiles, self.first, self.typed = tiles, first, typed

    def id_for_label(self, id_: str | None) -> str:
        """A group has no single control that a label could name."""
        return ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the tiles with their counts, split like chips."""
        context = super().get_context(name, value, attrs)
        counts: Mapping[str, Any] = value if isinstance(value, Mapping) else {}
        group = context["widget"]["attrs"].get("id") or f"id_{name}"
        tiles = [
            {"tile": tile, "name": f"{name}-{tile.code}", "id": f"{group}-{tile.code}", "count": counts.get(tile.code)}
            for tile in self.tiles
        ]
        cut = self.first or len(tiles)
        rest = tiles[cut:]
        return context | {
            "shown": tiles[:cut],
            "rest": rest,
            "open": any(tile["count"] for tile in rest),
            "typed": self.typed,
        }

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, Any]:
        """Return what was typed for each code, untouched, so that a wrong count comes back as it was typed."""
        typed = {tile.code: data.get(f"{name}-{tile.code}", "") for tile in self.tiles}
        return {code: count for code, count in typed.items() if count not in ("", "0")}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Say whether the page that was sent had no tiles at all."""
        return not any(f"{name}-{tile.code}" in data for tile in self.tiles)


class NewId(forms.HiddenInput):
    """The id of the row to be written, made on the phone, so that a repeated send is recognised."""

    template_name = "ui/widgets/new_id.html"
