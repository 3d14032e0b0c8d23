@NullMarked
package org.dalescope.model.run;

import org.jspecify.annotations.NullMarked;
