/** Sessions in files that hold arrays: the laboratory's by its names, any other by a mapping. */
@NullMarked
package org.dalescope.model.session.arrays;

import org.jspecify.annotations.NullMarked;
