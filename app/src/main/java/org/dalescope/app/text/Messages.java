package org.dalescope.app.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the window says, by key: the messages of {@code messages.properties}, in English.
 *
 * <p>A message's {0}, {1} and so on are replaced by the arguments as {@link String#valueOf(Object)} writes them. Nothing
 * else means anything: apostrophes and other braces stay, and numbers are formatted by who asks, not by a locale.
 */
public final class Messages {
    private static final String BUNDLE = "/org/dalescope/window/messages.properties";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d{1,2})}");
    private static final Map<String, String> MESSAGES = read();

    private Messages() {}

    /**
     * A message.
     *
     * @param key a room and a slug, such as "suite.no-suite-to-show"
     * @param arguments what stands for {0}, {1} and so on
     * @throws IllegalArgumentException if there is no such message, or it has a placeholder without an argument
     */
    public static String of(String key, @Nullable Object... arguments) {
        String message = MESSAGES.get(key);
        if (message == null) {
            throw new IllegalArgumentException("no message has the key " + key);
        }
        return fill(message, arguments);
    }

    /** A message with its placeholders replaced; what is put in is not looked at again. */
    static String fill(String message, @Nullable Object... arguments) {
        return PLACEHOLDER.matcher(message).replaceAll(found -> {
            int place = Integer.parseInt(found.group(1));
            if (place >= arguments.length) {
                throw new IllegalArgumentException("'" + message + "' has no argument for " + found.group());
            }
            return Matcher.quoteReplacement(String.valueOf(arguments[place]));
        });
    }

    private static Map<String, String> read() {
        Properties read = new Properties();
        try (InputStream bundle = Objects.requireNonNull(Messages.class.getResourceAsStream(BUNDLE), BUNDLE);
                InputStreamReader utf8 = new InputStreamReader(bundle, StandardCharsets.UTF_8)) {
            read.load(utf8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), read::getProperty));
    }
}
