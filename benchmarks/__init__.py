"""What is measured, with the command to repeat it: python -m benchmarks."""
