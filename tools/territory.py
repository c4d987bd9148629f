"""Make the shipped list of territory from the official ones: `python -m tools.territory STRUCTURE [DISTRICTS]`.

STRUCTURE is struktura_uzemi_cr.csv of ČSÚ, DISTRICTS UI_MOMC.csv of RÚIAN; both are open data under CC BY 4.0.
"""

import sys
from pathlib import Path

from spojka.places import official, territory

if __name__ == "__main__":
    official.write(territory.SHIPPED, *official.read(*map(Path, sys.argv[1:])))
