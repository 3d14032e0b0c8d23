@NullMarked
package org.dalescope.model.scoring;

import org.jspecify.annotations.NullMarked;
