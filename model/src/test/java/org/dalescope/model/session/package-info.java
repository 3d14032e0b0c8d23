@NullMarked
package org.dalescope.model.session;

import org.jspecify.annotations.NullMarked;
