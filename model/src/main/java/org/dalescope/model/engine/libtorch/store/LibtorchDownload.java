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
 * Downloads a CUDA libtorch from DJL's server, which has a list {@code files.txt} and one compressed file per library.
 * The checksum of each file is verified while it is unpacked. Parts that an earlier attempt downloaded are not
 * downloaded again.
 */
public final class LibtorchDownload {
    /** The address of DJL's server. */
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

    /** Receives the progress of the download. */
    @FunctionalInterface
    public interface Progress {
        void at(long bytes, long allBytes);
    }

    /** A library to download. */
    record Piece(String path, long bytes) {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /**
     * The libraries to download.
     *
     * @throws InputError if the server cannot be reached or has no libtorch for this system
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
                                + platform()
                                + ": download it from pytorch.org and run 'dalescope libtorch import FILE'.");
            }
            return pieces;
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The bytes of all libraries to download. */
    public long bytes() {
        return pieces().stream().mapToLong(Piece::bytes).sum();
    }

    /**
     * Downloads, unpacks and checks the libtorch and moves it into the store.
     *
     * @param stop is checked regularly; downloaded parts are kept for the next attempt
     * @return the name of the libtorch in the store
     * @throws CancelledException if it was stopped
     * @throws InputError if a downloaded file is damaged
     * @throws StorageError if a file cannot be downloaded or written
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

    /** Continues where an earlier attempt ended. */
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
            throw new IOException("the server returned status " + answer.statusCode() + " for " + piece.path());
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
                    throw new CancelledException("The download was stopped. Run the same command to continue it.");
                }
            }
        }
    }

    /**
     * Unpacks a file and verifies its checksum. A damaged file is deleted, so that the next attempt downloads it again.
     */
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
                    piece.name() + " is damaged (its checksum is wrong or it is incomplete): run the same"
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
                "libtorch cannot be downloaded from " + server + " ("
                        + e.getClass().getSimpleName() + ": "
                        + e.getMessage()
                        + "): try again, or copy it from another computer and run 'dalescope libtorch import"
                        + " FILE'.",
                e);
    }

    private static CancelledException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CancelledException("The download was interrupted. Run the same command to continue it.", e);
    }

    private static String platform() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
        return windows ? "win-x86_64" : "linux-x86_64";
    }
}
