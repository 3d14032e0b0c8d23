package org.dalescope.model.common.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.dalescope.model.common.io.NamedArray.Values;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.format.Mat5Writer;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sink;
import us.hebi.matlab.mat.types.Sinks;

/**
 * Writes arrays of any meaning as a plain MATLAB v5 file. MATLAB's first index is the fastest: an array [trial, bin,
 * neuron] in Dalescope is neurons x bins x trials in MATLAB, with the numbers in the same order. One word becomes a
 * char row, several words become a cell column.
 */
public final class MatFileWriter {
    private MatFileWriter() {}

    /** Writes directly to the given file; the caller moves it to its final name. */
    public static void write(List<NamedArray> arrays, Path file) throws IOException {
        try (Mat5File content = Mat5.newMatFile();
                Sink sink = Sinks.newStreamingFile(file.toFile())) {
            arrays.forEach(array -> content.addArray(array.name(), array(array)));
            Mat5Writer writer = Mat5.newWriter(sink).setDeflateLevel(Deflater.BEST_SPEED);
            writer.writeMat(content);
        }
    }

    private static Array array(NamedArray array) {
        return switch (array.values()) {
            case Values.Texts texts -> words(texts.data());
            case Values.Floats floats -> {
                Matrix matrix = Mat5.newMatrix(reversed(array.shape()), MatlabType.Single);
                for (int i = 0; i < floats.data().length; i++) {
                    matrix.setFloat(i, floats.data()[i]);
                }
                yield matrix;
            }
            case Values.Doubles doubles -> numbers(array, MatlabType.Double);
            case Values.Ints ints -> numbers(array, MatlabType.Int32);
            case Values.Shorts shorts -> numbers(array, MatlabType.UInt16);
            case Values.Bytes bytes -> numbers(array, MatlabType.UInt8);
        };
    }

    private static Matrix numbers(NamedArray array, MatlabType type) {
        Matrix matrix = Mat5.newMatrix(reversed(array.shape()), type);
        double[] values = array.doubles();
        for (int i = 0; i < values.length; i++) {
            matrix.setDouble(i, values[i]);
        }
        return matrix;
    }

    private static Array words(List<String> words) {
        if (words.size() == 1) {
            return Mat5.newString(words.getFirst());
        }
        Cell cell = Mat5.newCell(words.size(), 1);
        for (int i = 0; i < words.size(); i++) {
            cell.set(i, Mat5.newString(words.get(i)));
        }
        return cell;
    }

    /** The dimensions in MATLAB's order; a vector becomes a column. */
    private static int[] reversed(int[] shape) {
        return shape.length == 1
                ? new int[] {shape[0], 1}
                : IntStream.range(0, shape.length)
                        .map(i -> shape[shape.length - 1 - i])
                        .toArray();
    }
}
