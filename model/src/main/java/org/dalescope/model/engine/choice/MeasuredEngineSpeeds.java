package org.dalescope.model.engine.choice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.engine.Workload;
import org.dalescope.model.engine.libtorch.TorchRuntime;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stored step times of engines on this machine, a small JSON file in the cache folder, so that each size is
 * measured only once.
 */
record MeasuredEngineSpeeds(Path file) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static MeasuredEngineSpeeds standard() {
        return new MeasuredEngineSpeeds(TorchRuntime.cacheFolder().resolve("engine-times.json"));
    }

    /** The time of a step, ms. */
    Optional<Double> millis(String engine, Workload size) {
        return Optional.ofNullable(read().path(key(engine, size)))
                .filter(node -> node.isNumber())
                .map(node -> node.doubleValue());
    }

    /** Stores the time of a step. A cache file that cannot be written is ignored; the time is then measured again. */
    void remember(String engine, Workload size, double ms) {
        ObjectNode all = read();
        all.put(key(engine, size), ms);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all));
        } catch (IOException | RuntimeException unwritable) {
            return;
        }
    }

    private ObjectNode read() {
        try {
            if (Files.exists(file) && JSON.readTree(file) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException damaged) {
            return JSON.createObjectNode();
        }
        return JSON.createObjectNode();
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "this machine";
        }
    }

    /** The key of an entry. It contains the machine, because machines of a cluster may share the folder. */
    private static String key(String engine, Workload size) {
        String name = machine();
        int cores = Runtime.getRuntime().availableProcessors();
        return String.format(Locale.ROOT, "%s, %d cores, %s, %s", name, cores, engine, size);
    }
}
