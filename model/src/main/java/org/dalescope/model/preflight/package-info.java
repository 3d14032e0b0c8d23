/** Everything that can be known of a session before a fit: what is wrong, how stable and how reliable its neurons are. */
@NullMarked
package org.dalescope.model.preflight;

import org.jspecify.annotations.NullMarked;
