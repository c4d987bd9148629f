"""Old minutes in: a TXT, DOCX or PDF of a group's meeting is taken apart by rules, corrected, and taken over.

Terms: line = one line of the text as extracted, counted from 1; block = lines that belong together; heading = the
organisation that reports; form = one way in which an organisation is written; furniture = what a page repeats; row = a
line of minutes to be, as it is proposed and corrected; taken over = a meeting of the group was made of the rows.

- Every line that is not blank has one home: an item, a field of the head, a heading, or the header.
- What is not understood is kept as plain text. Nothing is guessed silently: dates that disagree are warned of.
- Nothing becomes a meeting before a person has looked at it beside the original; until then no grant opens it.
- What was corrected of a name is known to the same group the next time (`learning`); who spoke is no name.
- Rules are tables in `words`; names are learned from the text itself and from what the caller knows (`names`).

Command: `spojka minutes read FILE`.
"""
