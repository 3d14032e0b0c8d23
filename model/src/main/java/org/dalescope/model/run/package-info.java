/** The run folder: what a fit leaves on disk, in plain files that others read without us. */
@NullMarked
package org.dalescope.model.run;

import org.jspecify.annotations.NullMarked;
