package org.dalescope.model.suite.plan;

import java.util.List;

/**
 * A combination in a suite's plan: an arm that is built from the winners once the other arms have finished. The winner
 * of a group is the arm with the largest mean paired difference to the base, among the arms above seed noise.
 *
 * @param groups names of the groups whose winners are combined
 */
public record Combination(String name, String help, List<String> groups) {}
