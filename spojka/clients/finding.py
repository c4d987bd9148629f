"""How a code is found: by any part of it, and with one slip of the finger."""

from spojka.search.stems import fold

LEAST = 4  # characters below which a slip could mean anybody


def plain(code: str) -> str:
    """Return the letters and digits of a code, small."""
    return "".join(filter(str.isalnum, fold(code)))


def parts(code: str) -> set[str]:
    """Return the ends of a code: what is typed of it begins one of them."""
    whole = plain(code)
    return {f"_c{whole[start:]}" for start in range(max(1, len(whole) - 1))} if whole else set()


def slips(code: str) -> set[str]:
    """Return a code with each character left out: a wrong, missing, added or swapped one makes two codes meet here."""
    whole = plain(code)
    return (
        {f"_d{whole}", *(f"_d{whole[:n]}{whole[n + 1 :]}" for n in range(len(whole)))}
        if len(whole) >= LEAST
        else set()
    )
