"""The first mail to someone: where we have the address from, why there is mail, how to stop.

Told once, in the first letter that truly leaves, whatever it is about.
"""

from alliance import contacts, preferences
from alliance.desk import Reading
from alliance.dutch import day, listed
from alliance.projections import people

TO_A_MEMBER = (
    "Dit is onze eerste mail aan jou. We hebben je adres omdat je meedoet in de alliantie, sinds"
    " {since}. Je krijgt alleen mail als er iets voor je is. Wil je geen mail, dan kies je dat"
    " hieronder."
)
TO_A_CONTACT = (
    "Dit is onze eerste mail aan jou. We hebben je adres uit deze lijst: {origin}. We mailen je"
    " als contactpersoon van {organisation}, hoogstens één keer per maand. Wil je geen mail, of ben"
    " je dat niet, dan kies je dat hieronder of je antwoordt op deze mail."
)
TO_AN_ORGANISATION = (
    "Dit is onze eerste mail aan jullie. We hebben dit adres omdat jullie organisatie in de"
    " alliantie staat. Je krijgt alleen mail als er iets voor jullie is. Willen jullie geen mail,"
    " dan kies je dat hieronder."
)


TO_THE_RING = (
    "Dit is onze eerste mail aan jullie. We hebben dit adres uit: {origin}. Jullie doen niet mee;"
    " we vertellen hoogstens vier keer per jaar wat er gebeurde, en mailen verder alleen als we"
    " iets willen vragen. Willen jullie dat niet, dan kies je dat hieronder of je antwoordt op deze"
    " mail."
)
NO_SOURCE = "het adresboek van de aanjager"


def first_words(now: Reading, recipient: str) -> str:
    """Where the address comes from, why, and how to stop; empty when that was told before."""
    kind, _, key = recipient.partition(":")
    if kind == "mail" or preferences.of(now.db, recipient).told_on:
        return ""
    return to_a_member(now, key) if kind == "member" else to_an_organisation(now, key)


def to_an_organisation(now: Reading, organisation: str) -> str:
    """The same for the mailbox of an organisation, which may not take part."""
    found = now.ask(people.organisation, organisation)
    if found is None or found.takes_part:
        return TO_AN_ORGANISATION
    return TO_THE_RING.format(origin=found.source or NO_SOURCE)


def to_a_member(now: Reading, member: str) -> str:
    """The same for a member, or for a contact whom a list named."""
    known, spoken = contacts.details_of(now.db, member), now.ask(people.speaks_for, member)
    if known and spoken:
        named = now.ask(people.organisation_names)
        at = listed(named.get(one, one) for one in spoken)
        return TO_A_CONTACT.format(origin=known.origin, organisation=at)
    joined = now.ask(people.all_members).get(member)
    return TO_A_MEMBER.format(since=day(joined.joined_on)) if joined else ""
