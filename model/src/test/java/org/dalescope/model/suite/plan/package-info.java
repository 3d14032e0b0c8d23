@NullMarked
package org.dalescope.model.suite.plan;

import org.jspecify.annotations.NullMarked;
