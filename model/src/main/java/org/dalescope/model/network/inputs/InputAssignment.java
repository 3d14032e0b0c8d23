package org.dalescope.model.network.inputs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.random.CounterRandom.Stream;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Factor;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.curation.PerturbedTrials;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.HiddenUnitInputs;
import org.dalescope.model.settings.InputSettings;

/**
 * The assignment of input channels to units. It depends on the session, the training trials and the settings, not on
 * the seed of the fit; random shares depend on the ids of neurons and not on their order.
 *
 * @param channels names of the channels
 * @param drives whether a channel drives a unit, {@code [unit][channel]}
 * @param signs the sign of all weights of a channel, 1 or -1; 0 if its weights may have both signs
 * @param isRestricted whether anything is ruled out or has a given sign
 * @param fields receptive fields; empty if no rule needs them
 * @param fieldOfUnit the level of every unit's receptive field, NaN for none; empty if no rule needs them
 * @param findings rules without effect, and channels that drive nothing
 */
public record InputAssignment(
        List<String> channels,
        boolean[] drives,
        int[] signs,
        boolean isRestricted,
        Optional<ReceptiveFields> fields,
        double[] fieldOfUnit,
        List<Finding> findings) {
    /** Counters of a channel's generator at which those of hidden units begin. */
    private static final long HIDDEN = 1L << 40;

    public InputAssignment {
        drives = drives.clone();
        signs = signs.clone();
        fieldOfUnit = fieldOfUnit.clone();
    }

    @Override
    public boolean[] drives() {
        return drives.clone();
    }

    @Override
    public int[] signs() {
        return signs.clone();
    }

    @Override
    public double[] fieldOfUnit() {
        return fieldOfUnit.clone();
    }

    /** Whether a channel drives a unit. */
    public boolean drives(int unit, int channel) {
        return drives[unit * channels.size() + channel];
    }

    /**
     * The assignment for a session.
     *
     * @param training positions of the training trials, from which receptive fields are computed
     * @param perturbed perturbed trials; if the fit learns from them, their input drives only its target
     * @throws InputError if the settings name something that the session does not have, or contradict each other
     */
    public static InputAssignment of(
            Session session,
            Mask mask,
            int[] training,
            UnitMap units,
            InputSettings settings,
            PerturbedTrials perturbed) {
        List<Finding> findings = new ArrayList<>();
        List<InputRule> rules =
                InputRules.parse(settings.rules()).with(perturbed).of(session.channels(), findings);
        boolean needsFields = rules.stream().anyMatch(InputRule.Field.class::isInstance);
        Optional<ReceptiveFields> fields =
                needsFields ? Optional.of(ReceptiveFields.of(session, mask, training, settings)) : Optional.empty();
        Builder builder = new Builder(session, training, units, settings, fields);
        int[] signs = new int[session.channels().size()];
        if (perturbed.learned()) {
            signs[signs.length - 1] = perturbed.effect().sign();
        }
        boolean[] drives = new boolean[units.units() * session.channels().size()];
        for (int channel = 0; channel < session.channels().size(); channel++) {
            builder.put(channel, rules.get(channel), signs[channel] != 0, drives);
        }
        findings.addAll(idle(session, units, rules, drives));
        findings.addAll(unused(settings, rules, units));
        boolean restricted =
                perturbed.learned() || IntStream.range(0, drives.length).anyMatch(i -> !drives[i]);
        return new InputAssignment(
                session.channels().stream().map(Channel::name).toList(),
                drives,
                signs,
                restricted,
                fields,
                builder.fieldOfUnit,
                List.copyOf(findings));
    }

    /** Settings that were changed but have no effect with these rules. */
    private static List<Finding> unused(InputSettings settings, List<InputRule> rules, UnitMap units) {
        InputSettings defaults = Configuration.defaults().network().inputs();
        boolean hidden = units.units() > units.recorded();
        boolean fields = rules.stream().anyMatch(InputRule.Field.class::isInstance);
        boolean drawn = rules.stream().anyMatch(InputRule.Share.class::isInstance) || (fields && hidden);
        List<Finding> unused = new ArrayList<>();
        if (!drawn && settings.seed() != defaults.seed()) {
            unused.add(withoutEffect("network.inputs.seed", "nothing is drawn at random"));
        }
        if (!hidden && settings.hidden() != defaults.hidden()) {
            unused.add(withoutEffect("network.inputs.hidden", "the network has no hidden units"));
        }
        if (!fields && !settings.fields().equals(defaults.fields())) {
            unused.add(withoutEffect(FieldCorrections.KEY, "no input has the rule 'field'"));
        }
        return unused;
    }

    private static Finding withoutEffect(String key, String reason) {
        return Finding.warning("no-effect", "Setting " + key + " has no effect: " + reason + ".");
    }

    /** The channels that a rule other than 'none' leaves without any unit. */
    private static List<Finding> idle(Session session, UnitMap units, List<InputRule> rules, boolean[] drives) {
        int width = session.channels().size();
        List<String> names = IntStream.range(0, width)
                .filter(channel -> !(rules.get(channel) instanceof InputRule.Nobody))
                .filter(channel -> IntStream.range(0, units.units()).noneMatch(unit -> drives[unit * width + channel]))
                .mapToObj(channel -> session.channels().get(channel).name())
                .toList();
        return names.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        "input-without-units",
                        "No unit meets the rule of these inputs in " + InputRule.KEY + ", so they drive nothing: "
                                + String.join(", ", names) + "."));
    }

    /** Applies the rules of one session's channels to units. */
    private static final class Builder {
        private final Session session;
        private final int[] training;
        private final UnitMap units;
        private final InputSettings settings;
        /** The session's neuron of every unit; -1 for a hidden unit. */
        private final int[] neuronOfUnit;

        private final double[] fieldOfUnit;

        Builder(
                Session session,
                int[] training,
                UnitMap units,
                InputSettings settings,
                Optional<ReceptiveFields> fields) {
            this.session = session;
            this.training = training;
            this.units = units;
            this.settings = settings;
            this.neuronOfUnit = units.neuronOfUnit();
            this.fieldOfUnit = fields.map(this::fieldOfUnit).orElseGet(() -> new double[0]);
        }

        private double[] fieldOfUnit(ReceptiveFields fields) {
            // In the order of ids, so that the order in the file does not matter.
            double[] recorded = IntStream.range(0, session.neurons().size())
                    .filter(n -> session.neurons().get(n).type() == NeuronType.EXCITATORY)
                    .mapToObj(fields.fields()::get)
                    .filter(field -> !Double.isNaN(field.level()))
                    .sorted(Comparator.comparingInt(ReceptiveFields.FieldOfNeuron::neuron))
                    .mapToDouble(ReceptiveFields.FieldOfNeuron::level)
                    .toArray();
            double[] of = new double[units.units()];
            for (int unit = 0; unit < of.length; unit++) {
                if (neuronOfUnit[unit] >= 0) {
                    of[unit] = fields.fields().get(neuronOfUnit[unit]).level();
                } else {
                    boolean drawn = units.isExcitatory(unit) && recorded.length > 0;
                    double at = random("receptive fields").uniform(HIDDEN + unit);
                    of[unit] = drawn ? recorded[(int) (at * recorded.length)] : Double.NaN;
                }
            }
            return of;
        }

        private CounterRandom random(String name) {
            return CounterRandom.of(settings.seed(), Stream.INPUT_RULES).at(name.hashCode());
        }

        /**
         * @param perturbation whether the channel is a learned perturbation, which has its target whatever reaches hidden
         *     units otherwise
         */
        void put(int channel, InputRule rule, boolean perturbation, boolean[] drives) {
            int width = session.channels().size();
            double place = rule instanceof InputRule.Field ? place(channel) : Double.NaN;
            if (rule instanceof InputRule.Neurons neurons) {
                known(neurons);
            }
            for (int unit = 0; unit < units.units(); unit++) {
                boolean hidden = neuronOfUnit[unit] < 0;
                boolean ownRule = !hidden || perturbation || settings.hidden() == HiddenUnitInputs.LIKE_RECORDED;
                drives[unit * width + channel] = ownRule
                        ? isDriven(unit, channel, rule, place)
                        : settings.hidden() == HiddenUnitInputs.ALL && !(rule instanceof InputRule.Nobody);
            }
        }

        private boolean isDriven(int unit, int channel, InputRule rule, double place) {
            int neuron = neuronOfUnit[unit];
            return switch (rule) {
                case InputRule.Everyone _ -> true;
                case InputRule.Nobody _ -> false;
                case InputRule.OfType ofType -> units.type(unit) == ofType.type();
                case InputRule.Field _ -> units.isExcitatory(unit) && fieldOfUnit[unit] == place;
                case InputRule.Share share ->
                    random(session.channels().get(channel).name()).uniform(neuron < 0 ? HIDDEN + unit : id(neuron))
                            < share.share();
                case InputRule.Neurons neurons -> neuron >= 0 && neurons.ids().contains(id(neuron));
            };
        }

        private int id(int neuron) {
            return session.neurons().get(neuron).id();
        }

        private void known(InputRule.Neurons rule) {
            int[] ids = session.neurons().stream().mapToInt(Neuron::id).toArray();
            rule.ids().firstWithout(ids).ifPresent(text -> {
                throw new InputError(
                        "Setting " + InputRule.KEY + " names neuron " + text + ", which the session does not have.");
            });
        }

        /**
         * The place that a channel belongs to: the only level of the factor in whose training trials the channel is
         * ever active; NaN for a channel that is never active.
         */
        private double place(int channel) {
            Factor factor = session.factor(settings.fieldFactor()).orElseThrow();
            double[] places = IntStream.of(training)
                    .filter(trial -> isActive(trial, channel))
                    .mapToDouble(trial -> factor.values()[trial])
                    .distinct()
                    .toArray();
            if (places.length > 1 || (places.length == 1 && !factor.applies(places[0]))) {
                throw new InputError("Setting " + InputRule.KEY + " gives the input '"
                        + session.channels().get(channel).name()
                        + "' the rule 'field', but it is not active in the trials of just one level of '"
                        + factor.name()
                        + "': the rule is for inputs that belong to one place.");
            }
            return places.length == 0 ? Double.NaN : places[0];
        }

        private boolean isActive(int trial, int channel) {
            return session.onset(trial, new int[] {channel}) >= 0;
        }
    }
}
