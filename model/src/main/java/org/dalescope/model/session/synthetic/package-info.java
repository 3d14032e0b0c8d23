/** Sessions whose circuit is known, because we made it. */
@NullMarked
package org.dalescope.model.session.synthetic;

import org.jspecify.annotations.NullMarked;
