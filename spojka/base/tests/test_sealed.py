"""Sealed texts: opened by the key of today and by old ones."""

import pytest
from cryptography.fernet import InvalidToken

from spojka.base.sealed import is_sealed, seal, unseal

SECRET = "JBSWY3DPEHPK3PXP"


def test_what_is_sealed_comes_back_and_is_not_to_be_read():
    assert unseal(seal(SECRET)) == SECRET
    assert SECRET not in seal(SECRET)
    assert seal(SECRET) != seal(SECRET)


def test_what_is_from_before_comes_back_as_it_is():
    assert unseal(SECRET) == SECRET
    assert not is_sealed("ab" * 40)


def test_a_key_may_be_changed(settings):
    old = seal(SECRET)

    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "n" * 60, [settings.SECRET_KEY]

    assert unseal(old) == SECRET
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(InvalidToken):
        unseal(old)
