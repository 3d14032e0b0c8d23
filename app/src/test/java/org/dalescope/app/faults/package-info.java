@NullMarked
package org.dalescope.app.faults;

import org.jspecify.annotations.NullMarked;
