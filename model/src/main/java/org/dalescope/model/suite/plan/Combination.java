package org.dalescope.model.suite.plan;

import java.util.List;

/**
 * An arm that is made of winners once the others have finished: from every group the arm whose mean paired difference to
 * the base is the largest of those above seed noise.
 *
 * @param groups names of the groups whose winners are combined
 */
public record Combination(String name, String help, List<String> groups) {}
