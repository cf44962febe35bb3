"""The phone book's own tables: who someone is, how to reach them, and where they are signed in.

Whatever is kept of a member stands in a table of OF_A_MEMBER, so that erasing one forgets it all.
"""

import sqlalchemy as sa

tables = sa.MetaData()
members = sa.Table(
    "members",
    tables,
    sa.Column("member", sa.Text, primary_key=True),  # a random key, never made from a name
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("mail", sa.Text, nullable=False, unique=True),
    sa.Column("added", sa.Text, nullable=False),
)
contacts = sa.Table(
    "member_contacts",
    tables,
    sa.Column("member", sa.Text, primary_key=True),
    sa.Column("phone", sa.Text),
    sa.Column("origin", sa.Text, nullable=False),  # where we have the address from
)
sessions = sa.Table(
    "sessions",
    tables,
    sa.Column("token", sa.Text, primary_key=True),  # its hash
    sa.Column("member", sa.Text, nullable=False, index=True),
    sa.Column("created", sa.Text, nullable=False),
    sa.Column("last_seen", sa.Text, nullable=False),
)
sign_in_links = sa.Table(
    "sign_in_links",
    tables,
    sa.Column("token", sa.Text, primary_key=True),  # its hash
    sa.Column("member", sa.Text, nullable=False, index=True),
    sa.Column("expires", sa.Text, nullable=False),
    sa.Column("used", sa.Text),
)
requests = sa.Table(
    "sign_in_requests",
    tables,
    sa.Column("asked", sa.Text, primary_key=True),  # a keyed hash of the address or the sender
    sa.Column("hour", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
)
OF_A_MEMBER = (members, contacts, sessions, sign_in_links)
