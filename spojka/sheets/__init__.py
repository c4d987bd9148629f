"""Spreadsheets in: what a team kept in a table becomes contacts, after a row-by-row result in words.

Terms: sheet = one file that was brought; page = one sheet of a workbook; mapping = which column means what, remembered
by its heads; verdict = what we say of one row; meaning = what a word of theirs stands for in our lists, or a spelling
for a person.

- Nothing is guessed silently: what can be read in two ways is wrong, and the verdict says why.
- A row's contact has an id made of what the row says, so the same file, sorted, longer or sent twice, never doubles.
- Codes are joined only when they are equal by the rule of codes; near ones are offered, never joined by themselves.
- What was brought is erased with the last row or after a week; which rows a contact came from stays as its Origin.
"""
