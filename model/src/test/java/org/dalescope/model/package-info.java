@NullMarked
package org.dalescope.model;

import org.jspecify.annotations.NullMarked;
