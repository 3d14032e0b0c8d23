package org.dalescope.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.Preferences;
import org.dalescope.model.engine.libtorch.store.LibtorchChoice;
import org.dalescope.model.engine.libtorch.store.LibtorchDownload;
import org.dalescope.model.engine.libtorch.store.LibtorchFolder;
import org.dalescope.model.engine.libtorch.store.LibtorchStore;
import org.dalescope.model.training.FitControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code dalescope libtorch} command, which manages the libtorch versions for a GPU. */
@Command(
        name = "libtorch",
        mixinStandardHelpOptions = true,
        description =
                "Lists, downloads, imports, selects and deletes libtorch versions for a GPU. Nothing is downloaded"
                        + " without --yes.")
final class LibtorchCommand implements Runnable {
    private static final double MB = 1e6;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Give one of: list, use, download, import, delete.");
    }

    @Command(mixinStandardHelpOptions = true, description = "Show the selected libtorch and all stored ones.")
    int list() {
        PrintWriter out = spec.commandLine().getOut();
        LibtorchChoice choice = LibtorchChoice.current();
        out.println("In use, by " + choice.by() + ": "
                + choice.examined()
                        .map(LibtorchFolder::toString)
                        .orElse("libtorch " + LibtorchFolder.VERSION + " (cpu)"));
        LibtorchStore store = LibtorchStore.standard();
        for (String name : store.names()) {
            out.printf(Locale.ROOT, "  %-14s %6.0f MB  %s%n", name, store.bytes(name) / MB, store.of(name));
        }
        out.flush();
        return CommandLineProgram.DONE;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Select the libtorch that is used from now on. 'shipped' selects the one that comes with the"
                    + " program.")
    int use(
            @Parameters(
                            paramLabel = "NAME|FOLDER|shipped",
                            description = "A name from 'dalescope libtorch list', or a" + " folder.")
                    String which) {
        Preferences preferences = Preferences.standard();
        if (which.equals("shipped")) {
            preferences.libtorch(Optional.empty());
            return print("The shipped libtorch is used from now on.");
        }
        LibtorchStore store = LibtorchStore.standard();
        Path folder = store.names().contains(which) ? store.of(which) : Path.of(which);
        LibtorchFolder found = LibtorchFolder.examine(folder);
        preferences.libtorch(Optional.of(folder));
        found.gpuObstacle().ifPresent(why -> print("It cannot use a GPU: " + why + "."));
        return print(found + " is used from now on (" + preferences.file() + ").");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Download a libtorch for CUDA. Without --yes, only the size is shown.")
    int download(@Option(names = "--yes", description = "Confirm the download.") boolean yes) {
        String server =
                Optional.ofNullable(System.getenv("DALESCOPE_LIBTORCH_URL")).orElse(LibtorchDownload.SERVER);
        LibtorchStore store = LibtorchStore.standard();
        LibtorchDownload download = new LibtorchDownload(server, store);
        if (!yes) {
            throw new InputError(String.format(
                    Locale.ROOT,
                    "libtorch %s for CUDA is a download of %.0f MB from %s into %s: add --yes to download it.",
                    LibtorchFolder.VERSION,
                    download.bytes() / MB,
                    server,
                    store.folder()));
        }
        FitControl stop = new FitControl();
        PrintWriter err = spec.commandLine().getErr();
        try (InterruptHandler _ = InterruptHandler.raise(stop)) {
            long[] told = {-1};
            String name = download.fetch(
                    (bytes, all) -> {
                        long percent = all == 0 ? 0 : 100 * bytes / all;
                        if (percent > told[0]) {
                            told[0] = percent;
                            err.printf(Locale.ROOT, "%3d %% of %.0f MB%n", percent, all / MB);
                            err.flush();
                        }
                    },
                    stop::isRaised);
            return print("Downloaded. Select it with: dalescope libtorch use " + name);
        }
    }

    @Command(name = "import", mixinStandardHelpOptions = true, description = "Import a libtorch from another computer.")
    int bring(
            @Parameters(paramLabel = "ZIP|FOLDER", description = "The file from pytorch.org, or an unpacked folder.")
                    Path from) {
        return print("Imported. Select it with: dalescope libtorch use "
                + LibtorchStore.standard().importFrom(from));
    }

    @Command(mixinStandardHelpOptions = true, description = "Delete a downloaded or imported libtorch.")
    int delete(@Parameters(paramLabel = "NAME", description = "A name from 'dalescope libtorch list'.") String name) {
        LibtorchStore store = LibtorchStore.standard();
        Preferences preferences = Preferences.standard();
        if (preferences.libtorch().filter(store.of(name)::equals).isPresent()) {
            preferences.libtorch(Optional.empty());
        }
        store.delete(name);
        return print("Deleted.");
    }

    private int print(String sentence) {
        spec.commandLine().getOut().println(sentence);
        spec.commandLine().getOut().flush();
        return CommandLineProgram.DONE;
    }
}
