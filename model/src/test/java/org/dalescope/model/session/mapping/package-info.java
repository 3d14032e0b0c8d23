@NullMarked
package org.dalescope.model.session.mapping;

import org.jspecify.annotations.NullMarked;
