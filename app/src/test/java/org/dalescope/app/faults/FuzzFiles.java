package org.dalescope.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dalescope.app.SmallNwb;
import org.dalescope.app.cli.CommandLineProgram;
import org.dalescope.model.analysis.perturbation.PerturbationJson;
import org.dalescope.model.analysis.perturbation.PerturbationText;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.common.io.Preferences;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.engine.libtorch.store.LibtorchFolder;
import org.dalescope.model.library.RunNotes;
import org.dalescope.model.run.execution.FitRequest;
import org.dalescope.model.run.execution.FitRun;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.ConversionFormat;
import org.dalescope.model.session.files.SessionConversion;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.MappingJson;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.session.split.SplitFile;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationJson;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;

/** One good file of every kind that Dalescope reads. */
record FuzzFiles(Path folder, Session session) {
    /** Written by MATLAB, NumPy and h5py for the tests of the model. */
    private static final Path WRITTEN_ELSEWHERE = Path.of("..", "model", "src", "test", "resources");

    /** Makes them all. */
    static FuzzFiles make(Path folder) throws IOException {
        Session made = SyntheticSession.of(new SyntheticSettings(3, 1, 80, 12, 25, 0, 7));
        SessionConversion.convert(made, ConversionFormat.DALESCOPE, folder.resolve("good.dalescope"));
        FuzzFiles files = new FuzzFiles(folder, SessionFiles.open(folder.resolve("good.dalescope")));
        SessionConversion.convert(made, ConversionFormat.NPZ, folder.resolve("good.npz"));
        SessionConversion.convert(made, ConversionFormat.MAT, folder.resolve("good.mat"));
        nwb(folder.resolve("good.nwb"));
        for (String name : List.of(
                "containers/counts.npz",
                "containers/counts.mat",
                "containers/counts_z.mat",
                "containers/counts73.mat",
                "containers/trials.mat",
                "containers/plain.h5",
                "nwb/small.nwb")) {
            Path from = WRITTEN_ELSEWHERE.resolve(name);
            Files.copy(from, folder.resolve(String.valueOf(from.getFileName())));
        }
        unpack(folder.resolve("counts.npz"), Files.createDirectory(folder.resolve("arrays")));
        files.sorted();
        files.mapping("counts.npz", "arrays.json");
        files.mapping("small.nwb", "nwb.json");
        files.settings();
        files.fits();
        return files;
    }

    Path at(String name) {
        return folder.resolve(name);
    }

    RunFolder run() {
        return new RunFolder(at("runs/run"));
    }

    /** A folder of Kilosort with everything that is read, and a table with a row per spike. */
    private void sorted() throws IOException {
        int spikes = 2000;
        int[] times = new int[spikes];
        int[] clusters = new int[spikes];
        float[] templates = new float[4 * 30 * 3];
        for (int i = 0; i < spikes; i++) {
            times[i] = 700 * i + 11;
            clusters[i] = i * i % 4;
        }
        for (int template = 0; template < 4; template++) {
            templates[(template * 30 + 10) * 3 + template % 3] = -1;
            templates[(template * 30 + 14 + 3 * template) * 3 + template % 3] = 0.5f;
        }
        Path npz = at("sorted.npz");
        NpzFile.write(
                npz,
                List.of(
                        NamedArray.of("spike_times", times),
                        NamedArray.of("spike_clusters", clusters),
                        NamedArray.of("spike_templates", clusters),
                        NamedArray.of("templates", templates, 4, 30, 3)));
        Path folderOfSpikes = Files.createDirectory(at("sorted"));
        unpack(npz, folderOfSpikes);
        Files.writeString(folderOfSpikes.resolve("params.py"), "n_channels_dat = 3\nsample_rate = 30000.\n");
        Files.writeString(
                folderOfSpikes.resolve("cluster_group.tsv"), "cluster_id\tgroup\n0\tgood\n1\tgood\n2\tmua\n3\tgood\n");
        StringBuilder trials = new StringBuilder("start_time,cue_time,stop_time,side\n");
        StringBuilder table = new StringBuilder("trial,unit,time_ms,side\n");
        for (int trial = 0; trial < 20; trial++) {
            String side = trial % 2 == 0 ? "left" : "right";
            double start = 1 + 2.1 * trial;
            trials.append(start + "," + (start + 0.5) + "," + (start + 2) + "," + side + "\n");
            for (int spike = 0; spike < 30; spike++) {
                table.append(trial + "," + spike % 3 + "," + (20 * spike + trial) + "," + side + "\n");
            }
        }
        Files.writeString(folderOfSpikes.resolve("trials.csv"), trials);
        Files.writeString(at("spikes.csv"), table);
    }

