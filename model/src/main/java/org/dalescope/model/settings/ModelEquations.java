package org.dalescope.model.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The equations of the network and its loss that follow from the settings of a fit, in plain text (docs/science.md
 * sections 2 and 3).
 */
public final class ModelEquations {
    private ModelEquations() {}

    /**
     * A line of the description.
     *
     * @param what the quantity that the line defines
     */
    public record Line(String what, String equation) {}

    /** The equations of the network, then those of the losses and of their sum. */
    public static List<Line> of(Configuration c) {
        List<Line> lines = new ArrayList<>(network(c.network()));
        lines.add(new Line("L_neuron", neuron(c.loss().neuron())));
        if (c.loss().trial().enabled()) {
            lines.add(new Line("L_trial", trial(c.loss().trial())));
        }
        if (c.loss().activity().weight() > 0) {
            lines.add(new Line(
                    "L_activity",
                    number(c.loss().activity().weight()) + " \u00d7 (((mean r - "
                            + number(c.loss().activity().target()) + ") / "
                            + number(c.loss().activity().target()) + ")\u00b2 + mean over units of rates outside "
                            + number(c.loss().activity().lowest()) + " .. "
                            + number(c.loss().activity().highest()) + " sp/s, squared)"));
        }
        if (c.loss().output().weight() > 0) {
            lines.add(new Line(
                    "L_output",
                    number(c.loss().output().weight()) + " \u00d7 mean (y - "
                            + c.loss().output().channels() + ")\u00b2, y = W_out r_E + b_out"));
        }
        lines.add(new Line("L", total(c.loss())));
        return List.copyOf(lines);
    }

    private static List<Line> network(NetworkSettings n) {
        String input =
                switch (n.embedding().kind()) {
                    case NONE -> "u(t)";
                    case DELAYS ->
                        Arrays.stream(n.embedding().delays().split(","))
                                .map(delay ->
                                        delay.strip().matches("0(\\.0*)?") ? "u(t)" : "u(t - " + delay.strip() + " ms)")
                                .collect(Collectors.joining(", ", "[", "]"));
                    case LINEAR_RELU -> "max(0, A u(t) + c)";
                    case ATTENTION -> "attention(u(t)), " + n.embedding().heads() + " heads";
                };
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                "State",
                "x(t+1) = (1 - \u03b1) x(t) + \u03b1 (W softplus(x(t)) + W_in " + input + (n.bias() ? " + b" : "") + ")"
                        + (n.processNoise() > 0 ? " + " + number(n.processNoise()) + " \u221a\u03b1 \u03be(t)" : "")
                        + ", x(0) = " + (n.initialState() ? "x\u2080, learned" : "0")));
        lines.add(new Line("Rate", n.gain() ? "r = g softplus(x), g learned, sp/s" : "r = softplus(x), sp/s"));
        lines.add(new Line(
                "Leak",
                switch (n.leak()) {
                            case EXACT -> "\u03b1 = 1 - exp(-bin / \u03c4)";
                            case EULER -> "\u03b1 = bin / \u03c4";
                        }
                        + switch (n.tau().learned()) {
                            case FIXED ->
                                ", \u03c4 fixed at " + number(n.tau().initialE()) + " ms (E), "
                                        + number(n.tau().initialI()) + " ms (I)";
                            case POPULATION -> ", one \u03c4 for E and one for I, learned";
                            case UNIT -> ", one \u03c4 per unit, learned";
                        }));
        String v =
                switch (n.recurrent().kind()) {
                    case FULL -> "V, every entry learned";
                    case LOW_RANK_FACTORS, LOW_RANK_PRODUCT ->
                        "V = U\u2081 U\u2082\u1d40 of rank " + n.recurrent().rank();
                    case NONE -> "";
                };
        lines.add(new Line(
                "Weights",
                n.recurrent().kind() == RecurrentKind.NONE
                        ? "W = 0"
                        : (n.dale() ? "W = |V| \u00d7 sign of the sending unit, " : "W = V, signs free, ") + "no"
                                + " self-connections; "
                                + v));
        return lines;
    }

    private static String neuron(NeuronLossSettings loss) {
        String shape = "(1 - r_z) between z-scored PSTHs";
        String poisson = "mean over valid bins of r - y log r (Poisson, counts per bin)";
        String extra = (loss.meanWeight() > 0
                        ? " + " + number(loss.meanWeight()) + " (relative error of mean)\u00b2"
                        : "")
                + (loss.sdWeight() > 0 ? " + " + number(loss.sdWeight()) + " (relative error of sd)\u00b2" : "");
        return switch (loss.kind()) {
            case CORRELATION -> "distance of z-scored PSTHs of all trials" + extra;
            case CONDITIONS -> "distance of z-scored PSTHs of " + loss.conditions() + " condition" + extra;
            case POISSON -> poisson;
            case RATES ->
                number(loss.residualWeight()) + " \u00d7 (model PSTH - data PSTH)\u00b2 / standard error\u00b2 + "
                        + number(loss.likelihoodWeight()) + " \u00d7 Poisson likelihood of bins / mean count + "
                        + number(loss.shapeWeight()) + " \u00d7 distance of z-scored PSTHs, of "
                        + loss.conditions() + extra;
            case HYBRID ->
                number(loss.hybridWeight()) + " \u00d7 " + poisson + " + " + number(1 - loss.hybridWeight())
                        + " \u00d7 " + shape + extra;
        };
    }

    private static String trial(TrialLossSettings loss) {
        return "\u03a3 P_ij d(model trial i, data trial j) of the population's mean activity, P the "
                + switch (loss.matching()) {
                    case SINKHORN -> "entropic transport plan, \u03b5 = " + number(loss.epsilon());
                    case EXACT -> "best one-to-one matching";
                }
                + ", d " + loss.distance().name().toLowerCase(Locale.ROOT);
    }

    private static String total(LossSettings loss) {
        String trial = loss.trial().enabled()
                ? " + " + number(loss.trial().scale()) + " \u00d7 L_trial"
                        + switch (loss.balancing()) {
                            case GRADIENT -> " (gradient scaled to the norm of L_neuron's)";
                            case LOSS_EMA -> " (each loss over its running mean)";
                            case FIXED -> "";
                        }
                : "";
        return "L_neuron" + trial
                + (loss.activity().weight() > 0 ? " + L_activity" : "")
                + (loss.output().weight() > 0 ? " + L_output" : "")
                + (loss.l2() > 0 ? " + " + number(loss.l2()) + " (mean W\u00b2 + mean W_in\u00b2)" : "")
                + (loss.sparsity() > 0 ? " + " + number(loss.sparsity()) + " mean |W|" : "")
                + (loss.sparsityEvenSeeds() >= 0
                        ? " (even seeds: " + number(loss.sparsityEvenSeeds()) + " mean |W|)"
                        : "");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
