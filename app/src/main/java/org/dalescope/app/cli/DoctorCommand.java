package org.dalescope.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dalescope.model.common.ProgramVersion;
import org.dalescope.model.engine.choice.EngineDiagnosis;
import org.dalescope.model.engine.choice.Gpu;
import org.dalescope.model.engine.libtorch.TorchRuntime;
import org.dalescope.model.engine.libtorch.store.LibtorchChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The {@code dalescope doctor} command, which shows which engines work on this machine. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Shows which engines work on this machine, and why others do not. The exit code is 1 if no"
                + " engine works.")
final class DoctorCommand implements Callable<Integer> {
    private static final double GIB = 1024.0 * 1024 * 1024;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(names = "--libtorch", paramLabel = "FOLDER", description = "Test the libtorch in a folder.")
    private Optional<Path> libtorch = Optional.empty();

    @Override
    public Integer call() {
        // A folder that cannot be loaded is not an error here, because this command reports the cause.
        libtorch.ifPresent(folder ->
                System.setProperty(LibtorchChoice.GIVEN, folder.toAbsolutePath().toString()));
        Console console = Console.of(spec);
        int cores = Runtime.getRuntime().availableProcessors();
        List<EngineDiagnosis> engines = EngineDiagnosis.all(cores);
        SystemLibraries libraries = SystemLibraries.ofThisMachine();
        if (json) {
            console.json(json(engines, libraries, cores));
        } else {
            print(engines, libraries, cores, console);
        }
        return engines.stream().anyMatch(EngineDiagnosis::works) ? CommandLineProgram.DONE : CommandLineProgram.REFUSED;
    }

    private static void print(List<EngineDiagnosis> engines, SystemLibraries libraries, int cores, Console console) {
        console.out()
                .printf(
                        Locale.ROOT,
                        "Dalescope %s, Java %s, %s %s, %d cores, %.1f GiB maximum memory of the program%n",
                        ProgramVersion.CURRENT,
                        System.getProperty("java.version"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        cores,
                        Runtime.getRuntime().maxMemory() / GIB);
        console.out().println("Cached files: " + TorchRuntime.cacheFolder());
        for (EngineDiagnosis engine : engines) {
            line(console, engine.name(), engine.works(), engine.text());
        }
        List<Gpu> gpus = gpus();
        gpus.forEach(gpu -> line(
                console,
                "GPU",
                engines.getLast().works(),
                gpu.name() + ", " + gpu.memory() + ", driver " + gpu.driver() + "."));
        if (gpus.isEmpty()) {
            line(console, "GPU", false, "nvidia-smi finds no GPU.");
        }
        line(console, "figures", libraries.drawing().isEmpty(), libraries.drawingText());
        line(console, "window", libraries.window().isEmpty(), libraries.windowText());
        console.out().println("--engine auto uses " + taken(engines) + ".");
    }

    private static List<Gpu> gpus() {
        return Gpu.list(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    private static void line(Console console, String name, boolean works, String text) {
        console.out().printf(Locale.ROOT, "  %-18s %-6s %s%n", name, works ? "works" : "NO", text);
    }

    private static String taken(List<EngineDiagnosis> engines) {
        if (!engines.getFirst().works()) {
            return "fused, which does not work here: use --engine tensor";
        }
        return engines.getLast().works()
                ? "fused or CUDA; a short measurement selects the faster one for the size of the fit"
                : engines.getFirst().name();
    }

    private static ObjectNode json(List<EngineDiagnosis> engines, SystemLibraries libraries, int cores) {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.put("dalescope", ProgramVersion.CURRENT);
        root.put("java", System.getProperty("java.version"));
        root.put("cores", cores);
        root.put("cache", TorchRuntime.cacheFolder().toString());
        var list = root.putArray("engines");
        for (EngineDiagnosis engine : engines) {
            list.addObject()
                    .put("name", engine.name())
                    .put("works", engine.works())
                    .put("text", engine.text());
        }
        var gpus = root.putArray("gpus");
        for (Gpu gpu : gpus()) {
            gpus.addObject().put("name", gpu.name()).put("memory", gpu.memory()).put("driver", gpu.driver());
        }
        root.put("figures", libraries.drawingText());
        root.put("window", libraries.windowText());
        return root;
    }
}
