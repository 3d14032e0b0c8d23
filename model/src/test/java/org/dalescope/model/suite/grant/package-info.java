@NullMarked
package org.dalescope.model.suite.grant;

import org.jspecify.annotations.NullMarked;
