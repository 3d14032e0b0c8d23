/** Simulates silencing, driving, cutting and lesioning in a fitted circuit, and compares with the same trials without it. */
@NullMarked
package org.dalescope.model.analysis.perturbation;

import org.jspecify.annotations.NullMarked;
