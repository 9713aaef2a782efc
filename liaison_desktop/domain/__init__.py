"""What is true in any committee: plain Python, frozen dataclasses, no input or output."""
