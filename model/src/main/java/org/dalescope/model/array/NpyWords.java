package org.dalescope.model.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** NumPy's words of type U: UTF-32 in fields of equal width, filled up with null characters. */
final class NpyWords {
    private NpyWords() {}

    /** Characters of the longest word, at least 1. */
    static int width(List<String> words) {
        return Math.max(
                1,
                words.stream()
                        .mapToInt(word -> word.codePointCount(0, word.length()))
                        .max()
                        .orElse(1));
    }

    static byte[] bytes(List<String> words) {
        int width = width(words) * Integer.BYTES;
        ByteBuffer buffer = ByteBuffer.allocate(words.size() * width).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < words.size(); i++) {
            buffer.position(i * width);
            words.get(i).codePoints().forEach(buffer::putInt);
        }
        return buffer.array();
    }

    static List<String> read(ByteBuffer buffer, int count, int width) throws IOException {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder();
            for (int k = 0; k < width; k++) {
                int code = buffer.getInt();
                if (!Character.isValidCodePoint(code)) {
                    throw new IOException("an array of words holds what is no character");
                }
                word.appendCodePoint(code);
            }
            words.add(word.toString().replaceAll("\\x00+$", ""));
        }
        return List.copyOf(words);
    }
}
