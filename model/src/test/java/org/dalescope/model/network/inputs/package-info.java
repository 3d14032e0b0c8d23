@NullMarked
package org.dalescope.model.network.inputs;

import org.jspecify.annotations.NullMarked;
