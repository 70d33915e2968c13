"""A Telegram without a network: the Bot API over real HTTP, for the demo, the tests and the load driver.

It is a process of its own (`python -m simulator`), imports none of the other rooms and is imported by none of them.
A bot reaches it by its API address and does not know the difference. `simulator.client` is the tests' way in.

It follows the Bot API's documentation and the open-source server; tests/simulator says for each rule whether it is
documented, read in the server's source, observed, or assumed. It departs from Telegram on purpose here:

- photos keep their bytes (no recompression), and all their sizes are of one picture;
- no link previews, no privacy mode, no spam checks; only HTML and given entities are read, no Markdown;
- files are never fetched from a URL: `failed to get HTTP URL content`;
- a webhook may be plain HTTP on the loopback;
- ids of messages and updates start at a number made of the time, so that they also rise from one run to the next;
- a file's link ends after exactly one hour, which Telegram only promises as the least;
- ephemeral and rich messages, payments, inline mode, stories and forum topics are not played.
"""
