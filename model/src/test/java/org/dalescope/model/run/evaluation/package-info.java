@NullMarked
package org.dalescope.model.run.evaluation;

import org.jspecify.annotations.NullMarked;
