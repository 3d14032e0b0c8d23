/** The window: view models without a toolkit, and a few flows by a robot on the headless platform. */
@NullMarked
package org.dalescope.app.window;

import org.jspecify.annotations.NullMarked;
