@NullMarked
package org.dalescope.model.session.arrays;

import org.jspecify.annotations.NullMarked;
