/**
 * What a fitted network says would happen if units were silenced or driven, weights cut or inputs lesioned: the same trials with the
 * same noise, with and without, and how well networks of different seeds agree.
 */
@NullMarked
package org.dalescope.model.analysis.perturbation;

import org.jspecify.annotations.NullMarked;
