package org.dalescope.model.engine;

/**
 * An estimate of the memory that an engine needs for a step, forward and backward.
 *
 * @param heap bytes of the Java heap
 * @param outside bytes outside the Java heap, which libtorch allocates
 */
public record EngineMemoryEstimate(long heap, long outside) {}
