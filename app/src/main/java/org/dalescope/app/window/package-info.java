@org.jspecify.annotations.NullMarked
package org.dalescope.app.window;
