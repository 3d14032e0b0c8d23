package org.dalescope.model.analysis.perturbation;

import org.dalescope.model.common.InputError;

/** One thing that is done to a network while a {@link Perturbation}'s window is open. */
public sealed interface Intervention {
    /** As a clause of {@link PerturbationText}. */
    String text();

    /**
     * Takes away a share of units' rates, for themselves and for all that they project to.
     *
     * @param strength share of the rate that is taken away, from 0 (nothing) to 1 (silent)
     */
    record Silence(UnitSet units, double strength) implements Intervention {
        public Silence {
            if (!(strength >= 0 && strength <= 1)) {
                throw new InputError("A strength of silencing of " + strength
                        + " is no share of a rate: give a number from 0 (nothing) to 1 (silent).");
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
                throw new InputError(
                        "A current of " + current + " cannot be added: give a finite number, such as 0.5.");
            }
        }

        @Override
        public String text() {
            return "drive " + units.text() + " " + PerturbationText.number(current);
        }
    }

    /**
     * Multiplies the weights from some units to some units.
     *
     * @param factor 0 cuts them, 1 leaves them; never negative, which would break Dale's law
     */
    record Cut(UnitSet from, UnitSet to, double factor) implements Intervention {
        public Cut {
            if (!(factor >= 0 && Double.isFinite(factor))) {
                throw new InputError("Weights cannot be multiplied by " + factor
                        + " under Dale's law: give 0 (cut) or a positive number.");
            }
        }

        @Override
        public String text() {
            return "cut " + from.text() + "->" + to.text() + " " + PerturbationText.number(factor);
        }
    }

    /**
     * Sets an input to 0, which is "no event" for an event and the session's mean for a continuous channel.
     *
     * @param channel name of the session's channel
     */
    record Lesion(String channel) implements Intervention {
        @Override
        public String text() {
            return "lesion " + channel;
        }
    }
}
