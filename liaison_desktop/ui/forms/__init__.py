"""The small vocabulary that forms are built of."""
