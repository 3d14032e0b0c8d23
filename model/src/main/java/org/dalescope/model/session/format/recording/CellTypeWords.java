package org.dalescope.model.session.format.recording;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dalescope.model.session.CellTypeChoice;

/** Translates the words that files use for cell types. */
final class CellTypeWords {
    /**
     * Usual names of a column of cell types, the most specific first; compared without case, spaces and underscores.
     */
    static final List<String> COLUMNS = List.of(
            "celltype",
            "putativecelltype",
            "neurontype",
            "putativeneurontype",
            "putativetype",
            "cellclass",
            "neuronclass",
            "celltypelabel",
            "eitype",
            "eiclass",
            "ei",
            "waveformclass",
            "waveformtype",
            "waveformlabel",
            "spikewidthclass",
            "unittype",
            "unitclass",
            "type");

    private static final Set<String> SURELY_EXCITATORY = Set.of(
            "e", "exc", "excit", "excitatory", "pyr", "pyramidal", "pyramid", "glut", "glutamatergic", "principal");
    private static final Set<String> SURELY_INHIBITORY = Set.of(
            "i",
            "inh",
            "inhib",
            "inhibitory",
            "int",
            "interneuron",
            "interneurons",
            "gaba",
            "gabaergic",
            "pv",
            "pvalb",
            "sst",
            "som",
            "vip",
            "msn",
            "spn",
            "basket");
    private static final Set<String> LIKELY_EXCITATORY =
            Set.of("rs", "regular", "regularspiking", "wide", "broad", "bs", "broadspiking", "widespiking", "pc");
    private static final Set<String> LIKELY_INHIBITORY =
            Set.of("fs", "fsi", "fast", "fastspiking", "narrow", "ns", "narrowspiking", "thin", "in");
    private static final Set<String> DOUBT = Set.of("non", "not", "no", "un", "unknown", "unclassified", "unsure");

    private CellTypeWords() {}

    /** The cell type that a text from a file means; a word such as "interneuron" outweighs one such as "wide". */
    static CellTypeChoice meaning(String text) {
        List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.stream().anyMatch(DOUBT::contains)) {
            return CellTypeChoice.UNKNOWN;
        }
        CellTypeChoice sure = classify(words, SURELY_EXCITATORY, SURELY_INHIBITORY);
        return sure == CellTypeChoice.UNKNOWN ? classify(words, LIKELY_EXCITATORY, LIKELY_INHIBITORY) : sure;
    }

    /** A column's name in the form of {@link #COLUMNS}. */
    static String plain(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static CellTypeChoice classify(List<String> words, Set<String> excitatory, Set<String> inhibitory) {
        boolean e = words.stream().anyMatch(excitatory::contains);
        boolean i = words.stream().anyMatch(inhibitory::contains);
        if (e == i) {
            return CellTypeChoice.UNKNOWN;
        }
        return e ? CellTypeChoice.EXCITATORY : CellTypeChoice.INHIBITORY;
    }
}
