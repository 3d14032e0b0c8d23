/** Screening of a session before a fit: stability and reliability of its neurons. */
@NullMarked
package org.dalescope.model.scoring.screening;

import org.jspecify.annotations.NullMarked;
