package org.dalescope.model.session.format.plain;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.format.SessionRequest;
import org.dalescope.model.session.format.container.AxisArrangement;
import org.dalescope.model.session.format.container.Container;
import org.dalescope.model.session.format.container.Variable;

/**
 * Reads sessions that {@code dalescope convert} wrote as npz or MATLAB, even if another program has saved them again.
 */
public final class PlainExportReader {
    private PlainExportReader() {}

    /** Whether a container holds a converted session. */
    public static boolean recognises(Container container) {
        return container.variables().containsKey(PlainSessionArrays.MARK);
    }

    /**
     * Reads the session as it was before the conversion.
     *
     * @throws IOException that names a missing array
     */
    public static Session read(Container container, SessionRequest request) throws IOException {
        Map<String, NamedArray> arrays = new HashMap<>();
        for (Variable variable : container.variables().values()) {
            request.watch().at(0.5);
            switch (variable) {
                case Variable.Numeric numbers ->
                    arrays.put(numbers.name(), NamedArray.of(numbers.name(), values(numbers, container.matlabOrder())));
                case Variable.Text text ->
                    arrays.put(
                            text.name(), NamedArray.of(text.name(), text.words().get()));
                case Variable.Cell cell -> arrays.put(cell.name(), NamedArray.of(cell.name(), words(cell)));
                case Variable.Struct _, Variable.Unreadable _ -> {}
            }
        }
        return PlainSessionArrays.session(
                arrays, request.file(), container.format() + ", converted session", request.sha256());
    }

    /** MATLAB's first axis is the last axis here. */
    private static double[] values(Variable.Numeric numbers, boolean matlabOrder) {
        int rank = numbers.shape().length;
        return AxisArrangement.of(
                numbers,
                matlabOrder
                        ? AxisArrangement.reversed(rank)
                        : IntStream.range(0, rank).toArray());
    }

    private static List<String> words(Variable.Cell cell) {
        return cell.elements().get().stream()
                .flatMap(
                        element -> element instanceof Variable.Text text ? text.words().get().stream() : Stream.empty())
                .toList();
    }
}
