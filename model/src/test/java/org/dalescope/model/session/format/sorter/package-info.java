@NullMarked
package org.dalescope.model.session.format.sorter;

import org.jspecify.annotations.NullMarked;
