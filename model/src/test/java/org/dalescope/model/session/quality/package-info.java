@NullMarked
package org.dalescope.model.session.quality;

import org.jspecify.annotations.NullMarked;
