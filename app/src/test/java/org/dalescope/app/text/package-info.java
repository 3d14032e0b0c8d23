@NullMarked
package org.dalescope.app.text;

import org.jspecify.annotations.NullMarked;
