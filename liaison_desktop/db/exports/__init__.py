"""What may leave the store as plain tables, with stable English names."""
