package org.dalescope.model.suite.slurm;

/**
 * A task of a SLURM job array that waits or runs, as the SLURM cluster reports it.
 *
 * @param running true if the task runs, false if it waits
 * @param reason why the task waits, as the scheduler reports it; empty if it runs
 */
public record QueuedTask(boolean running, String reason) {}
