"""Print docs/privacy.md from the words of the page /privacy/: `python -m tools.privacy`."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD = "*Česky, [in English below](#privacy-in-spojka). The page `/privacy/` says the same; `make map` prints it.*"


def texts() -> list[str]:
    """Return the words in both languages."""
    return [(ROOT / f"spojka/web/texts/privacy.{code}.md").read_text() for code in ("cs", "en")]


def printed() -> str:
    """Return what should stand in docs/privacy.md."""
    return "\n".join([HEAD, "", *texts()])


if __name__ == "__main__":
    print(printed(), end="")
