/**
 * The command-line interface, with one class per command. Results go to standard output, messages and progress to
 * standard error.
 */
@NullMarked
package org.dalescope.app.cli;

import org.jspecify.annotations.NullMarked;
