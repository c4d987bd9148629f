"""What a worker says and shows at the stand: cards of the ten themes, and the projection on how substances act.

Terms: theme = one of the list `theme`; card = what can be said to a theme, in a few sentences; own wording = what a
service says instead, from a day on; projection = a screen for a crowd: classes of substances x systems of the body.

- The default cards and all of the projection are data (data/*.toml) with their sources and sureness; nothing of other
  people's collections is copied, no dosage, no recipe, nobody is preached to.
- Own wording is only added: the last one that holds counts, 'back to the default' is one of them.
- A service publishes its cards by a grant to everybody, and by nothing else; ending it ends it at once.
"""
