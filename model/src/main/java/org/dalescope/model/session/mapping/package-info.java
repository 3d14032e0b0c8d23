/** How the content of a file that does not say it by itself is understood: which array is what. */
@NullMarked
package org.dalescope.model.session.mapping;

import org.jspecify.annotations.NullMarked;
