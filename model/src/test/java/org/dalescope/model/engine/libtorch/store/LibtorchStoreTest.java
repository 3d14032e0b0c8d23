package org.dalescope.model.engine.libtorch.store;

import static org.dalescope.model.engine.libtorch.store.MadeUpLibtorch.library;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dalescope.model.common.CancelledException;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class LibtorchStoreTest {
    private static final String PREFIX = "cu128/linux-x86_64/native/lib/";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    private final Map<String, byte[]> served = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final byte[] big = new byte[3 << 20];

    @BeforeEach
    void serve() throws IOException {
        new Random(1).nextBytes(big);
        served.put(PREFIX + library("torch_cpu") + ".gz", packed(big));
        served.put(PREFIX + library("torch") + ".gz", packed(new byte[] {0}));
        served.put(PREFIX + library("torch_cuda") + ".gz", packed(new byte[] {1, 2, 3}));
        served.put(PREFIX + "libcudart.so.12.gz", packed(new byte[] {4}));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(1);
            String range = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
                    .orElse("");
            byte[] list = String.join("\n", served.keySet()).getBytes(StandardCharsets.UTF_8);
            byte[] body = path.equals("files.txt") ? list : served.getOrDefault(path, new byte[0]);
            int from = range.isEmpty() ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (head) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            asked.add(path + (from == 0 ? "" : " from " + from));
            exchange.sendResponseHeaders(from == 0 ? 200 : 206, body.length - from);
            exchange.getResponseBody().write(body, from, body.length - from);
        }
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private LibtorchStore store() {
        return new LibtorchStore(folder.resolve("store"));
    }

    private LibtorchDownload download() {
        return new LibtorchDownload("http://localhost:" + server.getAddress().getPort(), store());
    }

    @Test
    void aStoppedDownloadGoesOnWhereItWasAndEndsInAPlaceThatLoads() throws IOException {
        long all = served.values().stream().mapToLong(bytes -> bytes.length).sum();
        assertEquals(all, download().bytes());
        boolean[] begun = {false};
        assertThrows(
                CancelledException.class, () -> download().fetch((bytes, of) -> begun[0] |= bytes > 0, () -> begun[0]));
        assertEquals(List.of(), store().names());
        asked.clear();
        long[] last = {0};
        String name = download()
                .fetch(
                        (bytes, of) -> {
                            assertTrue(bytes >= last[0] && of == all);
                            last[0] = bytes;
                        },
                        () -> false);
        assertEquals(all, last[0]);
        assertTrue(asked.stream().anyMatch(path -> path.contains(" from ")), asked::toString);
        assertEquals("2.7.1-cu128", name);
        Path library = store().of(name).resolve("lib").resolve(library("torch_cpu"));
        assertArrayEquals(big, Files.readAllBytes(library));
        assertEquals(Optional.empty(), LibtorchFolder.examine(store().of(name)).gpuObstacle());
        assertTrue(store().bytes(name) > big.length);
        store().delete(name);
        assertEquals(List.of(), store().names());
    }

    @Test
    void damageIsFoundByTheCheckSumAndFetchedAnew() throws IOException {
        byte[] whole = served.getOrDefault(PREFIX + library("torch_cpu") + ".gz", new byte[0]);
        byte[] damaged = Arrays.copyOf(whole, whole.length);
        damaged[whole.length / 2] ^= 1;
        served.put(PREFIX + library("torch_cpu") + ".gz", damaged);
        String sentence = assertThrows(InputError.class, () -> download().fetch((bytes, of) -> {}, () -> false))
                .sentence();
        assertTrue(sentence.contains("is damaged"), sentence);
        served.put(PREFIX + library("torch_cpu") + ".gz", whole);
        assertEquals("2.7.1-cu128", download().fetch((bytes, of) -> {}, () -> false));
    }

    /** A place that cannot be written, as on a full disk, does not make what came damaged, and it is kept. */
    @Test
    void aPlaceThatCannotBeWrittenIsNoDamage() throws IOException {
        Path packed = folder.resolve("a.gz");
        Files.write(packed, packed(new byte[] {1, 2, 3}));
        Files.writeString(folder.resolve("file"), "no folder");
        LibtorchDownload.Piece piece = new LibtorchDownload.Piece("lib/a.gz", 1);
        StorageError failure = assertThrows(
                StorageError.class, () -> LibtorchDownload.unpack(piece, packed, folder.resolve("file/library")));
        assertFalse(failure.sentence().contains("damaged"), failure.sentence());
        assertTrue(Files.exists(packed));
    }

    @Test
    void aServerWithoutItIsToldFromOneOutOfReach() {
        served.clear();
        String none = assertThrows(InputError.class, () -> download().bytes()).sentence();
        assertTrue(none.contains("has no libtorch 2.7.1"), none);
        LibtorchDownload away = download();
        server.stop(0);
        String unreachable = assertThrows(StorageError.class, away::bytes).sentence();
        assertTrue(unreachable.contains("import"), unreachable);
    }

    @Test
    void anArchiveFromAnotherComputerIsJudgedBeforeItIsTakenIn() throws IOException {
        Path zip = folder.resolve("libtorch.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("build-version", "lib/" + library("torch_cpu"), "lib/" + library("torch"))) {
                out.putNextEntry(new ZipEntry("libtorch/" + name));
                out.write("2.7.1+cpu\n".getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        assertEquals("2.7.1-cpu", store().importFrom(zip));
        Path unpacked = MadeUpLibtorch.cuda(folder.resolve("unpacked"));
        assertEquals("2.7.1-cu128", store().importFrom(unpacked));
        assertEquals(List.of("2.7.1-cpu", "2.7.1-cu128"), store().names());
        Path evil = folder.resolve("evil.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(evil))) {
            out.putNextEntry(new ZipEntry("../../escaped"));
            out.closeEntry();
        }
        assertThrows(InputError.class, () -> store().importFrom(evil));
        assertFalse(Files.exists(folder.resolve("escaped")));
        assertThrows(InputError.class, () -> store().importFrom(
                        MadeUpLibtorch.at(folder.resolve("old"), "2.5.0+cpu", library("torch_cpu"))));
        Path text = Files.writeString(folder.resolve("text"), "no zip");
        assertThrows(InputError.class, () -> store().importFrom(text));
        assertEquals(List.of("2.7.1-cpu", "2.7.1-cu128"), store().names());
        assertThrows(InputError.class, () -> store().of("../unpacked"));
    }
}
