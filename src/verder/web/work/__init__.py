"""What waits for whoever is signed in: for the secretariat the one screen with everything that needs a hand."""
