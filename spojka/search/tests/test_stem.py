"""Words that people write in many ways meet in one form."""

import threading

import pytest

from spojka.search.stems import begins, forms, forms_of, split

ALIKE = [
    "stříkačka stříkačky stříkaček stříkačkami strikacka STŘÍKAČKY",
    "úřad úřadem úřadu urad uradem",
    "klient klientovi klienta Klientem",
    "dluh dluhů dluhu dluhy",
    "bydlení bydlením bydleni",
]


@pytest.mark.parametrize("alike", ALIKE)
def test_every_way_of_writing_finds_every_other(alike):
    ways = [set().union(*map(forms, split(way))) for way in alike.split()]

    assert all(begins(one, other) for one in ways for other in ways)


def test_different_words_stay_apart():
    assert not begins(forms("dluh"), forms("sluha"))


@pytest.mark.parametrize("strange", ["", " ", "🙂🙂", "\x00", "*", '"', "---", "NEAR(", "a\u0301\u0301", "ﬁ"])
def test_strange_text_makes_plain_forms(strange):
    assert all(form.isalnum() for form in forms_of(strange))


def test_a_very_long_word_is_cut():
    assert all(len(form) <= 40 for form in forms_of("x" * 10_000))


def test_threads_don_t_share_a_stemmer():
    found = []
    threads = [threading.Thread(target=lambda: found.append(forms_of("stříkaček úřadem"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [forms_of("stříkaček úřadem")] * 4
