package org.dalescope.model.run.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dalescope.model.analysis.core.AnalysisFiles;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.common.io.MatFileWriter;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.run.store.RunDescription;

/** Writes the export of a run atomically, with a README and a script that loads it. */
public final class RunExport {
    private RunExport() {}

    /**
     * Writes the export.
     *
     * @param out a file for npz and mat, a folder for csv
     * @throws InputError if the path exists
     */
    public static void write(ExportedRun run, ExportFormat format, Path out) {
        checkFree(format, out);
        switch (format) {
            case NPZ -> {
                List<ExportedArray> arrays = arrays(run);
                NpzFile.write(out, arrays.stream().map(ExportedArray::array).toList());
                companions(run, format, out, arrays(arrays), folderOf(out));
            }
            case MAT -> {
                List<ExportedArray> arrays = arrays(run);
                AtomicFile.writeChecked(
                        out,
                        part -> MatFileWriter.write(
                                arrays.stream()
                                        .map(ExportedArray::firstAxisFastest)
                                        .toList(),
                                part));
                companions(run, format, out, arrays(arrays), folderOf(out));
            }
            case CSV -> ExportFolder.write(out, folder -> csv(run, out, folder));
        }
    }

    /**
     * Checks that nothing exists at the paths of an export.
     *
     * @throws InputError if one of the paths exists
     */
    public static void checkFree(ExportFormat format, Path out) {
        List<Path> places = new ArrayList<>(List.of(out));
        if (format != ExportFormat.CSV) {
            places.add(folderOf(out).resolve(readme(format, out)));
            snippets(format, out).forEach(s -> places.add(folderOf(out).resolve(s.fileName())));
        }
        for (Path place : places) {
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                throw new InputError(place + " already exists. Give another --out, or remove it first.");
            }
        }
    }

    private static List<LoadingScript> snippets(ExportFormat format, Path out) {
        String file = String.valueOf(out.getFileName());
        return LoadingScript.of(format, file, prefix(format, out), readme(format, out));
    }

    private static String readme(ExportFormat format, Path out) {
        return prefix(format, out) + "README_" + format.key() + ".md";
    }

    /**
     * The prefix of the names of the files next to an export. It comes from the name of the export and has only
     * characters that MATLAB allows in the name of a script.
     */
    private static String prefix(ExportFormat format, Path out) {
        if (format == ExportFormat.CSV) {
            return "";
        }
        String plain = String.valueOf(out.getFileName())
                .replaceFirst("\\.[A-Za-z0-9]+$", "")
                .replaceAll("[^A-Za-z0-9_]", "_");
        return (plain.matches("[A-Za-z].*") ? plain : "run_" + plain) + "_";
    }

    private static void csv(ExportedRun run, Path out, Path folder) throws IOException {
        List<Table> tables = new ArrayList<>(ExportTables.of(run));
        tables.addAll(ActivityTables.of(run));
        for (Table table : tables) {
            Files.writeString(folder.resolve(table.name() + ".csv"), AnalysisFiles.csv(table));
        }
        String lines = tables.stream()
                .map(t -> "| `" + t.name() + ".csv` | " + t.rows() + " | " + t.caption() + " |")
                .collect(Collectors.joining("\n"));
        companions(run, ExportFormat.CSV, out, "| file | rows | what |\n|---|---|---|\n" + lines, folder);
    }

    private static List<ExportedArray> arrays(ExportedRun run) {
        List<ExportedArray> arrays = new ArrayList<>(NetworkArrays.of(run));
        arrays.addAll(ActivityArrays.of(run));
        arrays.addAll(RecordArrays.of(run));
        return arrays;
    }

    private static String arrays(List<ExportedArray> arrays) {
        return arrays.stream()
                .map(ExportedArray::line)
                .collect(Collectors.joining(
                        "\n", "| array | shape | axes | unit | what |\n|---|---|---|---|---|\n", ""));
    }

    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }

    private static void companions(ExportedRun run, ExportFormat format, Path out, String contents, Path folder) {
        List<LoadingScript> snippets = snippets(format, out);
        RunDescription d = run.description();
        String scripts = snippets.stream().map(s -> "`" + s.fileName() + "`").collect(Collectors.joining(" and "));
        String readme = "# " + out.getFileName() + "\n\nRun " + run.folder().folder() + " of session " + d.sessionName()
                + " (SHA-256 " + d.sessionSha256() + "), seed " + d.seed() + ", best epoch " + d.bestEpoch()
                + ", Dalescope "
                + d.dalescope() + ". Rates, PSTHs and scores are of the " + run.trialIds().length + " trials of its "
                + run.partition().key() + " partition (split hash " + d.split().hash() + "). Load it with " + scripts
                + ".\nTrials and neurons are joined by id; units, indices and axes count from 0. An axis has the same"
                + " place in"
                + " NumPy and in MATLAB.\n\n" + contents + "\n";
        AtomicFile.write(folder.resolve(readme(format, out)), readme);
        snippets.forEach(snippet -> AtomicFile.write(folder.resolve(snippet.fileName()), snippet.text()));
    }
}
