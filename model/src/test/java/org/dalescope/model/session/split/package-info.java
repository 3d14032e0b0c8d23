@NullMarked
package org.dalescope.model.session.split;

import org.jspecify.annotations.NullMarked;
