"""Read old minutes of ten pages: from the bytes of a file to items.

read_s: a text, median. docx_s: the same words from a DOCX. items: how many things were read out of it. ratio: to the
bare limit, that is decoding the text and finding the stem of every word once.
"""

import io
import json
import os
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "15"))
PAGES, LINES = 10, 45  # of A4
MINUTES = Path(__file__).resolve().parent.parent / "spojka/oldminutes/tests/minutes/vitkovice.txt"
FIRST, LAST = "Za Policii ČR:", "Termín další buňky"  # between them are the items


def long() -> str:
    """Return minutes of ten pages: the items of one meeting again and again under its head."""
    head, rest = MINUTES.read_text().split(FIRST)
    items, end = rest.split(LAST)
    body = f"{FIRST}{items}"
    text = head
    while len(text.splitlines()) < PAGES * LINES:
        text += body
    return text + LAST + end


def as_docx(text: str) -> bytes:
    import docx

    document, kept = docx.Document(), io.BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(kept)
    return kept.getvalue()


def bare(data: bytes) -> None:
    from spojka.search import stems

    for word in stems.split(data.decode()):
        stems.forms(word)


def seconds(do, *said) -> float:
    began = perf_counter()
    do(*said)
    return perf_counter() - began


def measured() -> dict[str, float]:
    from spojka.oldminutes.reading import read

    text = long()
    data, document = text.encode(), as_docx(text)
    items = len(read(data, "a.txt").items)
    rounds = [
        (seconds(read, data, "a.txt"), seconds(read, document, "a.docx"), seconds(bare, data)) for _ in range(ROUNDS)
    ]
    plain, packed, limit = (median(one) for one in zip(*rounds, strict=True))
    return {
        "read_s": round(plain, 3),
        "docx_s": round(packed, 3),
        "bare_s": round(limit, 3),
        "ratio": round(plain / limit, 1),
        "items": items,
    }


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    print(json.dumps(measured()))


if __name__ == "__main__":
    sys.exit(main())
