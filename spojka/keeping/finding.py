from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One sentence of `spojka check`."""

    text: str
    is_fault: bool = False
