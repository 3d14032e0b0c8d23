package org.dalescope.model.session.format.sorter;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.StorageError;
import org.dalescope.model.common.io.NpyElementType;
import org.dalescope.model.common.io.NpyHeader;

/**
 * The numbers of an npy file, which can be longer than the memory.
 *
 * @param type the type of an element
 */
record NpyNumbers(Path file, NpyHeader header, NpyElementType.Numbers type) {
    /** Elements that are in memory at a time. */
    static final int BLOCK = 1 << 17;

    private static final int BUFFER = 1 << 20;

    /** Receives elements one block after the other. */
    @FunctionalInterface
    interface Blocks {
        /**
         * Takes the next elements.
         *
         * @param count the elements of {@code values} that are valid
         * @param done elements before them
         */
        void next(double[] values, int count, long done);
    }

    /**
     * The numbers of a file.
     *
     * @throws InputError if the file is not an array of numbers or is too short
     */
    static NpyNumbers of(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            NpyHeader header = NpyHeader.read(file.toString(), in);
            if (!(header.type() instanceof NpyElementType.Numbers numbers)) {
                throw new InputError(file + " does not hold numbers: save it again as a numeric npy array.");
            }
            if (header.elements() < 0 || header.elements() > Files.size(file) / numbers.bytes()) {
                throw cutOff(file);
            }
            return new NpyNumbers(file, header, numbers);
        } catch (IOException e) {
            if (Files.isReadable(file)) {
                throw new InputError(file + " is not a readable npy array: copy it again or save it again.", e);
            }
            throw new StorageError(file + " cannot be read: check its permissions.", e);
        }
    }

    long elements() {
        return header.elements();
    }

    /** Whether the elements are whole numbers by type. */
    boolean isInteger() {
        return type.kind() == 'i' || type.kind() == 'u';
    }

    /** The lengths of the axes that are longer than 1. */
    int[] shape() {
        return Arrays.stream(header.shape()).filter(length -> length != 1).toArray();
    }

    /** Reads all elements in the file's order, block by block. */
    void read(Blocks blocks) {
        try (NpyReader reader = new NpyReader(this)) {
            for (long done = 0; done < elements(); done += reader.count()) {
                blocks.next(reader.next(), reader.count(), done);
            }
        }
    }

    /** All elements, {@code [row][column]}, whatever the order of the file. */
    double[] rowMajor() {
        double[] values = new double[Math.toIntExact(elements())];
        read((block, count, done) -> System.arraycopy(block, 0, values, (int) done, count));
        if (!header.fortranOrder() || shape().length < 2) {
            return values;
        }
        int[] lengths = header.shape();
        double[] ordered = new double[values.length];
        int[] index = new int[lengths.length];
        for (double value : values) {
            int at = 0;
            for (int axis = 0; axis < lengths.length; axis++) {
                at = at * lengths[axis] + index[axis];
            }
            ordered[at] = value;
            for (int axis = 0; axis < lengths.length && ++index[axis] == lengths[axis]; axis++) {
                index[axis] = 0;
            }
        }
        return ordered;
    }

    /** A reader of the file's blocks, for two files that are read side by side. */
    static final class NpyReader implements AutoCloseable {
        private final NpyNumbers numbers;
        private final InputStream in;
        private final double[] block = new double[BLOCK];
        private long left;
        private int count;

        NpyReader(NpyNumbers numbers) {
            this.numbers = numbers;
            this.left = numbers.elements();
            try {
                in = opened(numbers);
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        /** The file behind its header; closed again if it has none. */
        private static InputStream opened(NpyNumbers numbers) throws IOException {
            InputStream opened = new BufferedInputStream(Files.newInputStream(numbers.file()), BUFFER);
            try {
                NpyHeader.read(numbers.file().toString(), opened);
                return opened;
            } catch (IOException e) {
                opened.close();
                throw e;
            }
        }

        /** The elements of the last block. */
        int count() {
            return count;
        }

        /** The next block; the array is used again for the block after it. */
        double[] next() {
            count = (int) Math.min(BLOCK, left);
            left -= count;
            try {
                numbers.type().read(in, block, count);
            } catch (IOException e) {
                throw unreadable(e);
            }
            return block;
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        private StorageError unreadable(IOException e) {
            return new StorageError(numbers.file() + " cannot be read to its end: copy it again.", e);
        }
    }

    private static InputError cutOff(Path file) {
        return new InputError(file + " is shorter than its header says: it was cut off; copy it again.");
    }
}
