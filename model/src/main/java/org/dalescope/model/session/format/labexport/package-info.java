/** Reads the founding laboratory's MATLAB export, recognised by the names of its fields. */
@NullMarked
package org.dalescope.model.session.format.labexport;

import org.jspecify.annotations.NullMarked;
