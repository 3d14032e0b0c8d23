@NullMarked
package org.dalescope.app.window.session;

import org.jspecify.annotations.NullMarked;
