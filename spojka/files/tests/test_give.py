"""Giving a kept file: what it is, how it is shown, and that no page of it may do anything."""

from io import BytesIO

import pytest

from spojka.base.errors import Refusal
from spojka.files.giving import give
from spojka.files.storing import Unreadable


class Kept:
    def __init__(self, fault=None):
        self.fault = fault

    def open(self):
        if self.fault:
            raise self.fault
        return BytesIO(b"what was kept")


@pytest.mark.parametrize(
    ("form", "kind", "shown"), [("jpeg", "image/jpeg", "inline"), ("pdf", "application/pdf", "attachment")]
)
def test_a_picture_is_looked_at_and_a_pdf_is_kept(form, kind, shown):
    answer = give(Kept(), form, "pripad")

    assert (answer.content, answer.headers["Content-Type"]) == (b"what was kept", kind)
    assert answer.headers["Content-Disposition"] == f'{shown}; filename="pripad.{form}"'
    assert answer.headers["Content-Security-Policy"] == "sandbox"


@pytest.mark.parametrize("fault", [FileNotFoundError(), Unreadable()])
def test_one_that_is_lost_or_sealed_by_another_key_says_so(fault):
    with pytest.raises(Refusal):
        give(Kept(fault), "pdf", "pripad")
