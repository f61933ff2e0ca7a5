// Starts a program in a pseudo-terminal, for the end-to-end tests.
