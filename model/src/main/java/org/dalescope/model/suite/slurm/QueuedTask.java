package org.dalescope.model.suite.slurm;

/**
 * A task of a job array that the scheduler has not done with.
 *
 * @param running whether it runs, and does not wait
 * @param reason why it waits, in the scheduler's word; empty where it runs
 */
public record QueuedTask(boolean running, String reason) {}
