"""What professionals of one case tell each other, so that it keeps author and meaning; and what they agreed on.

Terms: statement (vyjádření) = what somebody says of one party, of one kind, with its author and source; reply
(odpověď) = a question, the client's own view, an answer or an agreement; clarified = replaced by another statement;
team agreement (dohoda týmu) = what of a case is told, how often, by whom to whom; pace = how often from a day on;
told = that somebody passed on what they owed, by another way than a statement.

- A statement is never changed nor deleted. One that was clarified stays, visibly superseded, for the same eyes.
- Who may not know a kind of a party sees neither statement nor reply of it. Nobody writes of a kind of which they
  could not read the replies.
- What the agreement promises is computed from it; only that something was told, or reminded of, is a row.
"""
