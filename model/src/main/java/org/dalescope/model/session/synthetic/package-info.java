/** Synthetic sessions whose circuit is known. */
@NullMarked
package org.dalescope.model.session.synthetic;

import org.jspecify.annotations.NullMarked;
