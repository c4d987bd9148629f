"""The counter of a drop-in centre: who is in the room, what they get and bring back, by keyboard or by touch.

Terms: pass (kartička) = a card with a random number that stands for a client's code; room = the clients who
are being served just now; the usual = what a client got and brought back last.

- What happens is an encounter of the running shift, written by the form, address and action of the stand.
- The usual repeats what was given; what came back is typed or said to be nothing, each time.
- The room lives in the page alone: no row, no address, no store of the browser knows who stood in it.
- A pass holds its number and nothing of the person; one that is lost is ended, and its number leads nowhere.
"""
