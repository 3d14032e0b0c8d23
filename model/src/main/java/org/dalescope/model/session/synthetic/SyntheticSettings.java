package org.dalescope.model.session.synthetic;

import org.dalescope.model.common.InputError;
import org.dalescope.model.settings.schema.Setting;
import org.dalescope.model.settings.schema.SettingsSchema;

/**
 * The settings of a synthetic session. The defaults are those of the shipped demo session; the same names are the
 * options of {@code dalescope synth}.
 */
public record SyntheticSettings(
        @Setting(
                label = "Task",
                value = "delayed-response",
                help = "The task of the subject: delayed-response (that of the demo: 4 locations, reward),"
                        + " delayed-saccade (the same with salience), reach (8 targets, hand position) or go-no-go."
                        + " Events are between 0 and 1550 ms; a shorter trial ends before its last events.")
        TaskKind task,

        @Setting(
                label = "Origin of selectivity",
                value = "mixed",
                help = "Where the selectivity of the neurons comes from: 'inputs' (the recurrent weights are 0),"
                        + " 'recurrence' (place and salience reach a quarter of the E units, the others are selective"
                        + " through groups of E units; for the tasks delayed-response and delayed-saccade) or 'mixed'.")
        SelectivityOrigin selectivity,

        @Setting(
                label = "Recorded E neurons",
                value = "32",
                min = 1,
                max = 2000,
                help = "Excitatory neurons in the file.")
        int excitatory,

        @Setting(
                label = "Recorded I neurons",
                value = "8",
                min = 1,
                max = 2000,
                help = "Inhibitory neurons in the file.")
        int inhibitory,

        @Setting(
                label = "Hidden E units",
                value = "0",
                min = 0,
                max = 2000,
                help = "Excitatory units of the circuit that are not recorded.")
        int hiddenExcitatory,

        @Setting(
                label = "Hidden I units",
                value = "0",
                min = 0,
                max = 2000,
                help = "Inhibitory units of the circuit that are not recorded.")
        int hiddenInhibitory,

        @Setting(
                label = "Rank",
                value = "0",
                min = 0,
                max = 200,
                help = "Rank of the recurrent weights; 0 means full rank. In both cases the diagonal is zero and"
                        + " Dale's law holds.")
        int rank,

        @Setting(
                label = "Recurrence",
                value = "1",
                min = 0,
                max = 3,
                help =
                        "Factor of the recurrent weights: 0 is a circuit without recurrence, whose units only follow their"
                                + " inputs; 1 is that of the demo. Above 2 the circuit may diverge.")
        double recurrence,

        @Setting(
                label = "Mean tau, E",
                unit = "ms",
                value = "60",
                min = 1,
                max = 10000,
                help = "Mean time constant of excitatory units.")
        double tauE,

        @Setting(
                label = "Mean tau, I",
                unit = "ms",
                value = "30",
                min = 1,
                max = 10000,
                help = "Mean time constant of inhibitory units.")
        double tauI,

        @Setting(
                label = "Spread of tau",
                value = "0",
                min = 0,
                max = 2,
                help = "Standard deviation of log tau within each population (log-normal around the mean); 0 means"
                        + " equal time constants.")
        double tauSpread,

        @Setting(
                label = "Process noise",
                value = "0.15",
                min = 0,
                max = 10,
                help = "Standard deviation s of the noise in x' = (1-a) x + a drive + s sqrt(a) xi.")
        double noise,

        @Setting(
                label = "Fano factor",
                value = "1",
                min = 1,
                max = 100,
                help = "Variance over mean of the counts in a bin, given the rate: 1 for Poisson counts, above 1 for"
                        + " negative binomial counts.")
        double fano,

        @Setting(label = "Trials", value = "240", min = 10, max = 100000, help = "Trials in the file.")
        int trials,

        @Setting(label = "Bins", value = "80", min = 2, max = 100000, help = "Bins per trial, the first at -200 ms.")
        int bins,

        @Setting(label = "Bin", unit = "ms", value = "25", min = 1, max = 500, help = "Length of a bin.")
        double binMs,

        @Setting(
                label = "Aborted trials",
                value = "6",
                min = 0,
                max = 50000,
                help = "Number of trials that end before their first whole bin; at most half of the trials.")
        int aborted,

        @Setting(
                label = "Perturbed trials",
                value = "0",
                min = 0,
                max = 0.9,
                help = "Share of the trials in which a current is added to the I units, drawn at random; the factor"
                        + " 'light' is 1 in these trials. 0: no such trials and no factor.")
        double perturbed,

        @Setting(
                label = "Current of the perturbation",
                value = "1",
                min = -10,
                max = 10,
                noEffect = "perturbed=0; no trial is perturbed",
                help = "Current that perturbed trials add to the input of all I units, in the units of the bias (0.3).")
        double perturbedCurrent,

        @Setting(
                label = "Start of the perturbation",
                unit = "ms",
                value = "300",
                min = -200,
                max = 100000,
                noEffect = "perturbed=0; no trial is perturbed",
                help = "The perturbation acts in bins whose centre is at or after this time.")
        double perturbedFrom,

        @Setting(
                label = "End of the perturbation",
                unit = "ms",
                value = "600",
                min = -200,
                max = 100000,
                noEffect = "perturbed=0; no trial is perturbed",
                help = "The perturbation acts in bins whose centre is before this time.")
        double perturbedTo,

        @Setting(
                label = "Seed",
                value = "2026",
                min = 0,
                max = 2147483647,
                help = "The same settings and seed give the same file.")
        int seed) {

    private static final SettingsSchema<SyntheticSettings> SCHEMA = new SettingsSchema<>(SyntheticSettings.class);
    private static final long MOST_VALUES = 1L << 27;

    public SyntheticSettings {
        if (aborted > trials / 2) {
            throw new InputError("A synthetic session of " + trials + " trials cannot have " + aborted
                    + " aborted trials: at most half of the trials may be aborted.");
        }
        if ((long) trials * bins * (excitatory + inhibitory) > MOST_VALUES) {
            throw new InputError("A synthetic session of " + trials + " trials x " + bins + " bins x "
                    + (excitatory + inhibitory) + " neurons is too large: at most " + MOST_VALUES
                    + " counts; take fewer trials, bins or neurons.");
        }
        if (perturbed > 0 && !(perturbedFrom < perturbedTo)) {
            throw new InputError("The perturbation of a synthetic session ends at " + perturbedTo
                    + " ms, which is not after its start at " + perturbedFrom + " ms: give a later end.");
        }
        if (selectivity != SelectivityOrigin.MIXED) {
            checkOrigin(task, selectivity, rank, recurrence);
        }
        int units = excitatory + inhibitory + hiddenExcitatory + hiddenInhibitory;
        if (rank >= units) {
            throw new InputError("A circuit of " + units + " units cannot have rank " + rank
                    + ": give a rank below the number of units, or 0 for full rank.");
        }
    }

    private static void checkOrigin(TaskKind task, SelectivityOrigin selectivity, int rank, double recurrence) {
        boolean places = task == TaskKind.DELAYED_RESPONSE || task == TaskKind.DELAYED_SACCADE;
        if (selectivity == SelectivityOrigin.RECURRENCE && !places) {
            throw new InputError("selectivity=recurrence needs the task delayed-response or delayed-saccade, whose"
                    + " targets have places.");
        }
        if (rank != 0) {
            throw new InputError("rank has no effect with selectivity=inputs or recurrence: leave it at 0.");
        }
        if (selectivity == SelectivityOrigin.INPUTS && recurrence != 1) {
            throw new InputError("recurrence has no effect with selectivity=inputs, whose recurrent weights are 0.");
        }
    }

    /** The settings of the demo with another size. */
    public SyntheticSettings(
            int excitatory, int inhibitory, int trials, int bins, double binMs, int aborted, int seed) {
        this(
                TaskKind.DELAYED_RESPONSE,
                SelectivityOrigin.MIXED,
                excitatory,
                inhibitory,
                0,
                0,
                0,
                1,
                60,
                30,
                0,
                0.15,
                1,
                trials,
                bins,
                binMs,
                aborted,
                0,
                1,
                300,
                600,
                seed);
    }

    /** The descriptions of all settings. */
    public static SettingsSchema<SyntheticSettings> schema() {
        return SCHEMA;
    }

    /** The shipped demo session. */
    public static SyntheticSettings demo() {
        return schema().defaults();
    }

    /** These settings with one changed, the value written as on the command line. */
    public SyntheticSettings with(String key, String value) {
        return schema().with(this, key, value);
    }

    int excitatoryUnits() {
        return excitatory + hiddenExcitatory;
    }

    int inhibitoryUnits() {
        return inhibitory + hiddenInhibitory;
    }

    int units() {
        return excitatoryUnits() + inhibitoryUnits();
    }
}
