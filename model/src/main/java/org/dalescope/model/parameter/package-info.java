/** One typed description per setting, from which JSON, {@code --set}, help and forms are made. */
@NullMarked
package org.dalescope.model.parameter;

import org.jspecify.annotations.NullMarked;
