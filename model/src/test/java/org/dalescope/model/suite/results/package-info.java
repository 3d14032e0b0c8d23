@NullMarked
package org.dalescope.model.suite.results;

import org.jspecify.annotations.NullMarked;
