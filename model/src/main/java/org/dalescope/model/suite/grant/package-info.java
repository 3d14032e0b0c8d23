/**
 * The answer of the suite 'grant-figure': the evidence of four panels on whether local inhibition carries the
 * selectivity, and the numbers of the figure.
 */
@NullMarked
package org.dalescope.model.suite.grant;

import org.jspecify.annotations.NullMarked;
