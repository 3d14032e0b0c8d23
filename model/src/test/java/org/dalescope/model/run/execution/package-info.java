@NullMarked
package org.dalescope.model.run.execution;

import org.jspecify.annotations.NullMarked;
