"""What leaves the building: texts that can be copied, sent or printed."""
