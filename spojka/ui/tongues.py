"""The languages of what clients hold and open: those of Spojka and Ukrainian."""

TONGUES = {"cs": "Čeština", "uk": "Українська", "en": "English"}
