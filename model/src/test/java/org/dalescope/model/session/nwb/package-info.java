@NullMarked
package org.dalescope.model.session.nwb;

import org.jspecify.annotations.NullMarked;