    private void settings() throws IOException {
        Configuration configuration = configuration();
        Files.writeString(
                at("config.json"), ConfigurationJson.write(configuration).toPrettyString());
        Files.writeString(at("plan.json"), """
                {"name": "tiny", "settings": {"training": {"epochs": 1}}, "seeds": [1, 2],
                 "arms": [{"name": "l2", "settings": {"loss": {"l2": 0.1}}}, {"name": "two", "grid": {"loss.l2": [0.3, 0.2]}}]}""");
        Files.writeString(
                at("perturbation.json"),
                PerturbationJson.of(PerturbationText.of("silence I 0.5; cut E->I 0; lesion go_signal; window 300:600"))
                        .toPrettyString());
        SplitFile.write(at("split.json"), Fit.defaultSplit(session, configuration), session);
        Files.createDirectories(at(".dalescope"));
        Files.writeString(
                at(".dalescope/window.json"),
                "{\"tab\": \"tab-fit\", \"dividers\": [0.2, 0.7], \"recent\": [\"/a\"], \"configuration\": {\"preset\": \"default\"}}");
        new Preferences(at("preferences.json")).libtorch(Optional.of(folder));
        Files.createDirectories(at("slurm"));
        Files.writeString(
                at("slurm/tasks-0.json"),
                "{\"engine\": \"fused\", \"device\": \"cpu\", \"tasks\": [{\"session\": \"s\", \"arm\": \"base\", \"seed\": 1}]}");
        libtorch(at("libtorch.zip"));
    }

    private void fits() throws IOException {
        Configuration configuration = configuration();
        Split split = Fit.defaultSplit(session, configuration);
        try (RecurrentEngine engine = new FusedEngine(1)) {
            FitRun.start(
                            new FitRequest(
                                    session, split, configuration, 1, "default", at("runs/run"), "dalescope fit"),
                            engine)
                    .run(engine, new FitControl(), snapshot -> {});
        }
        new RunNotes(List.of("good", "figure 2"), "A note.", true).write(run());
        String[] suite = {
            "suite",
            at("plan.json").toString(),
            "--session",
            at("good.dalescope").toString(),
            "--out",
            at("suite").toString()
        };
        StringWriter said = new StringWriter();
        assertEquals(0, CommandLineProgram.run(suite, new PrintWriter(said), new PrintWriter(said)), said::toString);
        Files.writeString(
                at("suite/failures.json"),
                "[{\"session\": \"s\", \"arm\": \"l2\", \"seed\": 2, \"reason\": \"The fit ran away.\"}]");
    }

    private void mapping(String of, String name) {
        MappingJson.write(SessionFiles.open(at(of)).source().mapping().orElseThrow(), at(name));
    }

    private static Configuration configuration() {
        return Configuration.defaults().with("training.epochs", "1");
    }

    private static void unpack(Path npz, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(npz);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.write(folder.resolve(entry.getName()), zip.readAllBytes());
            }
        }
    }

    private static void libtorch(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String library : List.of("torch", "torch_cpu")) {
                zip.putNextEntry(new ZipEntry("libtorch/lib/" + System.mapLibraryName(library)));
                zip.write(new byte[200]);
            }
            zip.putNextEntry(new ZipEntry("libtorch/build-version"));
            zip.write((LibtorchFolder.VERSION + "+cpu\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void nwb(Path file) {
        double[] spikes = new double[300];
        Arrays.setAll(spikes, i -> 0.1 * i);
        SmallNwb.write(file, spikes, 200, 10);
    }
}
