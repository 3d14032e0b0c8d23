@NullMarked
package org.dalescope.model.session.format.container;

import org.jspecify.annotations.NullMarked;
