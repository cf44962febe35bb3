"""What people see: one blueprint per page group."""

from alliance.web import about, actions, signing_in, start, timeline

BLUEPRINTS = (start.bp, actions.bp, timeline.bp, signing_in.bp, about.bp)
