@NullMarked
package org.dalescope.model.session.conversion;

import org.jspecify.annotations.NullMarked;
