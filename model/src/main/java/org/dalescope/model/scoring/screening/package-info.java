/** Screens a session before a fit: how stable and how reliable its neurons are. */
@NullMarked
package org.dalescope.model.scoring.screening;

import org.jspecify.annotations.NullMarked;
