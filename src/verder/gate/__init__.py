"""How often the outside may knock: counts per door and visitor, without knowing who the visitor is."""
