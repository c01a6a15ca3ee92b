"""What makes the samples: one module per step; see ../README.md."""
