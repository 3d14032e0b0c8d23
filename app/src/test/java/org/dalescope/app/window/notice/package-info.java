@NullMarked
package org.dalescope.app.window.notice;

import org.jspecify.annotations.NullMarked;
