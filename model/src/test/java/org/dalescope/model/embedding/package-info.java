@NullMarked
package org.dalescope.model.embedding;

import org.jspecify.annotations.NullMarked;
