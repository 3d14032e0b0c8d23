/**
 * What fitted networks say about the recorded circuit. Every analysis is a pure function of a {@link FittedCircuit} and says of each
 * statistic what it is, of how many, in which unit, against which null and how sure.
 */
@NullMarked
package org.dalescope.model.analysis;

import org.jspecify.annotations.NullMarked;
