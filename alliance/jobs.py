"""What happens by the clock: in one process at a time, however many are started."""

import os
import signal
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from apscheduler.schedulers.background import BackgroundScheduler

from alliance import (
    hidden,
    lease,
    leaving,
    mail,
    members,
    outbox,
    receipts,
    redaction,
    rounds,
    tickets,
    uploads,
)
from alliance.database import writing
from alliance.desk import Desk
from alliance.mailing import news, sending, writers
from alliance.projections import past, people

BEAT = timedelta(seconds=15)
RECEIPTS_KEPT = timedelta(days=30)


@dataclass(frozen=True)
class Job:
    """Something to do every so often; doing it twice does no harm."""

    name: str
    every: timedelta
    work: Callable[[Desk], object]


def retry_projections(desk: Desk) -> None:
    """Let projections that stayed behind the journal try again."""
    desk.catch_up_if_behind()


def sweep_receipts(desk: Desk) -> None:
    """Forget which forms were sent more than thirty days ago."""
    with writing(desk.engine) as db:
        receipts.sweep_receipts(db, desk.clock() - RECEIPTS_KEPT)


def sweep_past(desk: Desk) -> None:
    """Remove the files of past dates that nobody looked at lately, or that say too much."""
    redaction.forget_past(desk)
    if desk.settings.folder.is_dir():
        past.sweep(desk.settings.folder)


def send_mail(desk: Desk) -> None:
    """Send the letters that wait; without a mail server they stay where the site shows them."""
    if desk.settings.smtp_url:
        server = mail.Server.from_url(desk.settings.smtp_url)
        mail.send_due(desk.engine, server, address_of, desk.clock(), writers.writer(desk))


def address_of(db: sa.Connection, recipient: str) -> str | None:
    """Where to mail a member or an organisation; None for who left or has no address."""
    kind, _, key = recipient.partition(":")
    if kind == "member":
        return members.mail_of(db, key)
    found = people.organisation(db, key)
    return found.mailbox if found and not found.left_on else None


def sweep_people(desk: Desk) -> None:
    """Forget what is past its term: links, sessions, requests, tickets, letters, lists, choices."""
    with writing(desk.engine) as db:
        members.sweep(db, desk.clock())
        outbox.sweep(db, desk.clock())
        tickets.sweep(db, desk.clock())
        uploads.sweep(db, desk.clock())
        hidden.sweep(db, desk.today())
        rounds.sweep(db, desk.today())


def do_rounds(desk: Desk) -> None:
    """Put the mail of this day, and what cannot wait, in the outbox, where it can be sent."""
    if desk.settings.smtp_url or desk.settings.demo:
        sending.do_rounds(desk)
        news.tell_news(desk)


SOON, MINUTE = timedelta(seconds=15), timedelta(minutes=1)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
JOBS = (
    Job("retry_projections", MINUTE, retry_projections),
    Job("do_rounds", MINUTE, do_rounds),
    Job("send_mail", SOON, send_mail),
    Job("sweep_people", HOUR, sweep_people),
    Job("erase_idle", DAY, leaving.erase_idle),
    Job("finish_redactions", MINUTE, redaction.finish),
    Job("sweep_receipts", DAY, sweep_receipts),
    Job("sweep_past", HOUR, sweep_past),
)


class Clock:
    """One process's clock: it does the jobs while it has the lease, and waits while it has not."""

    def __init__(self, desk: Desk, jobs: Sequence[Job] = JOBS) -> None:
        self.holder = f"{socket.gethostname()}:{os.getpid()}:{id(self):x}"
        self._desk = desk
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        self._plan("beat", BEAT, self.has_lease)
        for job in jobs:
            self._plan(job.name, job.every, self.run, job)

    def has_lease(self) -> bool:
        """Whether this clock may work now; asking keeps the lease for another term."""
        return lease.take(self._desk.engine, self.holder, self._desk.clock())

    def run(self, job: Job) -> None:
        """Do a job, unless another clock has the lease."""
        if self.has_lease():
            job.work(self._desk)

    def start(self) -> None:
        """Begin; every job is done once now, and then every so often."""
        self._scheduler.start()

    def stop(self) -> None:
        """Finish what is being done, and let another clock take over at once."""
        self._scheduler.shutdown(wait=True)
        lease.release(self._desk.engine, self.holder)

    def _plan(self, name: str, every: timedelta, work: Callable[..., object], *args: Job) -> None:
        self._scheduler.add_job(
            work,
            "interval",
            seconds=every.total_seconds(),
            args=args,
            id=name,
            next_run_time=datetime.now(UTC),
        )


def keep_time(desk: Desk) -> None:
    """Do the jobs until this process is told to end."""
    ends = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, ends)
    clock = Clock(desk)
    clock.start()
    signal.sigwait(ends)
    clock.stop()
