@NullMarked
package org.dalescope.model.session.container;

import org.jspecify.annotations.NullMarked;
