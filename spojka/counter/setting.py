"""Which shifts have a counter."""

SETTING = "drop_in"  # code of the list setting: a contact room
