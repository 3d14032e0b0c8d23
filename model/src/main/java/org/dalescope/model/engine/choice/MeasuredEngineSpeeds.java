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

/** What was measured on this machine, so that it is measured once per size: a small JSON file among the cached files. */
record MeasuredEngineSpeeds(Path file) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static MeasuredEngineSpeeds standard() {
        return new MeasuredEngineSpeeds(TorchRuntime.cacheFolder().resolve("engine-times.json"));
    }

    /** Time of a step, ms. */
    Optional<Double> millis(String engine, Workload size) {
        return Optional.ofNullable(read().path(key(engine, size)))
                .filter(node -> node.isNumber())
                .map(node -> node.doubleValue());
    }

    /** A cache that cannot be written is no reason to stop: it will be measured again. */
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

    /** The folder may be shared by the machines of a cluster, so the machine is part of the key. */
    private static String key(String engine, Workload size) {
        String name = machine();
        int cores = Runtime.getRuntime().availableProcessors();
        return String.format(Locale.ROOT, "%s, %d cores, %s, %s", name, cores, engine, size);
    }
}
