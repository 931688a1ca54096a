"""The work area's pages about dilemmas: work to do, lists, the dossier and the steps."""
