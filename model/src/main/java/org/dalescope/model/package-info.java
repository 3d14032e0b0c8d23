/**
 * The science of Dalescope: sessions, networks, fits, scores and analyses. It uses no window and no console.
 *
 * <p>Data flows one way: file, session, split, batch, engine, statistics, losses, gradients, parameters, run folder.
 */
@NullMarked
package org.dalescope.model;

import org.jspecify.annotations.NullMarked;
