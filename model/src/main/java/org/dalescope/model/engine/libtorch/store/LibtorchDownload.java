package org.dalescope.model.engine.libtorch.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.dalescope.model.common.CancelledException;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.io.AtomicFile;

/**
 * Fetches a CUDA libtorch from where DJL keeps them: a list {@code files.txt}, and each library compressed by itself, whose
 * check sum is tested as it is unpacked. What is there of an earlier try is not fetched again.
 */
public final class LibtorchDownload {
    /** DJL's server. */
    public static final String SERVER = "https://publish.djl.ai/pytorch/" + LibtorchFolder.VERSION;

    private static final int CHUNK = 1 << 20;
    private static final int OK = 200;
    private static final int PARTIAL = 206;

    private final String server;
    private final LibtorchStore store;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    public LibtorchDownload(String server, LibtorchStore store) {
        this.server = server;
        this.store = store;
    }

    /** Told how far it is. */
    @FunctionalInterface
    public interface Progress {
        void at(long bytes, long allBytes);
    }

    /** A library to fetch. */
    record Piece(String path, long bytes) {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /**
     * What there is to fetch.
     *
     * @throws InputError where the server is out of reach or has nothing for this system
     */
    List<Piece> pieces() {
        String prefix = LibtorchFolder.CUDA + "/" + platform() + "/native/lib/";
        try {
            HttpResponse<String> list = client.send(request("files.txt").build(), BodyHandlers.ofString());
            List<Piece> pieces = new ArrayList<>();
            for (String path : list.body().lines().map(String::strip).toList()) {
                if (list.statusCode() == OK && path.startsWith(prefix)) {
                    HttpRequest head = request(path)
                            .method("HEAD", HttpRequest.BodyPublishers.noBody())
                            .build();
                    HttpResponse<Void> answer = client.send(head, BodyHandlers.discarding());
                    pieces.add(new Piece(
                            path,
                            answer.headers().firstValueAsLong("content-length").orElse(0)));
                }
            }
            if (pieces.isEmpty()) {
                throw new InputError(
                        server + " has no libtorch " + LibtorchFolder.VERSION + " (" + LibtorchFolder.CUDA + ") for "
                                + platform() + ": get it from pytorch.org and give 'dalescope libtorch import FILE'.");
            }
            return pieces;
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Bytes to transfer for all of it. */
    public long bytes() {
        return pieces().stream().mapToLong(Piece::bytes).sum();
    }

    /**
     * Fetches, unpacks, checks and puts it in its place.
     *
     * @param stop asked now and then; what is there by then stays for the next try
     * @return its name in the store
     * @throws CancelledException where it was stopped
     * @throws InputError where what came is damaged
     * @throws StorageError where it cannot be fetched or written
     */
    public String fetch(Progress progress, BooleanSupplier stop) {
        List<Piece> pieces = pieces();
        long all = pieces.stream().mapToLong(Piece::bytes).sum();
        Path part = store.folder().resolve(".download-" + LibtorchFolder.CUDA);
        Path libraries = part.resolve("lib");
        AtomicFile.folder(libraries);
        long before = 0;
        try {
            for (Piece piece : pieces) {
                long done = before;
                Path library = libraries.resolve(piece.name().replaceAll("\\.gz$", ""));
                if (!Files.exists(library)) {
                    Path packed = part.resolve(piece.name() + ".part");
                    transfer(piece, packed, bytes -> progress.at(done + bytes, all), stop);
                    unpack(piece, packed, library);
                }
                before += piece.bytes();
                progress.at(before, all);
            }
            AtomicFile.write(part.resolve("build-version"), LibtorchFolder.VERSION + "+" + LibtorchFolder.CUDA + "\n");
            return store.place(part);
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private interface Bytes {
        void so(long far);
    }

    /** Goes on where an earlier try ended. */
    private void transfer(Piece piece, Path to, Bytes told, BooleanSupplier stop)
            throws IOException, InterruptedException {
        long have = Files.exists(to) ? Files.size(to) : 0;
        if (piece.bytes() > 0 && have == piece.bytes()) {
            return;
        }
        HttpRequest.Builder request = request(piece.path());
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
        boolean goesOn = answer.statusCode() == PARTIAL;
        if (!goesOn && answer.statusCode() != OK) {
            throw new IOException("the server answers " + answer.statusCode() + " for " + piece.path());
        }
        long far = goesOn ? have : 0;
        StandardOpenOption how = goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (InputStream in = answer.body();
                OutputStream out =
                        Files.newOutputStream(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                out.write(chunk, 0, read);
                far += read;
                told.so(far);
                if (stop.getAsBoolean()) {
                    throw new CancelledException(
                            "The download was stopped; the same command continues with what is there.");
                }
            }
        }
    }

    /** The check sum in the file is tested on the way; a damaged file is deleted, so that the next try fetches it again. */
    static void unpack(Piece piece, Path packed, Path library) throws IOException {
        try {
            AtomicFile.writeChecked(library, part -> {
                try (InputStream in = Files.newInputStream(packed);
                        InputStream plain = piece.name().endsWith(".gz") ? new GZIPInputStream(in) : in) {
                    Files.copy(plain, part);
                }
            });
        } catch (StorageError failed) {
            if (!(failed.getCause() instanceof ZipException || failed.getCause() instanceof EOFException)) {
                throw failed;
            }
            Files.deleteIfExists(packed);
            throw new InputError(
                    piece.name() + " came damaged (its check sum is wrong or it is cut off): give the same"
                            + " command again.",
                    failed);
        }
        Files.deleteIfExists(packed);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + "/" + path.replace("+", "%2B")))
                .timeout(Duration.ofMinutes(60));
    }

    private StorageError unreachable(IOException e) {
        return new StorageError(
                "libtorch cannot be fetched from " + server + " ("
                        + e.getClass().getSimpleName() + ": "
                        + e.getMessage()
                        + "): try again, or bring it from another computer with 'dalescope libtorch import"
                        + " FILE'.",
                e);
    }

    private static CancelledException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CancelledException(
                "The download was interrupted: the same command continues with what is there.", e);
    }

    private static String platform() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
        return windows ? "win-x86_64" : "linux-x86_64";
    }
}
