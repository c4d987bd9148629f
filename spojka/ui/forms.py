"""How Django's forms look here: `{{ form }}`, `{% field form.note %}` and lists of errors come out as our parts."""

from collections.abc import Mapping
from copy import copy
from typing import Any, TypeVar

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting

OURS = {"django/forms/errors/list/default.html": "ui/forms/errors.html"}
SELECTS = (forms.Select, forms.SelectMultiple)
BARE = (forms.CheckboxInput, forms.RadioSelect, forms.CheckboxSelectMultiple, forms.FileInput)

F = TypeVar("F", bound=forms.BaseForm)


def filled_in(form: F, data: Mapping[str, Any]) -> F:
    """Return the same form with `data` in it: making one, with all that its fields offer, costs most of reading it."""
    other = copy(form)
    other.data, other.is_bound = data, True
    other._errors, other._bound_fields_cache = None, {}
    return other


class Field(BoundField):
    """A field whose control carries our classes and says when it is wrong."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Add the class of the control to what Django says of it."""
        attrs = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        if widget.is_hidden or isinstance(widget, BARE) or getattr(widget, "own_look", False):
            return attrs
        kind = "form-select" if isinstance(widget, SELECTS) else "form-control"
        classes = [widget.attrs.get("class", ""), kind, "is-wrong" if self.errors else ""]
        return attrs | {"class": " ".join(filter(None, classes))}

    @property
    def is_yes(self) -> bool:
        """Say whether this is a single box to tick, whose label stands behind it."""
        return isinstance(self.field.widget, forms.CheckboxInput)


class Renderer(TemplatesSetting):
    """Forms rendered with the templates of this package."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
    bound_field_class = Field

    def get_template(self, template_name: str) -> Any:
        """Return our template where we have one, else Django's."""
        return super().get_template(OURS.get(template_name, template_name))
