package org.dalescope.model.session.format.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.io.CsvTable;

/** Recognises files of arrays (containers) by content and opens them. */
public final class ContainerFiles {
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final byte[] NPY = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int MATLAB_HEADER = 128;
    private static final int FEWEST_COLUMNS = 3;
    private static final String[] ZARR = {".zgroup", ".zarray", ".zattrs", "zarr.json"};

    private ContainerFiles() {}

    /** Whether a file or folder is a container, or something similar that {@link #open} rejects with advice. */
    public static boolean isContainer(Path path, byte[] head) {
        if (Files.isDirectory(path)) {
            return isZarr(path) || !arraysOf(path).isEmpty();
        }
        return isHdf5(head)
                || isMatlab5(head)
                || begins(head, ZIP)
                || begins(head, NPY)
                || isMatlab4(head)
                || isTable(head);
    }

    /** The npy files of a folder, by name. */
    public static List<Path> arraysOf(Path folder) {
        try {
            return NpyContainer.arrays(folder);
        } catch (IOException e) {
            throw new StorageError(folder + " cannot be listed: check its permissions.", e);
        }
    }

    /**
     * Opens a container.
     *
     * @param head the first bytes of a file; empty for a folder
     * @throws InputError if it must be saved in another form first
     */
    public static Container open(Path path, byte[] head) throws IOException {
        if (Files.isDirectory(path)) {
            if (isZarr(path)) {
                throw zarr(path);
            }
            return NpyContainer.folder(path);
        }
        if (isHdf5(head)) {
            return Hdf5Container.open(path, text(head).startsWith("MATLAB 7.3"));
        }
        if (isMatlab5(head)) {
            return new Mat5Container(path);
        }
        if (begins(head, ZIP)) {
            refuseZarr(path);
            return NpyContainer.npz(path);
        }
        if (begins(head, NPY)) {
            throw new InputError(
                    path + " is only one npy array: put all arrays of the session into one folder and open the folder,"
                            + " or save them together with numpy.savez.");
        }
        if (!isMatlab4(head)) {
            return new CsvContainer(path);
        }
        throw new InputError(
                path + " is a MATLAB v4 file, which Dalescope does not read: open it in MATLAB and save it again with"
                        + " save(..., '-v7').");
    }

    /** Whether a file begins like HDF5, with or without MATLAB's 512 bytes before it. */
    public static boolean isHdf5(byte[] head) {
        return begins(head, HDF5)
                || text(head).startsWith("MATLAB 7.3")
                || (head.length >= 512 + HDF5.length
                        && Arrays.equals(Arrays.copyOfRange(head, 512, 512 + HDF5.length), HDF5));
    }

    private static boolean isZarr(Path folder) {
        return Arrays.stream(ZARR).anyMatch(sign -> Files.exists(folder.resolve(sign)));
    }

    private static void refuseZarr(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (String sign : ZARR) {
                if (zip.stream()
                        .anyMatch(e -> e.getName().equals(sign) || e.getName().endsWith("/" + sign))) {
                    throw zarr(path);
                }
            }
        }
    }

    private static InputError zarr(Path path) {
        return new InputError(
                path + " is in the Zarr format, which Dalescope does not read: save its arrays with numpy.savez, or"
                        + " save an NWB file as HDF5.");
    }

    /** Whether a file is MATLAB v5; the end of its header gives the version and the byte order. */
    private static boolean isMatlab5(byte[] head) {
        if (head.length < MATLAB_HEADER) {
            return text(head).startsWith("MATLAB 5.0");
        }
        boolean order = (head[126] == 'I' && head[127] == 'M') || (head[126] == 'M' && head[127] == 'I');
        boolean version = head[124] == 1 || head[125] == 1;
        return text(head).startsWith("MATLAB 5.0") || (order && version);
    }

    /**
     * Whether a file begins with a MATLAB v4 header of five 32-bit words: type below 5000 with small digits, rows,
     * columns, 0 or 1, a short name's length.
     */
    private static boolean isMatlab4(byte[] head) {
        if (head.length < 21) {
            return false;
        }
        for (java.nio.ByteOrder order :
                new java.nio.ByteOrder[] {java.nio.ByteOrder.LITTLE_ENDIAN, java.nio.ByteOrder.BIG_ENDIAN}) {
            java.nio.IntBuffer words =
                    java.nio.ByteBuffer.wrap(head, 0, 20).order(order).asIntBuffer();
            int type = words.get(0);
            boolean plausible =
                    type >= 0 && type < 5000 && type / 10 % 10 <= 5 && type % 10 <= 2 && type / 100 % 10 == 0;
            int length = words.get(4);
            if (plausible
                    && words.get(1) >= 0
                    && words.get(2) >= 0
                    && (words.get(3) & ~1) == 0
                    && length >= 2
                    && length <= 64
                    && head.length >= 20 + length
                    && head[20 + length - 1] == 0
                    && Character.isLetter(head[20])) {
                return true;
            }
        }
        return false;
    }

    /** Whether a file begins like a text table with a row per spike, which has at least three columns. */
    private static boolean isTable(byte[] head) {
        return CsvTable.begins(new String(head, StandardCharsets.UTF_8), FEWEST_COLUMNS);
    }

    private static boolean begins(byte[] head, byte[] sign) {
        return head.length >= sign.length && Arrays.equals(Arrays.copyOf(head, sign.length), sign);
    }

    private static String text(byte[] head) {
        return new String(head, 0, Math.min(head.length, 20), StandardCharsets.ISO_8859_1);
    }
}
