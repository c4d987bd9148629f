"""Does somebody else work with this client? Asked so that only who asks the same of the same person learns it.

Terms: sounding (dotaz na společného klienta) = one service asks one other whether it works with somebody, without
telling who; facts = surname, first name and day of birth, which both sides enter; mark = their keyed hash, another
one in each sounding; found = both asked about one person, the later one has to confirm; told = both know.

- Facts are kept nowhere: of them there is the mark alone, keyed by what is not in the database.
- "No", "no answer" and "not confirmed" are one: until it is told, no row of who asked first changes.
- How it stands lies sealed in every row, as long whatever it says, so that no two rows show that they belong together.
- Nothing of a record is told, only that the other service works with the person. Sharing is asked for as always.
"""
