/**
 * Suites: arms x seeds x sessions as fits side by side, and what their scores say about the arms.
 *
 * <p>The way is {@code plan -> fits (run folders) -> results -> comparison}; everything after the fits is a pure function of
 * the folders that they leave.
 */
@NullMarked
package org.dalescope.model.experiment;

import org.jspecify.annotations.NullMarked;
