@NullMarked
package org.dalescope.model.configuration;

import org.jspecify.annotations.NullMarked;
