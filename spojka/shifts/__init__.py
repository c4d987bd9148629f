"""A shift as one object: what is to be done before it, in it and after it, and who looks after whom.

Terms: checklist = the kit as issued or returned, or the zone, filled in once; briefing = what the crew must know;
watch = a lone worker's timer; sign = the worker is well; call = for help; handover = what the next crew takes over.

- The kit is what a crew carries, no stock. Of lists that were filled in twice, the last word on each item counts.
- All of the field is written in the phone first. Its page holds the briefing, no handover, no look back, no client.
- What a crew writes after a shift is read by that crew and by heads alone.
- A timer rings in the phone by itself. The server shows only that nothing came: no signal looks as trouble does.
- Nobody is called by Spojka: a tap opens the phone's own dialling, and that it was tapped is written down.
"""
