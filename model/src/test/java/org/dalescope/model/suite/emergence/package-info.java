@NullMarked
package org.dalescope.model.suite.emergence;

import org.jspecify.annotations.NullMarked;
