@NullMarked
package org.dalescope.model.network;

import org.jspecify.annotations.NullMarked;
