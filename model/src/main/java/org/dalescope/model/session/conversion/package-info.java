/** Sessions as files for other programs, and back into our own: nothing is lost, which is checked by reading back. */
@NullMarked
package org.dalescope.model.session.conversion;

import org.jspecify.annotations.NullMarked;
