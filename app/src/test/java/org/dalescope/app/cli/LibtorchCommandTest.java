package org.dalescope.app.cli;

import static org.dalescope.app.cli.Terminal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.dalescope.app.cli.Terminal.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code dalescope libtorch}, as somebody types it who has brought or fetched one. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class LibtorchCommandTest {
    @TempDir
    Path folder = Path.of("");

    private Path store() {
        return folder.resolve("data").resolve("libtorch");
    }

    @Test
    void oneIsTakenInListedChosenAndDeleted() throws IOException, InterruptedException {
        OwnProcess person = OwnProcess.ofANewPerson(folder);
        Answer fresh = person.dalescope("libtorch", "list");
        assertEquals(0, fresh.code(), fresh.err());
        assertEquals("In use, by the program: libtorch 2.7.1 (cpu)\n", fresh.out());
        Path brought = FakeLibtorch.at(folder.resolve("brought"), "2.7.1+cpu");
        Answer taken = person.dalescope("libtorch", "import", brought);
        assertEquals("Imported. Select it with: dalescope libtorch use 2.7.1-cpu\n", taken.out(), taken.err());
        Answer chosen = person.dalescope("libtorch", "use", "2.7.1-cpu");
        assertTrue(chosen.out().startsWith("It cannot use a GPU: "), chosen.out());
        assertTrue(chosen.out().contains("is a CPU build of libtorch"), chosen.out());
        Path preferences = folder.resolve("config").resolve("preferences.json");
        List<String> list = person.dalescope("libtorch", "list").out().lines().toList();
        assertEquals(
                "In use, by " + preferences + ": libtorch 2.7.1 (cpu) in "
                        + store().resolve("2.7.1-cpu").resolve("lib"),
                list.get(0));
        assertTrue(
                list.get(1).startsWith("  2.7.1-cpu ") && list.get(1).endsWith(" MB  " + store().resolve("2.7.1-cpu")),
                list.get(1));
        assertEquals(
                "Deleted.\n",
                person.dalescope("libtorch", "delete", "2.7.1-cpu").out());
        assertFalse(Files.exists(store().resolve("2.7.1-cpu")));
        assertEquals(fresh.out(), person.dalescope("libtorch", "list").out(), "nobody is left with one that is gone");
        refused(
                person.dalescope("libtorch", "delete", "2.7.1-cpu"),
                "There is no libtorch '2.7.1-cpu'",
                "there are: none");
        assertEquals(2, person.dalescope("libtorch").code());
    }

    @Test
    void whatCannotBeLoadedIsNeitherTakenInNorChosen() throws IOException, InterruptedException {
        OwnProcess person = OwnProcess.ofANewPerson(folder);
        Path old = FakeLibtorch.at(folder.resolve("old"), "2.5.1+cu124", "torch_cuda");
        refused(person.dalescope("libtorch", "import", old), "2.5.1+cu124", "cannot load");
        refused(person.dalescope("libtorch", "use", old), "2.5.1+cu124", "cannot load");
        refused(person.dalescope("libtorch", "use", folder.resolve("nowhere")), "There is no folder");
        refused(person.dalescope("libtorch", "import", folder.resolve("nowhere.zip")), "nowhere.zip");
        assertFalse(Files.exists(folder.resolve("config")));
        String[] left = Optional.ofNullable(store().toFile().list()).orElse(new String[0]);
        assertEquals(List.of(), List.of(left), "nothing half taken in");
    }

    @Test
    void nothingIsFetchedWithoutConsent() throws IOException, InterruptedException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server = server(asked);
        try {
            Map<String, String> variables =
                    new HashMap<>(OwnProcess.ofANewPerson(folder).environment());
            variables.put(
                    "DALESCOPE_LIBTORCH_URL",
                    "http://localhost:" + server.getAddress().getPort());
            OwnProcess person = new OwnProcess(folder, variables);
            Answer doctor = person.dalescope("doctor");
            assertEquals(0, doctor.code(), doctor.err());
            person.dalescope("libtorch", "list");
            assertEquals(List.of(), asked, "no other command asks the network for anything");
            refused(person.dalescope("libtorch", "download"), "is a download of 0 MB", store().toString(), "--yes");
            assertTrue(
                    asked.stream().noneMatch(what -> what.startsWith("GET") && what.endsWith(".gz")), asked::toString);
            assertFalse(Files.exists(store()));
            Answer fetched = person.dalescope("libtorch", "download", "--yes");
            assertEquals(
                    "Downloaded. Select it with: dalescope libtorch use 2.7.1-cu128\n", fetched.out(), fetched.err());
            assertTrue(fetched.err().contains("100 % of 0 MB"), fetched.err());
            assertTrue(Files.isRegularFile(store().resolve("2.7.1-cu128/lib/libtorch_cuda.so")));
        } finally {
            server.stop(0);
        }
        Map<String, String> away = new HashMap<>(OwnProcess.ofANewPerson(folder).environment());
        away.put(
                "DALESCOPE_LIBTORCH_URL",
                "http://localhost:" + server.getAddress().getPort());
        refused(
                new OwnProcess(folder, away).dalescope("libtorch", "download", "--yes"),
                "cannot be downloaded",
                "import");
    }

    /** A server with DJL's layout. */
    private static HttpServer server(List<String> asked) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of("libtorch.so", "libtorch_cpu.so", "libtorch_cuda.so", "libcudart.so.12")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(name.getBytes(StandardCharsets.UTF_8));
            }
            files.put("cu128/linux-x86_64/native/lib/" + name + ".gz", bytes.toByteArray());
        }
        files.put("files.txt", String.join("\n", files.keySet()).getBytes(StandardCharsets.UTF_8));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().getPath().substring(1);
                asked.add(exchange.getRequestMethod() + " " + path);
                byte[] body = files.getOrDefault(path, new byte[0]);
                if (exchange.getRequestMethod().equals("HEAD")) {
                    exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
                    exchange.sendResponseHeaders(200, -1);
                } else {
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            }
        });
        server.start();
        return server;
    }
}
