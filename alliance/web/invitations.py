"""Writing someone in the phone book, and the letter that says how to sign in."""

from flask import url_for

from alliance import members, outbox
from alliance.database import reading, writing
from alliance.events.base import refuse
from alliance.members import unfit_entry as unfit_entry
from alliance.web import pages
from alliance.web.lessons import NOT_FOR_SUBSIDY
from alliance.web.pages import desk
from alliance.web.writing import Field

TAKEN = "Dit mailadres hoort al bij iemand die meedoet. Gebruik een ander adres."
NAME = Field("line", "name", "Naam")
ADDRESS = Field("line", "mail", "Mailadres", "Hierop komen de links om in te loggen.")
KIND = "uitnodiging"
LETTER = """Dag,

Je doet mee met {site}. Op de site staat wat we afspraken, wat er te doen is
en wie nog iets mist. Op één bladzijde lees je wat dit is, wat is besloten, wie wie is, wat we van
je vragen en hoeveel tijd het kost:
{welcome}

Zo log je in, zonder wachtwoord:
1. Open {sign_in}
2. Vul het mailadres in waarop je deze mail krijgt.
3. Je krijgt een mail met een link. Open die en tik op de knop.

Wat we van je bewaren: je naam, mailadres, organisatie en rol. Je ziet, verbetert of wist het zelf:
{account}
Wat we verder wel en niet bewaren, en hoe lang:
{privacy}
Wat een gemeente bewaart, kan iemand opvragen met de Wet open overheid (Woo). Het verslag aan de
gemeenteraad is openbaar.
{subsidy}

Wil je niet meedoen, of klopt er iets niet? Antwoord dan op deze mail.
"""


def find_known(mail: str) -> str | None:
    """The key of whoever has this address in the phone book, or None."""
    with reading(desk().engine) as db:
        return members.find_by_mail(db, mail)


def set_right(member: str, name: str, mail: str) -> None:
    """Write name and address of a member; raises Refused when the address is somebody else's."""
    refuse(**unfit_entry(name, mail))
    try:
        with writing(desk().engine) as db:
            members.set_right(db, member, name=name, mail=mail, now=desk().clock())
    except members.MailTaken:
        refuse(mail=TAKEN)


def invite(member: str) -> None:
    """Put the letter that welcomes a member in the outbox, once a day at most."""
    site, now = desk().settings.site_url, desk().clock()
    body = LETTER.format(
        site=pages.SITE_NAME,
        welcome=site + url_for("welcoming.show"),
        sign_in=site + url_for("signing_in.ask"),
        account=site + url_for("account.show"),
        privacy=site + url_for("about.privacy"),
        subsidy=NOT_FOR_SUBSIDY,
    )
    with writing(desk().engine) as db:
        outbox.put(
            db,
            about=f"invitation:{member}:{desk().today()}",
            kind=KIND,
            to=f"member:{member}",
            subject=f"Je doet mee met {pages.SITE_NAME}",
            body=body,
            now=now,
        )
