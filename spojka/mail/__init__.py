"""Letters by e-mail: plain text from a template whose first line is the subject.

How mail leaves is settled by SPOJKA_SMTP (config/mail.py); without it letters only lie in the data folder and
nobody is told that one left. A letter that can't be sent breaks nothing: the deed stands, the caller hears False
and says so. Letters are sent after the deed, never inside its transaction: a mail server may take its time.

- Neither addresses nor letters are logged.
- Letters are written in Czech: in which language somebody reads, we don't know before they sign in.
"""
