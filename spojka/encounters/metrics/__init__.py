"""What is counted in encounters. Each definition is written for those who will read the number.

Figures stand in the order in which one is a part of another: a whole comes before its parts.
"""

from . import people, region, work, material, clients, health, refusals  # noqa: F401, I001 - in this order
from .dimensions import DIMENSIONS

__all__ = ["DIMENSIONS"]
