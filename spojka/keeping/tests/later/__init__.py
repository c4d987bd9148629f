"""The migrations of places as a later Spojka might have them: today's, and one more."""

from spojka.places import migrations as todays

__path__ = [*__path__, *todays.__path__]
