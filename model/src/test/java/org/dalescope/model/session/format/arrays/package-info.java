@NullMarked
package org.dalescope.model.session.format.arrays;

import org.jspecify.annotations.NullMarked;
