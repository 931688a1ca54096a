"""How the model of names is taught: texts with slots, and names of many origins to fill them."""
