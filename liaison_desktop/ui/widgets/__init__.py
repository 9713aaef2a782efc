"""Parts that the screens are built of."""
