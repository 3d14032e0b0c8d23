package org.dalescope.app.ui.configure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dalescope.app.ui.configure.SessionSettingsState.Kept;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;

/**
 * The settings in the configuration form that belong to one session: those that name its neurons, trials, channels or
 * factors, and the split's file. They leave the form when another session is opened and return with their own session;
 * a message reports it each time. A session is identified by its SHA-256.
 */
public final class SessionSettings {
    private static final int MOST_KEPT = 100;
    private final ConfigurationViewModel form;
    private final Notifications notices;
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private String owner = "";
    private String ownerName = "";

    /**
     * The session that settings belong to.
     *
     * @param name the name that the user knows
     */
    public record Owner(String sha256, String name) {}

    /** Settings that belong to no session yet. */
    public SessionSettings(ConfigurationViewModel form, Notifications notices) {
        this.form = form;
        this.notices = notices;
    }

    /** Switches to a session that was just opened. */
    public void follow(Session open) {
        String sha256 = open.source().sha256();
        if (sha256.equals(owner)) {
            return;
        }
        Map<String, String> before = texts();
        boolean isNobodys = owner.isEmpty();
        String leaving = ownerName;
        if (!isNobodys && !before.isEmpty()) {
            store(new Kept(owner, ownerName, before));
        }
        Optional<Kept> own = Optional.ofNullable(kept.remove(sha256));
        owner = sha256;
        ownerName = open.name();
        if (isNobodys && own.isEmpty()) {
            notifyApplied(before);
            return;
        }
        Map<String, String> after = own.map(Kept::texts).orElse(Map.of());
        put(after);
        List<String> said = new ArrayList<>();
        if (!before.isEmpty()) {
            said.add(("These settings belong to another session%s and were removed. They come back when you open that"
                            + " session: %s.")
                    .formatted(name(leaving), words(before)));
        }
        if (!after.isEmpty()) {
            said.add("These settings were made for this session and are in use again: %s.".formatted(words(after)));
        }
        notifyUser(said, "Undo", before);
    }

    /** The session's settings that differ from the preset, by key. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        form.settings().stream()
                .filter(setting -> setting.description().ofSession())
                .filter(setting -> setting.changed().get())
                .forEach(setting -> texts.put(
                        setting.description().key(), setting.textProperty().get()));
        form.splitFileProperty().get().ifPresent(file -> texts.put(SessionSettingsState.SPLIT, file.toString()));
        return texts;
    }

    /**
     * Reads settings from a file. Settings that name parts of a session are taken only if the file is known to belong
     * to the form's session; otherwise they stay unchanged.
     *
     * @param of the session that the file's settings belong to; empty if it is not known
     */
    public void take(Configuration taken, Path file, Optional<Owner> of) {
        Map<String, String> mine = texts();
        form.take(taken);
        Map<String, String> theirs = texts();
        Optional.ofNullable(mine.get(SessionSettingsState.SPLIT))
                .ifPresent(split -> theirs.put(SessionSettingsState.SPLIT, split));
        if (owner.isEmpty()) {
            owner = of.map(Owner::sha256).orElse("");
            ownerName = of.map(Owner::name).orElse("");
        }
        boolean isOurs =
                owner.isEmpty() || of.map(Owner::sha256).filter(owner::equals).isPresent();
        put(isOurs ? theirs : mine);
        String sentence = "The settings were read from %s.".formatted(file);
        if (isOurs || theirs.isEmpty() || theirs.equals(mine)) {
            notices.show(Notification.information(sentence));
        } else {
            notifyUser(
                    List.of(
                            sentence,
                            "These settings of the file were not used, because they may belong to another session: %s."
                                    .formatted(words(theirs))),
                    "Use these too",
                    theirs);
        }
    }

    /** The state that is saved. */
    public SessionSettingsState state() {
        return new SessionSettingsState(owner, ownerName, List.copyOf(kept.values()));
    }

    /** Restores the saved state; the form itself is restored separately. */
    public void restore(SessionSettingsState state) {
        owner = state.sha256();
        ownerName = state.name();
        kept.clear();
        state.kept().forEach(this::store);
    }

    /**
     * Assigns settings that were made while no session was open to the first session. This is a guess, so a message
     * offers to remove them.
     */
    private void notifyApplied(Map<String, String> texts) {
        if (!texts.isEmpty()) {
            notifyUser(
                    List.of("These settings were made before a session was open and are now used for this one: %s."
                            .formatted(words(texts))),
                    "Remove them",
                    Map.of());
        }
    }

    private void store(Kept one) {
        kept.remove(one.sha256());
        kept.put(one.sha256(), one);
        if (kept.size() > MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    private void notifyUser(List<String> sentences, String otherwise, Map<String, String> texts) {
        if (sentences.isEmpty()) {
            return;
        }
        String mine = owner;
        Notification.Remedy remedy = new Notification.Remedy("session-settings", otherwise, () -> {
            if (owner.equals(mine)) {
                put(texts);
            }
            notices.dismiss();
        });
        notices.show(new Notification(Notification.Kind.INFORMATION, String.join(" ", sentences), "", List.of(remedy)));
    }

    private void put(Map<String, String> texts) {
        form.settings().stream()
                .filter(setting -> setting.description().ofSession())
                .forEach(setting -> setting.textProperty()
                        .set(texts.getOrDefault(
                                setting.description().key(),
                                setting.presetProperty().get())));
        form.splitFileProperty()
                .set(Optional.ofNullable(texts.get(SessionSettingsState.SPLIT)).map(Path::of));
    }

    private static String name(String session) {
        return session.isEmpty() ? "" : " (" + session + ")";
    }

    private static String words(Map<String, String> texts) {
        return texts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining("; "));
    }
}
