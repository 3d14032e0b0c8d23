package org.dalescope.model.network;

import java.util.List;
import java.util.Locale;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.EmbeddingKind;
import org.dalescope.model.settings.EmbeddingSettings;
import org.dalescope.model.settings.HiddenUnitInputs;
import org.dalescope.model.settings.InputSettings;
import org.dalescope.model.settings.LeakIntegration;
import org.dalescope.model.settings.LearnedTau;
import org.dalescope.model.settings.NetworkSettings;
import org.dalescope.model.settings.TauSettings;

/**
 * The specification of a network: its size, units and settings, without the values of its parameters.
 *
 * @param channels number of the session's input channels
 * @param targets names of the signals of the read-out; empty without a read-out
 * @param inputMask the input weights that exist
 */
public record NetworkSpec(
        UnitMap units,
        int channels,
        double binMs,
        NetworkSettings settings,
        List<String> targets,
        InputMask inputMask) {

    /**
     * The specification for a session.
     *
     * @throws InputError if the leak would be unstable, a time constant is outside its bounds, the rank does not
     *     constrain the network, the dimension is not a multiple of the heads, or a delay is not valid
     */
    public static NetworkSpec of(Session session, NetworkSettings settings) {
        return of(session, UnitMap.of(session.neurons(), settings), settings);
    }

    /** The same for units that are known already. */
    public static NetworkSpec of(Session session, UnitMap units, NetworkSettings settings) {
        require(settings, session.time().binMs());
        checkRank(settings, units.units());
        return new NetworkSpec(
                units, session.channels().size(), session.time().binMs(), settings, List.of(), InputMask.EVERYTHING);
    }

    /**
     * Checks settings for a bin width, independently of a session.
     *
     * @throws InputError if the leak would be unstable, a time constant is outside its bounds, the dimension is not a
     *     multiple of the heads, or a delay is not valid
     */
    public static void require(NetworkSettings settings, double binMs) {
        checkTau(settings, binMs);
        checkHeads(settings.embedding());
        checkInputs(settings);
        if (settings.embedding().kind() == EmbeddingKind.DELAYS) {
            InputDelaySettings.bins(settings.embedding(), binMs);
        }
    }

    /**
     * The same specification with a read-out of these signals.
     *
     * @throws InputError if there are signals but no E units, whose rates the read-out uses
     */
    public NetworkSpec reading(List<String> signals) {
        if (!signals.isEmpty() && units.excitatory() == 0) {
            throw new InputError("loss.output.weight asks for a read-out, which uses the rates of E units, but the"
                    + " network has none: give cell types in data.neuron_types, set network.hidden_e, or set"
                    + " loss.output.weight to 0.");
        }
        return new NetworkSpec(units, channels, binMs, settings, signals, inputMask);
    }

    /**
     * The same specification with the channels that drive each unit.
     *
     * @param drives {@code [unit][channel]}
     * @param signs the sign of all weights of a channel; 0 for both signs
     * @throws InputError if the embedding mixes the channels before they drive the units
     */
    public NetworkSpec driven(boolean[] drives, int[] signs) {
        int repeats =
                switch (settings.embedding().kind()) {
                    case NONE -> 1;
                    case DELAYS -> delayBins().length;
                    case LINEAR_RELU, ATTENTION -> throw mixed(settings.embedding());
                };
        return new NetworkSpec(units, channels, binMs, settings, targets, InputMask.repeated(drives, signs, repeats));
    }

    /** The numbers per bin that enter the recurrence: those of the session's channels, or of their embedding. */
    public int inputs() {
        EmbeddingSettings embedding = settings.embedding();
        return switch (embedding.kind()) {
            case NONE -> channels;
            case DELAYS -> channels * delayBins().length;
            case LINEAR_RELU, ATTENTION -> embedding.dimension();
        };
    }

    /** The delays of the inputs in bins, with the embedding 'delays'. */
    double[] delayBins() {
        return InputDelaySettings.bins(settings.embedding(), binMs);
    }

    /** The share of the state that is replaced in one bin, for a time constant in ms. */
    public double alpha(double tauMs) {
        return switch (settings.leak()) {
            case EXACT -> -Math.expm1(-binMs / tauMs);
            case EULER -> binMs / tauMs;
        };
    }

    /** The derivative d alpha / d tau in 1/ms. */
    public double alphaSlope(double tauMs) {
        double perTau = -binMs / (tauMs * tauMs);
        return settings.leak() == LeakIntegration.EXACT ? perTau * Math.exp(-binMs / tauMs) : perTau;
    }

    /** The start value of a unit's time constant, ms. */
    public double initialTau(int unit) {
        return units.isInhibitory(unit)
                ? settings.tau().initialI()
                : settings.tau().initialE();
    }

    private static void checkTau(NetworkSettings settings, double binMs) {
        TauSettings tau = settings.tau();
        if (settings.leak() == LeakIntegration.EULER) {
            double smallest = tau.learned() == LearnedTau.FIXED ? Math.min(tau.initialE(), tau.initialI()) : tau.min();
            if (binMs >= smallest) {
                throw new InputError("network.leak euler is unstable here: with bins of " + binMs + " ms and tau of "
                        + smallest + " ms alpha is " + binMs / smallest
                        + ", which must stay below 1; use network.leak=exact or a tau above the bin.");
            }
        }
        if (tau.learned() != LearnedTau.FIXED) {
            if (tau.min() >= tau.max()) {
                throw new InputError("network.tau.min is " + tau.min() + " ms and network.tau.max " + tau.max()
                        + " ms: the lower bound must be below the upper one.");
            }
            inside("network.tau.initial_e", tau.initialE(), tau);
            inside("network.tau.initial_i", tau.initialI(), tau);
        }
    }

    private static void checkRank(NetworkSettings settings, int units) {
        int rank = settings.recurrent().rank();
        if (settings.recurrent().kind().isLowRank() && rank >= units) {
            throw new InputError("network.recurrent.rank is " + rank + ", which does not constrain a network of "
                    + units + " units: use a rank below " + units + ", or network.recurrent.kind=full.");
        }
    }

    private static void checkInputs(NetworkSettings settings) {
        InputSettings inputs = settings.inputs();
        boolean anyRule = !inputs.rules().isBlank() || inputs.hidden() != HiddenUnitInputs.LIKE_RECORDED;
        EmbeddingKind kind = settings.embedding().kind();
        if (anyRule && (kind == EmbeddingKind.LINEAR_RELU || kind == EmbeddingKind.ATTENTION)) {
            throw mixed(settings.embedding());
        }
    }

    private static InputError mixed(EmbeddingSettings embedding) {
        return new InputError(
                "network.inputs.rules, network.inputs.hidden and data.perturbed.learn cannot be used with the embedding "
                        + embedding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
                        + ", which mixes all inputs before they drive the units: set network.embedding.kind to delays or none.");
    }

    private static void checkHeads(EmbeddingSettings embedding) {
        if (embedding.kind() == EmbeddingKind.ATTENTION && embedding.dimension() % embedding.heads() != 0) {
            throw new InputError("network.embedding.dimension is " + embedding.dimension()
                    + ", which is not a multiple of network.embedding.heads (" + embedding.heads()
                    + "): choose a multiple of the heads.");
        }
    }

    private static void inside(String key, double value, TauSettings tau) {
        if (value <= tau.min() || value >= tau.max()) {
            throw new InputError(
                    key + " is " + value + " ms: a learned time constant must start between network.tau.min ("
                            + tau.min() + " ms) and network.tau.max (" + tau.max() + " ms).");
        }
    }
}
