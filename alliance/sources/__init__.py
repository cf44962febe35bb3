"""What comes in: files from outside, checked, compared with the journal, and turned into events."""
