package org.dalescope.model.engine;

/**
 * The memory that an engine takes for a step, forward and backward.
 *
 * @param heap bytes of Java's memory
 * @param outside bytes beside it, which libtorch takes
 */
public record EngineMemoryEstimate(long heap, long outside) {}
