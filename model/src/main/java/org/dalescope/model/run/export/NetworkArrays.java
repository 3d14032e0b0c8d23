package org.dalescope.model.run.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Neuron;

/**
 * The arrays of the fitted network in a run's export, with the names in {@code parameters.npz}, and the identity of its
 * units.
 */
final class NetworkArrays {
    private record Meaning(String axes, String unit, String words) {}

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(
                    "W_rec",
                    new Meaning("to unit, from unit", "", "recurrent weights with sign; a column per sending unit")),
            Map.entry("W_in", new Meaning("to unit, channel", "", "input weights")),
            Map.entry("b", new Meaning("unit", "", "constant input")),
            Map.entry("h0", new Meaning("unit", "", "state in the first bin")),
            Map.entry("gain", new Meaning("unit", "sp/s", "rate = gain softplus(state)")),
            Map.entry("tau", new Meaning("unit", "ms", "time constant")),
            Map.entry("alpha", new Meaning("unit", "", "share of the state replaced per bin")),
            Map.entry("unit_type", new Meaning("unit", "", "+1 E, -1 I, 0 unknown")),
            Map.entry(
                    "recorded_unit", new Meaning("neuron", "", "the unit, counted from 0, that stands for the neuron")),
            Map.entry("neuron_ids", new Meaning("neuron", "", "the neurons' names in the session's file")),
            Map.entry("U1", new Meaning("to unit, rank", "", "factor of W_rec")),
            Map.entry("U2", new Meaning("from unit, rank", "", "factor of W_rec")),
            Map.entry("W_out", new Meaning("target, unit", "per sp/s", "read-out from the E units")),
            Map.entry("b_out", new Meaning("target", "", "read-out's constant")),
            Map.entry("output_targets", new Meaning("target", "", "names of the read-out's signals")),
            Map.entry("input_channel", new Meaning("column of W_in", "", "the channel, counted from 0")),
            Map.entry("input_delay_bins", new Meaning("column of W_in", "bins", "the delay of the channel")),
            Map.entry("input_tau_ms", new Meaning("column of W_in", "ms", "the filter after the delay; 0 is none")),
            Map.entry("embedding_A", new Meaning("dimension, channel", "", "embedding: e = max(0, A u + c)")),
            Map.entry("embedding_c", new Meaning("dimension", "", "embedding's constant")),
            Map.entry("attention_B", new Meaning("head, channel, channel", "", "attention: p = softmax(B u + a)")),
            Map.entry("attention_a", new Meaning("head, channel", "", "attention's constant")),
            Map.entry("attention_V", new Meaning("head, dimension, channel", "", "attention's values: V (p u)")));

    private NetworkArrays() {}

    static List<ExportedArray> of(ExportedRun run) {
        List<ExportedArray> arrays = new ArrayList<>();
        for (NamedArray array : run.parameters().arrays().values()) {
            Meaning meaning = MEANINGS.getOrDefault(array.name(), new Meaning("", "", "as in parameters.npz"));
            arrays.add(new ExportedArray(array, meaning.axes(), meaning.unit(), meaning.words()));
        }
        arrays.add(new ExportedArray(
                NamedArray.of("unit_ids", IntStream.range(0, run.units()).toArray()), "unit", "", "counted from 0"));
        arrays.add(new ExportedArray(
                NamedArray.of("unit_neuron_id", neuronOfUnit(run)),
                "unit",
                "",
                "the neuron that the unit stands for; -1 if the unit is hidden"));
        List<Neuron> neurons = run.session().neurons();
        arrays.add(new ExportedArray(
                NamedArray.of(
                        "neuron_type",
                        neurons.stream()
                                .mapToInt(n -> switch (n.type()) {
                                    case EXCITATORY -> 1;
                                    case INHIBITORY -> -1;
                                    case UNKNOWN -> 0;
                                })
                                .toArray()),
                "neuron",
                "",
                "+1 E, -1 I, 0 unknown"));
        arrays.add(new ExportedArray(
                NamedArray.of("neuron_area", neurons.stream().map(Neuron::area).toList()),
                "neuron",
                "",
                "recorded area"));
        arrays.add(new ExportedArray(
                NamedArray.of(
                        "channel_names",
                        run.session().channels().stream().map(Channel::name).toList()),
                "channel",
                "",
                "the inputs of the session; W_in has a column for each if there is no embedding, and input_channel"
                        + " names the columns if inputs are delayed"));
        return List.copyOf(arrays);
    }

    /** The id of the neuron of every unit; -1 for hidden units. */
    static int[] neuronOfUnit(ExportedRun run) {
        return run.member().network().units().neuronIdOfUnit();
    }
}
