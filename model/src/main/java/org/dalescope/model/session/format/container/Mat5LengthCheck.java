package org.dalescope.model.session.format.container;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.dalescope.model.common.InputError;

/**
 * Checks the lengths that a MATLAB v5 file declares before the library uses them: an element must be inside the one
 * that contains it, and an array cannot have more elements than bytes. Numbers are skipped and not read.
 */
final class Mat5LengthCheck {
    private static final int HEADER = 128;
    private static final int TAG = 8;
    private static final int MATRIX = 14;
    private static final int COMPRESSED = 15;
    private static final int CELL = 1;
    private static final int STRUCT = 2;
    private static final int OBJECT = 3;
    private static final int SPARSE = 5;
    private static final int LAST_NUMERIC = 15;
    private static final int MOST_DEEP = 64;
    private static final int LONGEST_PART = 1 << 20;

    /** Deflate compresses at most 1032 bytes into one. */
    static final long BEST_PACKING = 1100;

    private final ByteOrder order;

    private Mat5LengthCheck(ByteOrder order) {
        this.order = order;
    }

    /**
     * Checks all elements of a file.
     *
     * @throws InputError if a length is impossible
     */
    static void check(Path path) throws IOException {
        long left = Files.size(path) - HEADER;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            byte[] head = in.readNBytes(HEADER);
            boolean little = head.length == HEADER && head[HEADER - 2] == 'I';
            Mat5LengthCheck lengths = new Mat5LengthCheck(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            while (left >= TAG) {
                Tag tag = lengths.tag(in);
                left -= TAG;
                if (tag.bytes > left) {
                    throw damaged(tag.bytes);
                }
                lengths.entry(new Part(in, tag.bytes), tag);
                left -= tag.bytes;
            }
        }
    }

    /**
     * The head of an element.
     *
     * @param small its bytes if they are in the head itself; empty otherwise
     */
    private record Tag(int type, long bytes, byte[] small) {}

    private void entry(Part part, Tag tag) throws IOException {
        if (tag.type == MATRIX) {
            matrix(part, tag.bytes, 0);
        } else if (tag.type == COMPRESSED) {
            compressed(part, tag.bytes);
        }
        part.skipNBytes(part.left);
    }

    private void compressed(Part part, long bytes) throws IOException {
        // The stream is not closed, because the file continues after it; the inflater's memory is released anyway.
        Inflater inflater = new Inflater();
        try {
            InflaterInputStream inflated = new InflaterInputStream(part, inflater);
            Tag inner = tag(inflated);
            if (inner.type != MATRIX || inner.bytes > BEST_PACKING * bytes) {
                throw damaged(inner.bytes);
            }
            matrix(inflated, inner.bytes, 0);
        } finally {
            inflater.end();
        }
    }

    /** Returns the number of bytes that were not read, which are the numbers at the end of the matrix. */
    private long matrix(InputStream in, long bytes, int depth) throws IOException {
        if (bytes == 0) {
            return 0;
        }
        if (depth > MOST_DEEP) {
            throw new InputError(
                    "Its cells and structs are nested more than " + MOST_DEEP + " levels deep: flatten them.");
        }
        Left left = new Left(bytes);
        byte[] flags = part(in, left);
        int type = flags.length == 0 ? 0 : flags[order == ByteOrder.LITTLE_ENDIAN ? 0 : Math.min(3, flags.length - 1)];
        if (type < CELL || type > LAST_NUMERIC) {
            // This is a function or an object of the newer kind, which is not read.
            return left.bytes;
        }
        long elements = elements(part(in, left));
        part(in, left);
        if (type == OBJECT) {
            part(in, left);
        }
        long fields = 1;
        if (type == STRUCT || type == OBJECT) {
            int longest = Math.max(1, ints(part(in, left)).get(0));
            fields = part(in, left).length / longest;
        }
        if (type != SPARSE && elements * fields > left.bytes) {
            throw damaged(elements);
        }
        if (type <= OBJECT) {
            for (long i = 0; i < elements * fields; i++) {
                Tag tag = tag(in);
                left.take(TAG);
                left.take(tag.bytes);
                if (tag.type != MATRIX) {
                    throw damaged(tag.bytes);
                }
                in.skipNBytes(matrix(in, tag.bytes, depth + 1));
            }
        }
        return left.bytes;
    }

    private long elements(byte[] dimensions) {
        long elements = 1;
        for (var lengths = ints(dimensions); lengths.hasRemaining(); ) {
            int length = lengths.get();
            elements *= Math.max(length, 0);
            if (length < 0 || elements > ElementCounts.MOST) {
                throw damaged(length);
            }
        }
        return elements;
    }

    private java.nio.IntBuffer ints(byte[] bytes) {
        if (bytes.length < Integer.BYTES) {
            throw damaged(bytes.length);
        }
        return ByteBuffer.wrap(bytes).order(order).asIntBuffer();
    }

    /** Reads a short element with its padding. */
    private byte[] part(InputStream in, Left left) throws IOException {
        Tag tag = tag(in);
        left.take(TAG);
        if (tag.small.length > 0 || tag.bytes == 0) {
            return tag.small;
        }
        if (tag.bytes > LONGEST_PART) {
            throw damaged(tag.bytes);
        }
        long filled = (tag.bytes + TAG - 1) / TAG * TAG;
        left.take(tag.bytes);
        byte[] bytes = in.readNBytes((int) tag.bytes);
        long filling = Math.min(left.bytes, filled - tag.bytes);
        in.skipNBytes(filling);
        left.take(filling);
        return bytes;
    }

    private Tag tag(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(TAG);
        if (bytes.length < TAG) {
            throw new EOFException("an element ends too early");
        }
        ByteBuffer head = ByteBuffer.wrap(bytes).order(order);
        int first = head.getInt(0);
        int small = first >>> Short.SIZE;
        if (small > Integer.BYTES) {
            throw damaged(small);
        }
        if (small > 0) {
            return new Tag(first & 0xffff, 0, Arrays.copyOfRange(bytes, Integer.BYTES, Integer.BYTES + small));
        }
        return new Tag(first, Integer.toUnsignedLong(head.getInt(Integer.BYTES)), new byte[0]);
    }

    private static InputError damaged(long claimed) {
        return new InputError("An array claims " + claimed
                + " bytes or elements, more than the file has: the file was cut off or is damaged; copy it again.");
    }

    /** Counts the bytes that are left of an element. */
    private static final class Left {
        private long bytes;

        Left(long bytes) {
            this.bytes = bytes;
        }

        void take(long taken) {
            bytes -= taken;
            if (bytes < 0) {
                throw damaged(taken);
            }
        }
    }

    /** The next bytes of a stream. */
    private static final class Part extends InputStream {
        private final InputStream in;
        private long left;

        Part(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int value = left > 0 ? in.read() : -1;
            left -= value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = left > 0 ? in.read(bytes, from, (int) Math.min(length, left)) : -1;
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = in.skip(Math.min(bytes, left));
            left -= skipped;
            return skipped;
        }
    }
}
