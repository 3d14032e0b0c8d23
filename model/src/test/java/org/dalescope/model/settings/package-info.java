@NullMarked
package org.dalescope.model.settings;

import org.jspecify.annotations.NullMarked;
