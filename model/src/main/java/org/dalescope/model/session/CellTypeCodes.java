package org.dalescope.model.session;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dalescope.model.session.ArrayMapping.Neurons;

/** The usual codes and words for the cell types of recorded neurons, excitatory and inhibitory. */
public final class CellTypeCodes {
    private static final Set<String> EXCITATORY = Set.of(
            "e",
            "exc",
            "excitatory",
            "pyr",
            "pyramidal",
            "pyramidal cell",
            "principal",
            "rs",
            "regular spiking",
            "bs",
            "broad",
            "broad spiking",
            "broad-spiking",
            "wide",
            "ws",
            "1",
            "1.0",
            "cck-",
            "glutamatergic");
    private static final Set<String> INHIBITORY = Set.of(
            "i",
            "inh",
            "inhibitory",
            "int",
            "interneuron",
            "narrow interneuron",
            "wide interneuron",
            "fs",
            "fast spiking",
            "fast-spiking",
            "ns",
            "narrow",
            "narrow spiking",
            "narrow-spiking",
            "pv",
            "sst",
            "vip",
            "2",
            "gabaergic",
            "-1");

    private CellTypeCodes() {}

    /** The type that a word means under a mapping. */
    public static NeuronType type(String word, Neurons said) {
        if (said.excitatory().isEmpty() && said.inhibitory().isEmpty()) {
            String lower = word.toLowerCase(Locale.ROOT);
            return EXCITATORY.contains(lower)
                    ? NeuronType.EXCITATORY
                    : INHIBITORY.contains(lower) ? NeuronType.INHIBITORY : said.others();
        }
        if (said.excitatory().contains(word)) {
            return NeuronType.EXCITATORY;
        }
        return said.inhibitory().contains(word) ? NeuronType.INHIBITORY : said.others();
    }

    /** Whether most of the words are known. */
    public static boolean known(List<String> words) {
        long hits = words.stream()
                .map(w -> w.toLowerCase(Locale.ROOT))
                .filter(w -> EXCITATORY.contains(w) || INHIBITORY.contains(w))
                .count();
        return !words.isEmpty() && 2 * hits > words.size();
    }
}
