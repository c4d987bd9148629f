"""The client's own look: what the service keeps on them, with whom they share, who looked; their remarks.

Terms: access sheet (přístupový list) = a paper with a long secret that opens the look, given in person; remark
(připomínka) = what the client says of the record, an idea or a correction.

- The sheet names nobody. We keep the hash of its secret: who loses the paper gets another one in person.
- A wrong secret is only slowed, so nobody can lock a client out.
- What is seen is what a grant of the basis "own look" opens; notes of workers and what tells of others stay away.
- Packages above add parts (beside.py): of a case the plan, who helps, what was said; each stands on grants of its own.
- Nothing of a look is kept on the device: no draft, no cache, a cookie that ends ten minutes after the last touch.
- The client may take a consent back here; it takes effect with the next request.
"""
