"""What leaves by mail: to whom, on which day, and in whose name; at most one mail a week each."""
