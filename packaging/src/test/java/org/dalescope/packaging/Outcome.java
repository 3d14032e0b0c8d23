package org.dalescope.packaging;

/** What a finished script left: its exit code and its two streams, kept apart because stdout is for programs. */
record Outcome(int exit, String out, String err) {}
