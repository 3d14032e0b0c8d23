package org.dalescope.model.parameter;

import java.util.Locale;

/** Names of record components as keys of settings and columns of files: {@code learningRate} is {@code learning_rate}. */
public final class SnakeCase {
    private SnakeCase() {}

    public static String of(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
