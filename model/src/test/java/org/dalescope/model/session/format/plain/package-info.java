@NullMarked
package org.dalescope.model.session.format.plain;

import org.jspecify.annotations.NullMarked;
