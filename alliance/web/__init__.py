"""What people see: one blueprint per page group."""
