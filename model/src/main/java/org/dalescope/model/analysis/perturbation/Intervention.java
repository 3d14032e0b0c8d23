package org.dalescope.model.analysis.perturbation;

import org.dalescope.model.common.InputError;

/** An intervention in a network within the time window of a {@link Perturbation}: silence, drive, cut or lesion. */
public sealed interface Intervention {
    /** The intervention as a clause of {@link PerturbationText}. */
    String text();

    /**
     * Reduces the rates of units by a share, both in their output and in the input to all units that they project to.
     *
     * @param strength share of the rate that is removed, from 0 (nothing) to 1 (silent)
     */
    record Silence(UnitSet units, double strength) implements Intervention {
        public Silence {
            if (!(strength >= 0 && strength <= 1)) {
                throw new InputError(
                        "The strength of silencing is " + strength + ". Give a number from 0 (nothing) to 1 (silent).");
            }
        }

        @Override
        public String text() {
            return "silence " + units.text() + " " + PerturbationText.number(strength);
        }
    }

    /**
     * Adds an input current to units.
     *
     * @param current in the units of b, the argument of softplus
     */
    record Drive(UnitSet units, double current) implements Intervention {
        public Drive {
            if (!Double.isFinite(current)) {
                throw new InputError("The current " + current + " is not valid. Give a finite number, such as 0.5.");
            }
        }

        @Override
        public String text() {
            return "drive " + units.text() + " " + PerturbationText.number(current);
        }
    }

    /**
     * Multiplies the weights from one set of units to another by a factor.
     *
     * @param factor 0 removes the weights, 1 leaves them unchanged; never negative, because that would violate Dale's
     *     law
     */
    record Cut(UnitSet from, UnitSet to, double factor) implements Intervention {
        public Cut {
            if (!(factor >= 0 && Double.isFinite(factor))) {
                throw new InputError("Weights cannot be multiplied by " + factor
                        + " under Dale's law. Give 0 (cut) or a positive number.");
            }
        }

        @Override
        public String text() {
            return "cut " + from.text() + "->" + to.text() + " " + PerturbationText.number(factor);
        }
    }

    /**
     * Sets an input channel to 0, which means "no event" for an event and the mean of the session for a continuous
     * channel.
     *
     * @param channel name of the channel in the session
     */
    record Lesion(String channel) implements Intervention {
        @Override
        public String text() {
            return "lesion " + channel;
        }
    }
}
