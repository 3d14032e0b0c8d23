@NullMarked
package org.dalescope.model.session.format.nwb;

import org.jspecify.annotations.NullMarked;
