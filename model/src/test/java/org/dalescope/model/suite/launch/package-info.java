@NullMarked
package org.dalescope.model.suite.launch;

import org.jspecify.annotations.NullMarked;
