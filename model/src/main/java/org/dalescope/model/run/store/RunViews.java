package org.dalescope.model.run.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.scoring.PsthCorrelation;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.TimeAxis;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.session.split.Condition;
import org.dalescope.model.training.Fit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file {@code views.npz} of a run folder: what is needed to show a finished run even if its session is not
 * available.
 *
 * @param conditions names; "all trials" first
 * @param data PSTH of the data on the validation trials per condition
 * @param model PSTH of the best network per condition, {@code [bin][neuron]}
 * @param tauMs per epoch and unit
 * @param trials data of single validation trials
 * @param alignedTo name of the event at 0 ms; empty for runs of earlier versions
 */
public record RunViews(
        double[] timeMs,
        List<String> conditions,
        int[] neuronIds,
        List<NeuronType> types,
        List<Psth> data,
        List<double[]> model,
        List<double[]> tauMs,
        int excitatoryUnits,
        Trials trials,
        String alignedTo) {
    private static final String NAMES = "views.json";

    /** The types of the network's units, in their order: E, I, unknown. */
    public List<NeuronType> unitTypes(int units) {
        int unknown = (int) types.stream().filter(NeuronType.UNKNOWN::equals).count();
        return IntStream.range(0, units)
                .mapToObj(unit -> unit < excitatoryUnits
                        ? NeuronType.EXCITATORY
                        : unit < units - unknown ? NeuronType.INHIBITORY : NeuronType.UNKNOWN)
                .toList();
    }

    /**
     * The names of the network's units: that of its neuron, such as "n3", or "hidden". The order is recorded E, hidden
     * E, recorded I, hidden I, unknown; recorded units are in the session's order.
     */
    public List<String> unitNames(int units) {
        List<String> names = new ArrayList<>(Collections.nCopies(units, "hidden"));
        List<NeuronType> ofUnits = unitTypes(units);
        for (int i = 0; i < neuronIds.length; i++) {
            NeuronType own = types.get(i);
            int before = (int) types.subList(0, i).stream().filter(own::equals).count();
            int unit = ofUnits.indexOf(own) + before;
            if (ofUnits.contains(own) && unit < units) {
                names.set(unit, "n" + neuronIds[i]);
            }
        }
        return names;
    }

    /** The types of the units whose time constants are in {@link #tauMs}. */
    public List<NeuronType> unitTypes() {
        return unitTypes(tauMs.isEmpty() ? 0 : tauMs.getFirst().length);
    }

    /** The correlation with the data's PSTH of all validation trials, as psth_r defines it. */
    public PsthCorrelation correlation() {
        return PsthCorrelation.with(data.getFirst(), ScoreKind.PSTH_R, TimeAxis.binMsOf(timeMs));
    }

    /**
     * The data of single trials, averaged over neurons.
     *
     * @param ids of the trials
     * @param rates mean rate of the recorded neurons, {@code [trial][bin]}, sp/s; NaN if the bin is not used
     */
    public record Trials(int[] ids, List<double[]> rates) {
        /** The value for runs of earlier versions. */
        public static final Trials NONE = new Trials(new int[0], List.of());

        static Trials of(Session session, Mask mask, int[] ids) {
            List<double[]> rates = new ArrayList<>();
            for (int trial : session.positions(ids)) {
                double[] row = new double[session.bins()];
                for (int bin = 0; bin < row.length; bin++) {
                    row[bin] = mask.isValid(trial, bin) ? mean(session, trial, bin) : Double.NaN;
                }
                rates.add(row);
            }
            return new Trials(ids, List.copyOf(rates));
        }

        private static double mean(Session session, int trial, int bin) {
            double sum = 0;
            for (int neuron = 0; neuron < session.neurons().size(); neuron++) {
                sum += session.rate(trial, bin, neuron);
            }
            return sum / session.neurons().size();
        }
    }

    /** The views of a fit before its first epoch, with the data only. */
    public static RunViews before(Fit fit) {
        Session session = fit.session();
        List<Condition> conditions = Condition.of(session, fit.split().validation());
        List<Psth> data = conditions.stream()
                .map(c -> Psth.of(session, fit.mask(), c.trialIds()))
                .toList();
        return new RunViews(
                session.time().centresMs(),
                conditions.stream().map(Condition::name).toList(),
                session.neurons().stream().mapToInt(n -> n.id()).toArray(),
                session.neurons().stream().map(n -> n.type()).toList(),
                data,
                List.of(),
                List.of(),
                fit.parameterisation().spec().units().excitatory(),
                Trials.of(session, fit.mask(), fit.split().validation()),
                session.time().event());
    }

    /** The views with the results of a fit. */
    public RunViews with(List<double[]> modelPsths, List<double[]> tauByEpoch) {
        return new RunViews(
                timeMs, conditions, neuronIds, types, data, modelPsths, tauByEpoch, excitatoryUnits, trials, alignedTo);
    }

    public void write(RunFolder run) {
        List<NamedArray> arrays = new ArrayList<>();
        arrays.add(NamedArray.of("time_ms", timeMs));
        arrays.add(NamedArray.of("neuron_ids", neuronIds));
        arrays.add(Checkpoint.table("data_psth", data.stream().map(Psth::mean).toList()));
        arrays.add(Checkpoint.table(
                "data_standard_error", data.stream().map(Psth::standardError).toList()));
        arrays.add(Checkpoint.table(
                "data_trials", data.stream().map(p -> wide(p.trials())).toList()));
        arrays.add(Checkpoint.table("model_psth", model));
        arrays.add(Checkpoint.table("tau_ms", tauMs));
        arrays.add(NamedArray.of("trial_ids", trials.ids()));
        arrays.add(Checkpoint.table("trial_rates", trials.rates()));
        Names names = new Names(conditions, types, excitatoryUnits, alignedTo);
        String json = JsonMapper.builder().build().writeValueAsString(names);
        NpzFile.writeInside(run.viewsNpz(), arrays, Map.of(NAMES, json));
    }

    /**
     * Reads the views.
     *
     * @throws InputError if there are none or they are damaged
     */
    public static RunViews read(RunFolder run) {
        try {
            NpzFile.Content content = NpzFile.read(run.viewsNpz());
            Names names = JsonMapper.builder().build().readValue(content.texts().getOrDefault(NAMES, ""), Names.class);
            double[] time = content.array("time_ms").doubles();
            int[] ids = content.array("neuron_ids").ints();
            List<double[]> means = Checkpoint.rows(content.array("data_psth"));
            List<double[]> errors = Checkpoint.rows(content.array("data_standard_error"));
            List<double[]> trials = Checkpoint.rows(content.array("data_trials"));
            List<Psth> data = new ArrayList<>();
            for (int i = 0; i < means.size(); i++) {
                int[] counts =
                        Arrays.stream(trials.get(i)).mapToInt(d -> (int) d).toArray();
                data.add(new Psth(time.length, ids.length, means.get(i), errors.get(i), counts));
            }
            return new RunViews(
                    time,
                    names.conditions(),
                    ids,
                    names.types(),
                    List.copyOf(data),
                    Checkpoint.rows(content.array("model_psth")),
                    Checkpoint.rows(content.array("tau_ms")),
                    names.excitatoryUnits(),
                    trials(content),
                    Objects.requireNonNullElse(names.alignedTo(), ""));
        } catch (IOException | JacksonException | IndexOutOfBoundsException e) {
            throw UnreadableRunReason.of(
                    run.viewsNpz(),
                    run.viewsNpz() + " cannot be read (" + e.getMessage() + "). Evaluate the run again.",
                    e);
        }
    }

    private static Trials trials(NpzFile.Content content) throws IOException {
        return content.arrays().containsKey("trial_ids")
                ? new Trials(content.array("trial_ids").ints(), Checkpoint.rows(content.array("trial_rates")))
                : Trials.NONE;
    }

    private record Names(
            List<String> conditions,
            List<NeuronType> types,
            int excitatoryUnits,
            @Nullable String alignedTo) {}

    private static double[] wide(int[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }
}
