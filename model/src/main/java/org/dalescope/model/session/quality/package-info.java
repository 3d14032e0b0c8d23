/**
 * Checks a session before a fit: neurons, trials, bins, channels and factors. Every finding says what the user can do.
 */
@NullMarked
package org.dalescope.model.session.quality;

import org.jspecify.annotations.NullMarked;
