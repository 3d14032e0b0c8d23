/**
 * The science of Dalescope. Knows no window and no console; every room below is for one step of the way
 * {@code file -> session -> split -> batch -> engine -> statistics -> losses -> gradients -> parameters -> run folder}.
 */
@NullMarked
package org.dalescope.model;

import org.jspecify.annotations.NullMarked;
