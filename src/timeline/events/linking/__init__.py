"""Which temporal expression belongs to which event."""
