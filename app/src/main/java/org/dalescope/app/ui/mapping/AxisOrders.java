package org.dalescope.app.ui.mapping;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.app.ui.mapping.FieldKind.Choice;
import org.dalescope.app.ui.mapping.FieldKind.Option;

/** The orders of an array's axes that the mapping form offers, the longest first. */
final class AxisOrders {
    private AxisOrders() {}

    static Choice of(List<String> axes) {
        List<Option> orders = new ArrayList<>();
        for (int length = axes.size(); length > 0; length--) {
            add(List.of(), axes, length, orders);
        }
        return new Choice(List.copyOf(orders));
    }

    private static void add(List<String> begun, List<String> axes, int length, List<Option> orders) {
        if (begun.size() == length) {
            orders.add(Option.of(begun));
            return;
        }
        for (String axis : axes) {
            if (!begun.contains(axis)) {
                List<String> longer = new ArrayList<>(begun);
                longer.add(axis);
                add(longer, axes, length, orders);
            }
        }
    }
}
