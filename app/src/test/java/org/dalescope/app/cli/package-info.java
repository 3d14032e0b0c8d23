@NullMarked
package org.dalescope.app.cli;

import org.jspecify.annotations.NullMarked;
