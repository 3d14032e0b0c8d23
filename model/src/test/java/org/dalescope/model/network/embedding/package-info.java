@NullMarked
package org.dalescope.model.network.embedding;

import org.jspecify.annotations.NullMarked;
