"""The jobs of Spojka's users, done whole in a real browser on the demonstration network: `python -m walks`.

One file a row of the table of users' needs. Each exposes TITLE and `walk(w)`, which does the job from sign-in to the
printed or exported result, with one bad input and one fault on the way.
"""
