"""What people see: one blueprint per page group."""

from alliance.web import about, actions, post, signing_in, start, timeline

BLUEPRINTS = (start.bp, actions.bp, timeline.bp, signing_in.bp, post.bp, about.bp)
