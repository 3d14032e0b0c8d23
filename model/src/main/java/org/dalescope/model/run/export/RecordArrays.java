package org.dalescope.model.run.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.run.store.HistoryCsv;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.ScoreKind;

/** The arrays of scores, history and split in a run's export, and the origin of the run. */
final class RecordArrays {
    /** The columns of the table of scores. */
    static final List<String> SCORE_COLUMNS = List.of(
            "value",
            "e",
            "i",
            "ceiling_training_psth",
            "ceiling_split_half",
            "normalised",
            "standard_error",
            "neuron_spread",
            "unscorable_neurons");

    private RecordArrays() {}

    static List<ExportedArray> of(ExportedRun run) {
        List<ExportedArray> arrays = new ArrayList<>(scores(run));
        arrays.add(words("history_columns", HistoryCsv.columns(), "column", "columns of history.csv"));
        double[] history = run.history().stream()
                .flatMapToDouble(epoch -> Arrays.stream(HistoryCsv.values(epoch)))
                .toArray();
        int columns = HistoryCsv.columns().size();
        arrays.add(new ExportedArray(
                NamedArray.of("history", history, run.history().size(), columns),
                "epoch, column",
                "",
                "a row per epoch; NaN if not defined"));
        RunDescription.SplitText split = run.description().split();
        arrays.add(ids("split_train", split.train()));
        arrays.add(ids("split_validation", split.validation()));
        arrays.add(ids("split_test", split.test()));
        arrays.add(words("split_hash", List.of(split.hash()), "", "SHA-256 of the split"));
        arrays.add(words("partition", List.of(run.partition().key()), "", "the exported partition"));
        arrays.add(words(
                "run_json", List.of(text(run.folder().runJson())), "", "versions, seed, session, split, metrics"));
        arrays.add(words("config_json", List.of(text(run.folder().configJson())), "", "every setting"));
        return List.copyOf(arrays);
    }

    private static List<ExportedArray> scores(ExportedRun run) {
        List<Score> scores = run.evaluation().scores();
        double[] values =
                scores.stream().flatMapToDouble(s -> Arrays.stream(columns(s))).toArray();
        int neurons = run.session().neurons().size();
        return List.of(
                words(
                        "score_names",
                        scores.stream().map(s -> s.kind().key()).toList(),
                        "score",
                        "scores on the partition"),
                words(
                        "score_definitions",
                        scores.stream()
                                .map(Score::kind)
                                .map(ScoreKind::definition)
                                .toList(),
                        "score",
                        "definition of each score"),
                words("score_columns", SCORE_COLUMNS, "score column", "standard_error: jackknife over trials"),
                new ExportedArray(
                        NamedArray.of("scores", values, scores.size(), SCORE_COLUMNS.size()),
                        "score, score column",
                        "",
                        "NaN if not defined"),
                new ExportedArray(
                        NamedArray.of("score_per_neuron", perNeuron(run, scores, false), scores.size(), neurons),
                        "score, neuron",
                        "",
                        "r of each neuron"),
                new ExportedArray(
                        NamedArray.of("score_ceiling_per_neuron", perNeuron(run, scores, true), scores.size(), neurons),
                        "score, neuron",
                        "",
                        "its split-half ceiling"));
    }

    /** The numbers of a score in the order of {@link #SCORE_COLUMNS}. */
    static double[] columns(Score s) {
        return new double[] {
            s.value(),
            s.e(),
            s.i(),
            s.ceilingTrainingPsth(),
            s.ceilingSplitHalf(),
            s.normalised(),
            s.standardError(),
            s.neuronSpread(),
            s.unscorableNeurons()
        };
    }

    private static double[] perNeuron(ExportedRun run, List<Score> scores, boolean ceiling) {
        return scores.stream()
                .flatMapToDouble(score -> {
                    Map<Integer, Double> byId = ceiling ? score.ceilingPerNeuron() : score.perNeuron();
                    return run.session().neurons().stream().mapToDouble(n -> byId.getOrDefault(n.id(), Double.NaN));
                })
                .toArray();
    }

    private static ExportedArray ids(String name, int[] ids) {
        return new ExportedArray(NamedArray.of(name, ids), "trial", "", "trial ids of the partition");
    }

    private static ExportedArray words(String name, List<String> words, String axes, String meaning) {
        return new ExportedArray(NamedArray.of(name, words), axes, "", meaning);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new StorageError(file + " cannot be read (" + e.getMessage() + "). Restore it from a copy.", e);
        }
    }
}
