package org.dalescope.model.session.format.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.NpyElementType;
import org.dalescope.model.common.io.NpyHeader;
import org.dalescope.model.session.format.container.Variable.Numeric;
import org.dalescope.model.session.format.container.Variable.Text;
import org.dalescope.model.session.format.container.Variable.Unreadable;

/** A container of NumPy arrays: one npz file or a folder of npy files. */
final class NpyContainer implements Container {
    /** The largest expansion factor of a deflated stream. */
    private static final long MOST_INFLATION = 1032;

    private static final String ENDING = ".npy";

    private final String format;
    private final Map<String, Variable> variables;
    private final AutoCloseable source;

    private NpyContainer(String format, Map<String, Variable> variables, AutoCloseable source) {
        this.format = format;
        this.variables = variables;
        this.source = source;
    }

    /** Opens an array's bytes from their start. */
    private interface Bytes {
        InputStream open() throws IOException;
    }

    static Container npz(Path file) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            Map<String, Variable> variables = new LinkedHashMap<>();
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                if (entry.getName().endsWith(ENDING)) {
                    String name = plain(entry.getName());
                    long most = Math.min(entry.getSize(), entry.getCompressedSize() * MOST_INFLATION + 1024);
                    variables.put(name, variable(name, most, () -> zip.getInputStream(entry)));
                }
            }
            if (variables.isEmpty()) {
                throw new InputError(file + " is a zip archive without session.json or npy arrays: give a .dalescope"
                        + " session or an npz file.");
            }
            return new NpyContainer("NumPy npz", variables, zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    static Container folder(Path folder) throws IOException {
        Map<String, Variable> variables = new LinkedHashMap<>();
        for (Path file : arrays(folder)) {
            String name = plain(String.valueOf(file.getFileName()));
            variables.put(name, variable(name, Files.size(file), () -> Files.newInputStream(file)));
        }
        return new NpyContainer("folder of NumPy npy", variables, () -> {});
    }

    /** The npy files of a folder by name. */
    static List<Path> arrays(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public boolean matlabOrder() {
        return false;
    }

    @Override
    public Map<String, Variable> variables() {
        return variables;
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Variable variable(String name, long bytes, Bytes content) throws IOException {
        NpyHeader header;
        try (InputStream in = new BufferedInputStream(content.open())) {
            header = NpyHeader.read(name, in);
        } catch (IOException e) {
            return new Unreadable(name, new int[0], "damaged", "is not a readable npy array: save it again");
        }
        int[] shape = header.shape();
        return switch (header.type()) {
            case NpyElementType.Foreign foreign -> new Unreadable(name, shape, foreign.what(), foreign.remedy());
            case NpyElementType.Words words ->
                new Text(name, checked(name, header, bytes), () -> read(content, name, in -> words.read(header, in)));
            case NpyElementType.Numbers numbers ->
                new Numeric(
                        name,
                        checked(name, header, bytes),
                        numbers.word(),
                        header.fortranOrder(),
                        () -> read(content, name, in -> numbers.read(header, in)));
        };
    }

    private static int[] checked(String name, NpyHeader header, long bytes) {
        ElementCounts.checked(name, header.shape());
        if (header.elements() * header.type().bytes() > bytes) {
            throw new InputError("'" + name + "' claims " + ElementCounts.text(header.shape())
                    + " values, more than its bytes can hold: the file was cut off; copy it again.");
        }
        return header.shape();
    }

    private interface Reading<T> {
        T of(InputStream in) throws IOException;
    }

    private static <T> T read(Bytes content, String name, Reading<T> reading) {
        try (InputStream in = new BufferedInputStream(content.open(), 1 << 16)) {
            NpyHeader.read(name, in);
            return reading.of(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String file) {
        return file.substring(0, file.length() - ENDING.length());
    }
}
