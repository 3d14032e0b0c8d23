package org.dalescope.model.settings.schema;

/**
 * Converts names of record components to keys of settings and columns of files: {@code learningRate} becomes
 * {@code learning_rate}.
 */
public final class SnakeCaseNames {
    private SnakeCaseNames() {}

    public static String of(String camel) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < camel.length(); i++) {
            char letter = camel.charAt(i);
            if (Character.isUpperCase(letter)) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(letter));
        }
        return snake.toString();
    }
}
