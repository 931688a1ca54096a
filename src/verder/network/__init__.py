"""Who works with Verder: people, organisations, the bodies they sit in, and the settings that people edit."""
