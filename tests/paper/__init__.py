"""Documents in their forms, packs, and appointments in calendars."""
