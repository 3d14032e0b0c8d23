package org.dalescope.app.ui.restore;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.dalescope.model.common.UserError;
import org.dalescope.model.common.io.AtomicFile;

/**
 * The log of the window: {@code .dalescope/log/dalescope-0.log} in the library is the newest of five files of at most 1
 * MB.
 */
public final class WindowLog implements AutoCloseable {
    private static final int MOST_BYTES = 1 << 20;
    private static final int FILES = 5;
    private final Path folder;
    private final Logger logger = Logger.getAnonymousLogger();
    private final Optional<FileHandler> handler;
    private final Optional<String> problem;

    /** Opens the log of a library; if it cannot be written, {@link #problem} says so and nothing is logged. */
    public WindowLog(Path library) {
        this.folder = library.resolve(".dalescope").resolve("log");
        logger.setUseParentHandlers(false);
        Optional<FileHandler> opened = Optional.empty();
        Optional<String> why = Optional.empty();
        try {
            AtomicFile.folder(folder);
            String pattern = folder.toString().replace("%", "%%") + "/dalescope-%g.log";
            opened = Optional.of(new FileHandler(pattern, MOST_BYTES, FILES, true));
        } catch (IOException | UserError e) {
            why = Optional.of(
                    "No log is written, because %s is not writable: check the folder's permissions.".formatted(folder));
        }
        this.handler = opened;
        this.problem = why;
        opened.ifPresent(file -> {
            file.setFormatter(new Lines());
            logger.addHandler(file);
        });
    }

    /** Why there is no log; empty if there is one. */
    public Optional<String> problem() {
        return problem;
    }

    /** The folder of the log files. */
    public Path folder() {
        return folder;
    }

    /** Logs an event in one line. */
    public void log(String what) {
        logger.info(what);
    }

    /** Logs an exception. */
    public void log(Throwable thrown) {
        logger.log(Level.SEVERE, Optional.ofNullable(thrown.getMessage()).orElse("no message"), thrown);
    }

    @Override
    public void close() {
        handler.ifPresent(FileHandler::close);
    }

    private static final class Lines extends Formatter {
        @Override
        public String format(LogRecord record) {
            StringWriter text = new StringWriter();
            PrintWriter out = new PrintWriter(text);
            out.printf("%s %s %s%n", Instant.ofEpochMilli(record.getMillis()), record.getLevel(), record.getMessage());
            Optional.ofNullable(record.getThrown()).ifPresent(thrown -> thrown.printStackTrace(out));
            return text.toString();
        }
    }
}
